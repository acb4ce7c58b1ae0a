"""What root makes beside the bot's database belongs to the bot's user, who can go on with it."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bot.domain.polls.polls import PollId
from storage.engine import age
from storage.engine.archives import make_archive, opened
from storage.engine.backups import backup, restore
from storage.engine.database import connect, prepare
from storage.engine.folders import open_private
from storage.engine.locks import InstanceLock
from storage.polls.keys import PollKeys

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
SERVICE = (65534, 65534)
PHRASE = "пять слов на бумаге"
ROW = "INSERT INTO tombstones (kind, subject, salt, digest) VALUES ('invitation', 1, '', 'ab')"


def quietly(_done: int, _total: int) -> None: ...


def everything(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is the service's, in which root works."""
    if os.geteuid() != 0:
        pytest.skip("runs as root alone")
    made = tmp_path / "var"
    made.mkdir(mode=0o700)
    os.chown(made, *SERVICE)
    return made


def test_whatever_root_makes_in_the_services_folder_is_the_services(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(age, "Material", partial(age.Material, work_factor=1))
    database, archive = folder / "alliance.sqlite3", folder / "backups" / "alliance.age"
    with InstanceLock(database):
        prepare(database, NOW)
    with closing(connect(database)) as db:
        db.execute(ROW)
    prepare(database, NOW)
    backup(database, folder / "copy.sqlite3", quietly)
    make_archive(database, archive, PHRASE, lambda _: (), quietly)
    PollKeys(database).make(PollId(1))
    restore(archive, database, NOW, quietly, opened=lambda: opened(archive, database, PHRASE))

    made = {file: file.stat() for file in everything(folder)}
    assert len(made) >= 12
    assert {file.name: (one.st_uid, one.st_gid) for file, one in made.items()} == {
        file.name: SERVICE for file in made
    }
    assert not [file for file, one in made.items() if one.st_mode & 0o077]


def test_a_file_that_exists_keeps_its_owner(folder: Path) -> None:
    file = folder / "alliance.sqlite3"
    file.touch()

    os.close(open_private(file, os.O_RDONLY))

    assert file.stat().st_uid == 0


def test_an_ordinary_user_gives_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(os, "fchown", lambda *_: pytest.fail("not allowed"))

    os.close(open_private(tmp_path / "file", os.O_WRONLY))
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_root_gives_files_away_on_any_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", lambda _, user, group: given.append((user, group)))

    os.close(open_private(tmp_path / "file", os.O_WRONLY))
    assert given == [(tmp_path.stat().st_uid, tmp_path.stat().st_gid)]
