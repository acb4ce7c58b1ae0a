"""Minutes wait a settled time for those who were against; nobody's silence holds them up longer."""

from datetime import datetime, timedelta

import pytest

from bot.domain.minutes.refusals import StatementsAwaited
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import NotAgainst
from bot.domain.polls.voters import VoterId
from bot.services.polls.verification import verify
from tests.bot.services.minutes.test_minutes import BOT, FILES, a_plan, service
from tests.councils import AGAINST, CHAIR, CLOSES, DAY, FOR, SECRET, SECRETARY, Assembly
from tests.halls import refused

ANNA, BORIS = MemberId(6), MemberId(7)
MINUTE = timedelta(minutes=1)


async def voted(
    assembly: Assembly, *against: MemberId, closes: bool = True, **plan: object
) -> PollId:
    """Hold a vote in the council: five for, some against."""
    poll = await assembly.opens(**plan)
    for member in range(1, 6):
        await assembly.casts(member, poll, FOR)
    for member in against:
        await assembly.casts(member, poll, AGAINST)
    if closes:
        await assembly.closes(poll)
    return poll


async def states(assembly: Assembly, member: MemberId, poll: PollId) -> None:
    await assembly.ballots.state(member, poll, VoterId(member), "Дорого")


async def issue(assembly: Assembly, *polls: PollId) -> str:
    minutes = await service(assembly).draft(CHAIR, a_plan(*polls), BOT)
    issued = await service(assembly).issue(CHAIR, a_plan(*polls), minutes, FILES)
    return str(issued.number)


async def awaited(assembly: Assembly, *polls: PollId) -> datetime | None:
    return (await service(assembly).suggestion(CHAIR, polls)).statements_until


async def test_where_the_count_shows_that_nobody_was_against_nobody_is_recorded_so(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, **SECRET)
    (ballot,) = (card := await assembly.ballots.look(MemberId(1), poll)).ballots

    assert not card.can_state(ballot)
    with refused(NotAgainst):
        await states(assembly, MemberId(1), poll)


async def test_minutes_are_not_issued_before_the_time_for_statements_has_passed(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, ANNA, BORIS)
    await states(assembly, ANNA, poll)
    for time in (CLOSES, CLOSES + DAY - MINUTE):
        assembly.clock.time = time
        with refused(StatementsAwaited):
            await issue(assembly, poll)
        assert await awaited(assembly, poll) == CLOSES + DAY

    assembly.clock.time = CLOSES + DAY

    assert await issue(assembly, poll) == "1/2026"


async def test_minutes_wait_no_longer_once_all_who_were_against_have_asked(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, ANNA, BORIS)
    await states(assembly, ANNA, poll)
    assert await assembly.told("poll.minutes_ready") == {}
    await states(assembly, BORIS, poll)

    assert await assembly.told("poll.minutes_ready") == {CHAIR: 1, SECRETARY: 1}
    assert await awaited(assembly, poll) is None
    assert await issue(assembly, poll) == "1/2026"


async def test_where_nobody_was_against_or_all_asked_before_the_close_minutes_wait_for_nobody(
    assembly: Assembly,
) -> None:
    agreed = await voted(assembly)
    heard = await voted(assembly, ANNA, closes=False, closes_at=CLOSES + DAY)
    await states(assembly, ANNA, heard)
    await assembly.closes(heard)

    assert await issue(assembly, agreed, heard) == "1/2026"
    assembly.clock.time += 2 * DAY
    assert await service(assembly).tell_ready() == 0


async def test_of_a_secret_vote_minutes_wait_for_everybody_who_voted_if_any_was_against(
    assembly: Assembly,
) -> None:
    agreed = await voted(assembly, **SECRET)
    split = await voted(assembly, ANNA, closes_at=CLOSES + DAY, **SECRET)
    await states(assembly, ANNA, split)

    assert await awaited(assembly, agreed) is None
    assert await awaited(assembly, split) == CLOSES + 2 * DAY


@pytest.mark.parametrize("other", [FOR, AGAINST])
async def test_a_secret_vote_without_a_quorum_does_not_tell_whether_anybody_was_against(
    assembly: Assembly, other: str
) -> None:
    """Where two voted, one who was for would learn what the other said."""
    poll = await assembly.opens(**SECRET)
    await assembly.casts(ANNA, poll, FOR)
    await assembly.casts(BORIS, poll, other)
    await assembly.closes(poll)

    assert await awaited(assembly, poll) is None
    assert (await assembly.declared(poll)).statements_until is None
    for member in (ANNA, BORIS):
        (ballot,) = (card := await assembly.ballots.look(member, poll)).ballots
        assert (card.can_state(ballot), card.statements_until) == (True, None)
    await states(assembly, ANNA, poll)
    (item,) = (await service(assembly).draft(CHAIR, a_plan(poll), BOT)).items
    assert (item.dissents, item.course) == ((), "Член совета 6: Дорого")
    assert await issue(assembly, poll) == "1/2026"
    assert (await assembly.database.read(verify)).holds


async def test_chair_and_secretary_are_told_once_that_the_time_is_over(assembly: Assembly) -> None:
    await voted(assembly, ANNA)
    assert await service(assembly).tell_ready() == 0
    assembly.clock.time = CLOSES + DAY

    assert [await service(assembly).tell_ready() for _ in range(3)] == [1, 0, 0]
    assert await assembly.told("poll.minutes_ready") == {CHAIR: 1, SECRETARY: 1}


async def test_a_sitting_waits_for_the_last_of_its_votes(assembly: Assembly) -> None:
    first = await voted(assembly, ANNA)
    second = await voted(assembly, BORIS, closes_at=CLOSES + DAY)

    assert await awaited(assembly, first, second) == CLOSES + 2 * DAY


async def test_the_time_begins_when_people_hear_of_the_close_and_ends_on_a_whole_minute(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, ANNA, closes=False)
    assembly.clock.time = CLOSES + DAY + timedelta(seconds=7)  # the bot was down
    await assembly.polls.close_due()

    assert await awaited(assembly, poll) == CLOSES + 2 * DAY + MINUTE


async def test_who_asks_after_the_time_and_before_the_minutes_is_in_them(
    assembly: Assembly,
) -> None:
    poll = await voted(assembly, ANNA)
    assembly.clock.time = CLOSES + 2 * DAY
    await states(assembly, ANNA, poll)

    (item,) = (await service(assembly).draft(CHAIR, a_plan(poll), BOT)).items
    assert [one.voter for one in item.dissents] == [VoterId(ANNA)]


async def test_a_card_offers_to_record_dissent_after_the_minutes_too(assembly: Assembly) -> None:
    """The right does not end with the first copy of the minutes (ГК 181.2 п. 4)."""
    poll = await voted(assembly, ANNA)
    card = await assembly.ballots.look(ANNA, poll)
    assert (card.can_state(card.ballots[0]), card.statements_until) == (True, CLOSES + DAY)
    assembly.clock.time = CLOSES + DAY
    await issue(assembly, poll)

    card = await assembly.ballots.look(ANNA, poll)

    assert (card.can_state(card.ballots[0]), card.minutes) == (True, "1/2026")
    await states(assembly, ANNA, poll)
    (ballot,) = (await assembly.ballots.look(ANNA, poll)).ballots
    assert (ballot.stated, ballot.late) == (True, True)
