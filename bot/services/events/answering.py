"""Record answers and assign seats, in the order in which the answers came."""

from dataclasses import replace
from datetime import datetime

from bot.domain.events.events import Event
from bot.domain.events.refusals import (
    GuestNameMissing,
    NoRoomForGuests,
    NotGoing,
    PartyTooLarge,
    TooManyGuests,
)
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Party, Roster, Seat
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.events.requests import withdraw_request
from bot.services.events.seating import reseat
from bot.services.rules import AllianceRules


def take_answer(
    tx: Transaction,
    event: Event,
    member: Member,
    answer: Answer,
    order: int,
    rules: AllianceRules,
    now: datetime,
) -> Rsvp:
    """Save an answer unless a later one, by `order`, was saved; return the answer that holds.

    Refuses newcomers after the RSVP deadline, and a party larger than the event or the quota.
    """
    said = tx.rsvps.get(event.id, member.id)
    if said is not None and said.overtaken_by(order, now):
        return said
    current = None if said is None or said.lapsed(now) else said
    taken = _said(tx, event, current, answer, order, now)
    if taken.place is None and current is not None:
        withdraw_request(tx, event.id, member.id, now)
    return save_answer(tx, event, member, taken, rules, now)


def _said(
    tx: Transaction, event: Event, current: Rsvp | None, answer: Answer, order: int, now: datetime
) -> Rsvp:
    """Return the answer before a seat is assigned."""
    if current is not None and current.answer is answer:
        return current.confirmed(now, order)
    known = current is not None and current.is_concerned
    if answer is Answer.GOING or (answer is Answer.MAYBE and not known):
        event.require_newcomers(now)
    if answer is not Answer.GOING:
        return Rsvp(answer, now, order)
    seat = Seat.WAITING if event.is_limited else Seat.SEATED
    return Rsvp(answer, now, order, seat=seat, place=tx.rsvps.next_place(event.id))


def save_answer(
    tx: Transaction, event: Event, member: Member, said: Rsvp, rules: AllianceRules, now: datetime
) -> Rsvp:
    """Save an answer and settle the seats; refuse a party larger than the event or the quota."""
    if not event.is_limited and said.seat is not Seat.WAITING:
        tx.rsvps.save(event.id, member.id, said)
        return said
    before = tx.rsvps.roster(event)
    largest = before.largest(member.organisation)
    if largest is not None and said.size > largest:
        raise PartyTooLarge(largest)
    tx.rsvps.save(event.id, member.id, said)
    after = _after(before, member, said)
    party = reseat(tx, event, before, after, rules, now, member.id).roster.party(member.id)
    if party is None:
        return said
    return replace(said, seat=party.seat, offered_until=party.offered_until)


def _after(before: Roster, member: Member, said: Rsvp) -> Roster:
    if said.place is None:
        return before.without(member.id)
    return before.with_party(party_of(member, said))


def party_of(member: Member, rsvp: Rsvp) -> Party:
    """Return the person and their guests as one party; refuse anybody who is not going."""
    if rsvp.place is None or rsvp.seat is None:
        raise NotGoing
    return Party(
        member.id,
        member.organisation,
        rsvp.size,
        rsvp.place,
        rsvp.seat,
        rsvp.offered_until,
        member.reachable,
    )


def bring_guests(
    tx: Transaction,
    event: Event,
    member: Member,
    guests: int,
    names: tuple[str, ...],
    rules: AllianceRules,
    now: datetime,
) -> Rsvp:
    """Save with how many guests somebody comes; return where that puts the party.

    Refuses more guests than the event takes, or than there is room for, and names that are missing.
    """
    current = tx.rsvps.get(event.id, member.id)
    if current is None or current.place is None or current.lapsed(now):
        raise NotGoing
    if not 0 <= guests <= max(event.guests, current.guests):
        raise TooManyGuests(event.guests)
    if event.guests_named and guests != len(names):
        raise GuestNameMissing
    if guests > current.guests:
        event.require_newcomers(now)
    said = replace(current, guests=guests, guest_names=names)
    more = said.size - current.size
    if event.is_limited and current.seat is not Seat.WAITING and more > 0:
        room = tx.rsvps.roster(event).room_for(party_of(member, current))
        if room < more:
            raise NoRoomForGuests(room)
    return save_answer(tx, event, member, said, rules, now)
