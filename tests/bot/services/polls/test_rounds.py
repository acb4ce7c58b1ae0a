"""A second round is settled by those who made the tie; what came of it is said as it is."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls import records
from bot.domain.polls.cards import Settlement
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.lots import Lot
from bot.domain.polls.majorities import Base, Majority
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxy_refusals import ProxyGiven
from bot.domain.polls.refusals import NoTie, TieSettled
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding
from bot.services.polls.verification import verify
from storage.stores import Stores
from tests.councils import (
    CHAIR,
    CLOSES,
    COUNCIL,
    DAY,
    GENERAL,
    ISSUED,
    SECRETARY,
    Assembly,
    an_election,
)
from tests.databases import execute
from tests.halls import refused
from tests.polling import RULES, THIRD

TWO, THREE = CandidateId(2), CandidateId(3)
WINNER = MemberId(15)
EASY = replace(RULES, majority=Majority(THIRD, Base.PARTICIPANTS, "Устав, п. 5.4"))


@pytest.fixture
async def tie(assembly: Assembly) -> PollId:
    """Elect one of three in the council; the other two are level for the second seat."""
    people = (WINNER, MemberId(11), MemberId(13))
    election = an_election(*people, seats=2, elects_council=True)
    poll = await assembly.opened_earlier(**election, rules=EASY)
    for member, text in zip(COUNCIL, ["1,2", "1,3"] * 4, strict=False):
        await assembly.casts(member, poll, text)
    await assembly.closes(poll)
    return poll


async def second_round(assembly: Assembly, tie: PollId, *texts: str) -> PollId:
    """Hold a round in which so many members of the council say this."""
    poll = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)
    for member, text in zip(COUNCIL, texts, strict=False):
        await assembly.casts(member, poll, text)
    await assembly.closes(poll)
    return poll


async def settled(assembly: Assembly, poll: PollId) -> Settlement | None:
    return (await assembly.polls.board(CHAIR, poll)).card.settlement


async def voters(assembly: Assembly, poll: PollId) -> set[int]:
    return {one.id for one in await assembly.database.read(lambda tx: tx.electorates.voters(poll))}


# --- who votes in it ----------------------------------------------------------------------------


async def test_whom_the_first_round_elected_does_not_choose_in_the_second(
    assembly: Assembly, tie: PollId
) -> None:
    seats = {seat.member for seat in await assembly.ballots.council(CHAIR)}
    assert WINNER in seats
    coming = await assembly.ties.second_round(CHAIR, tie)
    poll = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)

    assert await voters(assembly, poll) == set(COUNCIL)
    assert (coming.entitled, coming.former) == (9, 9)
    assert (coming.names, coming.seats) == (("Кандидат 2", "Кандидат 3"), 1)


async def test_who_has_left_the_body_since_has_no_vote_and_is_not_counted(
    assembly: Assembly, tie: PollId
) -> None:
    def leave(tx: Stores) -> None:
        tx.members.update(MemberId(9), PersonDetails("Член совета 9"))

    await assembly.database.write(leave)
    coming = await assembly.ties.second_round(SECRETARY, tie)
    assert (coming.entitled, coming.former) == (8, 9)
    poll = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)

    assert len(await voters(assembly, poll)) == coming.entitled
    assert (await assembly.database.read(verify)).holds


async def test_an_organisation_admitted_since_does_not_vote_and_todays_people_speak_for_the_others(
    assembly: Assembly,
) -> None:
    election = an_election(MemberId(11), MemberId(13), **GENERAL)
    poll = await assembly.opens(**election, rules=EASY)
    await assembly.casts(11, poll, "1", voter=1)
    await assembly.casts(13, poll, "2", voter=2)
    await assembly.closes(poll)

    def change(tx: Stores) -> MemberId:
        tx.organisations.add(OrganisationDetails("Новый фонд", "", "6699999999", None, ""))
        new = tx.members.add(PersonDetails("Новый глава"), OrganisationId(3))
        tx.organisations.save_leader(OrganisationId(3), new)
        return new

    new = await assembly.database.write(change)
    coming = await assembly.ties.second_round(CHAIR, poll)
    second = await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)

    assert await voters(assembly, second) == {1, 2, 3}
    assert coming.entitled == 3
    electorate = await assembly.database.read(lambda tx: tx.electorates.of_poll(second))
    assert new in {who for them in electorate.delegates.values() for who in them}


async def test_what_would_not_be_opened_is_not_counted_either(
    assembly: Assembly, tie: PollId
) -> None:
    with refused(OnlyForPresiding):
        await assembly.ties.second_round(MemberId(3), tie)
    with refused(NoTie):
        await assembly.ties.second_round(
            CHAIR, await assembly.opens(closes_at=assembly.clock.time + DAY)
        )
    await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)
    with refused(TieSettled):
        await assembly.ties.second_round(CHAIR, tie)


# --- what came of it ----------------------------------------------------------------------------


async def test_a_round_under_way_and_one_that_elects_are_told_with_the_tie(
    assembly: Assembly, tie: PollId
) -> None:
    assert await settled(assembly, tie) is None
    await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)
    assert await settled(assembly, tie) == Settlement(running=True)
    await second_round(assembly, tie, *["2"] * 9)
    assert await settled(assembly, tie) == Settlement((TWO,))


async def test_a_round_in_which_nobody_reaches_the_threshold_leaves_the_seat_empty(
    assembly: Assembly, tie: PollId
) -> None:
    second = await second_round(assembly, tie, "2", "3", *["against_all"] * 7)

    result = (await assembly.declared(second)).result
    assert {item.outcome for item in result.items} == {Outcome.BELOW_THRESHOLD}
    assert (result.tie, result.vacant) == (None, 1)
    assert await settled(assembly, tie) == Settlement(vacant=1)
    board = await assembly.polls.board(CHAIR, tie)
    assert not board.tie_is_open
    for poll, refusal in ((tie, TieSettled), (second, NoTie)):
        with refused(refusal):
            await assembly.ties.record_lot(CHAIR, poll, frozenset({TWO}), "Монетой")
    seats = {seat.member for seat in await assembly.ballots.council(CHAIR)}
    assert not {MemberId(11), MemberId(13)} & seats


async def test_level_below_the_threshold_is_no_tie_that_a_lot_could_settle(
    assembly: Assembly, tie: PollId
) -> None:
    second = await second_round(assembly, tie, "2", "2", "3", "3", *["against_all"] * 5)

    assert (await assembly.declared(second)).result.tie is None
    assert await settled(assembly, tie) == Settlement(vacant=1)


async def test_a_round_that_is_tied_again_asks_for_another_or_a_lot(
    assembly: Assembly, tie: PollId
) -> None:
    second = await second_round(assembly, tie, *"23232323")
    assert await settled(assembly, tie) == Settlement(tied=(TWO, THREE))
    assert (await assembly.polls.board(CHAIR, second)).tie_is_open
    await assembly.ties.record_lot(CHAIR, second, frozenset({THREE}), "Монетой")

    assert await settled(assembly, tie) == Settlement((THREE,))


async def test_the_boards_of_the_rounds_before_follow_the_last_one(
    assembly: Assembly, tie: PollId
) -> None:
    await assembly.polls.board(CHAIR, tie, MessageRef(CHAIR, 77))
    edits = "SELECT version FROM notices WHERE edits_message = 77"
    assert await assembly.rows(edits) == []
    second = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)
    assert await assembly.rows(edits) == [(1,)]
    await execute(
        assembly.database,
        "UPDATE notices SET state = 'sent', settled_at = '2026' WHERE edits_message = 77",
    )
    await assembly.polls.cancel(CHAIR, second, "Не тот срок")

    assert await assembly.rows(edits) == [(2,)]


# --- what reaches it ----------------------------------------------------------------------------


UNTIL = CLOSES + 30 * DAY
EVERYTHING = "Участие в собрании и голосование по всем вопросам"


async def general_tie(assembly: Assembly, *proxies: tuple[int, int, str, datetime]) -> PollId:
    """Have two organisations make a tie; a proxy is (voter, holder, scope, until)."""
    poll = await assembly.opens(**an_election(MemberId(11), MemberId(13), **GENERAL), rules=EASY)
    for voter, holder, scope, until in proxies:
        await assembly.proxies.register(
            SECRETARY, poll, VoterId(voter), MemberId(holder), "7", ISSUED, until, scope
        )
    await assembly.casts(11, poll, "1", voter=1)
    await assembly.casts(13, poll, "2", voter=2)
    await assembly.closes(poll)
    return poll


async def test_a_proxy_for_all_questions_that_is_still_in_force_reaches_the_second_round(
    assembly: Assembly,
) -> None:
    tie = await general_tie(assembly, (3, 11, EVERYTHING, UNTIL))
    poll = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)

    assert (await assembly.told("poll.proxy_entrusted"))[11] == 2
    with refused(ProxyGiven):
        await assembly.casts(15, poll, "1", voter=3)
    await assembly.casts(11, poll, "1", voter=3)
    assert await assembly.written(poll) == {"3": "1"}
    assert (await assembly.database.read(verify)).holds


@pytest.mark.parametrize(
    ("scope", "until"),
    [("Выборы 1 декабря", UNTIL), (EVERYTHING, CLOSES)],
    ids=["other questions", "run out"],
)
async def test_no_other_proxy_reaches_it(assembly: Assembly, scope: str, until: datetime) -> None:
    tie = await general_tie(assembly, (3, 11, scope, until))
    poll = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)

    assert (await assembly.database.read(lambda tx: tx.electorates.of_poll(poll))).proxies == ()
    await assembly.casts(15, poll, "1", voter=3)


async def test_a_proxy_whose_principal_or_holder_has_left_does_not_reach_it(
    assembly: Assembly,
) -> None:
    tie = await general_tie(assembly, (3, 12, EVERYTHING, UNTIL))
    await assembly.database.write(lambda tx: tx.members.erase(MemberId(12), assembly.clock.time))
    poll = await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)

    assert (await assembly.database.read(lambda tx: tx.electorates.of_poll(poll))).proxies == ()


async def test_the_round_is_called_one_in_lists_and_who_came_later_is_named(
    assembly: Assembly,
) -> None:
    tie = await general_tie(assembly)
    new = OrganisationDetails("Новый фонд", "", "6699999999", None, "")
    await assembly.database.write(lambda tx: tx.organisations.add(new))
    coming = await assembly.ties.second_round(CHAIR, tie)
    await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)

    assert coming.newcomers == ("Новый фонд",)
    assert [line.second_round for line in await assembly.ballots.listed(CHAIR)] == [True]
    archive = await assembly.ballots.listed(CHAIR, archive=True)
    assert [line.second_round for line in archive] == [False]


async def test_a_lot_beside_a_second_round_is_seen(assembly: Assembly, tie: PollId) -> None:
    """A tie is settled once; the forged lot is written into table and chain past the service."""
    await assembly.ties.run_off(CHAIR, tie, assembly.clock.time + DAY)
    lot = Lot((THREE,), "Вытянули", CHAIR, assembly.clock.now())

    def write(tx: Stores) -> None:
        tx.outcomes.save_lot(tie, lot)
        tx.entries.add(records.drawn(tie, lot))

    await assembly.database.write(write)

    verdict = await assembly.database.read(verify)
    assert [(one.mismatch, one.poll) for one in verdict.findings] == [(Mismatch.FORBIDDEN, tie)]
