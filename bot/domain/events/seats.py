"""Seats and the waiting list: by the order of answers, within capacity and quota."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from bot.domain.people.members import MemberId, OrganisationId


class Seat(StrEnum):
    """Whether somebody who wants to come has a seat, waits, or was offered one."""

    SEATED = "seated"
    OFFERED = "offered"
    WAITING = "waiting"


HOLDING = frozenset({Seat.SEATED, Seat.OFFERED})
"""States that occupy seats: an offered seat is held until the offer ends."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who wants to come, with guests: `size` seats, assigned together or not at all.

    A smaller `place` comes first. An offer ends at `offered_until` (UTC).
    """

    member: MemberId
    organisation: OrganisationId | None
    size: int
    place: int
    seat: Seat
    offered_until: datetime | None = None
    reachable: bool = True

    @property
    def holds(self) -> bool:
        """Tell whether this party occupies seats."""
        return self.seat in HOLDING

    def seated(self) -> "Party":
        """Return the party with seats."""
        return replace(self, seat=Seat.SEATED, offered_until=None)

    def waiting(self) -> "Party":
        """Return the party on the waiting list."""
        return replace(self, seat=Seat.WAITING, offered_until=None)


@dataclass(frozen=True)
class Roster:
    """All parties of an event by `place`; None means no limit."""

    capacity: int | None
    quota: int | None
    parties: tuple[Party, ...] = ()

    @cached_property
    def taken(self) -> int:
        """How many seats are taken or held."""
        return sum(party.size for party in self.parties if party.holds)

    @cached_property
    def taken_by(self) -> Counter[OrganisationId]:
        """How many seats each organisation has taken, guests included."""
        taken: Counter[OrganisationId] = Counter()
        for party in self.parties:
            if party.holds and party.organisation is not None:
                taken[party.organisation] += party.size
        return taken

    @property
    def line(self) -> tuple[Party, ...]:
        """The parties that wait, in order."""
        return tuple(party for party in self.parties if party.seat is Seat.WAITING)

    @property
    def is_full(self) -> bool:
        """Tell whether no seat is left."""
        return self.capacity is not None and self.taken >= self.capacity

    @property
    def is_overfull(self) -> bool:
        """Tell whether more seats are taken than the capacity or an organisation's quota allows."""
        over = self.capacity is not None and self.taken > self.capacity
        return over or any(self.overdrawn(organisation) for organisation in self.taken_by)

    def overdrawn(self, organisation: OrganisationId | None) -> bool:
        """Tell whether an organisation has more seats than its quota, guests included."""
        if self.quota is None or organisation is None:
            return False
        return self.taken_by[organisation] > self.quota

    def party(self, member: MemberId) -> Party | None:
        """Return the party of a person."""
        return next((party for party in self.parties if party.member == member), None)

    def number_in_line(self, member: MemberId) -> int | None:
        """Return a person's position in the waiting list, from 1."""
        numbers = (n for n, party in enumerate(self.line, 1) if party.member == member)
        return next(numbers, None)

    def fits(self, party: Party) -> bool:
        """Tell whether there is room for a party that holds no seats yet."""
        room = self.capacity is None or self.taken + party.size <= self.capacity
        if self.quota is None or party.organisation is None:
            return room
        return room and self.taken_by[party.organisation] + party.size <= self.quota

    def room_for(self, party: Party) -> int:
        """Return how many more seats a seated party could get."""
        others = self.without(party.member)
        rooms = [] if self.capacity is None else [self.capacity - others.taken]
        if self.quota is not None and party.organisation is not None:
            rooms.append(self.quota - others.taken_by[party.organisation])
        return max(0, min(rooms, default=party.size) - party.size)

    def largest(self, organisation: OrganisationId | None) -> int | None:
        """Return the size of the largest party of an organisation that could fit; None: any."""
        limits = [self.capacity, self.quota if organisation is not None else None]
        return min((limit for limit in limits if limit is not None), default=None)

    def with_party(self, party: Party) -> "Roster":
        """Return the roster with the party added, or replaced if the person has one."""
        others = [other for other in self.parties if other.member != party.member]
        ordered = tuple(sorted([*others, party], key=lambda one: one.place))
        return replace(self, parties=ordered)

    def without(self, member: MemberId) -> "Roster":
        """Return the roster without a person."""
        return replace(self, parties=tuple(p for p in self.parties if p.member != member))


@dataclass(frozen=True, slots=True)
class WaitlistPolicy:
    """How free seats are assigned, by the time left until the start.

    More than `promote_until` before it, the next in line gets the seat and is told; after that the
    seat is offered and held for `offer_for`; less than `call_from` before the start, all who wait
    are called.
    """

    promote_until: timedelta = timedelta(hours=48)
    call_from: timedelta = timedelta(hours=12)
    offer_for: timedelta = timedelta(hours=4)


Daytime = Callable[[MemberId, datetime], datetime]
"""Returns the end of a person's quiet hours if the moment lies in them, else the moment."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A roster after the rules were applied, and the people whose state changed.

    `promoted` got a seat, `offered` were offered one, `lapsed` left the waiting list because their
    offer ended, `unseated` are back on it because there are fewer seats, `called` may take a free
    seat: the first to answer gets it.
    """

    roster: Roster
    promoted: tuple[Party, ...] = ()
    offered: tuple[Party, ...] = ()
    lapsed: tuple[Party, ...] = ()
    unseated: tuple[Party, ...] = ()
    called: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """The time at which a roster is settled, the event's start (both UTC), and the policy."""

    now: datetime
    starts_at: datetime
    policy: WaitlistPolicy
    daytime: Daytime

    @property
    def is_early(self) -> bool:
        """Tell whether people get a seat without being asked."""
        return self.starts_at - self.now > self.policy.promote_until

    @property
    def is_late(self) -> bool:
        """Tell whether it is too late for offers."""
        return self.starts_at - self.now < self.policy.call_from

    def offer_end(self, member: MemberId) -> datetime:
        """Return when an offer made now ends: after quiet hours, and not after the start."""
        heard = self.daytime(member, self.now)
        return min(self.daytime(member, heard + self.policy.offer_for), self.starts_at)


def settle(
    before: Roster, after: Roster, moment: Moment, acting: MemberId | None = None
) -> Settlement:
    """Apply the rules to `after`, the changed `before`: end offers, assign free seats.

    Nobody is seated beyond capacity or quota: where there are too many, those who came last return
    to the waiting list. A free seat goes to the first party that fits, even past larger ones that
    do not, so that no seat stays empty while somebody waits for it. The `acting` person asked for
    the seat just now, and is seated without an offer.
    """
    roster, lapsed = _without_lapsed(after, moment.now)
    roster, unseated = _within_limits(roster)
    promoted: list[Party] = []
    offered = _cut_short(roster, moment.starts_at)
    for party in offered:
        roster = roster.with_party(party)
    for party in roster.line:
        if not roster.fits(party):
            continue
        if moment.is_early or party.member == acting:
            found = party.seated()
            promoted += [found] if party.member != acting else []
        elif moment.is_late or not party.reachable:
            continue
        else:
            end = moment.offer_end(party.member)
            found = replace(party, seat=Seat.OFFERED, offered_until=end)
            offered.append(found)
        roster = roster.with_party(found)
    called = _newly_fitting(before, roster) if moment.is_late else ()
    return Settlement(roster, tuple(promoted), tuple(offered), lapsed, unseated, called)


def _without_lapsed(roster: Roster, now: datetime) -> tuple[Roster, tuple[Party, ...]]:
    lapsed = tuple(p for p in roster.parties if p.offered_until and p.offered_until <= now)
    for party in lapsed:
        roster = roster.without(party.member)
    return roster, lapsed


def _cut_short(roster: Roster, starts_at: datetime) -> list[Party]:
    """Return the roster with offers that end no later than the start of a moved event."""
    late = (p for p in roster.parties if p.offered_until and p.offered_until > starts_at)
    return [replace(party, offered_until=starts_at) for party in late]


def _within_limits(roster: Roster) -> tuple[Roster, tuple[Party, ...]]:
    """Return the roster within its limits: parties that came last lose their seats."""
    if not roster.is_overfull:
        return roster, ()
    kept = replace(roster, parties=tuple(p for p in roster.parties if not p.holds))
    unseated: list[Party] = []
    for party in roster.parties:
        if party.holds:
            fits = kept.fits(party)
            unseated += [] if fits else [party.waiting()]
            kept = kept.with_party(party if fits else party.waiting())
    return kept, tuple(unseated)


def _newly_fitting(before: Roster, after: Roster) -> tuple[Party, ...]:
    """Return the waiting parties for which there is room now and was none before."""
    return tuple(p for p in after.line if after.fits(p) and not _could_sit(before, p.member))


def _could_sit(roster: Roster, member: MemberId) -> bool:
    party = roster.party(member)
    return party is not None and party.seat is Seat.WAITING and roster.fits(party)
