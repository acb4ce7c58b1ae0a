"""Reports: who got an announcement, who did not, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.announcements.announcements import Announcement, Version
from bot.domain.mailings import Report


class CopyOutcome(StrEnum):
    """What became of one copy; `waiting` is not final."""

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
"""Parts of the error texts of Telegram and of the bot, by reason."""


def reason_of(outcome: CopyOutcome, error: str | None) -> UndeliveredReason:
    """Return why a copy did not arrive, from the stored error text."""
    if outcome is CopyOutcome.DROPPED:
        return UndeliveredReason.NOT_WANTED
    return next(
        (reason for sign, reason in SIGNS.items() if sign in (error or "")), UndeliveredReason.OTHER
    )


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person (or a group or channel, whose `name` is empty), and what became of their copy.

    `at` (UTC) is when that was settled. `doubtful` means that it may have been delivered twice.
    """

    name: str
    organisation: str | None
    outcome: CopyOutcome
    error: str | None
    at: datetime | None
    doubtful: bool

    @property
    def reason(self) -> UndeliveredReason | None:
        """Why there is no copy; None if the person has one or it still waits."""
        if self.outcome in {CopyOutcome.SENT, CopyOutcome.WAITING}:
            return None
        return reason_of(self.outcome, self.error)


@dataclass(frozen=True, slots=True)
class UndeliveredCopy:
    """How many people have no copy for one reason."""

    outcome: CopyOutcome
    reason: UndeliveredReason
    count: int


@dataclass(frozen=True, slots=True)
class OrganisationDelivery:
    """How many people of an organisation were addressed, and how many got it."""

    name: str
    people: int
    delivered: int


@dataclass(frozen=True, slots=True)
class AnnouncementReport:
    """How an announcement was delivered: `mailings` are its sendings and corrections in order.

    Organisations where nobody got it come first.
    """

    announcement: Announcement
    mailings: tuple[Report, ...]
    undelivered: tuple[UndeliveredCopy, ...]
    organisations: tuple[OrganisationDelivery, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementSummary:
    """An announcement in a list: how many it was sent to, and how many got it."""

    announcement: Announcement
    total: int
    sent: int


def by_reason(recipients: Iterable[Recipient]) -> tuple[UndeliveredCopy, ...]:
    """Count those without a copy by reason, the most frequent first."""
    counts = Counter((one.outcome, one.reason) for one in recipients)
    return tuple(
        UndeliveredCopy(outcome, reason, count)
        for (outcome, reason), count in counts.most_common()
        if reason is not None
    )


def by_organisation(recipients: Sequence[Recipient]) -> tuple[OrganisationDelivery, ...]:
    """Count by organisation: those where nobody got it first, then by name."""
    people = Counter(one.organisation for one in recipients if one.organisation)
    having = Counter(one.organisation for one in recipients if one.outcome is CopyOutcome.SENT)
    counts = [OrganisationDelivery(name, people[name], having[name]) for name in people]
    return tuple(sorted(counts, key=lambda one: (one.delivered > 0, one.name)))
