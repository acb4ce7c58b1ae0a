"""What an upheld challenge of a mandate takes back."""

import pytest

from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.state import Stage
from bot.domain.people.members import Role
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from tests.databases import query
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    ELECTION,
    MINUTE,
    OPEN_ELECTION,
    SECRETARY,
    GeneralMeeting,
)


async def upholds_a_challenge(meeting: GeneralMeeting, item: ItemId) -> None:
    """Challenge the mandate of the fourth organisation in an item's vote; the chair agrees."""
    second, fourth = meeting.leaders[VoterId(2)], VoterId(4)
    await meeting.delegating.raise_objection(second, meeting.id, "Кто это?", item, fourth)
    number = (await meeting.state()).objections[-1].number
    await meeting.conducting.uphold(CHAIR, meeting.id, number)


async def test_a_vote_that_was_annulled_is_no_longer_shown_as_the_outcome_of_its_item(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    poll = await meeting.opens()
    for voter in (1, 2, 3, 4):
        await meeting.casts(voter, poll)
    await meeting.closes()
    await upholds_a_challenge(meeting, BUDGET)
    assert (await meeting.state()).items[BUDGET].stage is Stage.REPEATED
    panel = await meeting.conducting.panel(CHAIR, meeting.id)
    assert panel.outcome is None
    card = await meeting.delegating.look(meeting.leaders[VoterId(3)], meeting.id)
    assert card.outcomes == ()
    (item,) = [
        one
        for one in (await meeting.minutes.summary(SECRETARY, meeting.id)).items
        if one.point.id == BUDGET
    ]
    assert (item.poll, item.result) == (None, None)


async def seats(meeting: GeneralMeeting) -> list[int]:
    """Return which of the leaders are in the council."""
    held = await meeting.database.read(lambda tx: tx.members.holders(Role.COUNCIL))
    return [int(voter) for voter, leader in meeting.leaders.items() if leader in held]


async def elects(meeting: GeneralMeeting, said: str, item: ItemId = OPEN_ELECTION) -> None:
    poll = await meeting.opens(item)
    for voter in (1, 2, 3, 4):
        await meeting.casts(voter, poll, said)
    await meeting.closes(item)


async def test_an_annulled_election_takes_back_the_seats_that_it_gave_and_tells_of_it(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    third = meeting.leaders[VoterId(3)]
    today = meeting.clock.now().date()
    await meeting.database.write(lambda tx: tx.members.add_role(third, Role.COUNCIL, today))
    await elects(meeting, "3,4")
    assert await seats(meeting) == [3, 4]
    meeting.clock.time += MINUTE
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert await seats(meeting) == [3]
    fourth = meeting.leaders[VoterId(4)]
    told = await query(
        meeting.database,
        "SELECT subject ->> 'taken' FROM notices WHERE kind = 'people.roles_changed'"
        " AND member_id = ? ORDER BY id",
        fourth,
    )
    assert told == [("[]",), ('["council"]',)]
    taken = await query(
        meeting.database,
        "SELECT actor_id, details ->> 'before', details ->> 'after' FROM audit"
        " WHERE act = 'member.roles' AND subject = ?",
        f"member:{fourth}",
    )
    assert taken == [(CHAIR, "council, leader", "leader")]
    await elects(meeting, "3,5")
    assert await seats(meeting) == [3, 5]
    assert (await meeting.verdict()).holds


async def test_who_was_elected_by_another_vote_as_well_keeps_the_seat(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    await elects(meeting, "3,4")
    await elects(meeting, "3", ELECTION)
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert await seats(meeting) == [3]


async def test_who_was_elected_by_two_votes_loses_the_seat_once_both_are_annulled(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    await elects(meeting, "3,4")
    await elects(meeting, "3", ELECTION)
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    await upholds_a_challenge(meeting, ELECTION)
    assert await seats(meeting) == []


async def test_a_seat_that_was_given_again_is_not_lost_with_another_vote(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    await elects(meeting, "4,5")
    await elects(meeting, "3", ELECTION)
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    fourth, today = meeting.leaders[VoterId(4)], meeting.clock.now().date()
    await meeting.database.write(lambda tx: tx.members.add_role(fourth, Role.COUNCIL, today))
    await upholds_a_challenge(meeting, ELECTION)
    assert await seats(meeting) == [4]


async def ties(meeting: GeneralMeeting) -> PollId:
    """Have three people level for the two seats of an election."""
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in ((1, "3,4"), (2, "4,5"), (3, "3,5")):
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    return poll


async def test_a_seat_that_a_lot_gave_is_lost_with_the_election_that_was_annulled(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await ties(meeting)
    won = frozenset(map(CandidateId, (4, 5)))
    lot = ChairSaid(ChairAct.LOT, OPEN_ELECTION, words="Монета", winners=won)
    await meeting.conducting.act(CHAIR, meeting.id, lot)
    assert await seats(meeting) == [4, 5]
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert await seats(meeting) == []
    assert (await meeting.verdict()).holds


@pytest.mark.parametrize("finished", [True, False])
async def test_a_lot_on_the_board_of_a_vote_gives_its_seats_until_the_vote_is_annulled(
    meeting: GeneralMeeting, finished: bool
) -> None:
    await meeting.begins(1, 2, 3)
    fifth, today = meeting.leaders[VoterId(5)], meeting.clock.now().date()
    await meeting.database.write(lambda tx: tx.members.add_role(fifth, Role.COUNCIL, today))
    poll = await ties(meeting)
    won = frozenset(map(CandidateId, (4, 5)))
    await meeting.ties.record_lot(SECRETARY, poll, won, "Шар из шапки")
    if finished:
        await meeting.conducting.finish(CHAIR, meeting.id, OPEN_ELECTION)
    assert await seats(meeting) == [4, 5]
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert await seats(meeting) == [5]
    assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.REPEATED
    assert (await meeting.verdict()).holds


async def test_a_lot_on_a_board_may_be_recorded_once_the_meeting_is_over(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await ties(meeting)
    await meeting.conducting.end(CHAIR, meeting.id)
    won = frozenset(map(CandidateId, (4, 5)))
    await meeting.ties.record_lot(SECRETARY, poll, won, "Шар из шапки")
    assert await seats(meeting) == [4, 5]
    assert (await meeting.verdict()).holds
