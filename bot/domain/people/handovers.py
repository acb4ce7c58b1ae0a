"""Handing over the leadership of an organisation: the leader offers it, the successor accepts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people.members import Member, MemberId, OrganisationId

VALID_FOR = timedelta(days=7)
"""An offer that nobody answered in this time is no longer accepted."""


class Office(StrEnum):
    """Whom a leader names to speak for the organisation."""

    DELEGATE = "delegate"
    SUBSTITUTE = "substitute"

    def is_held_by(self, member: Member) -> bool:
        """Tell whether somebody has been named as this."""
        return member.delegate and member.substitute is (self is Office.SUBSTITUTE)


class HandoverItem(StrEnum):
    """What a leader hands over to the next one; what is ticked is a number with a bit for each."""

    SPEAKERS = "speakers"
    PEOPLE = "people"
    CARD = "card"
    PLANS = "plans"
    ACCESS = "access"
    PAPERS = "papers"

    @property
    def bit(self) -> int:
        """The bit that stands for it: that of its place in the list."""
        return 1 << list(HandoverItem).index(self)

    def is_ticked(self, ticked: int) -> bool:
        """Tell whether it is ticked."""
        return bool(ticked & self.bit)

    def toggled(self, ticked: int) -> int:
        """Return what is ticked after a tap on it."""
        return ticked ^ self.bit


EVERY_ITEM = sum(one.bit for one in HandoverItem)


@dataclass(frozen=True, slots=True)
class Handover:
    """Leadership that `leader` has offered to `successor`."""

    organisation: OrganisationId
    leader: MemberId
    successor: MemberId
    offered_at: datetime

    @property
    def number(self) -> int:
        """Tells it from other offers: when it was made, in microseconds."""
        return round(self.offered_at.timestamp() * 1_000_000)

    def stands(self, now: datetime) -> bool:
        """Tell whether it can still be accepted."""
        return now < self.offered_at + VALID_FOR
