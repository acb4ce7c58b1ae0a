"""Reports: who has an announcement, who has not, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.announcements.announcements import Announcement, Version
from bot.domain.mailings import Report


class CopyOutcome(StrEnum):
    """What became of one copy; `waiting` may still become anything."""

    WAITING = "waiting"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    DROPPED = "dropped"


class UndeliveredReason(StrEnum):
    """Why somebody has no copy."""

    BLOCKED = "blocked"
    DELETED = "deleted"
    UNKNOWN_CHAT = "unknown_chat"
    KNOWN = "known"
    NO_RIGHTS = "no_rights"
    NO_ANSWER = "no_answer"
    NOT_WANTED = "not_wanted"
    OTHER = "other"


SIGNS: dict[str, UndeliveredReason] = {
    "bot was blocked": UndeliveredReason.BLOCKED,
    "deactivated": UndeliveredReason.DELETED,
    "chat not found": UndeliveredReason.UNKNOWN_CHAT,
    "can't initiate conversation": UndeliveredReason.UNKNOWN_CHAT,
    "known to be unreachable": UndeliveredReason.KNOWN,
    "kicked": UndeliveredReason.NO_RIGHTS,
    "not a member": UndeliveredReason.NO_RIGHTS,
    "not enough rights": UndeliveredReason.NO_RIGHTS,
    "need administrator rights": UndeliveredReason.NO_RIGHTS,
    "NetworkError": UndeliveredReason.NO_ANSWER,
    "Internal Server Error": UndeliveredReason.NO_ANSWER,
    "ClientDecodeError": UndeliveredReason.NO_ANSWER,
}
"""Parts of the error texts of Telegram and of our own."""


def reason_of(outcome: CopyOutcome, error: str | None) -> UndeliveredReason:
    """Return why a copy did not arrive, from what was noted of it."""
    if outcome is CopyOutcome.DROPPED:
        return UndeliveredReason.NOT_WANTED
    return next(
        (reason for sign, reason in SIGNS.items() if sign in (error or "")), UndeliveredReason.OTHER
    )


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person (or a group or channel, whose `name` is empty), and what became of their copy.

    `at` (UTC) is when that was settled. `doubtful` means that it may have come twice.
    """

    name: str
    organisation: str | None
    outcome: CopyOutcome
    error: str | None
    at: datetime | None
    doubtful: bool

    @property
    def reason(self) -> UndeliveredReason | None:
        """Why there is no copy; None for a person who has one, or still waits."""
        if self.outcome in {CopyOutcome.SENT, CopyOutcome.WAITING}:
            return None
        return reason_of(self.outcome, self.error)


@dataclass(frozen=True, slots=True)
class UndeliveredCopy:
    """How many have no copy for one reason."""

    outcome: CopyOutcome
    reason: UndeliveredReason
    count: int


@dataclass(frozen=True, slots=True)
class OrganisationDelivery:
    """How many people of an organisation were written to, and how many have it."""

    name: str
    people: int
    delivered: int


@dataclass(frozen=True, slots=True)
class AnnouncementReport:
    """All that is known of an announcement: `mailings` are its sendings and corrections in order.

    The organisations that it did not reach at all come first.
    """

    announcement: Announcement
    mailings: tuple[Report, ...]
    undelivered: tuple[UndeliveredCopy, ...]
    organisations: tuple[OrganisationDelivery, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementSummary:
    """An announcement in a list: to how many it went, and how many have it."""

    announcement: Announcement
    total: int
    sent: int


def by_reason(recipients: Iterable[Recipient]) -> tuple[UndeliveredCopy, ...]:
    """Count who has no copy, the most frequent reason first."""
    counts = Counter((one.outcome, one.reason) for one in recipients)
    return tuple(
        UndeliveredCopy(outcome, reason, count)
        for (outcome, reason), count in counts.most_common()
        if reason is not None
    )


def by_organisation(recipients: Sequence[Recipient]) -> tuple[OrganisationDelivery, ...]:
    """Count by organisation: those that got nothing first, then by name."""
    people = Counter(one.organisation for one in recipients if one.organisation)
    having = Counter(one.organisation for one in recipients if one.outcome is CopyOutcome.SENT)
    counts = [OrganisationDelivery(name, people[name], having[name]) for name in people]
    return tuple(sorted(counts, key=lambda one: (one.delivered > 0, one.name)))
