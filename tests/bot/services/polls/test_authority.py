"""What is frozen at the opening is who has a vote; who casts it is checked as it is cast."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.domain.people.affairs import Ended
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import AuthorityEnded, NotEntitled, PollNotFound
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.services.access import known_member
from bot.services.people.leaving import depart, end_membership
from bot.services.people.merging import merge_guest
from bot.services.polls.verification import verify
from storage.stores import Stores
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    COUNCIL,
    DAY,
    FOR,
    GENERAL,
    ISSUED,
    NOON,
    SECRET,
    Assembly,
    appoints,
)
from tests.databases import execute
from tests.halls import refused
from tests.people import consented

FUND = VoterId(1)
LEADER, DELEGATE, HOLDER = map(MemberId, (11, 12, 13))
COUNCILLOR = MemberId(9)
PAPER = ("7", ISSUED, CLOSES, "Голосовать")


async def moves(assembly: Assembly) -> None:
    """Let the delegate of the first organisation work for the second one from now on."""
    await execute(
        assembly.database, "UPDATE members SET organisation_id = 2 WHERE id = ?", DELEGATE
    )


async def becomes(assembly: Assembly, member: MemberId, person: PersonDetails) -> None:
    await assembly.database.write(lambda tx: tx.members.update(member, person))


def leaves_the_alliance(tx: Stores, assembly: Assembly, voter: VoterId) -> None:
    house = tx.organisations.get(OrganisationId(voter))
    assert house is not None
    end_membership(tx, house, Ended.LEFT, "", assembly.rules, assembly.clock.now())


async def is_no_delegate(assembly: Assembly) -> None:
    await becomes(assembly, DELEGATE, PersonDetails("Делегат 1"))


async def leaves_the_council(assembly: Assembly) -> None:
    await becomes(assembly, COUNCILLOR, PersonDetails("Член совета 9"))


Change = Callable[[Assembly], Awaitable[Any]]


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
@pytest.mark.parametrize(
    ("change", "member", "voter", "body"),
    [
        (moves, DELEGATE, FUND, GENERAL),
        (is_no_delegate, DELEGATE, FUND, GENERAL),
        (appoints, LEADER, FUND, GENERAL),
        (leaves_the_council, COUNCILLOR, VoterId(COUNCILLOR), {}),
    ],
)
async def test_who_speaks_for_a_voter_no_longer_casts_nothing_though_named_at_the_opening(
    assembly: Assembly,
    secrecy: dict[str, Any],
    change: Change,
    member: MemberId,
    voter: VoterId,
    body: dict[str, Any],
) -> None:
    poll = await assembly.opens(**body, **secrecy)
    await change(assembly)

    with refused(AuthorityEnded):
        await assembly.casts(member, poll, voter=voter)
    assert await assembly.written(poll) == {}
    (ballot,) = (card := await assembly.ballots.look(member, poll)).ballots
    assert (ballot.former, card.is_castable(ballot), card.waits) == (True, False, False)


async def test_a_ballot_cast_while_there_was_authority_stands_and_is_changed_by_a_colleague(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(DELEGATE, poll, AGAINST, voter=FUND)
    await moves(assembly)

    with refused(AuthorityEnded):
        await assembly.casts(DELEGATE, poll, FOR, voter=FUND)
    assert await assembly.written(poll) == {str(FUND): AGAINST}
    assert (await assembly.casts(LEADER, poll, FOR, voter=FUND)).changed


async def test_who_left_the_council_still_counts_in_its_number(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await leaves_the_council(assembly)
    for member in COUNCIL[:-1]:
        await assembly.casts(member, poll)
    await assembly.closes(poll)

    result = (await assembly.declared(poll)).result
    assert (result.quorum.entitled, result.ballots) == (9, 8)
    assert (await assembly.database.read(verify)).holds


async def test_who_gets_the_authority_back_before_the_close_casts_the_ballot(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await leaves_the_council(assembly)
    back = PersonDetails("Член совета 9", roles=frozenset({Role.COUNCIL}))
    await becomes(assembly, COUNCILLOR, back)

    await assembly.casts(COUNCILLOR, poll)
    assert await assembly.written(poll) == {str(COUNCILLOR): FOR}


async def test_who_leaves_and_comes_back_by_an_invitation_has_no_vote_in_what_is_open_already(
    assembly: Assembly,
) -> None:
    """What was cast before stands, though the two records of the person are one from then on."""
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(DELEGATE, poll, AGAINST, voter=FUND)

    def comes_back(tx: Stores) -> MemberId:
        depart(tx, known_member(tx, DELEGATE), assembly.rules, NOON)
        again = tx.members.add(PersonDetails("Делегат 1", delegate=True), OrganisationId(FUND))
        merge_guest(tx, DELEGATE, again, assembly.rules, NOON)
        consented(tx, again, NOON)
        return again

    again = await assembly.database.write(comes_back)
    with refused(NotEntitled):
        await assembly.casts(again, poll, FOR, voter=FUND)
    assert await assembly.written(poll) == {str(FUND): AGAINST}
    await assembly.closes(poll)
    assert (await assembly.database.read(verify)).holds


async def a_councillors_proxy(assembly: Assembly) -> PollId:
    poll = await assembly.opens()
    await assembly.proxies.register(CHAIR, poll, VoterId(COUNCILLOR), MemberId(8), *PAPER)
    return poll


async def test_nobody_casts_by_the_proxy_of_one_who_has_left_the_council(
    assembly: Assembly,
) -> None:
    poll = await a_councillors_proxy(assembly)
    await leaves_the_council(assembly)

    with refused(AuthorityEnded):
        await assembly.casts(8, poll, voter=COUNCILLOR)
    card = await assembly.ballots.look(MemberId(8), poll)
    assert [card.is_castable(ballot) for ballot in card.ballots] == [True, False]


@pytest.mark.parametrize("change", [moves, is_no_delegate])
async def test_who_speaks_no_longer_neither_recuses_nor_dissents_nor_entrusts(
    assembly: Assembly, change: Change
) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(LEADER, poll, AGAINST, voter=FUND)
    await change(assembly)

    with refused(AuthorityEnded):
        await assembly.ballots.recuse(DELEGATE, poll, FUND)
    with refused(AuthorityEnded):
        await assembly.ballots.state(DELEGATE, poll, FUND)
    (ballot,) = (card := await assembly.ballots.look(DELEGATE, poll)).ballots
    assert (card.can_state(ballot), card.is_recusable(ballot)) == (False, False)


async def test_who_voted_against_in_the_council_has_it_recorded_though_seated_no_more(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await assembly.casts(COUNCILLOR, poll, AGAINST)
    await leaves_the_council(assembly)

    (ballot,) = (card := await assembly.ballots.look(COUNCILLOR, poll)).ballots
    assert card.can_state(ballot)
    await assembly.ballots.state(COUNCILLOR, poll, VoterId(COUNCILLOR), "Дорого")
    assert await assembly.rows("SELECT voter_id FROM statements") == [(COUNCILLOR,)]


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_an_organisation_that_left_has_it_recorded_that_it_voted_against(
    assembly: Assembly, secrecy: dict[str, Any]
) -> None:
    """This very vote excludes it, and the minutes wait for what its people say (ГК 181.2 п. 4)."""
    poll = await assembly.opens(
        **GENERAL, **secrecy, excludes=OrganisationId(FUND), question="Исключить Фонд 001"
    )
    await assembly.casts(DELEGATE, poll, AGAINST, voter=FUND)
    for member, voter in ((HOLDER, 2), (15, 3)):
        await assembly.casts(member, poll, FOR, voter=voter)
    await assembly.closes(poll)
    assert (await assembly.declared(poll)).result.outcome is Outcome.ADOPTED

    for member in (LEADER, DELEGATE):
        (ballot,) = (card := await assembly.ballots.look(member, poll)).ballots
        assert (card.can_state(ballot), card.can_tell_number(ballot)) == (True, False)
        assert card.statements_until == CLOSES + DAY
    assert [line.id for line in await assembly.ballots.listed(LEADER, archive=True)] == [poll]
    await assembly.ballots.state(LEADER, poll, FUND, "Дорого")
    assert await assembly.rows("SELECT voter_id FROM statements") == [(FUND,)]
    assert (await assembly.database.read(verify)).holds


async def test_an_organisation_that_left_without_a_vote_sees_the_poll_no_more(
    assembly: Assembly,
) -> None:
    poll, other = await assembly.opens(**GENERAL), await assembly.opens()
    await assembly.database.write(lambda tx: leaves_the_alliance(tx, assembly, FUND))

    for hidden in (poll, other):
        with refused(PollNotFound):
            await assembly.ballots.look(LEADER, hidden)
        with refused(PollNotFound):
            await assembly.ballots.state(LEADER, hidden, FUND, "Дорого")
    assert await assembly.ballots.listed(LEADER) == ()


async def test_who_holds_a_proxy_sees_the_poll_as_a_guest_too(assembly: Assembly) -> None:
    """Their own organisation left; the ballot they cast is of another one."""
    poll, other = await assembly.opens(**GENERAL), await assembly.opens(**GENERAL)
    await assembly.proxies.register(CHAIR, poll, FUND, HOLDER, *PAPER)
    await assembly.database.write(lambda tx: leaves_the_alliance(tx, assembly, VoterId(2)))

    card = await assembly.ballots.look(HOLDER, poll)
    assert [(one.voter, card.is_castable(one)) for one in card.ballots] == [
        (FUND, True),
        (2, False),
    ]
    assert [line.id for line in await assembly.ballots.listed(HOLDER)] == [poll]
    await assembly.casts(HOLDER, poll, voter=FUND)
    with refused(PollNotFound):
        await assembly.ballots.look(HOLDER, other)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    with refused(PollNotFound):
        await assembly.ballots.look(HOLDER, poll)


async def test_who_left_an_organisation_that_stays_sees_no_poll_and_asks_for_nothing(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(DELEGATE, poll, AGAINST, voter=FUND)
    await assembly.database.write(
        lambda tx: depart(tx, known_member(tx, DELEGATE), assembly.rules, NOON)
    )

    with refused(PollNotFound):
        await assembly.ballots.look(DELEGATE, poll)
    with refused(PollNotFound):
        await assembly.ballots.state(DELEGATE, poll, FUND, "Дорого")


async def test_nobody_without_authority_is_reminded_and_the_board_says_who_has_nobody_left(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await leaves_the_council(assembly)
    assembly.clock.time = CLOSES - DAY
    await assembly.reminders.sweep()

    assert COUNCILLOR not in await assembly.told("poll.ballot_reminder")
    assert (await assembly.polls.board(CHAIR, poll)).orphaned == ("Член совета 9",)


async def test_one_who_has_left_the_council_gives_no_proxy(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await leaves_the_council(assembly)

    with refused(AuthorityEnded):
        await assembly.proxies.register(CHAIR, poll, VoterId(COUNCILLOR), MemberId(8), *PAPER)
