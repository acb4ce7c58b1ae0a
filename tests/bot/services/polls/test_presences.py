"""A vote at a meeting is counted of those present: the chair lists them, and that is recorded."""

import json
from collections import Counter
from typing import Any

import pytest

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.minutes.minutes import Convening, Standing
from bot.domain.minutes.participants import Authority
from bot.domain.minutes.plans import MinutesPlan, checked_signatory
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Closing, PollId, PollState
from bot.domain.polls.refusals import PollIsClosed, PresenceMissing
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld, OnlyForPresiding
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.electorates import Attendance, Electorates
from bot.services.polls.verification import verify
from storage.stores import Stores
from tests.councils import (
    AGAINST,
    CHAIR,
    DAY,
    FOR,
    GENERAL,
    HOUR,
    ISSUED,
    NOON,
    SECRET,
    SECRETARY,
    Assembly,
)
from tests.halls import refused

MEETING: dict[str, Any] = {"mode": Mode.MEETING}
EVERYBODY = frozenset(map(VoterId, range(1, 10)))


async def in_the_hall(assembly: Assembly, **plan: Any) -> PollId:
    """Have three vote for and two against, of nine."""
    poll = await assembly.opens(**MEETING, **plan)
    for member, said in zip(range(1, 6), (FOR, FOR, FOR, AGAINST, AGAINST), strict=True):
        await assembly.casts(member, poll, said)
    return poll


async def entries(assembly: Assembly, kind: str) -> list[dict[str, Any]]:
    rows = await assembly.rows("SELECT payload FROM entries WHERE kind = ?", kind)
    return [json.loads(payload) for (payload,) in rows]


async def attendance(assembly: Assembly, poll: PollId) -> Attendance:
    service = Electorates(assembly.database, assembly.clock, assembly.rules)
    return await service.attendance(CHAIR, poll)


async def test_the_silent_in_the_hall_count_so_that_a_minority_of_them_adopts_nothing(
    assembly: Assembly,
) -> None:
    poll = await in_the_hall(assembly)
    await assembly.polls.close(CHAIR, poll, "Все высказались", EVERYBODY)
    result = (await assembly.declared(poll)).result
    assert result.outcome is Outcome.REJECTED
    assert (result.quorum.present, result.items[0].majority.base, result.silent) == (9, 9, 4)


async def test_who_is_absent_counts_for_nothing(assembly: Assembly) -> None:
    poll = await in_the_hall(assembly)
    await assembly.polls.close(CHAIR, poll, "Все высказались", frozenset())
    result = (await assembly.declared(poll)).result
    assert (result.outcome, result.quorum.present, result.absent) == (Outcome.ADOPTED, 5, 4)


async def test_the_list_is_recorded_before_the_close_with_all_who_took_part(
    assembly: Assembly,
) -> None:
    poll = await in_the_hall(assembly)
    await assembly.ballots.recuse(MemberId(6), poll, VoterId(6))
    await assembly.polls.close(SECRETARY, poll, "Пора", frozenset({VoterId(7)}))
    (listed,) = await entries(assembly, "present")
    assert listed["voters"] == [1, 2, 3, 4, 5, 6, 7]
    assert (listed["by"], listed["poll"]) == (SECRETARY, poll)
    kinds = [kind for (kind,) in await assembly.rows("SELECT kind FROM entries ORDER BY number")]
    assert kinds[-2:] == ["present", "closed"]
    assert (await assembly.database.read(verify)).holds


async def test_nothing_is_counted_without_the_list(assembly: Assembly) -> None:
    poll = await in_the_hall(assembly)
    with refused(PresenceMissing):
        await assembly.polls.close(CHAIR, poll, "Пора")
    with refused(ButtonTooOld):
        await assembly.polls.close(CHAIR, poll, "Пора", frozenset({VoterId(99)}))
    assert (await assembly.found(poll)).state is PollState.OPEN
    assert await entries(assembly, "present") == []


async def test_at_the_deadline_the_voting_ends_and_the_chair_is_asked_once(
    assembly: Assembly,
) -> None:
    poll = await in_the_hall(assembly)
    await assembly.closes(poll)
    assert (await assembly.found(poll)).state is PollState.OPEN
    with refused(PollIsClosed):
        await assembly.casts(6, poll)
    with refused(PollIsClosed):
        await assembly.polls.cancel(CHAIR, poll, "Мало")
    assembly.clock.time += DAY
    assert await assembly.polls.close_due() == 0
    asked = await assembly.told("poll.presence_awaited")
    assert asked == Counter({CHAIR: 1, SECRETARY: 1})


async def test_after_the_deadline_the_list_alone_closes_it_as_of_the_deadline(
    assembly: Assembly,
) -> None:
    poll = await in_the_hall(assembly)
    await assembly.closes(poll)
    assembly.clock.time += HOUR
    await assembly.polls.close(CHAIR, poll, "", EVERYBODY)
    closed = await assembly.found(poll)
    assert (closed.closing, closed.closed_at, closed.reason) == (
        Closing.DEADLINE,
        closed.closes_at,
        "",
    )
    assert (await assembly.declared(poll)).result.outcome is Outcome.REJECTED
    assert (await assembly.database.read(verify)).holds


async def test_when_all_have_voted_the_deadline_closes_it_by_itself(assembly: Assembly) -> None:
    poll = await assembly.opens(**MEETING)
    for member in range(1, 9):
        await assembly.casts(member, poll)
    await assembly.ballots.recuse(MemberId(9), poll, VoterId(9))
    await assembly.closes(poll)
    assert (await assembly.found(poll)).closing is Closing.DEADLINE
    assert await assembly.told("poll.presence_awaited") == Counter()
    assert (await assembly.database.read(verify)).holds


async def test_the_last_ballot_closes_a_meeting_that_waits_for_all(assembly: Assembly) -> None:
    poll = await assembly.opens(**MEETING, closes_when_all_voted=True)
    for member in range(1, 10):
        await assembly.casts(member, poll)
    assert (await assembly.found(poll)).closing is Closing.ALL_VOTED


async def test_a_secret_vote_at_a_meeting_counts_the_silent_too(assembly: Assembly) -> None:
    poll = await in_the_hall(assembly, **SECRET)
    await assembly.closes(poll)
    await assembly.polls.close(CHAIR, poll, "", EVERYBODY)
    assert (await assembly.declared(poll)).result.outcome is Outcome.REJECTED
    assert (await assembly.database.read(verify)).holds


async def test_a_quorum_in_the_hall_holds_though_few_vote(assembly: Assembly) -> None:
    poll = await assembly.opens(**MEETING)
    await assembly.casts(1, poll)
    await assembly.polls.close(CHAIR, poll, "Пора", EVERYBODY)
    result = (await assembly.declared(poll)).result
    assert (result.quorum.holds, result.outcome) == (True, Outcome.REJECTED)


async def test_only_chair_and_secretary_see_from_what_the_list_is_made(assembly: Assembly) -> None:
    poll = await in_the_hall(assembly)
    service = Electorates(assembly.database, assembly.clock, assembly.rules)
    with refused(OnlyForPresiding):
        await service.attendance(MemberId(3), poll)


async def test_who_took_part_is_certain_and_a_proxy_is_named(assembly: Assembly) -> None:
    poll = await assembly.opens(**MEETING, **GENERAL)
    expires = NOON + 30 * DAY
    given = ("7", ISSUED, expires, "Голосовать")
    await assembly.proxies.register(SECRETARY, poll, VoterId(1), MemberId(13), *given)
    await assembly.casts(13, poll, FOR, voter=2)
    voters = (await attendance(assembly, poll)).voters
    assert [(one.name, one.holder, one.certain) for one in voters] == [
        ("Фонд 001", "Глава 2", False),
        ("Фонд 002", "", True),
        ("Фонд 003", "", False),
    ]


async def test_the_list_can_be_taken_from_the_check_in_of_the_event(assembly: Assembly) -> None:
    poll = await assembly.opens(**MEETING)
    now = assembly.clock.now()

    def write(tx: Stores) -> EventId:
        plan = EventPlan(
            title="Заседание совета",
            description="",
            starts_at=now,
            duration=2 * HOUR,
            place="Дом",
            audience=Audience(AudienceCircle.COUNCIL),
        )
        event = tx.events.add(plan, CHAIR, now)
        for member in (4, 7, 10):  # the last one has no vote
            tx.doors.add_arrival(event, MemberId(member), now, Way.NAME, CHAIR)
        return event

    event = await assembly.database.write(write)
    (noted,) = (await attendance(assembly, poll)).checked_in
    assert (noted.event, noted.title) == (event, "Заседание совета")
    assert noted.voters == {VoterId(4), VoterId(7)}


async def test_minutes_tell_those_who_were_there_and_silent_from_the_absent(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**MEETING, **GENERAL)
    given = ("7", ISSUED, NOON + 30 * DAY, "Голосовать")
    await assembly.proxies.register(SECRETARY, poll, VoterId(1), MemberId(13), *given)
    await assembly.casts(13, poll, FOR, voter=2)
    await assembly.polls.close(CHAIR, poll, "Пора", frozenset({VoterId(1)}))
    who = checked_signatory("Анна Орлова, председатель")
    plan = MinutesPlan(
        polls=(poll,),
        place="Екатеринбург",
        starts_at=NOON,
        ends_at=NOON + DAY,
        drawn_up_at=NOON + DAY,
        convening=Convening("Анна Орлова, председатель", NOON.date(), "не направлялись"),
        chair=who,
        secretary=who,
        counted_by=(who,),
        authorities={"": "решение № 3"},
    )
    service = PollMinutes(assembly.database, assembly.clock, assembly.rules)
    minutes = await service.draft(CHAIR, plan, "bot")
    standings = [minutes.standing(VoterId(n)) for n in (1, 2, 3)]
    assert standings == [Standing.PRESENT, Standing.VOTED, Standing.ABSENT]
    assert minutes.taking_part == 2
    (hand,) = minutes.participant(VoterId(1)).hands
    assert (hand.name, hand.authority) == ("Глава 2", Authority.PROXY)
    assert minutes.items[0].silent == {VoterId(1)}


@pytest.mark.parametrize("mode", [Mode.REMOTE, Mode.CORRESPONDENCE])
async def test_no_other_vote_has_a_list(assembly: Assembly, mode: Mode) -> None:
    poll = await assembly.opens(mode=mode)
    await assembly.casts(1, poll)
    await assembly.closes(poll)
    assert (await assembly.found(poll)).state is PollState.CLOSED
    assert await assembly.rows("SELECT * FROM presences") == []
