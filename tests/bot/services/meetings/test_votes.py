"""An item's vote is a poll with the meeting's roll, whatever way its ballots come in."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.meetings import refusals
from bot.domain.meetings.codes import new_ballot_code
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, PartOf
from bot.domain.meetings.state import Stage
from bot.domain.meetings.terms import Motion, ProxyPaper, VotingForm
from bot.domain.people.members import MemberId, Role
from bot.domain.polls.plans import Candidate, CandidateId, Secrecy
from bot.domain.polls.polls import PollState
from bot.domain.polls.refusals import (
    BallotFinal,
    CompetenceMissing,
    NotEntitled,
    NotPresentAtOpening,
    PollIsClosed,
    VoteOfMeeting,
    VoterRecused,
)
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.services.people.erasing import erase_person
from bot.services.people.leaving import depart
from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import query
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    DAY,
    ELECTION,
    OPEN_ELECTION,
    OUTSIDER,
    SECRETARY,
    STARTS,
    GeneralMeeting,
    an_election,
)


async def test_the_base_is_who_was_present_at_the_opening_the_silent_ones_included(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    poll = await meeting.opens()
    for voter, said in ((1, "for"), (2, "for"), (3, "against")):
        await meeting.casts(voter, poll, said)
    await meeting.registration.depart(
        SECRETARY, meeting.id, VoterId(4), meeting.leaders[VoterId(4)]
    )
    panel = await meeting.closes()
    assert panel.outcome is not None
    result = panel.outcome.result
    assert (result.quorum.present, result.quorum.entitled) == (4, 5)
    assert (result.items[0].majority.base, result.outcome) == (4, Outcome.REJECTED)
    assert (await meeting.verdict()).holds


async def test_ballots_of_the_bot_the_page_and_paper_are_counted_together(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4, 5)
    code = await meeting.code(2)
    poll = await meeting.opens()
    await meeting.casts(1, poll)
    assert (await meeting.casts_by_code(code, poll, "against")).head is not None
    issue = meeting.counting.issue_slip
    issued = [await issue(OUTSIDER, meeting.id, BUDGET, VoterId(one)) for one in (3, 4)]
    assert [one.number for one in issued] == [1, 2]
    with pytest.raises(refusals.PaperTaken):
        await meeting.casts(3, poll)
    with pytest.raises(refusals.VotedAlready):
        await meeting.counting.issue_slip(OUTSIDER, meeting.id, BUDGET, VoterId(1))
    with pytest.raises(refusals.CountsAwaited):
        await meeting.closes()
    await meeting.counts(2, 0, 0)
    panel = await meeting.closes()
    assert panel.outcome is not None
    counts = panel.outcome.result.items[0].counts
    assert (counts.in_favour, counts.against, counts.not_voting) == (3, 1, 1)
    assert panel.outcome.result.outcome is Outcome.ADOPTED
    assert (await meeting.verdict()).holds


async def test_a_show_of_hands_is_counted_by_two_tellers_and_verified(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    await meeting.counts(3, 1, 0)
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.outcome is Outcome.ADOPTED
    assert (await meeting.verdict()).holds


async def test_who_came_late_votes_on_the_next_item_only(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.arrive(4)
    with pytest.raises(NotPresentAtOpening):
        await meeting.casts(4, poll)
    await meeting.closes()
    await meeting.casts(4, await meeting.opens(OPEN_ELECTION), "3")


async def test_a_secret_election_by_a_code_is_final_and_tells_its_number_once(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    code = await meeting.code(1)
    poll = await meeting.opens(ELECTION)
    receipt = await meeting.casts_by_code(code, poll, "3")
    assert receipt.number
    with pytest.raises(BallotFinal):
        await meeting.casts_by_code(code, poll, "4")
    for voter in (2, 3):
        await meeting.casts(voter, poll, "3")
    panel = await meeting.closes(ELECTION)
    assert panel.outcome is not None
    assert panel.outcome.winners == (3,)
    assert (await meeting.verdict()).holds


async def test_a_code_is_void_once_replaced_or_its_owner_has_left(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3, 4)
    former, code = await meeting.code(1), await meeting.code(1)
    poll = await meeting.opens()
    for wrong in (former, new_ballot_code(), "", "я" * 20, "A" * 5000):
        with pytest.raises(refusals.CodeInvalid):
            await meeting.casts_by_code(wrong, poll)
    await meeting.casts_by_code(code.lower().replace("-", " "), poll)
    await meeting.registration.depart(SECRETARY, meeting.id, VoterId(1), CHAIR)
    with pytest.raises(refusals.CodeInvalid):
        await meeting.pages.ballot(code)


async def test_a_vote_of_a_meeting_is_closed_and_cancelled_there_only(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    with pytest.raises(VoteOfMeeting):
        await meeting.polls.close(SECRETARY, poll, "Хватит", frozenset())
    with pytest.raises(VoteOfMeeting):
        await meeting.polls.cancel(SECRETARY, poll, "Хватит")


async def test_a_conflict_of_interest_is_taken_into_the_poll_and_the_voter_stays_present(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.conducting.call(CHAIR, meeting.id, BUDGET)
    await meeting.delegating.recuse(meeting.leaders[VoterId(3)], meeting.id, BUDGET)
    poll = await meeting.opens()
    with pytest.raises(VoterRecused):
        await meeting.casts(3, poll)
    for voter in (1, 2):
        await meeting.casts(voter, poll)
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.recused == 1
    assert panel.outcome.result.quorum.present == 3
    assert (await meeting.verdict()).holds


async def _comes_by_proxy_and_declares_a_conflict(meeting: GeneralMeeting) -> VoterId:
    await meeting.registers()
    await meeting.arrive(1, 2, 3)
    paper = ProxyPaper("7", date(2026, 12, 1), STARTS + DAY, "все вопросы", "Глава 4")
    fourth = VoterId(4)
    await meeting.registration.arrive(SECRETARY, meeting.id, fourth, OUTSIDER, proxy=paper)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    await meeting.delegating.recuse(OUTSIDER, meeting.id, BUDGET, fourth)
    return fourth


async def test_the_holder_of_a_proxy_declares_a_conflict_and_the_vote_is_verified(
    meeting: GeneralMeeting,
) -> None:
    fourth = await _comes_by_proxy_and_declares_a_conflict(meeting)
    poll = await meeting.opens()
    with pytest.raises(Refusal):
        await meeting.ballots.cast(OUTSIDER, poll, fourth, "for")
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.recused == 1
    assert (await meeting.verdict()).holds


async def test_a_conflict_stands_when_who_declared_it_has_left_and_the_vote_is_verified(
    meeting: GeneralMeeting,
) -> None:
    fourth = await _comes_by_proxy_and_declares_a_conflict(meeting)
    await meeting.registration.depart(SECRETARY, meeting.id, fourth, OUTSIDER)
    await meeting.arrive(4)
    await meeting.opens()
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.recused == 1
    assert (await meeting.verdict()).holds
    await meeting.conducting.end(CHAIR, meeting.id)
    assert (await meeting.verdict()).holds


async def test_a_cancelled_vote_is_repeated_with_its_own_ballots(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    first = await meeting.opens()
    await meeting.casts(1, first)
    await meeting.conducting.suspend(CHAIR, meeting.id, "Нет связи")
    with pytest.raises(refusals.MeetingPaused):
        await meeting.casts(2, first)
    await meeting.conducting.cancel_vote(CHAIR, meeting.id, BUDGET, "Связь пропала")
    await meeting.conducting.resume(CHAIR, meeting.id)
    second = await meeting.opens()
    for voter in (1, 2, 3):
        await meeting.casts(voter, second)
    await meeting.closes()
    found = await meeting.database.read(lambda tx: (tx.polls.get(first), tx.polls.get(second)))
    assert [one.state for one in found if one] == [PollState.CANCELLED, PollState.CLOSED]
    assert (await meeting.verdict()).holds


async def test_a_vote_whose_time_ran_out_during_a_suspension_is_cancelled_and_repeated(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    first = await meeting.opens()
    await meeting.casts(1, first)
    await meeting.conducting.suspend(CHAIR, meeting.id, "Нет света до завтра")
    meeting.clock.time += DAY
    await meeting.conducting.resume(CHAIR, meeting.id)
    with pytest.raises(PollIsClosed):
        await meeting.casts(2, first)
    await meeting.conducting.cancel_vote(CHAIR, meeting.id, BUDGET, "Голосуем заново")
    second = await meeting.opens()
    for voter in (1, 2, 3):
        await meeting.casts(voter, second)
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.items[0].counts.in_favour == 3
    found = await meeting.database.read(lambda tx: tx.polls.get(first))
    assert found is not None
    assert (found.state, found.reason) == (PollState.CANCELLED, "Голосуем заново")
    assert (await meeting.verdict()).holds


async def test_a_suspended_vote_whose_time_ran_out_is_cancelled_before_the_meeting_resumes(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    await meeting.conducting.suspend(CHAIR, meeting.id, "Нет света до завтра")
    meeting.clock.time += DAY
    await meeting.conducting.cancel_vote(CHAIR, meeting.id, BUDGET, "Голосуем заново")
    assert (await meeting.state()).items[BUDGET].stage is Stage.REPEATED
    assert (await meeting.verdict()).holds


FIFTH = VoterId(5)
THREE_TIED = ((1, "3,4"), (2, "4,5"), (3, "3,5"))


async def test_a_tie_is_settled_by_a_second_round_in_the_meeting(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in THREE_TIED:
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    with pytest.raises(refusals.LotAwaited):
        await meeting.conducting.finish(CHAIR, meeting.id, OPEN_ELECTION)
    await meeting.conducting.open_second_round(CHAIR, meeting.id, OPEN_ELECTION)
    second = await meeting.poll(OPEN_ELECTION)
    for voter, said in ((1, "3,4"), (2, "3,4"), (3, "3,5")):
        await meeting.casts(voter, second, said)
    panel = await meeting.closes(OPEN_ELECTION)
    assert panel.outcome is not None
    assert panel.outcome.winners == (3, 4)
    assert (await meeting.verdict()).holds


async def test_a_tie_may_be_settled_by_a_recorded_lot(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in THREE_TIED:
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    won = frozenset(map(CandidateId, (4, 5)))
    await meeting.ties.record_lot(SECRETARY, poll, won, "Шар из шапки")
    panel = await meeting.conducting.finish(CHAIR, meeting.id, OPEN_ELECTION)
    assert panel.outcome is not None
    assert panel.outcome.winners == (4, 5)
    assert (panel.outcome.outcome, panel.outcome.fills_seats) == (Outcome.ELECTED, True)


async def test_who_was_elected_in_the_first_round_is_named_after_the_second(
    database: Database,
) -> None:
    meeting = await GeneralMeeting(database).gathers(6)
    stand = tuple(
        Candidate(CandidateId(n), f"Кандидат {n}", member=meeting.leaders[VoterId(n)])
        for n in (1, 2, 3, 4)
    )
    election = an_election(OPEN_ELECTION, secrecy=Secrecy.NAMED, seats=3, candidates=stand)
    await meeting.begins(*range(1, 7), agenda=(election,))
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in enumerate(("1,2,3", "1,2,3", "1,3,4", "1,3,4", "1,2,4", "1,2,4"), 1):
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    await meeting.conducting.open_second_round(CHAIR, meeting.id, OPEN_ELECTION)
    second = await meeting.poll(OPEN_ELECTION)
    for voter in range(1, 7):
        await meeting.casts(voter, second, "2,3")
    panel = await meeting.closes(OPEN_ELECTION)
    assert panel.outcome is not None
    assert [one.name for one in panel.outcome.earlier] == ["Кандидат 1"]
    assert (panel.outcome.winners, panel.outcome.seats) == ((2, 3), 2)
    (decision,) = await meeting.minutes.decisions(SECRETARY, meeting.id)
    assert [one.id for one in decision.winners] == [1, 2, 3]


@pytest.mark.parametrize("goes", ["erased", "leaves"])
async def test_an_election_is_held_though_a_candidate_has_gone_since_the_notice(
    meeting: GeneralMeeting, goes: str
) -> None:
    """The agenda is frozen: the others stand, and who has gone gets no seat."""
    await meeting.begins(1, 2, 3)
    gone = meeting.leaders[FIFTH]
    await _goes(meeting, gone, goes)
    poll = await meeting.opens(OPEN_ELECTION)
    for voter in (1, 2, 3):
        await meeting.casts(voter, poll, "3,5")
    await meeting.closes(OPEN_ELECTION)
    council = await meeting.database.read(lambda tx: tx.members.holders(Role.COUNCIL))
    assert council == [meeting.leaders[VoterId(3)]]
    assert (await meeting.verdict()).holds


async def test_a_second_round_is_held_though_one_of_those_tied_has_gone(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in THREE_TIED:
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    await _goes(meeting, meeting.leaders[FIFTH], "erased")
    await meeting.conducting.open_second_round(CHAIR, meeting.id, OPEN_ELECTION)
    assert await meeting.poll(OPEN_ELECTION) != poll


async def _goes(meeting: GeneralMeeting, person: MemberId, goes: str) -> None:
    """Have somebody erase their data, or leave their organisation."""

    def write(tx: Stores) -> None:
        member, now = tx.members.get(person), meeting.clock.now()
        assert member is not None
        if goes == "erased":
            erase_person(tx, person, meeting.rules, now)
        else:
            depart(tx, member, meeting.rules, now)

    await meeting.database.write(write)


async def test_an_item_is_voted_on_in_secret_where_its_plan_says_so(
    meeting: GeneralMeeting,
) -> None:
    item = AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Устав", secrecy=Secrecy.SECRET)
    await meeting.begins(1, 2, 3, agenda=(item,))
    poll = await meeting.opens(BUDGET)
    found = await meeting.database.read(lambda tx: tx.polls.get(poll))
    assert found is not None
    assert found.is_secret
    with pytest.raises(refusals.ItemHasVote):
        await meeting.conducting.open_vote(CHAIR, meeting.id, BUDGET)


async def test_what_only_the_meeting_may_decide_is_not_decided_by_a_simple_majority(
    meeting: GeneralMeeting,
) -> None:
    item = AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Устав", exclusive=True)
    simple = replace(item, id=ELECTION, preset="motion")
    await meeting.begins(1, 2, 3, agenda=(item, simple))
    with pytest.raises(CompetenceMissing):
        await meeting.opens(ELECTION)
    await meeting.opens(BUDGET)
    await meeting.casts(1, await meeting.poll(BUDGET))
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.outcome is Outcome.REJECTED


async def test_the_poll_of_a_vote_is_no_business_of_strangers(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    with pytest.raises(NotEntitled):
        await meeting.ballots.cast(meeting.leaders[VoterId(1)], poll, VoterId(2), "for")
    with pytest.raises(refusals.OnlyForConducting):
        await meeting.conducting.close_vote(SECRETARY, meeting.id, BUDGET)


async def test_two_desks_that_race_register_nobody_twice(meeting: GeneralMeeting) -> None:
    await meeting.registers()
    voter, leader = VoterId(1), meeting.leaders[VoterId(1)]
    desks = [meeting.registration.arrive(SECRETARY, meeting.id, voter, leader) for _ in range(5)]
    done = await asyncio.gather(*desks, return_exceptions=True)
    assert sum(isinstance(one, refusals.RegisteredAlready) for one in done) == 4
    assert len((await meeting.state()).mandates[voter]) == 1


async def test_the_state_of_an_item_follows_its_vote(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.opens()
    assert (await meeting.state()).items[BUDGET].stage is Stage.VOTING
    await meeting.closes()
    assert (await meeting.state()).items[BUDGET].stage is Stage.DECIDED


async def test_who_conducts_gets_no_report_on_the_mailing_of_each_vote(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    sql = "SELECT count(*) FROM notices WHERE kind = 'mailing.progressed'"
    before = await query(meeting.database, sql)
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in THREE_TIED:
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    won = frozenset(map(CandidateId, (4, 5)))
    await meeting.ties.record_lot(SECRETARY, poll, won, "Шар из шапки")
    assert await query(meeting.database, sql) == before
    left = await query(meeting.database, "SELECT occasion FROM mailings WHERE finished_at IS NULL")
    assert left == [("published",)]  # the notice of the meeting itself
    told = "SELECT count(*) FROM notices WHERE kind = 'poll.outcome_declared'"
    assert await query(meeting.database, told) > [(0,)]


async def test_slips_and_ballots_of_a_secret_vote_are_thin_while_one_kind_is_below_five(
    database: Database,
) -> None:
    meeting = await GeneralMeeting(database).gathers(12)
    await meeting.begins(*range(1, 13))
    poll = await meeting.opens(ELECTION)

    async def is_thin() -> bool:
        panel = await meeting.conducting.panel(CHAIR, meeting.id)
        tellers = await meeting.counting.look(OUTSIDER, meeting.id)
        slips = await meeting.counting.slips(OUTSIDER, meeting.id, ELECTION)
        (vote,), (counted,) = panel.votes, tellers.votes
        assert vote.thin is counted.thin is slips.thin
        return vote.thin

    thin = [await is_thin()]
    for voter in range(1, 6):
        await meeting.counting.issue_slip(OUTSIDER, meeting.id, ELECTION, VoterId(voter))
        thin.append(await is_thin())
    assert thin == [False, True, True, True, True, False]
    thin = []
    for voter in range(6, 11):
        await meeting.casts(voter, poll, "3")
        thin.append(await is_thin())
    assert thin == [True, True, True, True, False]


async def test_an_item_that_is_taken_next_has_its_amendments_before_it(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    part = AgendaPoint(id=ItemId(0), kind=ItemKind.VOTE, title="Поправка", part=PartOf.AMENDMENT)
    await meeting.conducting.amend(CHAIR, meeting.id, ELECTION, (part,))
    before = (await meeting.state()).order
    amendment = max(before)

    await meeting.conducting.procedural(CHAIR, meeting.id, Motion.REORDER, item=ELECTION)

    assert (await meeting.state()).order[:2] == (amendment, ELECTION)
    assert set((await meeting.state()).order) == set(before)
