"""A meeting from afar lasts hours, however it comes to be opened."""

from dataclasses import replace

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.majorities import Base, Majority
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import PollState
from bot.domain.polls.refusals import SessionTooLong
from bot.services.polls.polls import Polls
from bot.services.polls.ties import Ties
from tests.councils import CHAIR, COUNCIL, DAY, HOUR, NOON, Assembly, an_election
from tests.halls import refused
from tests.polling import RULES, THIRD

EASY = replace(RULES, majority=Majority(THIRD, Base.PARTICIPANTS, "Устав, п. 5.4"))
SESSION = {"mode": Mode.REMOTE, "opens_at": NOON + 2 * DAY, "closes_at": NOON + 2 * DAY + 3 * HOUR}


@pytest.fixture
def hours(assembly: Assembly) -> Assembly:
    """The council whose meetings from afar last half a day at most."""
    voting = replace(assembly.rules.voting, session=12 * HOUR)
    rules = replace(assembly.rules, voting=voting)
    assembly.polls = Polls(assembly.database, assembly.clock, rules)
    assembly.ties = Ties(assembly.database, assembly.clock, rules)
    return assembly


async def test_a_meeting_from_afar_is_not_opened_days_before_it_ends(hours: Assembly) -> None:
    poll = await hours.opens(**SESSION)

    with refused(SessionTooLong):
        await hours.polls.open_now(CHAIR, poll)
    hours.clock.time = NOON + 2 * DAY - 8 * HOUR
    await hours.polls.open_now(CHAIR, poll)

    assert (await hours.found(poll)).state is PollState.OPEN


async def test_a_second_round_of_a_meeting_from_afar_lasts_hours_too(hours: Assembly) -> None:
    election = an_election(MemberId(3), MemberId(4), closes_at=NOON + 3 * HOUR, mode=Mode.REMOTE)
    poll = await hours.opens(**election, rules=EASY)
    for member, choice in zip(COUNCIL, "12121212", strict=False):
        await hours.casts(member, poll, choice)
    await hours.closes(poll)
    now = hours.clock.now()

    with refused(SessionTooLong):
        await hours.ties.run_off(CHAIR, poll, now + DAY)

    assert await hours.ties.run_off(CHAIR, poll, now + 12 * HOUR)


async def test_a_second_round_of_a_vote_that_is_older_than_the_clause_may_last_days(
    hours: Assembly,
) -> None:
    bare = replace(EASY, remote="")
    election = an_election(MemberId(3), MemberId(4), closes_at=NOON + 3 * HOUR, mode=Mode.REMOTE)
    poll = await hours.opened_earlier(**election, rules=bare)
    for member, choice in zip(COUNCIL, "12121212", strict=False):
        await hours.casts(member, poll, choice)
    await hours.closes(poll)

    assert await hours.ties.run_off(CHAIR, poll, hours.clock.now() + DAY)
