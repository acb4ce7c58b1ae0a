"""Encrypted backups: tried before they get their name, and never half of one after a kill."""

import errno
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from bot.domain.backups import BackupFailed, Fault
from storage.engine import age, archives
from storage.engine.archives import PhraseNeeded, PhraseRefused, make_archive, opened
from storage.engine.backups import restore
from storage.engine.database import connect, prepare
from storage.engine.folders import unfinished_beside
from storage.engine.leftovers import alone, clear_up
from storage.engine.migrate import DatabaseRefused
from storage.engine.shelves import file_of, nights

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
PHRASE = "пять слов на бумаге"
ROW = "INSERT INTO organisations (name, folded_name, inn) VALUES (?1, ?1, ?1)"


def quietly(_done: int, _total: int) -> None: ...


def holds(_restored: Path) -> tuple[str, ...]:
    return ()


make = partial(make_archive, phrase=PHRASE, examine=holds, progress=quietly)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pass phrase cost little work."""
    monkeypatch.setattr(age, "Material", partial(age.Material, work_factor=1))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "var" / "alliance.sqlite3"
    prepare(path, NOW)
    with closing(connect(path)) as db:
        db.execute(ROW, ("6671000017",))
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return file_of(tmp_path / "backups", NOW.date())


def organisations(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM organisations").fetchone()[0])


def lying(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_what_was_archived_comes_back_with_its_phrase(database: Path, target: Path) -> None:
    make(database, target)
    database.unlink()

    restore(target, database, NOW, quietly, opened=lambda: opened(target, database, PHRASE))

    assert organisations(database) == 1
    assert not [name for name in lying(database.parent) if name.startswith(".")]


def test_an_archive_lies_alone_encrypted_and_for_its_owner(database: Path, target: Path) -> None:
    make(database, target)

    assert lying(target.parent) == {"alliance-2026-12-01.sqlite3.age"}
    assert b"SQLite" not in target.read_bytes()
    assert target.stat().st_mode & 0o077 == 0
    assert target.parent.stat().st_mode & 0o077 == 0


def test_a_wrong_phrase_and_none_are_refused_and_change_nothing(
    database: Path, target: Path
) -> None:
    make(database, target)
    before = lying(database.parent)

    with pytest.raises(PhraseRefused, match="backup-other-phrase"):
        restore(target, database, NOW, quietly, opened=lambda: opened(target, database, "wrong"))
    with pytest.raises(PhraseNeeded):
        restore(target, database, NOW, quietly, opened=lambda: opened(target, database, None))
    assert organisations(database) == 1
    assert lying(database.parent) - {"alliance.sqlite3.lock"} == before


@pytest.mark.parametrize("spoilt", [lambda all_: all_[:-1], lambda all_: all_[:-1] + b"\0"])
def test_an_archive_that_is_damaged_or_not_whole_is_not_restored(
    database: Path, target: Path, spoilt: Callable[[bytes], bytes]
) -> None:
    make(database, target)
    target.write_bytes(spoilt(target.read_bytes()))

    with pytest.raises(DatabaseRefused, match="backup-not-decrypted"):
        restore(target, database, NOW, quietly, opened=lambda: opened(target, database, PHRASE))
    assert organisations(database) == 1


def test_a_backup_that_is_not_encrypted_is_opened_as_it_is(database: Path) -> None:
    with opened(database, database, None) as plain:
        assert plain == database


def test_an_archive_that_cannot_be_read_back_gets_no_name(
    database: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(database, target)
    good = target.read_bytes()

    def flip(archive: Path) -> None:
        content = bytearray(archive.read_bytes())
        content[-1] ^= 1
        archive.write_bytes(content)

    monkeypatch.setattr(archives, "synced", flip)  # as a failing disk does
    with pytest.raises(BackupFailed) as failed:
        make(database, target)

    assert failed.value.fault is Fault.TRIAL
    assert target.read_bytes() == good
    assert lying(target.parent) == {target.name}


def test_a_trial_that_gives_other_content_is_noticed(
    database: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decrypt = age.decrypt

    def other(source: object, plain: object, phrase: str) -> None:
        decrypt(source, plain, phrase)  # type: ignore[arg-type]
        plain.write(b"more")  # type: ignore[attr-defined]

    monkeypatch.setattr(age, "decrypt", other)
    with pytest.raises(BackupFailed, match="not what was copied"):
        make(database, target)
    assert lying(target.parent) == set()


def test_a_record_that_does_not_agree_is_kept_apart_and_told(database: Path, target: Path) -> None:
    with pytest.raises(BackupFailed, match="entry 3") as failed:
        make(database, target, examine=lambda _: ("entry 3",))

    assert failed.value.fault is Fault.RECORD
    assert lying(target.parent) == {f"unverified-{target.name}"}
    assert nights(target.parent) == set()
    later = file_of(target.parent, date(2026, 12, 2))
    with pytest.raises(BackupFailed):
        make(database, later, examine=lambda _: ("entry 3",))
    assert lying(target.parent) == {f"unverified-{later.name}"}, "they do not pile up"


def test_a_damaged_database_makes_no_archive_and_leaves_the_former_one(
    database: Path, target: Path
) -> None:
    make(database, target)
    size = database.stat().st_size
    with database.open("r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(size - size // 2))

    with pytest.raises(BackupFailed) as failed:
        make(database, file_of(target.parent, date(2026, 12, 2)))

    assert failed.value.fault is Fault.DATABASE
    assert lying(target.parent) == {target.name}


def test_a_folder_that_cannot_be_written_is_named(database: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackupFailed) as failed:
        make(database, file_of(tmp_path / "file" / "backups", NOW.date()))

    assert failed.value.fault is Fault.NOT_WRITABLE
    assert "file" in failed.value.details


@pytest.mark.parametrize("step", ["copy_pages", "age.encrypt", "_decrypt"])
def test_a_full_disk_is_told_as_such_at_each_step_and_leaves_nothing(
    database: Path, target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"storage.engine.archives.{step}", full)
    with pytest.raises(BackupFailed) as failed:
        make(database, target)

    assert failed.value.fault is Fault.NO_ROOM
    assert lying(target.parent) == set()
    assert not [name for name in lying(database.parent) if name.startswith(".")]


def test_a_disk_that_is_full_for_sqlite_is_told_as_such(database: Path, target: Path) -> None:
    """A limit on how large a file may grow is how a process meets the end of the disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (database.stat().st_size // 2, hard))
    try:
        with pytest.raises(BackupFailed) as failed:
            make(database, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, former)

    assert failed.value.fault is Fault.NO_ROOM


def test_two_at_once_do_not_disturb_each_other(database: Path, target: Path) -> None:
    def meanwhile(_restored: Path) -> tuple[str, ...]:
        with pytest.raises(BackupFailed) as failed:
            make(database, file_of(target.parent, date(2026, 12, 2)))
        assert failed.value.fault is Fault.BUSY
        return ()

    make(database, target, examine=meanwhile)

    assert nights(target.parent) == {NOW.date()}


def test_nights_are_those_of_whole_archives_alone(tmp_path: Path) -> None:
    for name in (
        "alliance-2026-12-01.sqlite3.age",
        ".alliance-2026-12-02.sqlite3.age.partial",
        "unverified-alliance-2026-12-03.sqlite3.age",
        "alliance-2026-13-01.sqlite3.age",
        "notes.txt",
    ):
        (tmp_path / name).touch()

    assert nights(tmp_path) == {date(2026, 12, 1)}
    assert nights(tmp_path / "missing") == set()


KILLED = """
import os, signal, sys
from pathlib import Path
from storage.engine import age, archives
from functools import partial
age.Material = partial(age.Material, work_factor=1)
database, target, step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
examine, progress = (lambda _: ()), (lambda *_: None)
if step == "copying":
    progress = die
elif step == "encrypting":
    encrypt = age.encrypt
    def age_encrypt(source, target, phrase):
        target.write(b"age-encryption.org/v1")
        target.flush()
        die()
    age.encrypt = age_encrypt
elif step == "decrypting":
    def decrypt(source, plain, phrase):
        plain.write(b"SQLite")
        plain.flush()
        die()
    age.decrypt = decrypt
elif step == "examining":
    examine = die
elif step == "naming":
    Path.replace = die
elif step == "named":
    replace = Path.replace
    def replaced(self, target):
        replace(self, target)
        die()
    Path.replace = replaced
archives.make_archive(database, target, "phrase", examine, progress)
"""


@pytest.mark.parametrize(
    "step", ["copying", "encrypting", "decrypting", "examining", "naming", "named"]
)
def test_a_kill_at_any_step_leaves_no_half_archive_and_what_is_left_is_cleared_up(
    database: Path, target: Path, step: str
) -> None:
    command = [sys.executable, "-c", KILLED, str(database), str(target), step]
    died = subprocess.run(command, check=False, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()

    assert nights(target.parent) == ({NOW.date()} if step == "named" else set())
    assert target.exists() == (step == "named"), "whole or not there"
    clear_up(database)
    assert not [name for name in lying(database.parent) if name.startswith(".")]
    next_night = file_of(target.parent, date(2026, 12, 2))
    make(database, next_night)
    assert lying(target.parent) == {next_night.name} | ({target.name} if target.exists() else set())
    with opened(next_night, database, PHRASE) as plain:
        assert organisations(plain) == 1


LEFT = (".alliance.sqlite3.copy", ".alliance.sqlite3.copy.trial", ".alliance.sqlite3.copy-journal")


def test_an_unencrypted_copy_that_was_left_goes_with_the_next_archive(
    database: Path, target: Path
) -> None:
    for name in LEFT:
        database.with_name(name).touch()
    make(database, target)

    assert not [name for name in lying(database.parent) if name.startswith(".")]


def test_what_a_running_process_is_making_stays(database: Path) -> None:
    dead = database.with_name(f".alliance.sqlite3.restored.{10**9}.partial")
    with unfinished_beside(database.with_name("alliance.sqlite3.restored")) as mine:
        for name in (*LEFT, f"{mine.name}-wal", dead.name, f"{dead.name}-journal"):
            database.with_name(name).touch()

        with alone(database):
            clear_up(database)
        left = [name for name in lying(database.parent) if name.startswith(".")]
        assert sorted(left) == sorted([*LEFT, mine.name, f"{mine.name}-wal"])
        clear_up(database)
        left = [name for name in lying(database.parent) if name.startswith(".")]
        assert sorted(left) == [mine.name, f"{mine.name}-wal"]


def test_an_unencrypted_copy_is_its_owners_alone_while_it_lies_there(
    database: Path, target: Path
) -> None:
    seen: dict[str, int] = {}

    def look(*_: object) -> tuple[str, ...]:
        for file in database.parent.iterdir():
            seen[file.name] = stat.S_IMODE(file.stat().st_mode)
        return ()

    make(database, target, examine=look)
    with opened(target, database, PHRASE) as plain:
        seen[plain.name] = stat.S_IMODE(plain.stat().st_mode)

    copies = {name: mode for name, mode in seen.items() if name.startswith(".")}
    assert set(copies.values()) == {0o600}
    assert len(copies) == 3
