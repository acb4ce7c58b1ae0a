"""Random acts leave the rows that the rules make of a roster in memory."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from bot.domain.events.refusals import NoRoomForGuests, NotGoing, PartyTooLarge
from bot.domain.events.rsvps import Standing
from bot.domain.events.seats import Moment, Party, Roster, WaitlistPolicy, settle
from bot.domain.people.members import MemberId
from tests.halls import ANNA, GOING, HOUR, MAYBE, NIGHT, START, A, Hall, W, refused


class Model:
    """The roster as it should be, kept by the rules of the domain alone, and who must be told."""

    def __init__(self, hall: Hall, roster: Roster) -> None:
        self.hall, self.roster, self.places = hall, roster, 0
        self.told: Counter[tuple[str, int]] = Counter()

    def settles(self, after: Roster, acting: int | None = None) -> None:
        now = self.hall.clock.time

        def daytime(_: MemberId, moment: datetime) -> datetime:
            return NIGHT.end_after(moment, self.hall.rules.zone)

        moment = Moment(now, START, WaitlistPolicy(), daytime)
        who = None if acting is None else MemberId(acting)
        result = settle(self.roster, after, moment, who)
        self.roster = result.roster
        if daytime(ANNA, now) >= START:
            return
        for kind, parties in (
            ("event.seat_promoted", result.promoted),
            ("event.seat_offered", result.offered),
            ("event.seat_called", result.called),
            ("event.offer_lapsed", result.lapsed),
            ("event.seat_lost", result.unseated),
        ):
            self.told.update((kind, party.member) for party in parties)

    def party(self, member: int) -> Party | None:
        """Return somebody's party, unless their offer has ended."""
        party = self.roster.party(MemberId(member))
        lapsed = party and party.offered_until and party.offered_until <= self.hall.clock.time
        return None if lapsed else party

    def answers(self, member: int, organisation: object) -> None:
        party = self.party(member)
        if party is None:
            place = max((p.place for p in self.roster.parties), default=0) + 1
            party = Party(MemberId(member), organisation, 1, place, W)  # type: ignore[arg-type]
        elif party.seat is A:
            party = party.seated()
        self.settles(self.roster.with_party(party), member)

    def leaves(self, member: int) -> None:
        if self.roster.party(MemberId(member)):
            self.settles(self.roster.without(MemberId(member)), member)


@pytest.mark.parametrize("seed", range(8))
async def test_random_acts_leave_the_rows_that_the_rules_leave_in_memory(
    hall: Hall, seed: int
) -> None:
    random = Random(seed)  # noqa: S311  no secret: the same acts at every run
    hall.clock.time = START - 80 * HOUR
    await hall.opens(capacity=3, quota=random.choice([None, 2, 3]))
    everybody = {m.id: m for m in await hall.database.read(lambda tx: tx.members.all())}
    model = Model(hall, await hall.roster())
    for _ in range(60):
        member = random.randint(2, 9)
        act = random.choice(["going"] * 4 + ["maybe", "undo", "bring", "bring", "seats", "time"])
        hall.clock.time += timedelta(seconds=random.randint(1, 60))
        if act == "time":
            hall.clock.time = min(hall.clock.time + random.randint(1, 12) * HOUR, START + HOUR)
            if await hall.waitlists.sweep():
                model.settles(model.roster)
        elif act == "seats":
            capacity = random.choice([None, 1, 2, 3, 4, 6])
            if capacity is None or capacity >= (model.roster.quota or 1):
                await hall.changes(capacity=capacity)
                model.settles(replace(model.roster, capacity=capacity))
        elif act == "undo":
            await hall.rsvps.withdraw(MemberId(member), hall.event)
            model.leaves(member)
        elif act == "maybe":
            await hall.rsvps.answer(MemberId(member), hall.event, MAYBE)
            model.leaves(member)
        elif act == "going":
            try:
                told = await hall.rsvps.answer(MemberId(member), hall.event, GOING)
            except PartyTooLarge:
                party = model.party(member)
                assert party
                assert party.size > (model.roster.largest(party.organisation) or party.size)
                continue
            model.answers(member, everybody[MemberId(member)].organisation)
            stands = model.roster.party(MemberId(member))
            assert stands
            number = model.roster.number_in_line(MemberId(member))
            assert told == Standing(GOING, stands.seat, number)
        else:
            await _brings(hall, model, member, random.randint(0, 3))
        assert await hall.roster() == model.roster
        assert not model.roster.is_overfull
    assert await hall.told() == model.told


async def _brings(hall: Hall, model: Model, member: int, guests: int) -> None:
    party = model.party(member)
    act = hall.rsvps.bring(MemberId(member), hall.event, guests)
    if party is None:
        with refused(NotGoing):
            await act
        return
    size, room = guests + 1, model.roster.room_for(party)
    limited = model.roster.capacity is not None or model.roster.quota is not None
    if limited and party.seat is not W and size > party.size + room:
        with pytest.raises(NoRoomForGuests) as full:
            await act
        assert full.value.free == room
    elif size > (model.roster.largest(party.organisation) or size):
        with refused(PartyTooLarge):
            await act
    else:
        await act
        model.settles(model.roster.with_party(replace(party, size=size)), member)
