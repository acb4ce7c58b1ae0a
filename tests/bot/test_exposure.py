"""What others on the computer could read, and others on the network."""

from pathlib import Path

import pytest

from bot.config.config import Config
from bot.exposure import check_address, check_files
from tests.wording import Shown, shown

TOKEN = "123456789:AAEabcdefghijklmnopqrstuvwxyz0123456"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A configuration whose database lies in a folder of its own and nobody else can read it."""
    (tmp_path / "var").mkdir(mode=0o700)
    (tmp_path / "config.toml").touch(mode=0o600)
    return Config.model_validate(
        {"telegram": {"token": TOKEN}, "storage": {"path": tmp_path / "var" / "alliance.sqlite3"}}
    )


def test_files_that_the_bots_user_alone_can_read_are_well(config: Config, tmp_path: Path) -> None:
    config.storage.path.touch(mode=0o600)

    found = shown(check_files(config, tmp_path / "config.toml"))
    assert found == Shown("files", "nobody else on this computer can read them")


def test_files_that_are_not_there_yet_are_well(config: Config, tmp_path: Path) -> None:
    (tmp_path / "var").rmdir()

    assert not shown(check_files(config, tmp_path / "no.toml")).remedy
    assert not shown(check_files(config, None)).remedy


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o602, 0o666])
def test_a_configuration_that_others_can_read_or_change_is_told(
    config: Config, tmp_path: Path, mode: int
) -> None:
    file = tmp_path / "config.toml"
    file.chmod(mode)
    found = shown(check_files(config, file))

    assert found.seen == f"open to everybody on this computer: {file} ({mode:04o})"
    assert found.remedy == f"chmod 600 {file}"


def test_a_configuration_for_a_group_of_ones_own_is_well(config: Config, tmp_path: Path) -> None:
    """The usual rights of a service: written by root, read by the bot's group."""
    (tmp_path / "config.toml").chmod(0o640)

    assert not shown(check_files(config, tmp_path / "config.toml")).remedy


def test_an_open_folder_and_an_open_database_are_told_together(
    config: Config, tmp_path: Path
) -> None:
    path = config.storage.path
    path.touch()
    path.chmod(0o644)
    path.with_name(f"{path.name}-wal").touch()
    path.with_name(f"{path.name}-wal").chmod(0o644)
    path.parent.chmod(0o755)
    found = shown(check_files(config, tmp_path / "config.toml"))

    assert found.remedy == f"chmod 700 {path.parent} && chmod 600 {path} {path}-wal"
    assert f"{path.parent} (0755)" in found.seen


def test_a_remedy_can_be_pasted_whatever_the_folder_is_called(tmp_path: Path) -> None:
    file = tmp_path / "наша папка.toml"
    file.touch()
    file.chmod(0o644)
    config = Config.model_validate({"telegram": {"token": TOKEN}})

    assert shown(check_files(config, file)).remedy.endswith(f"chmod 600 '{file}'")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://api.telegram.org", True),
        ("http://127.0.0.1:8081", True),
        ("http://[::1]:8081", True),
        ("http://localhost:8081", True),
        ("http://telegram-bot-api:8081", False),
        ("http://192.168.1.5", False),
        ("http://api.telegram.org", False),
    ],
)
def test_the_token_travels_in_the_clear_to_this_computer_only(url: str, safe: bool) -> None:
    config = Config.model_validate({"telegram": {"token": TOKEN, "api_url": url}})
    found = shown(check_address(config))

    assert url in found.seen
    assert bool(found.remedy) is not safe
    assert safe or "https://" in found.remedy
