"""Who has a seat and who waits: by the order of the answers, within capacity and quota."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from bot.domain.people.members import MemberId, OrganisationId


class Seat(StrEnum):
    """Where somebody who wants to come stands."""

    SEATED = "seated"
    OFFERED = "offered"
    WAITING = "waiting"


HOLDING = frozenset({Seat.SEATED, Seat.OFFERED})
"""Those for whom seats are taken: an offered seat is held until the offer ends."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who wants to come, with their guests: `size` seats, together or not at all.

    `place` gives the order: the smaller came first. An offer ends at `offered_until` (UTC).
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
        """Tell whether seats are taken for this party."""
        return self.seat in HOLDING

    def seated(self) -> "Party":
        """Return the party in its seats."""
        return replace(self, seat=Seat.SEATED, offered_until=None)

    def waiting(self) -> "Party":
        """Return the party in the line."""
        return replace(self, seat=Seat.WAITING, offered_until=None)


@dataclass(frozen=True)
class Roster:
    """Everybody who wants to come, in the order of their places; None is no limit."""

    capacity: int | None
    quota: int | None
    parties: tuple[Party, ...] = ()

    @cached_property
    def taken(self) -> int:
        """How many seats are taken or held."""
        return sum(party.size for party in self.parties if party.holds)

    @cached_property
    def taken_by(self) -> Counter[OrganisationId]:
        """How many seats each organisation has taken; guests count as theirs."""
        taken: Counter[OrganisationId] = Counter()
        for party in self.parties:
            if party.holds and party.organisation is not None:
                taken[party.organisation] += party.size
        return taken

    @property
    def line(self) -> tuple[Party, ...]:
        """Those who wait, in their order."""
        return tuple(party for party in self.parties if party.seat is Seat.WAITING)

    @property
    def is_full(self) -> bool:
        """Tell whether no seat is left."""
        return self.capacity is not None and self.taken >= self.capacity

    @property
    def is_overfull(self) -> bool:
        """Tell whether more seats are taken than there are, overall or by an organisation."""
        over = self.capacity is not None and self.taken > self.capacity
        return over or any(self.overdrawn(organisation) for organisation in self.taken_by)

    def overdrawn(self, organisation: OrganisationId | None) -> bool:
        """Tell whether an organisation has more seats than its quota; guests count too."""
        if self.quota is None or organisation is None:
            return False
        return self.taken_by[organisation] > self.quota

    def party(self, member: MemberId) -> Party | None:
        """Return the party of a person."""
        return next((party for party in self.parties if party.member == member), None)

    def number_in_line(self, member: MemberId) -> int | None:
        """Return a person's number among those who wait, from 1."""
        numbers = (n for n, party in enumerate(self.line, 1) if party.member == member)
        return next(numbers, None)

    def fits(self, party: Party) -> bool:
        """Tell whether there is room for a party that holds no seats yet."""
        room = self.capacity is None or self.taken + party.size <= self.capacity
        if self.quota is None or party.organisation is None:
            return room
        return room and self.taken_by[party.organisation] + party.size <= self.quota

    def room_for(self, party: Party) -> int:
        """Return how many seats more a party that sits already could have."""
        others = self.without(party.member)
        rooms = [] if self.capacity is None else [self.capacity - others.taken]
        if self.quota is not None and party.organisation is not None:
            rooms.append(self.quota - others.taken_by[party.organisation])
        return max(0, min(rooms, default=party.size) - party.size)

    def largest(self, organisation: OrganisationId | None) -> int | None:
        """Return how large a party of an organisation may be to sit together; None is no limit."""
        limits = [self.capacity, self.quota if organisation is not None else None]
        return min((limit for limit in limits if limit is not None), default=None)

    def with_party(self, party: Party) -> "Roster":
        """Return the roster with the party added, or in place of the person's former one."""
        others = [other for other in self.parties if other.member != party.member]
        ordered = tuple(sorted([*others, party], key=lambda one: one.place))
        return replace(self, parties=ordered)

    def without(self, member: MemberId) -> "Roster":
        """Return the roster without a person."""
        return replace(self, parties=tuple(p for p in self.parties if p.member != member))


@dataclass(frozen=True, slots=True)
class WaitlistPolicy:
    """How a free seat finds the next in line, by the time left until the start.

    Earlier than `promote_until` before it the next is seated and told; then the seat is offered
    and held for `offer_for`; later than `call_from` before the start all who wait are called.
    """

    promote_until: timedelta = timedelta(hours=48)
    call_from: timedelta = timedelta(hours=12)
    offer_for: timedelta = timedelta(hours=4)


Daytime = Callable[[MemberId, datetime], datetime]
"""Gives the end of a person's quiet hours if the moment lies within them, else the moment."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A roster in order again, and whom that concerns.

    `promoted` got a seat from the line, `offered` are asked whether they take one, `lapsed` left
    the line because their offer ended, `unseated` are back in it because there are fewer seats,
    `called` may take a seat that is free, first come.
    """

    roster: Roster
    promoted: tuple[Party, ...] = ()
    offered: tuple[Party, ...] = ()
    lapsed: tuple[Party, ...] = ()
    unseated: tuple[Party, ...] = ()
    called: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """When a roster is settled: now, the event's start (both UTC), and what then holds."""

    now: datetime
    starts_at: datetime
    policy: WaitlistPolicy
    daytime: Daytime

    @property
    def is_early(self) -> bool:
        """Tell whether the next in line are seated without being asked."""
        return self.starts_at - self.now > self.policy.promote_until

    @property
    def is_late(self) -> bool:
        """Tell whether it is too late for offers."""
        return self.starts_at - self.now < self.policy.call_from

    def offer_end(self, member: MemberId) -> datetime:
        """Return when an offer made now ends: counted from the morning, before the start."""
        heard = self.daytime(member, self.now)
        return min(self.daytime(member, heard + self.policy.offer_for), self.starts_at)


def settle(
    before: Roster, after: Roster, moment: Moment, acting: MemberId | None = None
) -> Settlement:
    """Put `after`, what became of `before`, in order: offers end, seats are found, none is lost.

    Nobody is seated beyond capacity or quota: where there are too many, those who came last go
    back to the line. A free seat goes to the first in line whom it fits, and past those whom it
    does not: no seat stays empty while somebody waits for it. Anybody who is `acting` asked for the
    seat just now and is seated without an offer.
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
    """Return offers that a moved event would begin before: they end with its start."""
    late = (p for p in roster.parties if p.offered_until and p.offered_until > starts_at)
    return [replace(party, offered_until=starts_at) for party in late]


def _within_limits(roster: Roster) -> tuple[Roster, tuple[Party, ...]]:
    """Return the roster with no more seats taken than there are: who came last gives way."""
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
    """Return those in line for whom there is room now and was none before."""
    return tuple(p for p in after.line if after.fits(p) and not _could_sit(before, p.member))


def _could_sit(roster: Roster, member: MemberId) -> bool:
    party = roster.party(member)
    return party is not None and party.seat is Seat.WAITING and roster.fits(party)
