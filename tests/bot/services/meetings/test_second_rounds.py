"""A second round that came to nothing may be held again, and fills only the seats that are left."""

from collections.abc import Iterable
from typing import Any

import pytest

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.state import Stage
from bot.domain.meetings.terms import Motion
from bot.domain.people.members import Role
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.plans import Candidate, CandidateId, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import NoTie, TieSettled
from bot.domain.polls.voters import VoterId
from bot.services.meetings import votes
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.views import poll_card
from storage.engine.database import Database
from storage.stores import Stores
from tests.bot.services.meetings.test_annulments import upholds_a_challenge
from tests.bot.services.meetings.test_hostile import lose_key
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    OPEN_ELECTION,
    SECRETARY,
    GeneralMeeting,
    a_plan,
    an_election,
)

TIED_FOR_TWO = ("1,2,3", "1,2,3", "1,3,4", "1,3,4", "1,2,4", "1,2,4")
"""All of six approve the first candidate; the second to the fourth have four votes each."""


def three_seats(meeting: GeneralMeeting, secrecy: Secrecy = Secrecy.NAMED) -> dict[str, object]:
    """Return an agenda with an election of four leaders to three seats, after a motion."""
    stand = tuple(
        Candidate(CandidateId(n), f"Кандидат {n}", member=meeting.leaders[VoterId(n)])
        for n in (1, 2, 3, 4)
    )
    election = an_election(OPEN_ELECTION, secrecy=secrecy, seats=3, candidates=stand)
    motion = next(one for one in a_plan().agenda if one.id == BUDGET)
    return {"agenda": (motion, election)}


async def casts_all(meeting: GeneralMeeting, poll: PollId, said: Iterable[str]) -> None:
    for voter, ballot in enumerate(said, 1):
        await meeting.casts(voter, poll, ballot)


async def ties(database: Database, secrecy: Secrecy = Secrecy.NAMED) -> GeneralMeeting:
    """Elect the first candidate; leave three of them tied for the two other seats."""
    meeting = await GeneralMeeting(database).gathers(6)
    await meeting.begins(*range(1, 7), **three_seats(meeting, secrecy))
    await casts_all(meeting, await meeting.opens(OPEN_ELECTION), TIED_FOR_TWO)
    await meeting.closes(OPEN_ELECTION)
    return meeting


async def opens_second_round(meeting: GeneralMeeting) -> PollId:
    await meeting.conducting.open_second_round(CHAIR, meeting.id, OPEN_ELECTION)
    return await meeting.poll(OPEN_ELECTION)


async def cancels(meeting: GeneralMeeting) -> None:
    await meeting.conducting.cancel_vote(CHAIR, meeting.id, OPEN_ELECTION, "Сбой связи")


async def decides(meeting: GeneralMeeting, *said: str) -> None:
    """Hold a second round in which all cast these ballots."""
    await casts_all(meeting, await opens_second_round(meeting), said * 6)
    await meeting.closes(OPEN_ELECTION)


async def draws(meeting: GeneralMeeting, *winners: int) -> None:
    won = frozenset(map(CandidateId, winners))
    said = ChairSaid(ChairAct.LOT, OPEN_ELECTION, words="Монета", winners=won)
    await meeting.conducting.act(CHAIR, meeting.id, said)


async def council(meeting: GeneralMeeting) -> list[int]:
    """Return which of the leaders are in the council."""

    def read(tx: Stores) -> list[int]:
        roles = {one.id: one.roles for one in tx.members.all()}
        return [int(v) for v, one in meeting.leaders.items() if Role.COUNCIL in roles[one]]

    return await meeting.database.read(read)


async def elected(meeting: GeneralMeeting) -> list[int]:
    """Return whom the meeting elected, as data, after minutes could be drawn up and verified."""
    assert (await meeting.verdict()).holds
    await meeting.conducting.end(CHAIR, meeting.id)
    assert (await meeting.verdict()).holds
    plan = await meeting.minutes.minutes_plan(SECRETARY, meeting.id)
    minutes = PollMinutes(meeting.database, meeting.clock, meeting.rules)
    drafted = await minutes.draft(SECRETARY, plan, "первый")
    assert [one.poll.id for one in drafted.items] == list(plan.polls)
    (decision,) = await meeting.minutes.decisions(SECRETARY, meeting.id)
    return [one.id for one in decision.winners]


async def test_a_cancelled_second_round_is_held_again_for_the_seats_that_are_left(
    database: Database,
) -> None:
    meeting = await ties(database)
    for _ in range(2):
        await opens_second_round(meeting)
        await cancels(meeting)
    state = await meeting.state()
    assert state.items[OPEN_ELECTION].stage is Stage.TIED
    panel = await meeting.conducting.panel(CHAIR, meeting.id)
    assert panel.outcome is not None
    assert panel.outcome.winners == (1,)
    await decides(meeting, "2,3")
    assert await council(meeting) == [1, 2, 3]
    assert await elected(meeting) == [1, 2, 3]


async def test_a_lot_may_settle_the_tie_after_a_cancelled_second_round(database: Database) -> None:
    meeting = await ties(database)
    await opens_second_round(meeting)
    await cancels(meeting)
    with pytest.raises(refusals.LotAwaited):
        await meeting.conducting.finish(CHAIR, meeting.id, OPEN_ELECTION)
    await draws(meeting, 3, 4)
    with pytest.raises(TieSettled):
        await opens_second_round(meeting)
    assert await council(meeting) == [1, 3, 4]
    assert await elected(meeting) == [1, 3, 4]


async def test_a_second_round_whose_ballots_nobody_can_read_is_held_again(
    database: Database,
) -> None:
    meeting = await ties(database, Secrecy.SECRET)
    lost = await opens_second_round(meeting)
    await meeting.casts(1, lost, "3,4")
    await meeting.database.write(lose_key(lost))
    assert await meeting.polls.close_due() == 0
    assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.TIED
    await decides(meeting, "3,4")
    assert await elected(meeting) == [1, 3, 4]


async def test_a_second_round_that_was_annulled_is_held_again(database: Database) -> None:
    meeting = await ties(database)
    first = await meeting.poll(OPEN_ELECTION)
    await decides(meeting, "2,3")
    for _ in range(2):  # another challenge that is upheld does not set the first round back
        await upholds_a_challenge(meeting, OPEN_ELECTION)
        assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.TIED
    assert await council(meeting) == [1]
    panel = await meeting.conducting.panel(CHAIR, meeting.id)
    assert panel.outcome is not None
    assert panel.outcome.poll == first
    await opens_second_round(meeting)
    await cancels(meeting)
    await decides(meeting, "3,4")
    panel = await meeting.conducting.panel(CHAIR, meeting.id)
    assert panel.outcome is not None
    assert [one.id for one in panel.outcome.earlier] == [1]

    def settled(tx: Stores) -> tuple[CandidateId, ...] | None:
        found = tx.polls.get(first)
        assert found is not None
        card = poll_card(tx, found, None, meeting.clock.now())
        return card.settlement.elected if card.settlement else None

    assert await meeting.database.read(settled) == (3, 4)
    assert await elected(meeting) == [1, 3, 4]


async def test_a_lot_may_settle_the_tie_after_an_annulled_second_round(database: Database) -> None:
    meeting = await ties(database)
    await decides(meeting, "2,3")
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    await draws(meeting, 2, 4)
    assert await elected(meeting) == [1, 2, 4]


async def test_seats_by_votes_and_by_a_lot_of_one_election_are_lost_together(
    database: Database,
) -> None:
    meeting = await ties(database)
    won = frozenset(map(CandidateId, (2, 3)))
    await meeting.ties.record_lot(SECRETARY, await meeting.poll(OPEN_ELECTION), won, "Монета")
    assert await council(meeting) == [1, 2, 3]
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert await council(meeting) == []


async def test_a_tie_is_followed_by_no_election_to_all_the_seats_again(database: Database) -> None:
    meeting = await ties(database)
    with pytest.raises(refusals.LotAwaited):
        await meeting.conducting.open_vote(CHAIR, meeting.id, OPEN_ELECTION)
    await meeting.conducting.procedural(
        CHAIR, meeting.id, Motion.BLOCK, items=(BUDGET, OPEN_ELECTION)
    )
    await meeting.opens()
    assert set((await meeting.state()).open_votes) == {BUDGET}


async def test_an_annulled_first_round_is_followed_by_a_whole_election(database: Database) -> None:
    meeting = await ties(database)
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.REPEATED
    with pytest.raises(NoTie):
        await opens_second_round(meeting)
    await casts_all(meeting, await meeting.opens(OPEN_ELECTION), ["2,3,4"] * 6)
    await meeting.closes(OPEN_ELECTION)
    assert await elected(meeting) == [2, 3, 4]


async def test_the_board_of_an_annulled_vote_offers_no_way_to_settle_its_tie(
    database: Database,
) -> None:
    meeting = await ties(database)
    first = await meeting.poll(OPEN_ELECTION)
    assert (await meeting.polls.board(SECRETARY, first)).tie_is_open
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    board = await meeting.polls.board(SECRETARY, first)
    assert (board.card.annulled, board.tie_is_open) == (True, False)


async def test_an_annulled_second_round_of_an_older_release_leaves_no_tie_open(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its entry does not say that it is one, so the whole item is voted on again."""
    meeting = await ties(database)
    first = await meeting.poll(OPEN_ELECTION)

    def older(**said: Any) -> acts.VoteOpened:
        return acts.VoteOpened(**said | {"run_off_of": None})

    with monkeypatch.context() as patched:
        patched.setattr(votes, "VoteOpened", older)
        await decides(meeting, "2,3")
    await upholds_a_challenge(meeting, OPEN_ELECTION)
    assert (await meeting.state()).items[OPEN_ELECTION].stage is Stage.REPEATED
    assert not (await meeting.polls.board(SECRETARY, first)).tie_is_open
    won = frozenset(map(CandidateId, (2, 3)))
    with pytest.raises(TieSettled):
        await meeting.ties.record_lot(SECRETARY, first, won, "Монета")
    await casts_all(meeting, await meeting.opens(OPEN_ELECTION), ["2,3,4"] * 6)
    await meeting.closes(OPEN_ELECTION)
    assert await elected(meeting) == [2, 3, 4]


async def test_a_second_round_that_follows_another_poll_than_its_entry_says_is_found(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = await ties(database)

    def forged(**said: Any) -> acts.VoteOpened:
        return acts.VoteOpened(**said | {"run_off_of": PollId(99)})

    monkeypatch.setattr(votes, "VoteOpened", forged)
    second = await opens_second_round(meeting)
    (found,) = (await meeting.verdict()).findings
    assert (found.mismatch, found.poll) == (Mismatch.MEETING, second)
