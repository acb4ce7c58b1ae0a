"""A straw poll is recorded once: what comes late, or twice, changes nothing."""

from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.straw_polls import StrawPlan, StrawPoll, StrawPollId, StrawPollMessage
from bot.domain.refusals import OnlyForOrganisers
from bot.services.polls.straw_polls import StrawPolls
from tests.databases import query
from tests.halls import ANNA, Hall

GROUP = -1001
PLAN = StrawPlan("Чай или кофе?", ("чай", "кофе"), duration=timedelta(hours=2))
POSTED = StrawPollMessage(GROUP, 5, "telegram's")


@pytest.fixture
def straws(hall: Hall) -> StrawPolls:
    return StrawPolls(hall.database, hall.clock, hall.rules)


async def posted(straws: StrawPolls) -> StrawPollId:
    poll = await straws.begin(ANNA, PLAN, GROUP)
    await straws.note_posted(poll, POSTED)
    return poll


async def found(hall: Hall, poll: StrawPollId) -> StrawPoll:
    one = await hall.database.read(lambda tx: tx.straw_polls.get(poll))
    assert one is not None
    return one


async def told(hall: Hall) -> int:
    sql = "SELECT version FROM notices WHERE kind = 'straw_poll.closed'"
    return sum(version for (version,) in await query(hall.database, sql))


async def test_only_those_with_a_desk_may_ask(straws: StrawPolls) -> None:
    with pytest.raises(OnlyForOrganisers):
        await straws.begin(MemberId(2), PLAN, GROUP)


async def test_answers_that_come_before_it_is_known_where_it_stands_are_counted(
    hall: Hall, straws: StrawPolls
) -> None:
    """Telegram tells of an answer in an update, which may overtake its answer to the posting."""
    poll = await straws.begin(ANNA, PLAN, GROUP)
    await straws.note_counts(POSTED.poll, (1, 0), 1, over=False)
    await straws.note_counts(POSTED.poll, (1, 1), 2, over=False)

    await straws.note_posted(poll, POSTED)

    assert ((await found(hall, poll)).counts, (await found(hall, poll)).voters) == ((1, 1), 2)


async def test_it_is_due_at_its_time_and_not_before_it_is_posted(
    hall: Hall, straws: StrawPolls
) -> None:
    await straws.begin(ANNA, PLAN, GROUP)
    poll = await posted(straws)
    closed: list[StrawPollId] = []

    async def close(due: StrawPoll) -> None:
        closed.append(due.id)

    hall.clock.time += PLAN.duration - timedelta(seconds=1)
    assert await straws.close_due(close) == 0

    hall.clock.time += timedelta(seconds=1)

    assert await straws.close_due(close) == 1
    assert closed == [poll]


async def test_what_comes_after_the_close_changes_nothing(hall: Hall, straws: StrawPolls) -> None:
    poll = await posted(straws)
    await straws.note_counts(POSTED.poll, [2, 1], 3, over=True)
    once, closed = await told(hall), await found(hall, poll)

    hall.clock.time += timedelta(minutes=1)
    await straws.note_counts(POSTED.poll, [9, 9], 18, over=True)
    await straws.note_lost(poll)

    assert await found(hall, poll) == closed
    assert (closed.counts, closed.voters) == ((2, 1), 3)
    assert await told(hall) == once


async def test_polls_of_others_and_counts_that_do_not_fit_are_passed_by(
    hall: Hall, straws: StrawPolls
) -> None:
    poll = await posted(straws)

    await straws.note_counts("somebody else's", [1, 1], 2, over=True)
    await straws.note_counts(POSTED.poll, [1, 1, 1], 3, over=False)

    assert await found(hall, poll) == StrawPoll(
        poll, PLAN, GROUP, ANNA, hall.clock.time + PLAN.duration, POSTED
    )


async def test_what_was_posted_is_not_dropped(hall: Hall, straws: StrawPolls) -> None:
    poll = await posted(straws)
    other = await straws.begin(ANNA, PLAN, GROUP)

    await straws.drop(poll)
    await straws.drop(other)

    assert (await found(hall, poll)).posted == POSTED
    assert await hall.database.read(lambda tx: tx.straw_polls.get(other)) is None
