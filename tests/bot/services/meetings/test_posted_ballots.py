"""A ballot that was sent before the meeting counts in the first round, and in no second one."""

from datetime import timedelta

import pytest

from bot.domain.meetings.refusals import ItemWithoutQuorum
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from storage.engine.database import Database
from tests.bot.services.meetings.test_second_rounds import (
    TIED_FOR_TWO,
    opens_second_round,
    three_seats,
)
from tests.general_meetings import CHAIR, MIXED, OPEN_ELECTION, SECRETARY, STARTS, GeneralMeeting

SIXTH = VoterId(6)


async def ties_with_a_posted_ballot(database: Database, *there: int) -> GeneralMeeting:
    """Tie an election for two seats; the ballot of the sixth organisation was sent before."""
    meeting = await GeneralMeeting(database).gathers(6)
    await meeting.registers(**three_seats(meeting), **MIXED)
    await meeting.arrive(*(voter for voter in there if voter != SIXTH))
    sent = {OPEN_ELECTION: TIED_FOR_TWO[-1]}
    at = STARTS - timedelta(hours=2)
    signer = meeting.leaders[SIXTH]
    await meeting.postings.take(SECRETARY, meeting.id, SIXTH, signer, at, sent)
    await meeting.arrive(*(voter for voter in there if voter == SIXTH))
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in enumerate(TIED_FOR_TWO[:-1], 1):
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    return meeting


async def presence_in(meeting: GeneralMeeting, poll: PollId) -> frozenset[VoterId]:
    found = await meeting.database.read(lambda tx: tx.presences.of_poll(poll))
    assert found is not None
    return found.voters


async def test_who_sent_a_ballot_and_is_not_there_takes_no_part_in_a_second_round(
    database: Database,
) -> None:
    meeting = await ties_with_a_posted_ballot(database, 1, 2, 3, 4, 5)
    second = await opens_second_round(meeting)
    assert SIXTH not in await presence_in(meeting, second)
    assert await meeting.database.read(lambda tx: tx.ballots.voted(second)) == frozenset()
    for voter in range(1, 6):
        await meeting.casts(voter, second, "2,3")
    panel = await meeting.closes(OPEN_ELECTION)
    assert panel.outcome is not None
    assert panel.outcome.winners == (2, 3)
    assert (await meeting.verdict()).holds


async def test_who_sent_a_ballot_and_came_in_person_votes_in_a_second_round(
    database: Database,
) -> None:
    meeting = await ties_with_a_posted_ballot(database, 1, 2, 3, 4, 5, 6)
    second = await opens_second_round(meeting)
    code = await meeting.code(5)
    await meeting.counting.issue_slip(SECRETARY, meeting.id, OPEN_ELECTION, VoterId(4))
    await meeting.counting.spoil_slip(SECRETARY, meeting.id, OPEN_ELECTION, VoterId(4), 1)
    await meeting.casts_by_code(code, second, "2,3")
    for voter in (1, 2, 3, 4, 6):
        await meeting.casts(voter, second, "2,3")
    assert SIXTH in await presence_in(meeting, second)
    await meeting.conducting.close_vote(CHAIR, meeting.id, OPEN_ELECTION)
    assert (await meeting.verdict()).holds


async def test_a_second_round_without_a_quorum_in_the_hall_is_refused(database: Database) -> None:
    meeting = await ties_with_a_posted_ballot(database, 1, 2, 3, 4, 5)
    for voter in (4, 5):
        await meeting.leaves(voter)
    with pytest.raises(ItemWithoutQuorum):
        await opens_second_round(meeting)
