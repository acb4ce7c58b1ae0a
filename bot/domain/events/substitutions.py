"""Substitutions: a seat handed to a colleague of the same organisation, who confirms."""

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
    """Where a request stands; all but the first are final."""

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
        """Tell whether the colleague has still to answer."""
        return self.state is SubstitutionState.ASKED


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Those who could be asked to come to the event, by name."""

    event: Event
    people: Sequence[Member]


def require_ahead(event: Event, now: datetime) -> None:
    """Refuse to hand over seats of an event that is cancelled or has begun."""
    event.require_open(now)
    if now >= event.starts_at:
        raise EventHasBegun(event.title)


def require_seat(rsvp: Rsvp | None) -> None:
    """Refuse anybody who has no seat to hand over: they are not going, or wait for one."""
    if rsvp is None or rsvp.answer is not Answer.GOING:
        raise NotGoing
    if not rsvp.has_seat:
        raise NoSeatYet


def require_one_organisation(member: Member, colleague: Member | None) -> Member:
    """Return a colleague; refuse people of other organisations as if they were nobody."""
    if colleague is None or member.organisation is None:
        raise NotOfOneOrganisation
    if colleague.organisation != member.organisation:
        raise NotOfOneOrganisation
    return colleague


def may_stand_in(event: Event, colleague: Member) -> bool:
    """Tell whether the event lets a colleague in: a seat of the council stays in the council."""
    return event.audience.circle is not AudienceCircle.COUNCIL or event.audience.includes(colleague)


def handed_over(seated: Rsvp, now: datetime, order: int) -> tuple[Rsvp, Rsvp]:
    """Return the answers of the person who gave the seat away, and of the one who took it just now.

    The place in the order of answers, the seat and the guests go over whole. `order` is the id of
    the update that brought the yes.
    """
    taken = replace(seated, answered_at=now, order=order, confirmed_at=None)
    return Rsvp(Answer.DECLINED, now, order), taken
