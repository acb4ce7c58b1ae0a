import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from storage.engine import folders, replacing
from storage.engine.backups import backup, restore
from storage.engine.database import connect, prepare
from storage.engine.leftovers import clear_up
from storage.engine.locks import DatabaseInUse, InstanceLock
from storage.engine.losses import VotesLost
from storage.engine.migrate import DatabaseRefused

NAMED_BY_NOTHING = {"audit"}
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
ROW = "INSERT INTO drafts (key, data, saved_at) VALUES (?, json_quote(?), '2026')"


def made(path: Path, keys: int = 0) -> Path:
    """Make a database with so many drafts; a kilobyte each, so that it has many pages."""
    prepare(path, NOW)
    with closing(connect(path)) as db:
        db.execute("BEGIN")
        db.executemany(ROW, [(f"draft {number}", "x" * 1000) for number in range(keys)])
        db.execute("COMMIT")
    return path


def drafts(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM drafts").fetchone()[0])


def quietly(done: int, total: int) -> None:
    """Take the progress and say nothing."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return made(tmp_path / "alliance.sqlite3", keys=2000)


@pytest.fixture
def copy(tmp_path: Path, database: Path) -> Path:
    target = tmp_path / "copy.sqlite3"
    backup(database, target, quietly)
    return target


def test_a_backup_holds_everything_in_one_file(tmp_path: Path, copy: Path) -> None:
    assert drafts(copy) == 2000
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "alliance.sqlite3",
        "alliance.sqlite3.backed-up",
        "copy.sqlite3",
    ]


def test_a_backup_needs_no_write_ahead_log_to_be_read(copy: Path) -> None:
    """Bytes 18 and 19 of the header: 1 is a rollback journal, 2 a log (sqlite.org/fileformat2)."""
    assert copy.read_bytes()[18:20] == b"\x01\x01"


def test_only_its_owner_can_read_a_backup(copy: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_one_moment_even_while_the_bot_writes(database: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with closing(connect(database)) as writer:
        writer.execute(ROW, ("before", "in the write-ahead log only"))

        def write_meanwhile(done: int, total: int) -> None:
            assert not seen or done > seen[-1][0], "a write made the copy begin again"
            seen.append((done, total))
            writer.execute(ROW, (f"meanwhile {len(seen)}", ""))

        backup(database, tmp_path / "copy.sqlite3", write_meanwhile)

    assert drafts(tmp_path / "copy.sqlite3") == 2001
    assert drafts(database) == 2001 + len(seen)
    assert len(seen) > 1
    assert seen[-1][0] == seen[-1][1]


def test_a_backup_overwrites_nothing_unless_told_to(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("precious")

    with pytest.raises(DatabaseRefused, match="file-exists"):
        backup(database, target, quietly)
    assert target.read_text() == "precious"

    backup(database, target, quietly, overwrite=True)
    assert drafts(target) == 2000


def test_a_backup_never_replaces_its_own_source(database: Path) -> None:
    with pytest.raises(DatabaseRefused, match="file-is-itself"):
        backup(database, database, quietly, overwrite=True)


def test_what_is_not_there_is_not_backed_up_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseRefused, match="file-missing"):
        backup(tmp_path / "nothing.sqlite3", tmp_path / "copy.sqlite3", quietly)

    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_makes_no_backup(database: Path, tmp_path: Path) -> None:
    damage(database)

    with pytest.raises(DatabaseRefused):
        backup(database, tmp_path / "copy.sqlite3", quietly)
    assert [path.name for path in tmp_path.iterdir()] == ["alliance.sqlite3"]


def damage(path: Path) -> None:
    """Overwrite half of the pages."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(size - size // 2))


def test_a_folder_that_is_missing_is_a_refusal_with_a_remedy(
    database: Path, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseRefused, match="file-not-written"):
        backup(database, tmp_path / "missing" / "copy.sqlite3", quietly)


def test_an_interrupted_backup_leaves_nothing_behind(database: Path, tmp_path: Path) -> None:
    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup(database, tmp_path / "copy.sqlite3", interrupt)
    assert not [path for path in tmp_path.iterdir() if "copy" in path.name]


@pytest.mark.parametrize("process", [os.getpid, os.getppid])
def test_what_a_killed_process_left_goes_whichever_process_has_its_number_now(
    database: Path, tmp_path: Path, process: Callable[[], int]
) -> None:
    left = tmp_path / f".copy.sqlite3.{process()}.partial"
    left.write_text("half a copy", "utf-8")

    backup(database, tmp_path / "copy.sqlite3", quietly)

    assert drafts(tmp_path / "copy.sqlite3") == 2000
    assert not left.exists()


def test_restoring_brings_back_the_copy_and_keeps_what_it_replaces(
    database: Path, copy: Path
) -> None:
    with closing(connect(database)) as db:
        db.execute(ROW, ("after the backup", ""))

    kept = restore(copy, database, NOW, quietly)

    assert drafts(database) == 2000
    assert kept == database.with_name("alliance.sqlite3.before-restore-20261201T093000Z")
    assert drafts(kept) == 2001


def test_the_record_of_votes_says_that_a_copy_was_restored(database: Path, copy: Path) -> None:
    def said() -> list[tuple[str, str]]:
        with closing(sqlite3.connect(database)) as db:
            return db.execute("SELECT kind, payload -> 'lost' FROM entries").fetchall()

    restore(copy, database, NOW, quietly)
    assert said() == [("restored", "0")]
    restore(copy, database, NOW + timedelta(days=1), quietly)
    assert said() == [("restored", "1")], "that of the first time"
    database.unlink()
    restore(copy, database, NOW, quietly)
    assert said() == [("restored", "null")]


def test_a_write_ahead_log_goes_aside_with_its_database(database: Path, copy: Path) -> None:
    """Left behind, the log would be replayed into the restored database."""
    with closing(connect(database)) as crashed:
        crashed.execute(ROW, ("in the log only", ""))
        assert database.with_name("alliance.sqlite3-wal").stat().st_size > 0

        kept = restore(copy, database, NOW, quietly)

        assert drafts(database) == 2000
    assert kept is not None
    assert drafts(kept) == 2001


def test_even_a_log_whose_database_is_unreadable_goes_aside(database: Path, copy: Path) -> None:
    database.write_bytes(b"not a database at all" * 100)
    database.with_name("alliance.sqlite3-wal").write_bytes(b"its log")

    with pytest.raises(VotesLost, match="restore-losses-unknown"):
        restore(copy, database, NOW, quietly)
    assert not list(database.parent.glob("*before-restore*"))

    kept = restore(copy, database, NOW, quietly, force=True)

    assert drafts(database) == 2000
    assert kept is not None
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"its log"


def test_a_database_that_is_lost_or_damaged_can_be_restored(database: Path, copy: Path) -> None:
    damage(database)
    assert restore(copy, database, NOW, quietly), "its record of votes can be read"
    assert drafts(database) == 2000

    database.unlink()
    assert restore(copy, database, NOW, quietly) is None
    assert drafts(database) == 2000


class Killed(BaseException):
    """The process ends here: nothing after it is done."""


STEPS = range(1, 9)
"""A write-ahead log and a database go aside, and another one comes: renamed, and on the disk."""


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_of_a_restore_leaves_the_former_database_or_the_restored_one(
    database: Path, copy: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Never none, in whose place an empty one would be made."""
    log = database.with_name(f"{database.name}-wal")
    with closing(connect(database)) as db, closing(connect(database)):
        db.execute("DELETE FROM drafts WHERE key = 'draft 0'")
        former, logged = database.read_bytes(), log.read_bytes()
    database.write_bytes(former)
    log.write_bytes(logged)
    steps = count(1)

    def killed(done: Callable[..., object]) -> Callable[..., object]:
        def at(*given: object) -> object:
            if next(steps) == step:
                raise Killed
            return done(*given)

        return at

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", killed(Path.rename))
        patched.setattr(Path, "replace", killed(Path.replace))
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        patched.setattr(replacing, "synced", killed(folders.synced))
        with suppress(Killed):
            restore(copy, database, NOW, quietly)
        is_new = next(steps) > 2
    prepare(database, NOW)

    assert drafts(database) == (2000 if is_new else 1999)
    kept = list(database.parent.glob("*before-restore-*Z"))
    assert [drafts(file) for file in kept] == [1999] * is_new
    assert not list(database.parent.glob(".*.ready-*"))


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from storage.engine import replacing
from storage.engine.backups import restore
steps, step = count(1), int(sys.argv[3])
def killed(done):
    def at(*given):
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return done(*given)
    return at
Path.rename, Path.replace = killed(Path.rename), killed(Path.replace)
replacing.synced = killed(replacing.synced)
restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 12, 1, tzinfo=UTC), lambda *_: None)
"""


@pytest.mark.long
@pytest.mark.parametrize("step", range(1, 7))
def test_a_process_that_is_killed_while_it_restores_leaves_one_of_the_two_databases_and_no_copy(
    database: Path, copy: Path, step: int
) -> None:
    with closing(connect(database)) as db:
        db.execute("DELETE FROM drafts WHERE key = 'draft 0'")
    command = [sys.executable, "-c", KILLED, str(copy), str(database), str(step)]
    died = subprocess.run(command, check=False, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()

    with InstanceLock(database):
        clear_up(database)
        prepare(database, NOW)
    assert drafts(database) == (1999 if step == 1 else 2000)
    hidden = [file.name for file in database.parent.iterdir() if file.name.startswith(".")]
    assert hidden == []


def test_nothing_is_restored_while_a_bot_runs(database: Path, copy: Path) -> None:
    with InstanceLock(database), pytest.raises(DatabaseInUse):
        restore(copy, database, NOW, quietly)

    assert list(database.parent.glob("*before-restore*")) == []


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b""])
def test_what_is_no_backup_of_this_bot_changes_nothing(
    database: Path, tmp_path: Path, content: bytes
) -> None:
    stranger = tmp_path / "stranger"
    stranger.write_bytes(content)

    with pytest.raises(DatabaseRefused, match=r"database-(of-another-bot|not-copied)"):
        restore(stranger, database, NOW, quietly)
    assert drafts(database) == 2000
    assert list(tmp_path.glob("*before-restore*")) == []


def test_a_damaged_backup_is_not_restored(database: Path, copy: Path) -> None:
    damage(copy)

    with pytest.raises(DatabaseRefused):
        restore(copy, database, NOW, quietly)
    assert drafts(database) == 2000


def test_a_backup_of_a_newer_release_is_not_restored(database: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute("INSERT INTO migrations VALUES (9999, 'future', 'x', '2030')")
        db.commit()

    with pytest.raises(DatabaseRefused, match="database-newer"):
        restore(copy, database, NOW, quietly)
    assert drafts(database) == 2000


def add_organisation(path: Path, number: int) -> int:
    sql = "INSERT INTO organisations (name, folded_name, inn) VALUES (?1, ?1, ?1) RETURNING id"
    with closing(connect(path)) as db:
        return int(db.execute(sql, (f"667100{number:04}",)).fetchone()[0])


def test_no_id_that_was_lost_with_a_restore_is_given_out_again(database: Path, copy: Path) -> None:
    """Its button may stand in a chat still, and its key in the folder of keys."""
    assert add_organisation(database, 1) == 1

    restore(copy, database, NOW, quietly)
    assert add_organisation(database, 2) == 2

    restore(copy, database, NOW + timedelta(days=1), quietly)
    assert add_organisation(database, 3) == 3


def test_no_id_is_given_out_again_after_its_row_was_deleted(database: Path) -> None:
    add_organisation(database, 1)
    with closing(connect(database)) as db:
        db.execute("DELETE FROM organisations")

    assert add_organisation(database, 2) == 2


def test_ids_that_a_database_may_have_given_out_are_passed_over_if_it_is_lost(
    database: Path, copy: Path
) -> None:
    add_organisation(database, 1)
    database.unlink()

    restore(copy, database, NOW, quietly)

    assert add_organisation(database, 2) == 1001


def test_ids_are_passed_over_that_a_database_of_an_earlier_release_gave_out(
    database: Path, copy: Path
) -> None:
    add_organisation(database, 1)
    with closing(connect(database)) as db:
        db.execute("DELETE FROM sqlite_sequence")

    restore(copy, database, NOW, quietly)

    assert add_organisation(database, 2) == 2


def test_what_buttons_and_work_in_progress_name_has_an_id_that_is_used_once(database: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        rows = db.execute(
            "SELECT name FROM sqlite_schema WHERE sql LIKE '% id %INTEGER PRIMARY KEY,%'"
        ).fetchall()
    assert {name for (name,) in rows} == NAMED_BY_NOTHING
