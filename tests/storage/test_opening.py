import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.domain.people.people import PersonDetails
from storage.engine.database import open_database, prepare
from storage.engine.locks import InstanceLock
from storage.engine.migrate import DatabaseRefused, known_migrations

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
NOBODY = 65534


def test_a_database_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "var" / "alliance.sqlite3"

    prepare(path, NOW)

    with closing(sqlite3.connect(path)) as db:
        applied = db.execute("SELECT count(*) FROM migrations").fetchone()[0]
    assert applied == len(known_migrations())


async def test_what_was_written_is_there_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(lambda tx: tx.members.add(PersonDetails("Анна"), None))

    async with open_database(path, NOW) as database:
        assert [member.name for member in await database.read(lambda tx: tx.members.all())] == [
            "Анна"
        ]


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def a_folder(path: Path) -> None:
    path.mkdir()


def a_torn_copy(path: Path) -> None:
    prepare(path, NOW)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])


def a_spoiled_schema(path: Path) -> None:
    prepare(path, NOW)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(4000))


@pytest.mark.parametrize("spoil", [garbage, a_folder, a_torn_copy, a_spoiled_schema])
def test_what_is_no_database_is_refused_with_a_remedy_and_left_as_it_is(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "alliance.sqlite3"
    spoil(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(DatabaseRefused, match="database-unusable"):
        prepare(path, NOW)

    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
        db.commit()

    with pytest.raises(DatabaseRefused, match="database-of-another-program"):
        prepare(path, NOW)

    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("bookmarks",)]


def test_a_file_where_the_folder_should_be_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "var").touch()

    with pytest.raises(DatabaseRefused, match="database-folder-not-writable"):
        prepare(tmp_path / "var" / "alliance.sqlite3", NOW)


def test_the_folders_that_are_missing_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    prepare(tmp_path / "data" / "var" / "alliance.sqlite3", NOW)
    with InstanceLock(tmp_path / "locks" / "alliance.sqlite3"):
        pass

    made = [tmp_path / name for name in ("data", "data/var", "locks")]
    assert [folder.stat().st_mode & 0o777 for folder in made] == [0o700] * 3
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may write everywhere: step down for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that anybody may read and nobody may write."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder / "alliance.sqlite3", NOW)
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_a_file_that_may_not_be_written_is_refused_with_a_remedy(locked_folder: Path) -> None:
    with as_somebody_without_rights(), pytest.raises(DatabaseRefused, match="database-unusable"):
        prepare(locked_folder / "alliance.sqlite3", NOW)


def test_a_folder_that_may_not_be_written_is_refused_with_a_remedy(locked_folder: Path) -> None:
    with (
        as_somebody_without_rights(),
        pytest.raises(DatabaseRefused, match=r"database-(unusable|folder)"),
    ):
        prepare(locked_folder / "another.sqlite3", NOW)
