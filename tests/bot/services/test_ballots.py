"""A ballot is cast once, by whoever may, in time; and in a secret poll nobody learns which."""

import pytest

from bot.domain.ballot_refusals import (
    BallotFinal,
    BallotInvalid,
    NotEntitled,
    PollIsClosed,
    PollNotFound,
)
from bot.domain.ballots import Choice, MotionBallot
from bot.domain.electorates import VoterId
from bot.domain.members import MemberId
from bot.domain.polls import Closing, PollState
from bot.domain.tallies import Outcome
from tests.councils import (
    AGAINST,
    CLOSES,
    COUNCIL,
    FOR,
    GENERAL,
    OUTSIDER,
    SECRET,
    Assembly,
)
from tests.halls import refused


async def test_a_motion_is_opened_voted_on_and_adopted(assembly: Assembly) -> None:
    poll = await assembly.opens()
    for member in COUNCIL[:5]:
        cast = await assembly.casts(member, poll, FOR)
        assert cast.card.ballots[0].ballot == MotionBallot(Choice.FOR)
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


async def test_an_update_that_was_overtaken_changes_nothing(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.ballots.cast(MemberId(3), poll, VoterId(3), AGAINST, order=8)
    await assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR, order=7)

    assert await assembly.written(poll) == {"3": AGAINST}


async def test_a_secret_ballot_is_final_and_its_number_is_told_once(assembly: Assembly) -> None:
    poll = await assembly.opens(**SECRET)
    cast = await assembly.casts(3, poll, FOR)

    assert await assembly.written(poll) == {cast.number: FOR}
    assert cast.card.ballots[0].voted
    assert cast.card.ballots[0].ballot is None
    with refused(BallotFinal):
        await assembly.casts(3, poll, AGAINST)
    assert await assembly.written(poll) == {cast.number: FOR}


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
@pytest.mark.parametrize("text", ["", "yes", "FOR", "for,for", "1", "against_all"])
async def test_an_invalid_ballot_costs_no_vote(
    assembly: Assembly, secrecy: dict[str, object], text: str
) -> None:
    poll = await assembly.opens(**secrecy)
    with refused(BallotInvalid):
        await assembly.casts(3, poll, text)

    assert (await assembly.casts(3, poll, FOR)).card.turnout.voted == 1


async def test_the_deadline_holds_though_nobody_has_closed_the_poll(assembly: Assembly) -> None:
    poll = await assembly.opens()
    assembly.clock.time = CLOSES
    with refused(PollIsClosed):
        await assembly.ballots.cast(MemberId(3), poll, VoterId(3), FOR)

    assert await assembly.written(poll) == {}


async def test_the_last_ballot_closes_a_poll_that_waits_for_nobody_else(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(closes_when_all_voted=True)
    for member in COUNCIL[:-1]:
        await assembly.casts(member, poll)
    last = await assembly.casts(COUNCIL[-1], poll)

    assert last.card.poll.closing is Closing.ALL_VOTED
    assert last.card.result is not None
    assert last.card.result.ballots == len(COUNCIL)


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
    assert cast.card.turnout.voted == 1
    assert await assembly.written(poll) == {str(fund): AGAINST}
