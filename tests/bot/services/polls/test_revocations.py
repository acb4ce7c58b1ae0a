"""A proxy is taken back at any time; what was done by it stands, and the record knows of it."""

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxy_refusals import (
    ProxyExpired,
    ProxyGiven,
    ProxyHolderIneligible,
    ProxyMissing,
    ProxyNotByLeader,
    ProxyRevoked,
    ProxyTooLate,
    ProxyUsed,
)
from bot.domain.polls.refusals import (
    AuthorityEnded,
    BallotFinal,
    ClockBehind,
    NotEntitled,
    PollIsClosed,
    PollNotFound,
    VoterRecused,
)
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding, Refusal
from bot.services.people.members import Members
from bot.services.polls.verification import verify
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    DAY,
    FOR,
    GENERAL,
    HOUR,
    ISSUED,
    NOON,
    OUTSIDER,
    SECRET,
    SECRETARY,
    Assembly,
    appoints,
)
from tests.halls import refused

FUND = VoterId(1)
LEADER, DELEGATE, HOLDER, OTHER = map(MemberId, (11, 12, 13, 15))
PAPER = ("7", ISSUED, CLOSES, "Голосовать на общем собрании")


@pytest.fixture
async def poll(assembly: Assembly) -> PollId:
    """Have the first organisation's leader hand its ballot to the leader of the second."""
    poll = await assembly.opens(**GENERAL)
    await assembly.entrusts(LEADER, poll, FUND, HOLDER, *PAPER)
    return poll


async def secret(assembly: Assembly) -> PollId:
    poll = await assembly.opens(**GENERAL, **SECRET)
    await assembly.entrusts(LEADER, poll, FUND, HOLDER, *PAPER)
    return poll


async def kinds(assembly: Assembly) -> list[str]:
    rows = await assembly.rows("SELECT kind FROM entries ORDER BY number")
    return [kind for (kind,) in rows]


async def holds(assembly: Assembly) -> bool:
    return (await assembly.database.read(verify)).holds


async def erases(assembly: Assembly, *members: MemberId) -> None:
    service = Members(
        assembly.database,
        assembly.clock,
        rules=assembly.rules,
        administrators=frozenset(),
        language="ru",
    )
    for member in members:
        await service.erase(member)


# --- who revokes, and what it does --------------------------------------------------------------


@pytest.mark.parametrize("member", [LEADER, DELEGATE])
async def test_the_ballot_is_the_principals_again_and_the_holder_hears_of_it(
    assembly: Assembly, poll: PollId, member: MemberId
) -> None:
    card, told = await assembly.proxies.revoke(member, poll, FUND, HOLDER)

    assert [(one.voter, one.given_away, one.voted) for one in card.ballots] == [
        (FUND, False, False)
    ]
    assert told
    assert await assembly.told("poll.proxy_withdrawn") == {HOLDER: 1}
    with refused(ProxyRevoked):
        await assembly.casts(HOLDER, poll, AGAINST, voter=FUND)
    await assembly.casts(LEADER, poll, FOR, voter=FUND)
    assert await assembly.written(poll) == {str(FUND): FOR}
    assert await kinds(assembly) == ["opened", "proxy", "seen", "revoked", "ballot"]
    assert await holds(assembly)


async def test_a_named_ballot_cast_before_stands_and_the_voter_may_change_it(
    assembly: Assembly, poll: PollId
) -> None:
    await assembly.casts(HOLDER, poll, AGAINST, voter=FUND)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)

    assert await assembly.written(poll) == {str(FUND): AGAINST}
    with refused(ProxyRevoked):
        await assembly.casts(HOLDER, poll, FOR, voter=FUND)
    with refused(ProxyTooLate):
        await assembly.entrusts(LEADER, poll, FUND, OTHER, *PAPER)
    cast = await assembly.casts(DELEGATE, poll, FOR, voter=FUND)
    assert cast.changed
    assert await holds(assembly)


async def test_a_secret_ballot_cast_before_is_final(assembly: Assembly) -> None:
    poll = await secret(assembly)
    await assembly.casts(HOLDER, poll, AGAINST, voter=FUND)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)

    for member in (LEADER, HOLDER):
        with refused(BallotFinal if member == LEADER else ProxyRevoked):
            await assembly.casts(member, poll, FOR, voter=FUND)
    assert list((await assembly.written(poll)).values()) == [AGAINST]
    await assembly.closes(poll)
    assert await holds(assembly)


async def test_after_a_revocation_another_proxy_may_be_given(
    assembly: Assembly, poll: PollId
) -> None:
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    await assembly.entrusts(LEADER, poll, FUND, OTHER, *PAPER)
    with refused(ProxyMissing):  # a yes to the question about the former one
        await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    await assembly.casts(OTHER, poll, FOR, voter=FUND)

    assert await assembly.written(poll) == {str(FUND): FOR}
    await assembly.closes(poll)
    assert await holds(assembly)


async def test_the_secretary_writes_down_that_a_proxy_was_revoked(
    assembly: Assembly, poll: PollId
) -> None:
    board = await assembly.polls.board(SECRETARY, poll)
    assert [(one.name, one.holder, one.voted) for one in board.proxies] == [
        ("Фонд 001", "Глава 2", False)
    ]
    with refused(OnlyForPresiding):
        await assembly.proxies.record_revocation(LEADER, poll, FUND, HOLDER)
    board, told = await assembly.proxies.record_revocation(SECRETARY, poll, FUND, HOLDER)

    assert (board.proxies, told) == ((), True)
    acts = "SELECT actor_id, act FROM audit WHERE act = 'proxy.revoke'"
    assert await assembly.rows(acts) == [(SECRETARY, "proxy.revoke")]
    assert await holds(assembly)


@pytest.mark.parametrize(
    ("member", "voter", "refusal"),
    [
        (HOLDER, FUND, NotEntitled),
        (OTHER, FUND, NotEntitled),
        (CHAIR, FUND, NotEntitled),
        (OUTSIDER, FUND, PollNotFound),
        (LEADER, VoterId(2), NotEntitled),
        (LEADER, VoterId(99), NotEntitled),
    ],
)
async def test_nobody_else_revokes_it(
    assembly: Assembly, poll: PollId, member: MemberId, voter: VoterId, refusal: type[Refusal]
) -> None:
    with refused(refusal):
        await assembly.proxies.revoke(member, poll, voter, HOLDER)
    assert await kinds(assembly) == ["opened", "proxy", "seen"]


async def test_a_proxy_is_revoked_once_while_it_is_in_force_and_the_poll_open(
    assembly: Assembly, poll: PollId
) -> None:
    for holder in (OTHER, MemberId(99)):
        with refused(ProxyMissing):
            await assembly.proxies.revoke(LEADER, poll, FUND, holder)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    with refused(ProxyRevoked):
        await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    short = ("8", ISSUED, NOON + HOUR, "Голосовать")
    await assembly.entrusts(LEADER, poll, FUND, HOLDER, *short)
    assembly.clock.time = NOON + HOUR
    with refused(ProxyExpired):
        await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    assembly.clock.time = CLOSES
    with refused(PollIsClosed):
        await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)


async def test_a_clock_put_back_brings_no_revoked_proxy_back(
    assembly: Assembly, poll: PollId
) -> None:
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    assembly.clock.time = NOON - HOUR
    with refused(ClockBehind):
        await assembly.casts(HOLDER, poll, voter=FUND)


# --- the conflict is the voter's own ------------------------------------------------------------


@pytest.mark.parametrize("member", [LEADER, DELEGATE, HOLDER])
async def test_principal_and_holder_declare_the_voters_conflict_and_nobody_takes_it_back(
    assembly: Assembly, poll: PollId, member: MemberId
) -> None:
    await assembly.ballots.recuse(member, poll, FUND)

    for one in (LEADER, DELEGATE, HOLDER):
        with refused(VoterRecused if one == HOLDER else ProxyGiven):
            await assembly.casts(one, poll, voter=FUND)
        with refused(VoterRecused):
            await assembly.ballots.recuse(one, poll, FUND)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    with refused(VoterRecused):
        await assembly.casts(LEADER, poll, voter=FUND)
    with refused(VoterRecused):
        await assembly.entrusts(LEADER, poll, FUND, OTHER, *PAPER)
    assert await holds(assembly)


async def test_once_the_holder_has_voted_the_principal_revokes_before_declaring_a_conflict(
    assembly: Assembly, poll: PollId
) -> None:
    await assembly.casts(HOLDER, poll, voter=FUND)
    with refused(ProxyUsed):
        await assembly.ballots.recuse(LEADER, poll, FUND)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    await assembly.ballots.recuse(LEADER, poll, FUND)

    assert await assembly.written(poll) == {}
    assert await holds(assembly)


async def test_of_a_secret_ballot_neither_declares_a_conflict_once_it_is_cast(
    assembly: Assembly,
) -> None:
    poll = await secret(assembly)
    await assembly.casts(HOLDER, poll, voter=FUND)
    for member in (LEADER, HOLDER):
        with refused(BallotFinal):
            await assembly.ballots.recuse(member, poll, FUND)


async def test_a_stranger_declares_no_conflict_of_a_voter_who_gave_a_proxy(
    assembly: Assembly, poll: PollId
) -> None:
    for member, refusal in ((OTHER, NotEntitled), (CHAIR, NotEntitled), (OUTSIDER, PollNotFound)):
        with refused(refusal):
            await assembly.ballots.recuse(member, poll, FUND)


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_who_gave_a_proxy_may_ask_that_the_minutes_say_that_the_voter_was_against(
    assembly: Assembly, secrecy: dict[str, object]
) -> None:
    poll = await assembly.opens(**GENERAL, **secrecy)
    longer = ("7", ISSUED, CLOSES + 30 * DAY, "Голосовать")
    await assembly.entrusts(LEADER, poll, FUND, HOLDER, *longer)
    await assembly.casts(HOLDER, poll, AGAINST, voter=FUND)
    await assembly.closes(poll)
    await erases(assembly, HOLDER)

    (ballot,) = (card := await assembly.ballots.look(LEADER, poll)).ballots
    assert card.can_state(ballot)
    with refused(NotEntitled):
        await assembly.ballots.state(OTHER, poll, FUND, "Дорого")
    card = await assembly.ballots.state(LEADER, poll, FUND, "Дорого")

    assert card.statements_until is None
    assert await assembly.rows("SELECT voter_id, text FROM statements") == [(FUND, "Дорого")]
    assert await holds(assembly)


# --- delegates who leave during the vote --------------------------------------------------------


async def test_a_voter_whom_nobody_speaks_for_any_more_stands_on_the_board(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    await erases(assembly, LEADER)
    assert (await assembly.polls.board(CHAIR, poll)).orphaned == ()
    await erases(assembly, DELEGATE)
    board = await assembly.polls.board(CHAIR, poll)

    assert board.orphaned == ("Фонд 001",)
    assert (board.card.turnout.entitled, board.card.turnout.awaited) == (3, 3)


async def test_a_new_leader_votes_by_a_proxy_that_the_secretary_registers(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    new = await appoints(assembly)
    await erases(assembly, LEADER, DELEGATE)
    with refused(NotEntitled):
        await assembly.casts(new, poll, voter=FUND)
    with refused(NotEntitled):
        await assembly.entrusts(new, poll, FUND, new, *PAPER)
    found = await assembly.proxies.holders(SECRETARY, poll, FUND, "новый")
    assert [one.id for one in found] == [new]
    await assembly.proxies.holder(SECRETARY, poll, FUND, new)
    await assembly.proxies.register(SECRETARY, poll, FUND, new, *PAPER)
    assert (await assembly.polls.board(CHAIR, poll)).orphaned == ()
    await assembly.casts(new, poll, FOR, voter=FUND)
    await assembly.closes(poll)

    assert await assembly.written(poll) == {str(FUND): FOR}
    assert (await assembly.declared(poll)).result.quorum.entitled == 3
    assert await holds(assembly)


async def test_a_new_leader_speaks_for_no_other_voter_and_is_no_delegates_to_choose(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    new = await appoints(assembly)
    with refused(ProxyHolderIneligible):
        await assembly.proxies.register(SECRETARY, poll, VoterId(2), new, *PAPER)
    with refused(ProxyNotByLeader):
        await assembly.entrusts(DELEGATE, poll, FUND, new, *PAPER)
    assert await assembly.proxies.holders(DELEGATE, poll, FUND, "новый") == ()


async def test_a_new_leader_may_revoke_what_a_former_one_gave_and_do_no_more(
    assembly: Assembly, poll: PollId
) -> None:
    new = await appoints(assembly)
    card = await assembly.ballots.look(new, poll)
    (ballot,) = card.ballots
    assert (ballot.appointed, card.is_castable(ballot)) == (True, False)
    assert (card.is_revocable(ballot), card.is_recusable(ballot)) == (True, False)
    with refused(NotEntitled):
        await assembly.ballots.recuse(new, poll, FUND)
    card, _ = await assembly.proxies.revoke(new, poll, FUND, HOLDER)

    assert card.ballots == ()
    with refused(AuthorityEnded):
        await assembly.casts(LEADER, poll, voter=FUND)
    await assembly.casts(DELEGATE, poll, voter=FUND)
    assert await holds(assembly)


@pytest.mark.parametrize("by_new_leader", [True, False])
async def test_who_speaks_for_a_voter_no_longer_touches_its_proxy(
    assembly: Assembly, by_new_leader: bool
) -> None:
    poll = await assembly.opens(**GENERAL)
    new = await appoints(assembly)
    holder = new if by_new_leader else HOLDER
    await assembly.proxies.register(SECRETARY, poll, FUND, holder, *PAPER)

    (ballot,) = (card := await assembly.ballots.look(LEADER, poll)).ballots
    assert (card.is_revocable(ballot), card.is_recusable(ballot)) == (False, False)
    with refused(ProxyGiven):
        await assembly.proxies.revoke(LEADER, poll, FUND, holder)
    with refused(ProxyGiven):
        await assembly.ballots.recuse(LEADER, poll, FUND)
    with refused(ProxyGiven):
        await assembly.ballots.state(LEADER, poll, FUND)
    (ballot,) = (card := await assembly.ballots.look(DELEGATE, poll)).ballots
    assert (card.is_revocable(ballot), card.is_recusable(ballot)) == (True, True)
    await assembly.casts(holder, poll, voter=FUND)
    assert await assembly.written(poll) == {str(FUND): FOR}


async def test_a_holder_who_leaves_is_seen_and_the_proxy_revoked(
    assembly: Assembly, poll: PollId
) -> None:
    await erases(assembly, HOLDER)
    assert "Фонд 001" in (await assembly.polls.board(CHAIR, poll)).orphaned
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    await assembly.casts(LEADER, poll, voter=FUND)

    assert await assembly.told("poll.proxy_withdrawn") == {}
    assert await holds(assembly)
