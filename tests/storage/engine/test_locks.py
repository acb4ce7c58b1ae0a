import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.engine.database import connect, prepare
from storage.engine.locks import DatabaseInUse, InstanceLock
from storage.engine.migrate import DatabaseRefused
from tests.wording import in_english


def test_two_bots_never_hold_one_database(tmp_path: Path) -> None:
    database = tmp_path / "alliance.sqlite3"

    with InstanceLock(database), pytest.raises(DatabaseInUse) as refused, InstanceLock(database):
        pass

    assert in_english(refused.value.sentence) == (
        f"{database} is in use by a running bot (process {os.getpid()}): stop it first"
    )


def test_a_lock_is_free_again_after_its_block(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path / "alliance.sqlite3")

    with lock:
        pass
    with lock:
        pass


def test_two_databases_have_two_locks(tmp_path: Path) -> None:
    with InstanceLock(tmp_path / "one.sqlite3"), InstanceLock(tmp_path / "two.sqlite3"):
        pass


def test_a_killed_process_leaves_the_database_free(tmp_path: Path) -> None:
    database = tmp_path / "alliance.sqlite3"
    program = (
        "import sys, pathlib; from storage.engine.locks import InstanceLock\n"
        "with InstanceLock(pathlib.Path(sys.argv[1])):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DatabaseInUse, match=f"process={holder.pid}"), InstanceLock(database):
            pass
        holder.kill()
        holder.wait()

    with InstanceLock(database):
        pass


def test_a_folder_that_cannot_be_made_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(DatabaseRefused, match="database-folder-not-writable"),
        InstanceLock(tmp_path / "file" / "alliance.sqlite3"),
    ):
        pass


HOLDER = (
    "import sys, pathlib; from storage.engine.locks import InstanceLock\n"
    "with InstanceLock(pathlib.Path(sys.argv[1])) as lock:\n"
    "    pathlib.Path(sys.argv[1]).touch(); lock.include_database()\n"
    "    print('held', flush=True); sys.stdin.read()\n"
)


@contextmanager
def held_elsewhere(database: Path) -> Iterator[None]:
    """Hold a database in another process, which has made it."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
        holder.kill()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_database_that_is_reached_by_a_symlink_is_the_same(tmp_path: Path, what: str) -> None:
    (tmp_path / "var").mkdir()
    database = tmp_path / "var" / "alliance.sqlite3"
    if what == "file":
        other = tmp_path / "other.sqlite3"
        other.symlink_to(database)
    else:
        (tmp_path / "other").symlink_to(database.parent)
        other = tmp_path / "other" / "alliance.sqlite3"

    with InstanceLock(database), pytest.raises(DatabaseInUse), InstanceLock(other):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="the database's own lock is Linux's")
@pytest.mark.parametrize("was_there", [False, True])
def test_a_lock_file_that_is_removed_lets_nobody_in(tmp_path: Path, *, was_there: bool) -> None:
    database = tmp_path / "alliance.sqlite3"
    if was_there:
        database.touch()
    with held_elsewhere(database):
        (tmp_path / "alliance.sqlite3.lock").unlink()
        hard = tmp_path / "hard.sqlite3"
        hard.hardlink_to(database)
        for name in (database, hard):
            with pytest.raises(DatabaseInUse, match="database-in-use-unlocked"):
                InstanceLock(name).__enter__()
    with InstanceLock(database):
        pass


def test_a_lock_file_that_is_replaced_while_it_is_taken_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, file = tmp_path / "alliance.sqlite3", tmp_path / "alliance.sqlite3.lock"
    flock, taken = fcntl.flock, []

    def removed_meanwhile(descriptor: int, how: int) -> None:
        flock(descriptor, how)
        taken.append(descriptor)
        if len(taken) == 1:
            file.unlink()

    monkeypatch.setattr(fcntl, "flock", removed_meanwhile)
    with InstanceLock(database):
        monkeypatch.undo()
        assert len(taken) == 2
        with pytest.raises(DatabaseInUse), InstanceLock(database):
            pass


def test_a_lock_file_that_is_a_symlink_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "alliance.sqlite3.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DatabaseRefused, match="database-folder-not-writable"):
        InstanceLock(tmp_path / "alliance.sqlite3").__enter__()
    assert not (tmp_path / "elsewhere").exists()


def test_the_locks_of_sqlite_and_the_bots_do_not_meet(tmp_path: Path) -> None:
    database = tmp_path / "alliance.sqlite3"
    prepare(database, datetime(2026, 12, 1, tzinfo=UTC))
    with InstanceLock(database), closing(connect(database)) as one:
        one.execute("BEGIN IMMEDIATE")
        with closing(connect(database)) as other:
            assert other.execute("SELECT count(*) FROM members").fetchone() == (0,)
        one.execute("COMMIT")
