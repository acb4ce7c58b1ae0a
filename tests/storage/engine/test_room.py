"""A disk that takes nothing is seen without writing to the database."""

import errno
import os
from pathlib import Path

import pytest

from bot.ports import StorageUnavailable
from storage.engine.database import Database
from storage.engine.room import ROOM, require_room
from tests.disks import no_file_grows_beyond


def test_a_disk_with_room_is_well_and_nothing_is_left_on_it(tmp_path: Path) -> None:
    require_room(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_lets_no_file_grow_is_told(tmp_path: Path) -> None:
    with no_file_grows_beyond(ROOM // 2), pytest.raises(StorageUnavailable, match="too large"):
        require_room(tmp_path)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(StorageUnavailable, match="No space left on device"):
        require_room(tmp_path)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="No such file"):
        require_room(tmp_path / "gone")


async def test_looking_for_room_writes_nothing_to_the_database(
    database: Database, tmp_path: Path
) -> None:
    """Regular writes would date the secret ballots that stand between them in the log."""
    files = [tmp_path / name for name in ("test.sqlite3", "test.sqlite3-wal")]
    before = [file.read_bytes() for file in files]

    await database.require_room()

    assert [file.read_bytes() for file in files] == before
