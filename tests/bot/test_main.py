import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli

COMMANDS = (
    "setup",
    "run",
    "demo",
    "check",
    "migrate",
    "backup",
    "restore",
    "import",
    "invitations",
    "units",
    "version",
)
HEAVY = ("aiogram", "aiohttp", "babel", "openpyxl", "phonenumbers", "segno", "sandbox")
UNUSED = (
    "aiohttp.web",
    "docx",
    "icalendar",
    "matplotlib",
    "openpyxl",
    "phonenumbers",
    "prometheus_client",
    "sandbox",
    "segno",
    "stdnum",
    "typst",
)
TOKEN = "123456789:AAEabcdefghijklmnopqrstuvwxyz0123456"


def typed(folder: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(command: str) -> None:
    result = CliRunner().invoke(cli, [command, "--help"])

    assert result.exit_code == 0
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("words", [("--help",), ("version",), ("import", "--help")])
def test_help_and_version_wait_for_no_heavy_library(words: tuple[str, ...]) -> None:
    program = (
        "import sys\n"
        "from bot.__main__ import cli\n"
        f"cli({list(words)!r}, standalone_mode=False)\n"
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert result.stdout.splitlines()[-1] == "loaded:"


def test_a_command_without_a_configuration_says_so_before_it_loads_aiogram(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from bot.__main__ import cli\n"
        "try:\n"
        "    cli(['check', '--config', 'missing.toml'])\n"
        "except SystemExit as ended:\n"
        "    print(ended.code, 'aiogram' in sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout == "2 False\n"


def test_a_bot_that_polls_loads_no_library_before_it_is_wanted() -> None:
    program = f"import sys, bot.app\nprint(*[name for name in {UNUSED!r} if name in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == ""


def test_version_tells_what_to_name_when_asking_for_help(tmp_path: Path) -> None:
    result = typed(tmp_path, "version", "--config", "none.toml")

    assert result.returncode == 0
    assert result.stdout.startswith("alliance-bot 0.1.0 (Python 3.")


@pytest.mark.parametrize(
    "words",
    [
        ("run",),
        ("check",),
        ("migrate",),
        ("backup", "copy"),
        ("restore", "copy"),
        ("import", "members.csv"),
        ("invitations", "out.html"),
        ("units", "."),
    ],
)
def test_a_bad_configuration_is_explained_on_stderr_with_exit_code_2(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    config = tmp_path / "mine.toml"
    config.write_text(f'[telegram]\ntoken = "{TOKEN}"\nmode = "pigeon"\n[storage]\npaht = "x"\n')
    result = typed(tmp_path, *words, "--config", "mine.toml")

    assert result.returncode == 2
    assert result.stdout == ""
    problems = result.stderr.splitlines()
    assert len(problems) == 2
    assert "mine.toml: telegram.mode" in problems[0]
    assert "did you mean storage.path" in problems[1]
    assert TOKEN not in result.stderr


def test_without_a_file_the_environment_suffices(tmp_path: Path) -> None:
    result = typed(
        tmp_path,
        "migrate",
        ALLIANCE_TELEGRAM__TOKEN=TOKEN,
        ALLIANCE_STORAGE__PATH="of/the/environment.sqlite3",
    )

    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "of" / "the" / "environment.sqlite3").exists()


def test_a_check_that_finds_something_wrong_ends_with_1(tmp_path: Path) -> None:
    result = typed(
        tmp_path,
        "check",
        ALLIANCE_TELEGRAM__TOKEN=TOKEN,
        ALLIANCE_TELEGRAM__API_URL="http://127.0.0.1:9",
        ALLIANCE_STORAGE__PATH="alliance.sqlite3",
    )

    assert result.returncode == 1
    assert "✓ configuration" in result.stdout
    assert "✓ database" in result.stdout
    assert "✗ token" in result.stdout
    assert "→ check the connection" in result.stdout
    assert "Traceback" not in result.stderr
