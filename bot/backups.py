"""Encrypted backups put together: what is copied, what a trial restore looks through, the shelf.

The nightly one has a process of its own (`python -m bot.backups`): it computes for seconds, and the
bot goes on meanwhile. The pass phrase goes there by a pipe, where no list of processes shows it.
"""

import asyncio
import os
import pickle
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.config.config import Config
from bot.domain.backups import BackupFailed, BackupFile, BackupPlan, Fault
from bot.ports import Clock
from bot.services.backups import NightlyBackups
from bot.services.declarations import Sweep
from bot.services.polls.verification import verify
from storage.engine.backups import Progress
from storage.engine.database import Database
from storage.engine.leftovers import clear_up
from storage.engine.migrate import pending_migrations
from storage.engine.reading import inspecting
from storage.engine.shelves import file_of, nights
from storage.engine.untouched import untouched

PATIENCE = 3600.0
"""Seconds; a gigabyte takes a few minutes."""
NICENESS = 10
"""How far a backup lets everything else on the computer go first."""
LONGEST_ERROR = 2000


@dataclass(frozen=True, slots=True)
class Job:
    """What the process that makes a backup is told."""

    database: Path
    target: Path
    phrase: str = field(repr=False)


def make(job: Job, progress: Progress = lambda _done, _total: None) -> None:
    """Make an encrypted backup, and try whether it can be restored; raise `BackupFailed`."""
    from storage.engine.archives import make_archive  # noqa: PLC0415  8 MB for the encryption

    make_archive(job.database, job.target, job.phrase, examine, progress)


def examine(restored: Path) -> tuple[str, ...]:
    """Verify the record of votes as `alliance-bot verify` does; return what does not agree.

    That of an older release cannot be read before it is migrated, which a backup never is.
    """
    with untouched(restored) as db:
        if pending_migrations(db):
            return ()
    with inspecting(restored) as (stores, altered):
        verdict = verify(stores)
    faults = [f"{one.damage} in {one.first} to {one.last}" for one in verdict.faults]
    findings = [f"{one.mismatch} in poll {one.poll}" for one in verdict.findings]  # no names
    return (*faults, *findings, *altered)


def end_in_order_on_sigterm() -> None:
    """Have this process delete its unfinished files when it is asked to end."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, end)


class Shelf:
    """Fulfils `bot.ports.BackupShelf` with the configured folder."""

    def __init__(self, database: Path, folder: Path, phrase: str) -> None:
        self._database, self._folder, self._phrase = database, folder, phrase

    def nights(self) -> Collection[date]:
        """Return the nights of which there is a backup."""
        return nights(self._folder)

    def file(self, night: date) -> BackupFile:
        """Return the backup of a night, which is there."""
        path = file_of(self._folder, night).absolute()
        return BackupFile(str(path), path.stat().st_size)

    def discard(self, nights: Collection[date]) -> None:
        """Delete the backups of these nights."""
        for night in nights:
            file_of(self._folder, night).unlink(missing_ok=True)

    async def make(self, night: date) -> None:
        """Have a process make the backup of a night; raise `BackupFailed`."""
        job = Job(self._database, file_of(self._folder, night), self._phrase)
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot.backups"), stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        try:
            async with asyncio.timeout(PATIENCE):
                said, complained = await child.communicate(pickle.dumps(job))
        except TimeoutError:
            raise BackupFailed(Fault.TOO_LONG, f"not done within {PATIENCE:.0f} seconds") from None
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
                await asyncio.to_thread(clear_up, self._database)
        if child.returncode:
            raise _failure(said, complained)


def _failure(said: bytes, complained: bytes) -> BackupFailed:
    fault, _, details = said.decode(errors="replace").partition("\n")
    if fault in set(Fault):
        return BackupFailed(Fault(fault), details)
    return BackupFailed(Fault.PROGRAM, complained.decode(errors="replace")[-LONGEST_ERROR:])


def nightly_backups(config: Config, database: Database, clock: Clock) -> list[Sweep]:
    """Return the sweep that makes nightly backups; none if they are not configured."""
    settings, zone = config.backup, config.alliance.time_zone
    if settings.folder is None or settings.phrase is None:
        return []
    shelf = Shelf(config.storage.path, settings.folder, settings.phrase.get_secret_value())
    plan = BackupPlan(settings.hour, settings.daily, settings.weekly)
    backups = NightlyBackups(database, clock, shelf, plan, zone, send=settings.send)
    return [Sweep("backups", 10, backups.look)]


def main() -> None:
    """Make the backup that stands on stdin; of a failure, say its kind and its details."""
    job = pickle.load(sys.stdin.buffer)  # noqa: S301  written by our own parent
    with suppress(OSError):
        os.nice(NICENESS)
    end_in_order_on_sigterm()
    try:
        make(job)
    except BackupFailed as failed:
        sys.stdout.write("\n".join(map(str, failed.args)))
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
