"""Who has a seat and who waits: each rule by example, and all of them under random acts."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.events.seats import Moment, Party, Roster, Seat, Settlement, WaitlistPolicy, settle
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.quiet_hours import QuietHours

HOUR = timedelta(hours=1)
TICK = timedelta(microseconds=1)
ZONE = ZoneInfo("Asia/Yekaterinburg")
NIGHT = QuietHours(time(22), time(9))
START = datetime(2026, 12, 10, 13, 0, tzinfo=UTC)  # 18:00 in Yekaterinburg
POLICY = WaitlistPolicy()
EARLY, MIDDLE, LATE = START - 72 * HOUR, START - 30 * HOUR, START - 6 * HOUR
S, A, W = Seat.SEATED, Seat.OFFERED, Seat.WAITING


def daytime(_member: MemberId, moment: datetime) -> datetime:
    return NIGHT.end_after(moment, ZONE)


def at(now: datetime) -> Moment:
    return Moment(now, START, POLICY, daytime)


def a_party(
    number: int,
    seat: Seat = W,
    size: int = 1,
    organisation: int | None = None,
    *,
    reachable: bool = True,
) -> Party:
    """Return the party of member `number`, who answered as the `number`-th."""
    until = START - HOUR if seat is A else None
    belongs = None if organisation is None else OrganisationId(organisation)
    return Party(MemberId(number), belongs, size, number, seat, until, reachable)


def a_roster(*parties: Party, capacity: int | None = None, quota: int | None = None) -> Roster:
    return Roster(capacity, quota, parties)


def seats(roster: Roster) -> list[Seat]:
    return [party.seat for party in roster.parties]


def members(parties: tuple[Party, ...]) -> list[int]:
    return [party.member for party in parties]


def settled(roster: Roster, now: datetime = EARLY, acting: int | None = None) -> Settlement:
    return settle(roster, roster, at(now), None if acting is None else MemberId(acting))


def left(roster: Roster, number: int, now: datetime) -> Settlement:
    """Return what becomes of a roster once somebody has withdrawn."""
    return settle(roster, roster.without(MemberId(number)), at(now), MemberId(number))


# --- a roster ------------------------------------------------------------------------------------


def test_offered_seats_are_held_and_guests_count_as_their_hosts_organisation() -> None:
    roster = a_roster(a_party(1, S, 2, 7), a_party(2, A, 3, 7), a_party(3, W, 4, 7), capacity=9)
    assert roster.taken == 5
    assert roster.taken_by == {7: 5}
    assert members(roster.line) == [3]
    assert roster.number_in_line(MemberId(3)) == 1
    assert roster.number_in_line(MemberId(1)) is None


@pytest.mark.parametrize(
    ("capacity", "quota", "organisation", "size", "fits"),
    [
        (None, None, 7, 50, True),
        (5, None, 7, 3, True),
        (5, None, 7, 4, False),
        (9, 3, 7, 1, True),
        (9, 3, 7, 2, False),
        (9, 3, 8, 3, True),
        (9, 3, 8, 4, False),
        (9, 3, None, 7, True),
        (None, 3, 7, 2, False),
    ],
)
def test_a_party_fits_within_capacity_and_quota_as_a_whole(
    capacity: int | None, quota: int | None, organisation: int | None, size: int, fits: bool
) -> None:
    roster = a_roster(a_party(1, S, 2, 7), capacity=capacity, quota=quota)
    assert roster.fits(a_party(2, W, size, organisation)) is fits


@pytest.mark.parametrize(
    ("capacity", "quota", "organisation", "largest"),
    [
        (None, None, 7, None),
        (2, None, 7, 2),
        (9, 2, 7, 2),
        (2, 9, 7, 2),
        (None, 3, 7, 3),
        (9, 2, None, 9),
        (None, 2, None, None),
    ],
)
def test_a_party_is_at_most_as_large_as_capacity_and_its_quota_allow(
    capacity: int | None, quota: int | None, organisation: int | None, largest: int | None
) -> None:
    belongs = None if organisation is None else OrganisationId(organisation)
    assert a_roster(capacity=capacity, quota=quota).largest(belongs) == largest


def test_a_party_that_sits_grows_into_what_is_free_and_its_quota_leaves() -> None:
    mine = a_party(1, S, 2, 7)
    others = (a_party(2, S, 1, 7), a_party(3, S, 2, 8))
    assert a_roster(mine, *others, capacity=9).room_for(mine) == 4
    assert a_roster(mine, *others, capacity=9, quota=4).room_for(mine) == 1
    assert a_roster(mine, *others, capacity=5).room_for(mine) == 0
    assert a_roster(mine, *others, capacity=3).room_for(mine) == 0
    alone = replace(mine, organisation=None)
    assert a_roster(alone, *others, capacity=9, quota=1).room_for(alone) == 4


def test_a_roster_is_in_the_order_of_places_who_comes_into_it_last() -> None:
    roster = a_roster(a_party(1), a_party(3)).with_party(a_party(2)).with_party(a_party(1, S))
    assert members(roster.parties) == [1, 2, 3]
    assert seats(roster) == [S, W, W]


# --- the three regimes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "seat", "promoted", "offered", "called"),
    [
        (START - 48 * HOUR - TICK, S, [2], [], []),
        (START - 48 * HOUR, A, [], [2], []),
        (START - 12 * HOUR, A, [], [2], []),
        (START - 12 * HOUR + TICK, W, [], [], [2, 3]),
    ],
)
def test_a_free_seat_is_given_then_offered_then_called_out(
    now: datetime, seat: Seat, promoted: list[int], offered: list[int], called: list[int]
) -> None:
    full = a_roster(a_party(1, S), a_party(2), a_party(3), capacity=1)
    after = left(full, 1, now)
    assert seats(after.roster) == [seat, W]
    assert (members(after.promoted), members(after.offered)) == (promoted, offered)
    assert members(after.called) == called


def test_who_acts_has_the_seat_without_an_offer_and_is_not_told_of_it() -> None:
    for now in (EARLY, MIDDLE, LATE):
        after = settled(a_roster(a_party(1, S), a_party(2), capacity=2), now, acting=2)
        assert seats(after.roster) == [S, S]
        assert (after.promoted, after.offered, after.called) == ((), (), ())


def test_a_large_party_is_passed_by_who_fits_and_keeps_its_place() -> None:
    roster = a_roster(a_party(1, S), a_party(2, W, 3), a_party(3, W, 2), capacity=3)
    after = settled(roster)
    assert seats(after.roster) == [S, W, S]
    assert after.roster.number_in_line(MemberId(2)) == 1


def test_an_organisation_with_its_quota_waits_while_others_are_seated() -> None:
    roster = a_roster(a_party(1, S, 1, 7), a_party(2, W, 1, 7), a_party(3, W, 1, 8), capacity=3)
    after = settled(replace(roster, quota=1))
    assert seats(after.roster) == [S, W, S]


def test_whom_no_message_reaches_is_not_offered_a_seat_but_given_one_early() -> None:
    lost = a_party(1, reachable=False)
    roster = a_roster(lost, a_party(2), capacity=1)
    assert seats(settled(roster, MIDDLE).roster) == [W, A]
    assert seats(settled(roster, EARLY).roster) == [S, W]
    assert seats(settled(roster, MIDDLE, acting=1).roster) == [S, W]


# --- offers --------------------------------------------------------------------------------------


def test_an_offer_that_ended_leaves_the_line_and_the_next_is_asked() -> None:
    roster = a_roster(replace(a_party(1, A), offered_until=MIDDLE), a_party(2), capacity=1)
    assert seats(settled(roster, MIDDLE - TICK).roster) == [A, W]
    after = settled(roster, MIDDLE)
    assert members(after.lapsed) == [1]
    assert (members(after.roster.parties), seats(after.roster)) == ([2], [A])


def test_the_seat_of_an_offer_that_ended_late_is_called_out_once() -> None:
    roster = a_roster(replace(a_party(1, A), offered_until=LATE), a_party(2), capacity=1)
    after = settled(roster, LATE)
    assert members(after.called) == [2]
    again = settled(after.roster, LATE + HOUR)
    assert again.called == ()


@pytest.mark.parametrize(
    ("hour", "ends"),
    [
        (10, datetime(2026, 12, 9, 9, 0, tzinfo=UTC)),  # 10:00 by the clock, until 14:00
        (17, datetime(2026, 12, 9, 16, 0, tzinfo=UTC)),  # until 21:00
        (18, datetime(2026, 12, 10, 4, 0, tzinfo=UTC)),  # 22:00 is night: until 9:00
        (23, datetime(2026, 12, 10, 8, 0, tzinfo=UTC)),  # heard of at 9:00, until 13:00
    ],
)
def test_no_offer_ends_at_night_and_its_time_begins_when_it_is_heard_of(
    hour: int, ends: datetime
) -> None:
    now = datetime(2026, 12, 9, hour, 0, tzinfo=ZONE).astimezone(UTC)
    (offered,) = settled(a_roster(a_party(1), capacity=1), now).offered
    assert offered.offered_until == ends


def test_no_offer_ends_after_the_start() -> None:
    policy = replace(POLICY, offer_for=40 * HOUR)
    roster = a_roster(a_party(1), capacity=1)
    (offered,) = settle(roster, roster, Moment(MIDDLE, START, policy, daytime)).offered
    assert offered.offered_until == START


def test_an_offer_that_would_outlast_the_new_start_of_a_moved_event_is_made_again() -> None:
    """What the person was told is no longer true, so they are told again."""
    holds = replace(a_party(1, A), offered_until=START + HOUR)
    after = settled(a_roster(holds, a_party(2, A), capacity=2), MIDDLE)
    assert [party.offered_until for party in after.roster.parties] == [START, START - HOUR]
    assert [(party.member, party.offered_until) for party in after.offered] == [(1, START)]


# --- fewer and more seats ------------------------------------------------------------------------


def test_where_there_are_fewer_seats_those_who_came_last_go_back_to_the_line() -> None:
    roster = a_roster(a_party(1, S), a_party(2, S), a_party(3, A), a_party(4), capacity=1)
    after = settled(roster, MIDDLE)
    assert seats(after.roster) == [S, W, W, W]
    assert members(after.unseated) == [2, 3]
    assert all(party.offered_until is None for party in after.roster.parties)


def test_a_lower_quota_unseats_the_last_of_that_organisation_alone() -> None:
    parties = (a_party(1, S, 1, 7), a_party(2, S, 1, 7), a_party(3, S, 1, 8), a_party(4, S))
    after = settled(a_roster(*parties, capacity=9, quota=1))
    assert seats(after.roster) == [S, W, S, S]
    assert members(after.unseated) == [2]


def test_no_limit_at_all_seats_everybody() -> None:
    roster = a_roster(a_party(1, S), *(a_party(n, W, n) for n in range(2, 9)))
    assert set(seats(settled(roster).roster)) == {S}


def test_who_waits_unasked_while_nothing_changes_stays_where_they_are() -> None:
    roster = a_roster(a_party(1, S), a_party(2, W, 2), capacity=2)
    for now in (EARLY, MIDDLE, LATE):
        assert settled(roster, now) == Settlement(roster)


# --- random acts against a simple model ----------------------------------------------------------


@dataclass
class Person:
    """What the model knows of somebody who wants to come."""

    place: int
    size: int
    seat: Seat
    until: datetime | None = None
    could_sit: bool = False  # waits, though there is room: had their call, or cannot be reached


PEOPLE = st.integers(1, 12)
SIZES = st.integers(1, 4)
LIMITS = st.one_of(st.none(), st.integers(1, 8))
UNREACHABLE = frozenset({5, 10})


def organisation_of(member: int) -> int | None:
    """Three organisations of some people each, and some of none."""
    return None if member % 4 == 0 else member % 4


class Waitlist(RuleBasedStateMachine):
    """Drives `settle` and, beside it, a model that knows people and nothing of rosters."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START - 80 * HOUR
        self.roster = Roster(3, None)
        self.model: dict[int, Person] = {}
        self.places = 0
        self.fallen = False

    # --- acts ------------------------------------------------------------------------------

    @rule(member=PEOPLE, size=SIZES)
    def answers(self, member: int, size: int) -> None:
        if member in self.model:
            self._changes(member, replace_size=None)
            return
        if not self._could_ever_sit(member, size):
            return
        self.places += 1
        self.model[member] = Person(self.places, size, W)
        party = Party(
            *(MemberId(member), _organisation(member), size, self.places, W),
            reachable=member not in UNREACHABLE,
        )
        self._settles(self.roster.with_party(party), acting=member)

    @rule(member=PEOPLE)
    def withdraws(self, member: int) -> None:
        if self.model.pop(member, None):
            self._settles(self.roster.without(MemberId(member)), acting=member)

    @rule(member=PEOPLE, size=SIZES)
    def brings(self, member: int, size: int) -> None:
        if member in self.model and self._could_ever_sit(member, size):
            self._changes(member, replace_size=size)

    @rule(member=PEOPLE, colleague=PEOPLE)
    def is_substituted(self, member: int, colleague: int) -> None:
        mine = self.model.get(member)
        same = organisation_of(member) == organisation_of(colleague)
        if mine is None or mine.seat is not S or colleague in self.model or not same:
            return
        self.model[colleague] = self.model.pop(member)
        party = self.roster.party(MemberId(member))
        assert party
        stands_in = replace(
            party, member=MemberId(colleague), reachable=colleague not in UNREACHABLE
        )
        after = self.roster.without(MemberId(member)).with_party(stands_in)
        self._settles(after, acting=colleague)

    @rule(capacity=LIMITS)
    def capacity_becomes(self, capacity: int | None) -> None:
        self.fallen = True
        self._settles(replace(self.roster, capacity=capacity))

    @rule(quota=LIMITS)
    def quota_becomes(self, quota: int | None) -> None:
        self.fallen = True
        self._settles(replace(self.roster, quota=quota))

    @precondition(lambda self: self.now < START)
    @rule(hours=st.sampled_from([1, 2, 4, 5, 9, 24]))
    def time_passes(self, hours: int) -> None:
        self.now = min(self.now + hours * HOUR, START)
        self._settles(self.roster)

    # --- how -------------------------------------------------------------------------------

    def _changes(self, member: int, replace_size: int | None) -> None:
        """Have somebody answer again, or come with more or fewer guests."""
        party = self.roster.party(MemberId(member))
        assert party
        size = party.size if replace_size is None else replace_size
        if party.holds and size > party.size + self.roster.room_for(party):
            return
        taken = replace(party, size=size)
        if replace_size is None and party.seat is A:
            taken = taken.seated()
            self.model[member].seat, self.model[member].until = S, None
        self.model[member].size = size
        self._settles(self.roster.with_party(taken), acting=member)

    def _could_ever_sit(self, member: int, size: int) -> bool:
        limits = [self.roster.capacity]
        if organisation_of(member) is not None:
            limits.append(self.roster.quota)
        return all(limit is None or size <= limit for limit in limits)

    def _settles(self, after: Roster, acting: int | None = None) -> None:
        before, fallen = self.roster, self.fallen
        self.fallen = False
        result = settle(before, after, at(self.now), None if acting is None else MemberId(acting))
        self.roster = result.roster
        self._model_follows(acting)
        self._compare(result, fallen, acting)

    def _fits(self, member: int) -> bool:
        mine = self.model[member]
        holding = {n: p for n, p in self.model.items() if p.seat is not W and n != member}
        taken = sum(person.size for person in holding.values())
        own: Counter[int | None] = Counter()
        for other, person in holding.items():
            own[organisation_of(other)] += person.size
        org = organisation_of(member)
        capacity, quota = self.roster.capacity, self.roster.quota
        room = capacity is None or taken + mine.size <= capacity
        return room and (quota is None or org is None or own[org] + mine.size <= quota)

    def _in_order(self) -> list[int]:
        return sorted(self.model, key=lambda member: self.model[member].place)

    def _model_follows(self, acting: int | None) -> None:
        """Work out by hand what should have become of everybody."""
        self.expected: dict[str, set[int]] = {
            name: set() for name in ("lapsed", "unseated", "promoted", "offered", "called")
        }
        for member in self._in_order():
            until = self.model[member].until
            if until is not None and until <= self.now:
                del self.model[member]
                self.expected["lapsed"].add(member)
        self._give_way()
        early, late = self.now < START - 48 * HOUR, self.now > START - 12 * HOUR
        for member in self._in_order():
            person = self.model[member]
            if person.seat is not W:
                continue
            if not self._fits(member):
                continue
            if early or member == acting:
                person.seat = S
                self.expected["promoted"] |= {member} - {acting}
            elif not late and member not in UNREACHABLE:
                person.seat, person.until = A, self._offer_end()
                self.expected["offered"].add(member)
        for member, person in self.model.items():
            could_sit = person.seat is W and self._fits(member)
            if late and could_sit and not person.could_sit:
                self.expected["called"].add(member)
            person.could_sit = could_sit

    def _give_way(self) -> None:
        """Take the seats of all, and give them back in order as long as they fit."""
        held = [member for member in self._in_order() if self.model[member].seat is not W]
        stood = {member: self.model[member].seat for member in held}
        for member in held:
            self.model[member].seat = W
        for member in held:
            if self._fits(member):
                self.model[member].seat = stood[member]
            else:
                self.model[member].until = None
                self.expected["unseated"].add(member)

    def _offer_end(self) -> datetime:
        """Go forward minute by minute: by day four hours, then on until it is day again."""
        moment = self.now
        while NIGHT.contains(moment.astimezone(ZONE).time()):
            moment += timedelta(minutes=1)
        moment += 4 * HOUR
        while NIGHT.contains(moment.astimezone(ZONE).time()):
            moment += timedelta(minutes=1)
        return min(moment, START)

    def _compare(self, result: Settlement, fallen: bool, acting: int | None) -> None:
        got = {
            "lapsed": set(members(result.lapsed)),
            "unseated": set(members(result.unseated)),
            "promoted": set(members(result.promoted)),
            "offered": set(members(result.offered)),
            "called": set(members(result.called)),
        }
        assert got == self.expected
        assert fallen or not result.unseated
        assert acting not in {*got["promoted"], *got["offered"], *got["called"]}

    # --- what always holds -----------------------------------------------------------------

    @invariant()
    def everybody_stands_where_the_model_says(self) -> None:
        """So nobody is lost, and parties sit together or not at all."""
        stands = {p.member: (p.place, p.size, p.seat, p.offered_until) for p in self.roster.parties}
        assert stands == {n: (p.place, p.size, p.seat, p.until) for n, p in self.model.items()}

    @invariant()
    def it_is_never_overbooked_and_quotas_hold(self) -> None:
        holding = [person for person in self.model.items() if person[1].seat is not W]
        taken, own = 0, Counter[int | None]()
        for member, person in holding:
            taken += person.size
            own[organisation_of(member)] += person.size
        del own[None]
        assert self.roster.capacity is None or taken <= self.roster.capacity
        assert self.roster.quota is None or all(n <= self.roster.quota for n in own.values())
        assert not self.roster.is_overfull

    @invariant()
    def no_seat_stays_empty_while_somebody_waits_whom_it_fits(self) -> None:
        for member, person in self.model.items():
            if person.seat is W and self._fits(member):
                called = self.now > START - 12 * HOUR and person.could_sit
                assert called or member in UNREACHABLE

    @invariant()
    def places_keep_their_order(self) -> None:
        places = [party.place for party in self.roster.parties]
        assert places == sorted(set(places))

    @invariant()
    def no_offer_ends_at_night_or_after_the_start(self) -> None:
        for party in self.roster.parties:
            assert (party.seat is A) is (party.offered_until is not None)
            if party.offered_until is not None and party.offered_until != START:
                assert party.offered_until < START
                assert not NIGHT.contains(party.offered_until.astimezone(ZONE).time())


def _organisation(member: int) -> OrganisationId | None:
    number = organisation_of(member)
    return None if number is None else OrganisationId(number)


TestWaitlist = Waitlist.TestCase
TestWaitlist.settings = settings(stateful_step_count=40)
