"""The systemd units: what they say, and that systemd itself understands them."""

import configparser
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.testing import Result

from bot.units import BACKUP, BOT, TIMER, BadUnit, Installation, units_of
from tests.wording import in_english

Invoke = Callable[..., Result]

SRV = Path("/srv/alliance-bot")
PLACE = Installation(
    command=(str(SRV / ".venv/bin/alliance-bot"),),
    python=Path("/usr"),
    config=SRV / "config.toml",
    database=SRV / "var/alliance.sqlite3",
    user="alliance",
)
HARDENED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "UMask": "0077",
    "User": "alliance",
}
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="needs systemd-analyze"
)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Return a folder on a disk: systemd wants programs, and memory may not hold any."""
    with TemporaryDirectory(dir="/var/tmp") as folder:
        yield Path(folder)


def service(text: str) -> dict[str, str]:
    """Return what a unit says of its service."""
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # as it is documented
    parser.read_string(text)
    return dict(parser["Service"])


@pytest.mark.parametrize("name", [BOT, BACKUP])
def test_the_bot_and_its_backup_run_hardened_as_a_user_of_their_own(name: str) -> None:
    said = service(units_of(PLACE)[name])

    assert {key: said[key] for key in HARDENED} == HARDENED


def test_the_bot_may_write_to_the_folder_of_its_database_alone() -> None:
    said = service(units_of(PLACE)[BOT])

    assert said["ReadWritePaths"] == f"'{SRV}/var'"
    assert said["WorkingDirectory"] == str(SRV)
    assert said["ExecStart"].endswith(f"'run' '--config' '{SRV}/config.toml'")


def test_the_bot_is_started_again_unless_its_configuration_is_bad() -> None:
    said = service(units_of(PLACE)[BOT])

    assert (said["Restart"], said["RestartPreventExitStatus"]) == ("always", "2")
    assert int(said["TimeoutStopSec"]) > 20, "a stop takes up to twenty seconds"


def test_backups_of_each_night_are_kept_for_thirty_days_apart_from_the_keys() -> None:
    said = service(units_of(PLACE)[BACKUP])

    assert said["ReadWritePaths"] == f"'{SRV}/var' '{SRV}/backups'"
    assert "$$(date +%%F).sqlite3" in said["ExecStart"]
    assert "'-mtime' '+30' '-delete'" in said["ExecStartPost"]
    assert "OnCalendar=*-*-* 03:30" in units_of(PLACE)[TIMER]


def test_a_bot_that_makes_its_own_backups_may_write_them_and_has_no_unit_for_them() -> None:
    units = units_of(replace(PLACE, nightly=Path("/mnt/backups")))

    assert set(units) == {BOT}
    assert service(units[BOT])["ReadWritePaths"] == f"'{SRV}/var' '/mnt/backups'"


def test_what_lies_in_a_home_can_be_read_and_not_changed() -> None:
    place = replace(PLACE, config=Path("/home/anna/bot/config.toml"))

    assert service(units_of(place)[BOT])["ProtectHome"] == "read-only"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (replace(PLACE, user="root"), "cannot run as 'root'"),
        (replace(PLACE, user="anna smith"), "cannot run as"),
        (replace(PLACE, user="anna\nUser=root"), "cannot run as"),
        (replace(PLACE, config=Path("/srv/it's/config.toml")), "rename the folder"),
        (replace(PLACE, database=Path("/srv/$HOME/x.sqlite3")), "rename the folder"),
        (replace(PLACE, database=SRV / "backups/x.sqlite3"), "choose another storage.path"),
    ],
)
def test_what_systemd_would_take_otherwise_is_refused(place: Installation, words: str) -> None:
    with pytest.raises(BadUnit) as refused:
        units_of(place)

    assert words in in_english(refused.value.sentence)


@needs_systemd
def test_systemd_understands_the_units_of_a_folder_with_spaces_and_percents(tmp_path: Path) -> None:
    home = tmp_path / "а 100 %n"
    home.mkdir()
    program = home / "alliance-bot"
    program.touch(0o755)
    place = replace(
        PLACE,
        command=(str(program),),
        config=home / "config.toml",
        database=home / "var/alliance.sqlite3",
    )
    files = []
    for name, text in units_of(place).items():
        (tmp_path / name).write_text(text, "utf-8")
        files.append(str(tmp_path / name))

    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *files],  # noqa: S607  wherever it is
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, "")


def test_the_command_writes_the_units_and_tells_what_is_left_to_do(
    invoke: Invoke, folder: Path
) -> None:
    (folder / "units").mkdir()
    result = invoke("units", "units")

    assert result.exit_code == 0
    assert {file.name for file in (folder / "units").iterdir()} == {BOT, BACKUP, TIMER}
    said = service((folder / "units" / BOT).read_text())
    assert said["ReadWritePaths"] == f"'{folder}'", "the database lies beside the configuration"
    assert "systemctl enable --now alliance-bot.service" in result.stdout


def test_a_second_time_nothing_changes_and_what_somebody_changed_is_kept(
    invoke: Invoke, folder: Path
) -> None:
    assert invoke("units", ".").exit_code == 0
    assert invoke("units", ".").exit_code == 0
    file = folder / BOT
    changed = file.read_text().replace("RestartSec=5", "RestartSec=9")
    file.write_text(changed)

    refused = invoke("units", ".")
    assert refused.exit_code == 1
    assert "differs: look at it, then add --force" in refused.stderr
    assert file.read_text() == changed

    assert invoke("units", ".", "--force").exit_code == 0
    assert "RestartSec=5" in file.read_text()


def test_a_folder_that_is_not_there_is_told(invoke: Invoke) -> None:
    refused = invoke("units", "nowhere")

    assert refused.exit_code == 1
    assert "nowhere cannot be written (No such file or directory)" in refused.stderr


def test_a_service_needs_its_settings_in_a_file(
    invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "config.toml").unlink()
    monkeypatch.setenv("ALLIANCE_TELEGRAM__TOKEN", "123456789:" + "A" * 35)
    refused = invoke("units", ".")

    assert refused.exit_code == 2
    assert "a service needs its settings in a file" in refused.stderr


@needs_systemd
def test_what_systemd_finds_is_told(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.units.HARDENING", "ReadWritePaths=relative\n")
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    refused = invoke("units", ".")

    assert refused.exit_code == 1
    assert "systemd-analyze verify is not content" in refused.stderr
