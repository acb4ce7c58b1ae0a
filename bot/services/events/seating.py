"""Settle seats after an act, and tell the people concerned."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import OfferLapsed, SeatCalled, SeatLost, SeatOffered, SeatPromoted
from bot.domain.events.seats import Moment, Party, Roster, Seat, Settlement, settle
from bot.domain.notices import Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.announcements.copies import catch_up
from bot.services.events.news import refresh_cards, refresh_seats
from bot.services.events.requests import withdraw_request
from bot.services.rules import AllianceRules


def reseat(
    tx: Transaction,
    event: Event,
    before: Roster,
    after: Roster,
    rules: AllianceRules,
    now: datetime,
    acting: MemberId | None = None,
) -> Settlement:
    """Settle what an act changed, save the seats, and tell everybody but the acting person.

    `after` is the stored roster, with the act already saved.
    """

    def daytime(member: MemberId, moment: datetime) -> datetime:
        return rules.daytime_of(tx.members.get(member), moment)

    moment = Moment(now, event.starts_at, rules.waitlist, daytime)
    settled = settle(before, after, moment, acting)
    tx.rsvps.save_seats(event.id, after, settled.roster)
    for party in settled.unseated:
        withdraw_request(tx, event.id, party.member, now)
    told = _told(event, settled)
    notices = (
        _notice(event, party.member, subject, now, daytime(party.member, now))
        for party, subject in told
    )
    tx.outbox.add([notice for notice in notices if notice.not_before < event.starts_at], now)
    elsewhere = _elsewhere(before, settled.roster) - {acting}
    refresh_seats(tx, event, {party.member for party, _ in told}, elsewhere, now)
    if before.is_full is not settled.roster.is_full:
        refresh_cards(tx, event, now)
    return settled


def pass_over(
    tx: Transaction, event: EventId, member: MemberId, rules: AllianceRules, now: datetime
) -> None:
    """Offer the seat that was held for somebody to the next person: the offer did not arrive.

    They keep their position in the waiting list.
    """
    found = tx.events.get(event)
    if found is None or found.is_cancelled:
        return
    before = tx.rsvps.roster(found)
    party = before.party(member)
    if party is not None and party.seat is Seat.OFFERED:
        after = before.with_party(party.waiting())
        tx.rsvps.save_seats(found.id, before, after)
        reseat(tx, found, before, after, rules, now)


def welcome_back(tx: Transaction, member: MemberId, rules: AllianceRules, now: datetime) -> None:
    """Note that messages reach a person again, and catch up on what they missed.

    Seats are not offered to unreachable people (`settle`), nor are their copies of announcements
    corrected.
    """
    tx.members.save_reachable(member, now, reachable=True)
    catch_up(tx, member, now)
    for event in tx.events.ending_after(now):
        roster = tx.rsvps.roster(event)
        if roster.number_in_line(member) is not None and not event.is_cancelled:
            reseat(tx, event, roster.without(member), roster, rules, now)


def _told(event: Event, settled: Settlement) -> list[tuple[Party, Subject]]:
    def each(parties: Iterable[Party], subject: Subject) -> list[tuple[Party, Subject]]:
        return [(party, subject) for party in parties]

    return [
        *each(settled.promoted, SeatPromoted(event.id)),
        *(
            (party, SeatOffered(event.id, party.offered_until))
            for party in settled.offered
            if party.offered_until is not None
        ),
        *each(settled.called, SeatCalled(event.id)),
        *each(settled.lapsed, OfferLapsed(event.id)),
        *each(settled.unseated, SeatLost(event.id)),
    ]


def _notice(
    event: Event, member: MemberId, subject: Subject, now: datetime, not_before: datetime
) -> Notice:
    key = f"seat:{event.id}:{member}:{subject.kind}:{now.timestamp():.6f}"
    return Notice(key, member, subject, Priority.REMINDER, not_before)


def _elsewhere(before: Roster, after: Roster) -> set[MemberId]:
    """Return people who still wait, but at another position or with another chance of a seat."""
    old = {p.member: (number, before.fits(p)) for number, p in enumerate(before.line)}
    new = {p.member: (number, after.fits(p)) for number, p in enumerate(after.line)}
    return {member for member, stands in new.items() if old.get(member, stands) != stands}
