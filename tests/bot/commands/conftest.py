"""The command line, with a configuration and a database in a folder of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli

Invoke = Callable[..., Result]

CONFIG = """
[telegram]
token = "123456789:AAEabcdefghijklmnopqrstuvwxyz0123456"
api_url = "http://127.0.0.1:9"

[storage]
path = "alliance.sqlite3"
"""
MEMBERS = """\
organisation;short_name;inn;ogrn;municipality;person;position;phone;email;delegate;roles
Фонд «Рассвет»;Рассвет;6671000017;;Ревда;Иванова Мария;директор;89221234567;;да;leader
Фонд «Рассвет»;;6671000017;;;Ли Ян;;;;нет;
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").touch(mode=0o600)
    (tmp_path / "config.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "members.csv").write_text(MEMBERS, "utf-8")
    return tmp_path


@pytest.fixture
def invoke() -> Invoke:
    """Type something at the command line; what breaks unexpectedly breaks the test."""

    def typed(*words: str) -> Result:
        result = CliRunner().invoke(cli, words)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return typed
