"""A ballot is cast once, by anyone who may, in time; and in a secret poll nobody learns which."""

import pytest

from bot.domain.letters import LetterContent
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, TelegramId
from bot.domain.polls.ballots import Choice, ElectionBallot, MotionBallot, Said
from bot.domain.polls.cards import PollSummary
from bot.domain.polls.plans import CandidateId, PollKind
from bot.domain.polls.polls import Closing, PollId, PollState
from bot.domain.polls.refusals import (
    BallotFinal,
    BallotInvalid,
    BallotNumberInvalid,
    DissentOfWhom,
    NotAgainst,
    NotEntitled,
    PollIsClosed,
    PollNotFound,
    ResultsHidden,
    VoterRecused,
)
from bot.domain.polls.seals import numbers_digest
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import NotMember
from bot.services.polls.verification import verify
from bot.services.transactions import update_in_work
from storage.stores import Stores
from tests.councils import (
    ABSTAIN,
    AGAINST,
    CHAIR,
    CLOSES,
    COUNCIL,
    FOR,
    GENERAL,
    HOUR,
    NOON,
    OUTSIDER,
    SECRET,
    SECRETARY,
    Assembly,
    an_election,
    card_of,
)
from tests.databases import execute, forget_edits, read_whole, statements_of
from tests.halls import refused
from tests.outboxes import send_all
from tests.people import consented
from tests.polling import a_number, candidates
from tests.questions import Question


async def test_a_motion_is_opened_voted_on_and_adopted(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for member in COUNCIL[:5]:
        cast = await assembly.casts(member, poll, FOR)
        assert card_of(cast).ballots[0].ballot == MotionBallot(Choice.FOR)
    await assembly.casts(6, poll, AGAINST)
    await assembly.closes(poll)

    found, declared = await assembly.found(poll), await assembly.declared(poll)
    assert (found.state, found.closing, found.closed_at) == (
        PollState.CLOSED,
        Closing.DEADLINE,
        CLOSES,
    )
    (item,) = declared.result.items
    assert (item.counts.in_favour, item.counts.against, item.outcome) == (5, 1, Outcome.ADOPTED)


async def test_the_last_word_of_a_named_ballot_counts_and_each_change_is_kept(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    first = await assembly.casts(3, poll, FOR)
    second = await assembly.casts(3, poll, AGAINST)

    assert (first.changed, second.changed) == (False, True)
    assert await assembly.written(poll) == {"3": AGAINST}
    kept = await assembly.rows("SELECT payload ->> 'ballot' FROM entries WHERE kind = 'ballot'")
    assert kept == [(FOR,), (AGAINST,)]


async def test_the_card_of_a_named_ballot_shows_its_entry_in_the_chain(assembly: Assembly) -> None:
    poll = await assembly.opens()
    first = card_of(await assembly.casts(3, poll, FOR)).ballots[0].head
    await assembly.casts(4, poll, FOR)
    second = card_of(await assembly.casts(3, poll, AGAINST)).ballots[0].head

    assert second == await assembly.database.read(lambda tx: tx.entries.head())
    assert first is not None
    assert first.number == second.number - 2
    verdict = await assembly.database.read(lambda tx: verify(tx, None, [first, second]))
    assert verdict.holds
    other = await assembly.opens(**SECRET)
    assert card_of(await assembly.casts(3, other, FOR)).ballots[0].head is None


async def test_finding_the_entry_of_a_ballot_reads_no_other_entries(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.casts(3, poll, FOR)
    found: list[str] = []

    def look(tx: Stores) -> None:
        db = tx.entries._db
        db.set_trace_callback(found.append)
        tx.entries.of_ballot(poll, VoterId(3))
        db.set_trace_callback(None)
        plan = db.execute(f"EXPLAIN QUERY PLAN {found[0]}").fetchall()
        assert "USING INDEX entries_of_ballots (<expr>=? AND <expr>=?)" in str(plan)

    await assembly.database.read(look)


async def test_an_update_that_was_overtaken_changes_nothing(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.ballots.cast(MemberId(3), poll, VoterId(3), AGAINST, order=8)
    await assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR, order=7)

    assert await assembly.written(poll) == {"3": AGAINST}


async def test_an_update_between_two_that_say_the_same_changes_nothing_if_it_comes_last(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    for order, choice in ((6, FOR), (8, FOR), (7, AGAINST)):
        await assembly.ballots.cast(MemberId(3), poll, VoterId(3), choice, order=order)

    assert await assembly.written(poll) == {"3": FOR}
    kept = await assembly.rows("SELECT payload ->> 'ballot' FROM entries WHERE kind = 'ballot'")
    assert kept == [(FOR,)], "who says the same again has changed nothing"


async def test_a_secret_ballot_is_final_and_its_number_is_told_once(assembly: Assembly) -> None:
    poll = await assembly.opens(**SECRET)
    cast = await assembly.casts(3, poll, FOR)

    assert await assembly.written(poll) == {cast.number: FOR}
    assert card_of(cast).ballots[0].voted
    assert card_of(cast).ballots[0].ballot is None
    with refused(BallotFinal):
        await assembly.casts(3, poll, AGAINST)
    assert await assembly.written(poll) == {cast.number: FOR}


async def test_the_update_that_casts_a_ballot_is_noted_nowhere(assembly: Assembly) -> None:
    poll = await assembly.opens(**SECRET)
    token = update_in_work.set(7)
    try:
        await assembly.ballots.look(MemberId(3), poll, HERE)
        await assembly.casts(3, poll, FOR)
        here = MessageRef(4, 1)
        await assembly.ballots.cast_as(TelegramId(4), poll, VoterId(4), Choice.FOR, here, 8)
    finally:
        update_in_work.reset(token)

    assert len(await assembly.written(poll)) == 2
    assert await assembly.rows("SELECT id FROM handled_updates") == []


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
@pytest.mark.parametrize("text", ["", "yes", "FOR", "for,for", "1", "against_all"])
async def test_an_invalid_ballot_costs_no_vote(
    assembly: Assembly, secrecy: dict[str, object], text: str
) -> None:
    poll = await assembly.opens(**secrecy)
    with refused(BallotInvalid):
        await assembly.casts(3, poll, text)

    assert card_of(await assembly.casts(3, poll, FOR)).turnout.voted == 1


async def test_the_deadline_holds_though_nobody_has_closed_the_poll(assembly: Assembly) -> None:
    poll = await assembly.opens()
    assembly.clock.time = CLOSES
    with refused(PollIsClosed):
        await assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR)

    assert await assembly.written(poll) == {}


async def test_the_last_ballot_closes_a_poll_that_waits_for_nobody_else(assembly: Assembly) -> None:
    poll = await assembly.opens(closes_when_all_voted=True)
    for member in COUNCIL[:-1]:
        await assembly.casts(member, poll)
    last = await assembly.casts(COUNCIL[-1], poll)

    card = card_of(last)
    assert card.poll.closing is Closing.ALL_VOTED
    assert card.result is not None
    assert card.result.ballots == len(COUNCIL)


async def test_a_stranger_learns_nothing_by_guessing(assembly: Assembly) -> None:
    poll = await assembly.opens()
    with refused(PollNotFound):
        await assembly.ballots.cast(OUTSIDER, poll, VoterId(3), FOR)
    with refused(PollNotFound):
        await assembly.ballots.look(OUTSIDER, poll)


async def test_a_forged_voter_is_refused(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for voter in (4, 10, 99):
        with refused(NotEntitled):
            await assembly.ballots.cast(MemberId(3), poll, VoterId(voter), FOR)

    assert await assembly.written(poll) == {}


async def test_an_organisation_has_one_ballot_whichever_of_its_people_casts_it(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    leader, delegate, fund = 11, 12, 1
    await assembly.casts(leader, poll, FOR, voter=fund)
    cast = await assembly.casts(delegate, poll, AGAINST, voter=fund)

    assert cast.changed
    assert card_of(cast).turnout.voted == 1
    assert await assembly.written(poll) == {str(fund): AGAINST}


# --- what it costs --------------------------------------------------------------------------------


async def cost_of(
    assembly: Assembly, account: int, poll: PollId, said: Said, voter: int = 0
) -> list[str]:
    """Cast a ballot; return the statements that it takes."""
    here, whose = MessageRef(account, poll), VoterId(voter or account)
    cast = assembly.ballots.cast_as(TelegramId(account), poll, whose, said, here, 1)
    return await statements_of(assembly.database, cast)


async def test_a_ballot_costs_a_handful_of_statements_whatever_its_kind(assembly: Assembly) -> None:
    """Each is a step on the thread that takes all ballots one after another."""
    motion = await assembly.opens()
    election = await assembly.opens(**an_election(MemberId(3), MemberId(4)))
    general = await assembly.opens(**GENERAL)

    costs = (
        await cost_of(assembly, 3, motion, FOR),
        await cost_of(assembly, 3, election, lambda _: ElectionBallot(frozenset({CandidateId(1)}))),
        await cost_of(assembly, 12, general, FOR, voter=1),
    )

    assert [len(statements) for statements in costs] == [14, 14, 14]
    for statements in costs:  # of the chain nothing but its end is read
        assert await read_whole(assembly.database, statements) == {"entries"}


# --- recusals and statements ----------------------------------------------------------------------


async def test_who_declares_a_conflict_no_longer_counts_and_votes_no_more(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await assembly.casts(3, poll, FOR)
    card = await assembly.ballots.recuse(MemberId(3), poll, VoterId(3))

    assert (card.turnout.voted, card.turnout.recused) == (0, 1)
    assert card.ballots[0].recused
    assert await assembly.written(poll) == {}
    for act in (
        assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR),
        assembly.ballots.recuse(MemberId(3), poll, VoterId(3)),
    ):
        with refused(VoterRecused):
            await act


async def test_a_secret_ballot_cannot_be_taken_out_by_declaring_a_conflict(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**SECRET)
    await assembly.casts(3, poll, FOR)
    with refused(BallotFinal):
        await assembly.ballots.recuse(MemberId(3), poll, VoterId(3))


async def test_the_last_recusal_closes_a_poll_that_waits_for_nobody_else(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(closes_when_all_voted=True)
    for member in COUNCIL[:-1]:
        await assembly.casts(member, poll)
    card = await assembly.ballots.recuse(COUNCIL[-1], poll, VoterId(COUNCIL[-1]))

    assert card.poll.closing is Closing.ALL_VOTED


async def test_only_who_voted_against_has_that_recorded(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for text in (None, FOR, ABSTAIN):
        if text:
            await assembly.casts(3, poll, text)
        with refused(NotAgainst):
            await assembly.ballots.state(MemberId(3), poll, VoterId(3), "Против")
    await assembly.casts(3, poll, AGAINST)
    question = Question(assembly.database, assembly.clock, MemberId(3))
    await question.asks()
    card = await assembly.ballots.state(MemberId(3), poll, VoterId(3), "Смета не готова")

    assert not await question.is_open(), "what comes next is no other statement"
    assert card.ballots[0].stated
    assert await said(assembly, poll) == {3: "Смета не готова"}


async def test_a_statement_goes_when_the_ballot_no_longer_says_so(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for member in (3, 4):
        await assembly.casts(member, poll, AGAINST)
        await assembly.ballots.state(MemberId(member), poll, VoterId(member))
    await assembly.casts(3, poll, FOR)
    await assembly.ballots.recuse(MemberId(4), poll, VoterId(4))

    assert await said(assembly, poll) == {}
    kinds = [kind for (kind,) in await assembly.rows("SELECT kind FROM entries")]
    assert (kinds.count("stated"), kinds.count("unstated")) == (2, 2)


async def test_a_statement_can_be_made_after_the_close_and_in_a_secret_poll_on_ones_word(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**SECRET)
    await assembly.casts(3, poll, FOR)
    await assembly.casts(5, poll, AGAINST)
    await assembly.closes(poll)
    await assembly.ballots.state(MemberId(3), poll, VoterId(3))

    assert await said(assembly, poll) == {3: ""}
    with refused(NotAgainst):
        await assembly.ballots.state(MemberId(4), poll, VoterId(4))
    with refused(NotEntitled):
        await assembly.ballots.state(MemberId(4), poll, VoterId(3))


async def test_against_which_of_several_candidates_a_secret_voter_is_they_say_themselves(
    assembly: Assembly,
) -> None:
    """A named ballot tells it, a secret one never does."""
    several = {"kind": PollKind.ADMISSION, "candidates": candidates(2)}
    named, secret = await assembly.opens(**several), await assembly.opens(**several, **SECRET)
    for poll in (named, secret):
        await assembly.casts(3, poll, "1:for,2:against")
    await assembly.ballots.state(MemberId(3), named, VoterId(3))

    for words in ("", " \n "):
        with refused(DissentOfWhom):
            await assembly.ballots.state(MemberId(3), secret, VoterId(3), words)
    await assembly.ballots.state(MemberId(3), secret, VoterId(3), "Против второго")

    assert (await said(assembly, named), await said(assembly, secret)) == (
        {3: ""},
        {3: "Против второго"},
    )


async def said(assembly: Assembly, poll: PollId) -> dict[int, str]:
    found = await assembly.database.read(lambda tx: tx.ballots.statements(poll))
    return {voter: one.text for voter, one in found.items()}


# --- checking that a ballot was counted -----------------------------------------------------------


async def test_a_voter_finds_the_number_of_the_ballot_in_the_sealed_list(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**SECRET)
    cast = await assembly.casts(3, poll, FOR)
    assert cast.number is not None
    for call in (
        assembly.ballots.numbers(MemberId(3), poll),
        assembly.ballots.check_number(MemberId(3), poll, cast.number),
    ):
        with refused(ResultsHidden):
            await call
    await assembly.closes(poll)

    typed = cast.number.lower().replace("-", " ")
    assert await assembly.ballots.check_number(MemberId(4), poll, typed)
    assert not await assembly.ballots.check_number(MemberId(3), poll, a_number())
    numbers = await assembly.ballots.numbers(MemberId(3), poll)
    assert numbers == (cast.number,)
    assert numbers_digest(poll, numbers) == (await assembly.declared(poll)).seal.numbers
    with refused(BallotNumberInvalid):
        await assembly.ballots.check_number(MemberId(3), poll, "12345")
    with refused(PollNotFound):
        await assembly.ballots.numbers(OUTSIDER, poll)


async def test_a_named_poll_has_no_numbers_to_check(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.casts(3, poll, FOR)
    await assembly.closes(poll)

    assert await assembly.ballots.numbers(MemberId(3), poll) == ()


# --- lists ----------------------------------------------------------------------------------------


async def test_what_waits_for_the_person_comes_first_then_what_is_open_then_what_is_planned(
    assembly: Assembly,
) -> None:
    planned = await assembly.opens(opens_at=assembly.clock.time + HOUR)
    done = await assembly.opens(closes_at=CLOSES - HOUR)
    waiting = await assembly.opens()
    await assembly.casts(CHAIR, done)
    await assembly.casts(3, done)

    lines = await assembly.ballots.listed(CHAIR)
    assert [(line.id, line.waits_for_me) for line in lines] == [
        (waiting, True),
        (done, False),
        (planned, False),
    ]
    assert [line.id for line in await assembly.ballots.listed(MemberId(3))] == [waiting, done]
    assert await assembly.ballots.listed(OUTSIDER) == ()


async def test_the_archive_is_searched_by_words_of_the_question(assembly: Assembly) -> None:
    for question in ("Смета на ёлку", "Смета на лето", "Устав"):
        poll = await assembly.opens(question=question)
        await assembly.closes(poll) if question == "Устав" else await assembly.polls.close(
            CHAIR, poll, "Пора"
        )

    def questions(lines: tuple[PollSummary, ...]) -> list[str]:
        return [line.question for line in lines]

    everything = await assembly.ballots.listed(MemberId(3), archive=True)
    assert questions(everything) == ["Устав", "Смета на лето", "Смета на ёлку"]
    assert {line.outcome for line in everything} == {Outcome.NO_QUORUM}
    found = await assembly.ballots.listed(MemberId(3), "ЕЛКУ смета", archive=True)
    assert questions(found) == ["Смета на ёлку"]
    assert await assembly.ballots.listed(MemberId(3), "%", archive=True) == ()


async def test_a_search_for_thousands_of_words_finds_nothing_and_breaks_nothing(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(question="Смета на год")
    await assembly.closes(poll)
    for words, count in (("смета " * 600, 1), (" ".join(map(str, range(1500))), 0)):
        assert len(await assembly.ballots.listed(CHAIR, words, archive=True)) == count


async def test_an_outcome_for_everybody_is_seen_by_everybody_but_guests(assembly: Assembly) -> None:
    poll = await assembly.opens(tells_members=True)
    with refused(PollNotFound):
        await assembly.ballots.look(OUTSIDER, poll)
    await assembly.polls.close(CHAIR, poll, "Пора")
    guest = await assembly.database.write(_a_guest)

    assert (await assembly.ballots.look(OUTSIDER, poll)).result is not None
    with refused(PollNotFound):
        await assembly.ballots.look(guest, poll)
    with refused(NotMember):
        await assembly.ballots.council(guest)


def _a_guest(tx: Stores) -> MemberId:
    guest = tx.members.add_guest("Гость")
    consented(tx, guest, NOON, telegram_id=500)
    return guest


# --- what is on display ---------------------------------------------------------------------------

HERE, THERE = MessageRef(3, 70), MessageRef(4, 71)


async def edits(assembly: Assembly) -> set[int]:
    """Return the messages that are to be edited, and forget them."""
    return {edited.message for edited in await forget_edits(assembly.database)}


async def test_a_named_ballot_renews_the_voters_own_card_and_the_turnout_of_others(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await assembly.ballots.look(MemberId(3), poll, HERE)
    await assembly.ballots.look(MemberId(4), poll, THERE)
    await assembly.polls.board(CHAIR, poll, MessageRef(1, 72))
    await edits(assembly)
    await assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR, MessageRef(3, 73))

    assert await edits(assembly) == {70, 72, 73}
    await assembly.closes(poll)
    assert await edits(assembly) == {70, 71, 72, 73}


async def test_nothing_of_a_secret_ballot_but_the_turnout_goes_through_the_outbox(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**SECRET)
    await assembly.ballots.look(MemberId(3), poll, HERE)
    await assembly.polls.board(CHAIR, poll, MessageRef(1, 72))
    await edits(assembly)
    before = await assembly.rows("SELECT * FROM notices ORDER BY id")
    audit = await assembly.rows("SELECT * FROM audit")
    await assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR, HERE)

    assert await edits(assembly) == {72}
    assert await assembly.rows("SELECT * FROM notices ORDER BY id") == before
    assert await assembly.rows("SELECT * FROM audit") == audit
    last = await assembly.rows("SELECT payload FROM entries ORDER BY number DESC LIMIT 1")
    assert last == [(f'{{"number":"ballot","poll":{poll},"voter":3}}',)]


async def test_a_message_that_shows_somebodys_ballot_shows_it_to_nobody_else(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await assembly.ballots.look(MemberId(3), poll, HERE)
    await letters(assembly)
    await assembly.casts(3, poll, FOR)
    await execute(assembly.database, "UPDATE shown_messages SET member_id = 4")

    assert await letters(assembly) == []


async def test_a_board_is_no_more_renewed_for_who_presides_no_longer(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.polls.board(SECRETARY, poll, HERE)
    await letters(assembly)
    for presides in (True, False):
        if not presides:
            await execute(assembly.database, "DELETE FROM roles WHERE role = 'secretary'")
        await assembly.casts(3, poll, FOR if presides else AGAINST)
        assert len(await letters(assembly)) == presides


async def letters(assembly: Assembly) -> list[LetterContent]:
    """Return what is sent within a minute, and take it out of the outbox."""
    assembly.clock.time += HOUR / 60
    return [one.letter.content for one in await send_all(assembly.deliveries, kept=False)]


async def test_a_half_filled_ballot_is_not_edited_over(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.ballots.look(MemberId(11), poll, HERE)
    await assembly.ballots.leave(MemberId(11), poll, HERE)
    await edits(assembly)
    await assembly.casts(12, poll, FOR, voter=1)

    assert await edits(assembly) == set()


async def test_a_message_that_shows_a_list_is_no_ballot_any_more(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for shows in (assembly.ballots.listed, assembly.ballots.council):
        await assembly.ballots.look(MemberId(3), poll, HERE)
        await shows(MemberId(3), message=HERE)
        await edits(assembly)
        await assembly.casts(3, poll, FOR)
        assert await edits(assembly) == set()
