"""What somebody with a copy of the database, a forged code or an office could try: each is seen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.digests import digest_of
from bot.domain.meetings import acts, refusals
from bot.domain.meetings.codes import new_ballot_code
from bot.domain.meetings.records import recorded
from bot.domain.meetings.state import Stage
from bot.domain.meetings.terms import VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import Named, read_ballot
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.losses import loss_of
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.refusals import VoteOfMeeting
from bot.domain.polls.seals import Entry, Head
from bot.domain.polls.voters import VoterId
from bot.services.meetings import votes
from bot.services.polls.courses import close_poll
from bot.services.polls.verification import verify
from storage.polls.keys import PollKeys
from storage.stores import Stores
from tests.databases import dump, execute, query, run
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    ELECTION,
    FROM_AFAR,
    MINUTE,
    OPEN_ELECTION,
    OUTSIDER,
    REGISTRAR,
    SECRETARY,
    STARTS,
    GeneralMeeting,
)

FIRST, THIRD, FOURTH = VoterId(1), VoterId(3), VoterId(4)


async def mismatches(meeting: GeneralMeeting) -> set[Mismatch]:
    return {one.mismatch for one in (await meeting.verdict()).findings}


async def adds(meeting: GeneralMeeting, act: type[acts.MeetingAct], **said: Any) -> int:
    """Write an act past all rules; return the number of its entry."""
    made = act(meeting=meeting.id, **{"by": SECRETARY, "at": meeting.clock.now(), **said})
    return (await meeting.database.write(lambda tx: tx.entries.add(recorded(made)))).number


# --- who casts ------------------------------------------------------------------------------------


async def test_a_delegate_who_is_not_there_casts_nothing_though_the_leader_is(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    absent = meeting.delegates[FIRST]
    with pytest.raises(refusals.NotRegistered):
        await meeting.ballots.cast(absent, poll, FIRST, "for")
    card = await meeting.ballots.look(absent, poll)
    (ballot,) = card.ballots
    assert (ballot.barred, card.is_castable(ballot), card.waits) == ("NotRegistered", False, False)
    here = (await meeting.ballots.look(meeting.leaders[FIRST], poll)).ballots[0]
    assert here.barred == ""


async def test_a_card_says_why_a_ballot_is_not_taken(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.arrive(4)
    await meeting.counting.issue_slip(SECRETARY, meeting.id, BUDGET, THIRD)

    async def barred(voter: VoterId) -> str:
        return (await meeting.ballots.look(meeting.leaders[voter], poll)).ballots[0].barred

    assert await barred(THIRD) == "PaperTaken"
    assert await barred(FOURTH) == "NotPresentAtOpening"
    await meeting.conducting.suspend(CHAIR, meeting.id, "Свет")
    assert await barred(FIRST) == "MeetingPaused"


async def test_proxies_and_conflicts_of_an_open_vote_are_no_business_of_the_polls(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    with pytest.raises(refusals.ItemHasVote):
        await meeting.ballots.recuse(CHAIR, poll, FIRST)
    paper = "7", STARTS.date(), STARTS + timedelta(days=1), "всё"
    with pytest.raises(VoteOfMeeting):
        await meeting.proxies.register(SECRETARY, poll, FIRST, OUTSIDER, *paper)
    card = await meeting.ballots.look(CHAIR, poll)
    (ballot,) = card.ballots
    assert not card.is_recusable(ballot)
    assert not card.is_entrustable(ballot)


async def test_what_somebody_notes_for_others_who_does_not_conduct_the_meeting_is_found(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    third = {"voter": THIRD, "person": meeting.leaders[THIRD]}
    await adds(meeting, acts.Objected, by=CHAIR, words="Против", **third)
    assert (await meeting.verdict()).holds
    number = await adds(meeting, acts.Objected, by=OUTSIDER, words="Против", **third)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.FORBIDDEN, UNKNOWN, number),)


@pytest.mark.parametrize(
    ("voter", "hand"),
    [
        (1, "delegate"),  # who is not registered, though the leader is
        (4, "leader"),  # who is not there
    ],
)
async def test_a_ballot_that_is_written_past_the_bot_is_found(
    meeting: GeneralMeeting, voter: int, hand: str
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    people = meeting.leaders if hand == "leader" else meeting.delegates
    assert await mismatches(meeting) == set()
    number = await writes(meeting, poll, VoterId(voter), people[VoterId(voter)])
    found = (await meeting.verdict()).findings
    assert Finding(Mismatch.FORBIDDEN, poll, number) in found


async def test_a_ballot_that_is_written_while_the_meeting_is_suspended_is_found(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.conducting.suspend(CHAIR, meeting.id, "Свет")
    number = await writes(meeting, poll, FIRST, CHAIR)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.FORBIDDEN, poll, number),)


async def writes(meeting: GeneralMeeting, poll: PollId, voter: VoterId, by: MemberId) -> int:
    """Write a ballot into tables and chain as the bot would, past all rules."""

    def write(tx: Stores) -> int:
        found = tx.polls.get(poll)
        assert found is not None
        named = Named(read_ballot(found, "for"), by, meeting.clock.now())
        tx.ballots.cast(poll, voter, named)
        return tx.entries.add(records.cast(poll, voter, named)).number

    return await meeting.database.write(write)


# --- codes ----------------------------------------------------------------------------------------


async def test_a_code_that_was_never_issued_is_found(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.code(1)
    assert await mismatches(meeting) == set()
    forged = digest_of(new_ballot_code())
    await execute(meeting.database, "UPDATE meeting_codes SET digest = ?", forged)
    (found,) = (await meeting.verdict()).findings
    assert found == Finding(Mismatch.CODE, UNKNOWN, voter="Фонд 001")


async def test_a_code_is_printed_again_for_who_has_only_that_of_a_colleague_who_left(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    assert len(await meeting.registration.issue_codes(SECRETARY, meeting.id)) == 3
    delegate = meeting.delegates[FIRST]
    await meeting.registration.arrive(SECRETARY, meeting.id, FIRST, delegate)
    await meeting.leaves(1)
    (again,) = await meeting.registration.issue_codes(SECRETARY, meeting.id)
    assert again.voter == FIRST


async def test_a_code_leaves_no_trace_of_a_secret_ballot(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    code = await meeting.code(1)
    poll = await meeting.opens(ELECTION)
    before = set(await dump(meeting.database))
    receipt = await meeting.casts_by_code(code, poll, "3")
    after = [line for line in await dump(meeting.database) if line not in before]
    assert not [line for line in after if "meeting_" in line]
    assert receipt.number not in "".join(after)
    (entry,) = [line for line in after if '"entries"' in line]
    assert '"at"' not in entry


# --- chair and tellers ----------------------------------------------------------------------------


async def test_a_chair_closes_no_vote_over_the_heads_of_the_silent(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.casts(1, poll)
    with pytest.raises(refusals.LastCallFirst) as refused:
        await meeting.conducting.close_vote(CHAIR, meeting.id, BUDGET)
    assert refused.value.silent == 2
    await meeting.casts(2, poll)
    await meeting.leaves(3)
    await meeting.conducting.close_vote(CHAIR, meeting.id, BUDGET)
    assert (await meeting.verdict()).holds


async def test_a_close_without_a_last_call_is_found(
    meeting: GeneralMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    monkeypatch.setattr(votes, "require_last_call", lambda *_: None)
    await meeting.conducting.close_vote(CHAIR, meeting.id, BUDGET)
    (found,) = (await meeting.verdict()).findings
    assert (found.mismatch, found.poll) == (Mismatch.FORBIDDEN, poll)


async def test_an_act_of_who_does_not_conduct_is_found(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    number = await adds(meeting, acts.ItemCalled, item=BUDGET, by=OUTSIDER)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.FORBIDDEN, UNKNOWN, number),)


async def test_words_that_are_put_into_the_mouth_of_somebody_else_are_found(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    said = {"voter": FIRST, "person": CHAIR, "words": "Я согласен"}
    number = await adds(meeting, acts.Objected, by=OUTSIDER, **said)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.FORBIDDEN, UNKNOWN, number),)


async def test_a_departure_that_nobody_noted_is_found(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    said = {"voter": FIRST, "person": CHAIR}
    number = await adds(meeting, acts.Departed, by=None, **said)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.FORBIDDEN, UNKNOWN, number),)


async def test_a_roll_without_a_member_and_a_smaller_quorum_are_found(
    meeting: GeneralMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    await meeting.begins(1, 2, 3)
    monkeypatch.setattr(votes, "votes_needed", lambda *_: 1)
    poll = await meeting.opens()
    (found,) = (await meeting.verdict()).findings
    assert (found.mismatch, found.poll) == (Mismatch.MEETING, poll)

    def strike(tx: Stores) -> None:
        found = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%electorate%'"
        for (name,) in run(tx, found).fetchall():
            run(tx, f"DROP TRIGGER {name}")
        for table in ("poll_delegates", "voters"):
            run(tx, f"DELETE FROM {table} WHERE voter_id = 5")  # noqa: S608  a name, no value

    await meeting.database.write(strike)
    findings = (await meeting.verdict()).findings
    assert Finding(Mismatch.ROLL, poll, found.entry) in findings


async def test_a_tie_that_ends_without_a_recorded_lot_is_found(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens(OPEN_ELECTION)
    for voter, said in ((1, "3,4"), (2, "4,5"), (3, "3,5")):
        await meeting.casts(voter, poll, said)
    await meeting.closes(OPEN_ELECTION)
    assert await mismatches(meeting) == set()
    number = await adds(meeting, acts.ItemDone, item=OPEN_ELECTION, by=CHAIR)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.LOT, poll, number),)


async def test_a_conflict_of_interest_that_nobody_declared_is_found(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()

    def write(tx: Stores) -> int:
        tx.ballots.recuse(poll, FIRST, CHAIR)
        return tx.entries.add(records.recused(poll, FIRST, CHAIR, meeting.clock.now())).number

    number = await meeting.database.write(write)
    found = (await meeting.verdict()).findings
    assert Finding(Mismatch.FORBIDDEN, poll, number) in found
    assert Mismatch.RECUSALS in {one.mismatch for one in found}


async def test_a_poll_that_was_closed_past_the_meeting_is_found(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()

    def close(tx: Stores) -> None:
        found, now = tx.polls.get(poll), meeting.clock.now()
        assert found is not None
        closed = found.closed_by_hand("Хватит", now + MINUTE)
        close_poll(tx, closed, meeting.rules, now + MINUTE, SECRETARY)

    await meeting.database.write(close)
    assert (Mismatch.MEETING, poll) in {
        (one.mismatch, one.poll) for one in (await meeting.verdict()).findings
    }


@pytest.mark.parametrize(
    ("changed", "mismatch"),
    [
        (lambda said: {**said, "tied": True}, Mismatch.COUNT),
        (lambda said: {**said, "counted": None}, Mismatch.COUNT),
    ],
)
async def test_a_close_that_says_something_else_than_the_poll_is_found(
    meeting: GeneralMeeting,
    monkeypatch: pytest.MonkeyPatch,
    changed: Callable[[dict[str, Any]], dict[str, Any]],
    mismatch: Mismatch,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    await meeting.counts(3, 0, 0)
    monkeypatch.setattr(votes, "VoteClosed", lambda **said: acts.VoteClosed(**changed(said)))
    monkeypatch.setattr("bot.services.meetings.states.require_allowed", lambda *_: None)
    await meeting.closes()
    assert mismatch in await mismatches(meeting)


async def test_what_was_counted_before_another_slip_went_out_counts_no_longer(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.casts(1, poll)
    for voter in (2, 3):
        await meeting.counting.issue_slip(SECRETARY, meeting.id, BUDGET, VoterId(voter))
        if voter == 2:
            await meeting.counts(1, 0, 0)
    with pytest.raises(refusals.CountsAwaited):
        await meeting.closes()
    await meeting.counts(1, 1, 0)
    assert (await meeting.closes()).outcome is not None
    assert (await meeting.verdict()).holds


async def test_one_teller_alone_cannot_try_until_the_figures_agree(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    count = meeting.counting.count
    await count(OUTSIDER, meeting.id, BUDGET, (2, 1, 0))
    for guess in ((3, 0, 0), (1, 2, 0), (2, 1, 0)):
        state = await count(REGISTRAR, meeting.id, BUDGET, guess)
    assert (state.agree, len(state.given)) == (False, 1)


# --- the clock, the sweep, the server -------------------------------------------------------------


async def test_a_vote_that_lasts_longer_than_planned_is_closed_by_the_chair_with_its_paper(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4, 5)
    poll = await meeting.opens()
    for voter in (1, 2, 3, 4):
        await meeting.casts(voter, poll)
    await meeting.counting.issue_slip(SECRETARY, meeting.id, BUDGET, VoterId(5))
    meeting.clock.time += timedelta(hours=20)
    assert await meeting.polls.close_due() == 0
    await meeting.counts(0, 1, 0)
    panel = await meeting.closes()
    assert panel.outcome is not None
    assert panel.outcome.result.items[0].counts.against == 1
    assert (await meeting.verdict()).holds


async def test_a_vote_in_which_all_have_voted_is_not_closed_behind_the_meetings_back(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4, 5)
    poll = await meeting.opens()
    for voter in (1, 2, 3, 4, 5):
        await meeting.casts(voter, poll)
    meeting.clock.time += timedelta(hours=20)
    assert await meeting.polls.close_due() == 0
    await meeting.closes()
    await meeting.conducting.end(CHAIR, meeting.id)
    assert (await meeting.verdict()).holds


async def test_a_vote_whose_ballots_nobody_can_read_is_cancelled_in_the_log_and_repeated(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens(ELECTION)
    await meeting.casts(1, poll, "3")
    await meeting.database.write(lose_key(poll))
    assert await meeting.polls.close_due() == 0
    item = (await meeting.state()).items[ELECTION]
    assert item.stage is Stage.REPEATED
    again = await meeting.opens(ELECTION)
    for voter in (1, 2, 3):
        await meeting.casts(voter, again, "3")
    await meeting.closes(ELECTION)
    found = await meeting.database.read(lambda tx: tx.polls.get(poll))
    assert found is not None
    assert found.state is PollState.CANCELLED
    assert (await meeting.verdict()).holds


def lose_key(poll: PollId) -> Callable[[Stores], None]:
    def lose(tx: Stores) -> None:
        keys = PollKeys.beside(tx.outbox._db)
        if keys is not None:
            keys.destroy(poll)
        run(tx, "DELETE FROM poll_keys WHERE poll_id = ?", poll)

    return lose


async def test_nobody_afar_is_lost_by_a_break(meeting: GeneralMeeting) -> None:
    await meeting.registers(**FROM_AFAR)
    await meeting.arrive(1, 2)
    await meeting.attending.arrive_afar(meeting.leaders[THIRD], meeting.id, THIRD)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.conducting.suspend(SECRETARY, meeting.id, "Кофе")
    meeting.clock.time += 20 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    await meeting.conducting.resume(SECRETARY, meeting.id)
    meeting.clock.time += 4 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    meeting.clock.time += 2 * MINUTE
    assert await meeting.attending.drop_lost() == 1


async def test_a_clock_that_is_set_back_puts_no_meeting_aside(meeting: GeneralMeeting) -> None:
    await meeting.registers(**FROM_AFAR)
    await meeting.attending.arrive_afar(meeting.leaders[THIRD], meeting.id, THIRD)
    meeting.clock.time += 10 * MINUTE
    await meeting.arrive(1)
    meeting.clock.time -= 2 * MINUTE
    assert await meeting.attending.drop_lost() == 0
    assert await query(meeting.database, "SELECT * FROM failed_items") == []
    meeting.clock.time += 3 * MINUTE
    assert await meeting.attending.drop_lost() == 1


async def test_a_restore_in_the_middle_of_a_meeting_names_what_of_it_would_be_lost(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    copy = await entries(meeting)
    await meeting.conducting.call(CHAIR, meeting.id, BUDGET)
    await meeting.leaves(3)
    lost = loss_of(await entries(meeting), copy)
    assert lost.is_of_votes
    assert [one.kind for one in lost.entries] == ["meeting.item_called", "meeting.departed"]
    assert lost.by_poll() == {None: {"meeting": 2}}


async def test_two_copies_of_a_meeting_that_went_on_apart_differ_at_a_known_head(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    head = (await entries(meeting))[-1].head
    await meeting.conducting.call(CHAIR, meeting.id, BUDGET)
    apart = Head((await entries(meeting))[-1].number, "0" * 64)
    for known, faults in ((head, False), (apart, True)):
        verdict = await meeting.database.read(lambda tx: verify(tx, known=[known]))  # noqa: B023
        assert bool(verdict.faults) is faults


async def entries(meeting: GeneralMeeting) -> tuple[Entry, ...]:
    return await meeting.database.read(lambda tx: tuple(tx.entries.all()))
