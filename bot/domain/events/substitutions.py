"""Substitutions: a seat is handed to a colleague of the same organisation, who confirms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.events.audiences import AudienceCircle
from bot.domain.events.events import Event, EventId
from bot.domain.events.refusals import EventHasBegun, NoSeatYet, NotGoing, NotOfOneOrganisation
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.people.members import Member, MemberId

SubstitutionId = NewType("SubstitutionId", int)


class SubstitutionState(StrEnum):
    """The state of a request; all but the first are final."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Substitution:
    """`member` asked `colleague` to come to the event instead."""

    id: SubstitutionId
    event: EventId
    member: MemberId
    colleague: MemberId
    state: SubstitutionState

    @property
    def is_open(self) -> bool:
        """Tell whether the colleague has not answered yet."""
        return self.state is SubstitutionState.ASKED


@dataclass(frozen=True, slots=True)
class Colleagues:
    """People of the organisation who could be asked to replace the person, by name."""

    event: Event
    people: Sequence[Member]


def require_ahead(event: Event, now: datetime) -> None:
    """Refuse an event that is cancelled or has begun."""
    event.require_open(now)
    if now >= event.starts_at:
        raise EventHasBegun(event.title)


def require_seat(rsvp: Rsvp | None) -> None:
    """Refuse a person who has no seat to hand over: they are not going, or wait for one."""
    if rsvp is None or rsvp.answer is not Answer.GOING:
        raise NotGoing
    if not rsvp.has_seat:
        raise NoSeatYet


def require_one_organisation(member: Member, colleague: Member | None) -> Member:
    """Return the colleague; refuse people of other organisations as if they did not exist."""
    if colleague is None or member.organisation is None:
        raise NotOfOneOrganisation
    if colleague.organisation != member.organisation:
        raise NotOfOneOrganisation
    return colleague


def may_stand_in(event: Event, colleague: Member) -> bool:
    """Tell whether the event lets the colleague in: a council seat stays in the council."""
    return event.audience.circle is not AudienceCircle.COUNCIL or event.audience.includes(colleague)


def handed_over(seated: Rsvp, now: datetime, order: int) -> tuple[Rsvp, Rsvp]:
    """Return both answers after the handover: of the person who gave the seat, and of the other.

    The colleague gets the place in the order of answers, the seat and the guests. `order` is the id
    of the update with their confirmation.
    """
    taken = replace(seated, answered_at=now, order=order, confirmed_at=None)
    return Rsvp(Answer.DECLINED, now, order), taken
