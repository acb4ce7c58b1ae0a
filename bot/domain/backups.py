"""Nightly backups: when one is due, which are kept, and why one was not made."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.due_times import DueKind
from bot.domain.failures import Explained
from bot.domain.letters import LetterContent
from bot.domain.notices import Subject

SENDING_LIMIT = 50 * 1000 * 1000
"""Bytes of a file that a bot may send; Telegram says 50 MB."""


class BackupDue(DueKind):
    """What falls due of backups; the subject is a night, as `number_of` has it."""

    NIGHTLY = "backup"


class Fault(StrEnum):
    """Why there is no backup; the values are stored. `failure-<value>` says it in the locales."""

    NO_ROOM = "backup-no-room"
    NOT_WRITABLE = "backup-not-writable"
    DATABASE = "backup-database"
    TRIAL = "backup-trial"
    RECORD = "backup-record"
    BUSY = "backup-busy"
    TOO_LONG = "backup-too-long"
    PROGRAM = "backup-program"


class BackupFailed(Explained):
    """A backup was not made, or does not hold; the message has the details, for the log."""

    def __init__(self, fault: Fault, details: str = "") -> None:
        super().__init__(fault.value, details)
        self.fault, self.details = fault, details


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """At which hour of each night, in the alliance's zone, and how many are kept."""

    hour: int
    daily: int
    weekly: int

    def night(self, now: datetime, zone: ZoneInfo) -> date:
        """Return the day on which the hour has last come."""
        local = now.astimezone(zone)
        return local.date() - timedelta(days=local.hour < self.hour)

    def superseded(self, nights: Collection[date], latest: date) -> set[date]:
        """Return the nights, up to the `latest`, whose backups are kept no longer.

        The last ones are kept, and of each of the last weeks that have one its last. Nights to
        come are of a clock that was wrong once: they do not count, and are not touched.
        """
        past = sorted((night for night in nights if night <= latest), reverse=True)
        weeks: dict[tuple[int, int], date] = {}
        for night in past:
            year, week, _ = night.isocalendar()
            weeks.setdefault((year, week), night)
        return set(past) - set(past[: self.daily]) - set(list(weeks.values())[: self.weekly])


def number_of(night: date) -> int:
    """Return a night as a number that can be read, such as 20261128."""
    return night.year * 10000 + night.month * 100 + night.day


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup that was made; `path` is absolute."""

    path: str
    size: int


class BackupMade(Subject, kind="backup.made"):
    """An administrator gets the backup of a night, if that is wanted."""

    path: str
    size: int


class BackupEnded(Subject, kind="backup.ended"):
    """An administrator hears what became of the backup that they asked for.

    `fault` is empty for one that was made; otherwise `path` is.
    """

    fault: str
    path: str
    size: int


class BackupEndedLetter(LetterContent):
    """What became of a backup, for the administrator who asked for it."""

    fault: str
    file: BackupFile


class BackupLetter(LetterContent):
    """The backup for an administrator: the file, or where it lies if it is too large."""

    file: BackupFile

    @property
    def can_be_sent(self) -> bool:
        """Tell whether Telegram takes a file of this size."""
        return self.file.size <= SENDING_LIMIT
