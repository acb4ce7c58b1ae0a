"""What was due and could not be done: tried again at growing intervals, then put aside."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NewType

from bot.domain.letters import LetterContent
from bot.domain.notices import Subject

FailureId = NewType("FailureId", int)

DELAYS = tuple(timedelta(seconds=seconds) for seconds in (10, 60, 300, 1200))
"""How long to wait after each failure; the one after these puts the item aside."""


@dataclass(frozen=True, slots=True)
class FailedItem:
    """Something due that failed; `subject` is the id of what it is about. Times are UTC.

    The `kind` is the value of a `DueKind`.
    Without `not_before` it is not tried again before a restart. It was `put_aside_at` that moment
    for the first time; administrators were told then.
    """

    kind: str
    subject: int
    attempts: int = 0
    error: str = ""
    not_before: datetime | None = None
    put_aside_at: datetime | None = None

    def waits(self, now: datetime) -> bool:
        """Tell whether the item is not to be tried now; a clock put back makes no wait longer."""
        return self.not_before is None or now < self.not_before <= now + DELAYS[-1]

    def failed(self, error: str, now: datetime) -> "FailedItem":
        """Return the item after one more failure."""
        attempts = self.attempts + 1
        if attempts <= len(DELAYS):
            later, aside = now + DELAYS[attempts - 1], self.put_aside_at
        else:
            later, aside = None, self.put_aside_at or now
        return replace(self, attempts=attempts, error=error, not_before=later, put_aside_at=aside)


class Explained(Exception):  # noqa: N818  a base, not an error
    """An error whose first argument is a word for the locales: `failure-<word>` says why."""


class ItemPutAside(Subject, kind="failure.put_aside"):
    """Administrators are told once what could not be done."""

    failure: FailureId


class ItemPutAsideLetter(LetterContent):
    """What was put aside, for an administrator; the log names the same `id`."""

    id: FailureId
    item: FailedItem
