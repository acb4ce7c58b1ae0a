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


@dataclass(frozen=True, slots=True)
class Handover:
    """Leadership that `leader` has offered to `successor`."""

    organisation: OrganisationId
    leader: MemberId
    successor: MemberId
    offered_at: datetime

    def stands(self, now: datetime) -> bool:
        """Tell whether it can still be accepted."""
        return now < self.offered_at + VALID_FOR
