import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.engine.locks import DatabaseInUse, InstanceLock
from storage.engine.migrate import DatabaseRefused


def test_two_bots_never_hold_one_database(tmp_path: Path) -> None:
    database = tmp_path / "alliance.sqlite3"

    with InstanceLock(database), pytest.raises(DatabaseInUse) as refused, InstanceLock(database):
        pass

    assert str(refused.value) == (
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
        with pytest.raises(DatabaseInUse, match=f"process {holder.pid}"), InstanceLock(database):
            pass
        holder.kill()
        holder.wait()

    with InstanceLock(database):
        pass


def test_a_folder_that_cannot_be_made_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(DatabaseRefused, match="choose another"),
        InstanceLock(tmp_path / "file" / "alliance.sqlite3"),
    ):
        pass
