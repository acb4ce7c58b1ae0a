"""Compose the views of an event, for every service that shows it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import count

from bot.domain.events.attendance import Attendee, Attendees, by_organisation_and_name
from bot.domain.events.cards import EventBoard, EventCard
from bot.domain.events.doors import Door, Presence
from bot.domain.events.events import Event
from bot.domain.events.rsvps import Answer, Rsvp, Turnout
from bot.domain.events.seats import Seat
from bot.domain.events.views import EventView
from bot.domain.people.members import Member, MemberId
from bot.ports import Transaction


def event_card(tx: Transaction, event: Event, member: Member, now: datetime) -> EventCard:
    """Return the event as a member sees it."""
    rsvp = tx.rsvps.get(event.id, member.id)
    asked = tx.substitutions.open_of(event.id, member.id) if rsvp and rsvp.has_seat else None
    colleague = tx.members.get(asked.colleague) if asked else None
    return EventCard(
        event,
        rsvp,
        now,
        number=number_in_line(tx, event, rsvp),
        taken=tx.rsvps.taken(event.id) if event.capacity is not None else None,
        muted=tx.events.muted(event.id, member.id),
        series_ahead=_series_ahead(tx, event, now),
        substitute=colleague.name if colleague else None,
        stand_in=_stand_in(tx, event, member.id, rsvp),
        rhythm=None if event.series is None else tx.events.rhythm(event.series),
        called=_is_called(tx, event, member, rsvp),
        of_organisation=member.organisation is not None,
        invited=event.audience.includes(member) and not event.is_scheduled,
    )


def _stand_in(tx: Transaction, event: Event, member: MemberId, rsvp: Rsvp | None) -> str | None:
    """Return the colleague who took over the person's seat, if any."""
    if rsvp is None or rsvp.answer is not Answer.DECLINED:
        return None
    colleague = tx.substitutions.accepted_by(event.id, member)
    theirs = tx.rsvps.get(event.id, colleague) if colleague else None
    person = tx.members.get(colleague) if colleague and theirs and theirs.has_seat else None
    return person.name if person else None


def _is_called(tx: Transaction, event: Event, member: Member, rsvp: Rsvp | None) -> bool:
    """Tell whether somebody who waits could have a seat at once."""
    if rsvp is None or rsvp.seat is not Seat.WAITING:
        return False
    roster = tx.rsvps.roster(event)
    party = roster.party(member.id)
    return party is not None and roster.fits(party)


def number_in_line(tx: Transaction, event: Event, rsvp: Rsvp | None) -> int | None:
    """Return the person's position in the waiting list; None for others."""
    if rsvp is None or rsvp.seat is not Seat.WAITING or rsvp.place is None:
        return None
    return tx.rsvps.number_in_line(event.id, rsvp.place)


def event_board(
    tx: Transaction, event: Event, now: datetime, people: list[Member] | None = None
) -> EventBoard:
    """Return the event with its counts; `people` are all members, if the caller has them."""
    everybody = tx.members.all() if people is None else people
    told = [member for member in everybody if event.audience.includes(member)]
    turnout = _counted(tx.rsvps.turnout(event.id), told, tx.rsvps.answerers(event.id))
    return EventBoard(
        event,
        turnout,
        now,
        taken=tx.rsvps.taken(event.id) if event.capacity is not None else None,
        arrived=tx.doors.count_arrivals(event.id),
        series_ahead=_series_ahead(tx, event, now),
        posted=bool(tx.shown.of(EventView, event.id, EventView.POST)),
    )


def _counted(turnout: Turnout, told: list[Member], answered: frozenset[MemberId]) -> Turnout:
    reached = [member for member in told if member.has_joined and member.reachable]
    every = _organisations(told)
    return replace(
        turnout,
        silent=sum(member.has_joined and member.id not in answered for member in told),
        organisations=len(_organisations(m for m in told if m.id in answered)),
        organisations_told=len(every),
        organisations_unreached=len(every - _organisations(reached)),
    )


def _organisations(members: Iterable[Member]) -> set[int]:
    return {member.organisation for member in members if member.organisation is not None}


def event_attendees(tx: Transaction, event: Event) -> Attendees:
    """Return everybody of the event by name: the audience, who answered, who came."""
    arrivals = tx.doors.arrivals(event.id)
    numbers = count(1)
    answered = [
        Attendee(
            member,
            rsvp,
            next(numbers) if rsvp.seat is Seat.WAITING else None,
            arrivals.get(member.id),
        )
        for member, rsvp in tx.rsvps.answered(event.id)
    ]
    known = {person.member.id for person in answered}
    rest = [
        Attendee(
            member,
            arrived_at=arrivals.get(member.id),
            told=member.has_joined and event.audience.includes(member) and not event.is_scheduled,
        )
        for member in by_organisation_and_name(tx.members.all())
        if member.id not in known and (event.audience.includes(member) or member.id in arrivals)
    ]
    return Attendees(event, (*answered, *rest))


def event_door(tx: Transaction, event: Event, viewer: Member, now: datetime) -> Door:
    """Return who came to the event, by organisation: those with the most seats first."""
    arrivals = tx.doors.arrivals(event.id)
    seated = [member for member, rsvp in tx.rsvps.answered(event.id) if rsvp.has_seat]
    expected = {member.id for member in seated}
    others = [tx.members.get(member) for member in arrivals.keys() - expected]
    counts: dict[str, tuple[int, int]] = {}
    for member in [*seated, *(member for member in others if member)]:
        name = member.organisation_name or ""
        seats, came = counts.get(name, (0, 0))
        counts[name] = (seats + (member.id in expected), came + (member.id in arrivals))
    presences = (Presence(name, *count) for name, count in counts.items())
    ordered = sorted(presences, key=lambda one: (-one.seated, one.organisation))
    return Door(
        event,
        len(seated),
        len(arrivals),
        tuple(ordered),
        now,
        unexpected=len(others),
        by_organiser=viewer.is_organiser,
    )


def _series_ahead(tx: Transaction, event: Event, now: datetime) -> int:
    return 1 if event.series is None else tx.events.count_series(event.series, now)
