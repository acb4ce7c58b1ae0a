"""setup, typed at the terminal against a Telegram over real HTTP."""

import asyncio
import os
import stat
import tomllib
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.checks import Finding
from bot.commands import connecting
from bot.config.config import load
from bot.domain.sentences import sentence
from sandbox.methods.updates import set_webhook
from sandbox.server import Sandbox
from tests.alliance import TOKEN
from tests.outages import closed_port, proxy_of_ones_own

OTHER_TOKEN = f"777:{'B' * 35}"
ANNA = 77
Setup = Callable[..., Awaitable[Result]]
EXISTING = """\
# Ours, do not touch.
[alliance]
name = "Old"  # as in the charter
administrators = [5]
time_zone = "Europe/Moscow"

[telegram]
token = "{token}"
api_url = "{url}"

[log]
level = "error"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which nothing is, and a computer without systemd."""
    place = tmp_path / "alliance"
    place.mkdir(mode=0o700)
    monkeypatch.chdir(place)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    whole = Finding("program", sentence("check-program-whole"))
    monkeypatch.setattr("bot.checks.check_program", lambda: whole)
    return place


@pytest.fixture
def setup(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Setup:
    """Type lines at the command; Telegram answers from the event loop meanwhile."""
    monkeypatch.setenv("ALLIANCE_TELEGRAM__API_URL", sandbox.url)

    async def typed(*lines: str, language: str = "en", arguments: tuple[str, ...] = ()) -> Result:
        words = ["setup", "--language", language, *arguments]
        entered = "".join(f"{line}\n" for line in lines)
        result = await asyncio.to_thread(CliRunner().invoke, cli, words, input=entered)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return typed


@pytest.fixture
async def anna(sandbox: Sandbox) -> Sandbox:
    """Somebody who has just sent /start."""
    await sandbox.add_person(ANNA, "Анна", username="anna").says("/start")
    return sandbox


def existing(sandbox: Sandbox, folder: Path) -> str:
    text = EXISTING.format(token=TOKEN, url=sandbox.url)
    (folder / "config.toml").touch(mode=0o600)
    (folder / "config.toml").write_text(text, "utf-8")
    return text


def left(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_first_run_writes_a_configuration_that_the_check_finds_well(
    setup: Setup, folder: Path, language: str
) -> None:
    yes = {"ru": "да", "en": "yes"}[language]
    result = await setup(TOKEN, "", yes, "Рассвет <b>🌅", "Europe/Moscow", language=language)

    assert result.exit_code == 0, result.output
    file = folder / "config.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    config = load(file)
    assert config.telegram.token.get_secret_value() == TOKEN
    assert config.alliance.administrators == (ANNA,)
    assert (config.alliance.name, config.alliance.language) == ("Рассвет <b>🌅", language)
    assert config.alliance.time_zone.key == "Europe/Moscow"
    assert {"ru": "Токен — ключ", "en": "The token is"}[language] in file.read_text("utf-8")
    token = {"ru": "✓ токен: это бот @alliance_bot", "en": "✓ token: it is @alliance_bot's"}
    assert token[language] in result.output
    assert TOKEN not in result.output
    assert left(folder) == ["config.toml"]


async def test_the_bot_itself_still_receives_the_start(setup: Setup, anna: Sandbox) -> None:
    await setup(TOKEN, "", "y", "", "")

    assert [one["message"]["text"] for one in anna.world.updates] == ["/start"]


async def test_only_a_start_in_private_counts_and_only_of_who_says_that_it_is_they(
    setup: Setup, sandbox: Sandbox, folder: Path
) -> None:
    anna = sandbox.add_person(ANNA, "Анна")
    stranger = sandbox.add_person(66, "Чужой\x1b[2J", "Человек")
    group = sandbox.add_group(-100, "Группа", members=[ANNA, 66])
    await stranger.says("/start")
    await anna.says("/start", chat_id=group.id)
    await anna.says("привет")
    await anna.says("/start")
    result = await setup(TOKEN, "", "no", "yes", "", "")

    assert load(folder / "config.toml").alliance.administrators == (ANNA,)
    assert "Чужой" in result.output
    assert "\x1b[2J" not in result.output


async def test_a_second_run_that_answers_nothing_leaves_the_file_as_it_is(
    setup: Setup, sandbox: Sandbox, folder: Path
) -> None:
    before = existing(sandbox, folder)
    written = (folder / "config.toml").stat().st_mtime_ns
    result = await setup("", "", "", "", "")

    assert result.exit_code == 0, result.output
    assert (folder / "config.toml").read_text("utf-8") == before
    assert (folder / "config.toml").stat().st_mtime_ns == written


async def test_a_second_run_changes_the_line_that_is_answered_differently_alone(
    setup: Setup, sandbox: Sandbox, folder: Path
) -> None:
    before = existing(sandbox, folder)
    result = await setup("", "", "", "New", "")

    assert result.exit_code == 0, result.output
    assert "[Old]" in result.output
    after = (folder / "config.toml").read_text("utf-8")
    assert after == before.replace('"Old"', '"New"')


async def test_another_administrator_joins_those_that_are_there(
    setup: Setup, anna: Sandbox, folder: Path
) -> None:
    before = existing(anna, folder)
    await setup("", "", "y", "y", "", "")

    after = (folder / "config.toml").read_text("utf-8")
    assert after == before.replace("[5]", f"[5, {ANNA}]")


@pytest.mark.usefixtures("anna")
async def test_a_wrong_token_is_asked_for_again(setup: Setup) -> None:
    result = await setup("", "nonsense", "<b>", "A" * 10_000, OTHER_TOKEN, TOKEN, "", "y", "", "")

    assert result.exit_code == 0, result.output
    assert result.output.count("This is not a token") == 4
    assert "does not know the token" in result.output
    assert OTHER_TOKEN not in result.output


@pytest.mark.usefixtures("anna")
async def test_what_cannot_be_a_name_or_a_zone_is_asked_for_again(
    setup: Setup, folder: Path
) -> None:
    zones = ("Moscow Time", "😀", "A" * 10_000, "../../etc/passwd", "Asia/Omsk")
    result = await setup(TOKEN, "", "y", "N" * 101, "N" * 10_000, "a\tb", "  Lux  ", *zones)

    assert result.exit_code == 0, result.output
    alliance = load(folder / "config.toml").alliance
    assert (alliance.name, alliance.time_zone.key) == ("Lux", "Asia/Omsk")


@pytest.mark.usefixtures("anna")
async def test_where_only_a_proxy_works_it_is_asked_for_and_its_password_never_shown(
    setup: Setup, folder: Path
) -> None:
    async with proxy_of_ones_own("socks5", "anna:hunter2") as proxy:
        dead, gone = (f"socks5://anna:hunter2@127.0.0.1:{closed_port()}" for _ in "12")
        answers = ("ftp://x", "", f"{dead} {proxy.url}", "", "y", "", "")
        (folder / "config.toml").write_text(f'[telegram]\nproxy = "{gone}"\n')
        result = await setup(TOKEN, *answers)
        told = load(folder / "config.toml").telegram

    assert [one.get_secret_value() for one in told.proxies] == [dead, proxy.url]
    assert "Telegram cannot be reached" in result.output
    assert "hunter2" not in result.output.replace(answers[2], "")  # as the terminal echoes it
    assert proxy.carried


async def test_without_a_network_nothing_is_written(
    setup: Setup, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLIANCE_TELEGRAM__API_URL", f"http://127.0.0.1:{closed_port()}")
    result = await setup(TOKEN, "", "", language="ru")

    assert result.exit_code == 1
    assert result.output.count("До Telegram не достучаться") == 3
    assert "Остановлено. Ничего не изменилось." in result.output
    assert left(folder) == []


async def test_a_bot_that_runs_takes_the_messages_so_the_id_is_typed(
    setup: Setup, sandbox: Sandbox, folder: Path
) -> None:
    set_webhook(sandbox.world, {"url": f"http://127.0.0.1:{closed_port()}"})
    result = await setup(TOKEN, "", "", "9" * 5000, "+79221234567890123456", "-5", "123", "", "")

    assert "Another program receives the messages" in result.output
    assert load(folder / "config.toml").alliance.administrators == (123,)


async def test_nobody_who_starts_the_bot_is_waited_for_only_so_long(
    setup: Setup, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "WAIT", 0)
    await setup(TOKEN, "", "123", "", "")

    assert load(folder / "config.toml").alliance.administrators == (123,)


@pytest.mark.usefixtures("anna")
async def test_what_variables_set_is_neither_asked_for_nor_written(
    setup: Setup, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLIANCE_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("ALLIANCE_ALLIANCE__NAME", "Variable")
    result = await setup("", "y", "")

    assert result.exit_code == 0, result.output
    written = tomllib.loads((folder / "config.toml").read_text("utf-8"))
    assert "token" not in written["telegram"]
    assert "name" not in written["alliance"]
    assert "ALLIANCE_TELEGRAM__TOKEN" in result.output


async def test_a_wrong_token_in_a_variable_ends_it(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLIANCE_TELEGRAM__TOKEN", OTHER_TOKEN)
    result = await setup("", "")

    assert result.exit_code == 1
    assert "ALLIANCE_TELEGRAM__TOKEN does not work" in result.output


async def test_a_folder_that_is_not_there_or_not_writable_is_told_before_any_question(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = await setup(arguments=("--config", "nowhere/config.toml"))
    assert result.exit_code == 1
    assert "nowhere/config.toml cannot be written (No such file" in result.output

    monkeypatch.setattr(os, "access", lambda *_: False)
    result = await setup()
    assert result.exit_code == 1
    assert "(Permission denied)" in result.output
    assert "token" not in result.output


async def test_a_full_disk_leaves_the_former_file(
    setup: Setup, sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = existing(sandbox, folder)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = await setup("", "", "", "New", "")

    assert result.exit_code == 1
    assert "No space left" in result.output
    assert (folder / "config.toml").read_text("utf-8") == before
    assert left(folder) == ["config.toml"]


async def test_what_only_a_person_can_change_in_the_file_is_told(
    setup: Setup, folder: Path
) -> None:
    text = f'telegram = {{ token = "{TOKEN}" }}\nalliance.administrators = [5]\n'
    (folder / "config.toml").write_text(text)
    result = await setup("", "", "", "New", "")

    assert result.exit_code == 1
    assert "change alliance.name by hand" in result.output
    assert (folder / "config.toml").read_text() == text


async def test_what_the_check_finds_wrong_is_the_exit_code(
    setup: Setup, sandbox: Sandbox, folder: Path
) -> None:
    existing(sandbox, folder)
    (folder / "config.toml").chmod(0o644)
    result = await setup("", "", "", "", "")

    assert result.exit_code == 1
    assert "chmod 600 config.toml" in result.output
    assert "run" in result.output.splitlines()[-1]


async def test_the_service_is_offered_where_systemd_is(
    setup: Setup, sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    existing(sandbox, folder)
    (folder / "config.toml").write_text(
        (folder / "config.toml").read_text() + '[storage]\npath = "data/alliance.sqlite3"\n'
    )
    (folder / "units").mkdir()
    monkeypatch.setattr("shutil.which", {"systemctl": "/bin/systemctl"}.get)
    result = await setup("", "", "", "", "", "yes", str(folder / "units"))

    assert result.exit_code == 0, result.output
    assert left(folder / "units") == [
        *("alliance-bot-backup.service", "alliance-bot-backup.timer", "alliance-bot.service")
    ]
    result = await setup("", "", "", "", "", "yes", str(folder / "nowhere"))
    assert result.exit_code == 0
    assert "sudo " in result.output


@pytest.mark.parametrize(
    ("variable", "spoken"), [("ru_RU.UTF-8", "Токен"), ("en_GB.UTF-8", "The token")]
)
async def test_without_a_configuration_it_speaks_the_language_of_the_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, spoken: str
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", variable)
    result = await asyncio.to_thread(CliRunner().invoke, cli, ["setup"], input="")
    assert spoken in result.output

    (folder / "config.toml").write_text('[alliance]\nlanguage = "ru"\n')
    result = await asyncio.to_thread(CliRunner().invoke, cli, ["setup"], input="")
    assert "Токен" in result.output
