"""A proxy is signed by the leader, seen by the secretary, and so many are held by one person."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.moments import end_of_day
from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.mandates import mandates_of
from bot.domain.polls.payloads import PROXY_CLAUSE, plan_payload
from bot.domain.polls.plans import PollPlan
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.proxy_refusals import (
    ProxyExpired,
    ProxyHolderFull,
    ProxyIssuerMissing,
    ProxyMissing,
    ProxyNotByLeader,
    ProxyNotInCouncil,
    ProxyRepeated,
    ProxyRevoked,
    ProxyTooLate,
    ProxyUnconfirmed,
)
from bot.domain.polls.refusals import PollIsClosed
from bot.domain.polls.voters import Representative, VoterId
from bot.domain.refusals import OnlyForPresiding
from bot.services.polls.verification import verify
from storage.stores import Stores
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    DAY,
    FOR,
    GENERAL,
    ISSUED,
    SECRETARY,
    Assembly,
    appoints,
)
from tests.databases import execute
from tests.halls import refused
from tests.polling import RULES

FUND, OTHER, THIRD = map(VoterId, (1, 2, 3))
LEADER, DELEGATE, HOLDER = map(MemberId, (11, 12, 13))
PAPER = ("7", ISSUED, CLOSES, "Голосовать")
INSTANT = timedelta(microseconds=1)


@pytest.fixture
async def given(assembly: Assembly) -> PollId:
    """Have the leader give a proxy in the bot; nobody has seen the paper."""
    poll = await assembly.opens(**GENERAL)
    await assembly.proxies.give(LEADER, poll, FUND, HOLDER, *PAPER)
    return poll


# --- who issues it ------------------------------------------------------------------------------


async def test_a_delegate_issues_no_proxy(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)

    with refused(ProxyNotByLeader):
        await assembly.proxies.holder(DELEGATE, poll, FUND, HOLDER)
    with refused(ProxyNotByLeader):
        await assembly.proxies.give(DELEGATE, poll, FUND, HOLDER, *PAPER)
    for signed in ("Делегат 1", "делегат  1, юрист"):
        with refused(ProxyNotByLeader):
            await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *PAPER, signed)
    card = await assembly.ballots.look(DELEGATE, poll)
    assert [card.is_entrustable(ballot) for ballot in card.ballots] == [False]
    card = await assembly.ballots.look(LEADER, poll)
    assert [card.is_entrustable(ballot) for ballot in card.ballots] == [True]


async def test_a_former_leader_issues_no_proxy_any_more(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    await appoints(assembly)
    await execute(assembly.database, "UPDATE members SET delegate = 1 WHERE id = ?", LEADER)

    with refused(ProxyNotByLeader):
        await assembly.proxies.give(LEADER, poll, FUND, HOLDER, *PAPER)


async def test_the_issuer_is_kept_in_the_record(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.proxies.give(LEADER, poll, FUND, HOLDER, *PAPER)
    signed = "Прежний глава, директор"
    await assembly.proxies.register(SECRETARY, poll, THIRD, HOLDER, *PAPER, signed)

    assert await assembly.proxies.issuer(SECRETARY, poll, FUND) == "Глава 1"
    issuers = "SELECT payload ->> '$.proxy.issuer' FROM entries WHERE kind = 'proxy'"
    assert await assembly.rows(issuers) == [("Глава 1",), (signed,)]
    assert (await assembly.database.read(verify)).holds


async def test_of_an_organisation_whose_leader_is_not_known_the_issuer_is_typed(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    await execute(assembly.database, "UPDATE organisations SET leader_id = NULL WHERE id = 1")

    assert await assembly.proxies.issuer(SECRETARY, poll, FUND) == ""
    with refused(ProxyIssuerMissing):
        await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *PAPER)
    await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *PAPER, "Глава 1")


# --- the paper is seen --------------------------------------------------------------------------


async def test_until_the_paper_is_seen_the_principal_votes_and_the_holder_does_not(
    assembly: Assembly, given: PollId
) -> None:
    with refused(ProxyUnconfirmed):
        await assembly.casts(HOLDER, given, AGAINST, voter=FUND)
    (ballot,) = (card := await assembly.ballots.look(LEADER, given)).ballots
    assert (ballot.pending is not None, card.is_castable(ballot)) == (True, True)
    assert (card.is_entrustable(ballot), card.is_revocable(ballot)) == (False, True)
    assert [b.voter for b in (await assembly.ballots.look(HOLDER, given)).ballots] == [OTHER]
    await assembly.casts(DELEGATE, given, FOR, voter=FUND)

    with refused(ProxyTooLate):
        await assembly.proxies.confirm(SECRETARY, given, FUND, HOLDER)
    assert await assembly.told("poll.proxy_entrusted") == {}
    assert await assembly.written(given) == {str(FUND): FOR}
    assert (await assembly.database.read(verify)).holds


async def test_once_the_secretary_has_seen_it_the_holder_votes_and_the_principal_does_not(
    assembly: Assembly, given: PollId
) -> None:
    assert set(await assembly.told("poll.proxy_awaited")) == {CHAIR, SECRETARY}
    board = await assembly.polls.board(SECRETARY, given)
    assert [(one.name, one.holder) for one in board.papers] == [("Фонд 001", "Глава 2")]
    assert board.proxies == ()
    board = await assembly.proxies.confirm(SECRETARY, given, FUND, HOLDER)

    assert (len(board.papers), len(board.proxies)) == (0, 1)
    assert await assembly.told("poll.proxy_entrusted") == {HOLDER: 1}
    await assembly.casts(HOLDER, given, AGAINST, voter=FUND)
    assert await assembly.rows("SELECT confirmed, confirmed_by FROM proxies") == [(1, SECRETARY)]
    acts = "SELECT actor_id FROM audit WHERE act = 'proxy.confirm'"
    assert await assembly.rows(acts) == [(SECRETARY,)]
    assert (await assembly.database.read(verify)).holds


async def test_nobody_else_sees_a_paper_and_none_is_seen_twice(
    assembly: Assembly, given: PollId
) -> None:
    for member in (LEADER, HOLDER):
        with refused(OnlyForPresiding):
            await assembly.proxies.confirm(member, given, FUND, HOLDER)
    for voter, holder in ((FUND, MemberId(15)), (THIRD, HOLDER)):
        with refused(ProxyMissing):
            await assembly.proxies.confirm(SECRETARY, given, voter, holder)
    await assembly.proxies.confirm(SECRETARY, given, FUND, HOLDER)
    with refused(ProxyRepeated):
        await assembly.proxies.confirm(CHAIR, given, FUND, HOLDER)


async def test_no_paper_is_seen_once_the_voting_has_ended(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    paper = ("7", ISSUED, CLOSES + DAY, "Голосовать")
    await assembly.proxies.give(LEADER, poll, FUND, HOLDER, *paper)
    assembly.clock.time = CLOSES

    with refused(PollIsClosed):
        await assembly.proxies.confirm(SECRETARY, poll, FUND, HOLDER)
    with refused(PollIsClosed):
        await assembly.proxies.register(SECRETARY, poll, THIRD, HOLDER, *paper)
    with refused(PollIsClosed):
        await assembly.proxies.record_revocation(SECRETARY, poll, FUND, HOLDER)


async def test_a_paper_that_was_taken_back_unseen_was_never_in_force(
    assembly: Assembly, given: PollId
) -> None:
    _, told = await assembly.proxies.revoke(LEADER, given, FUND, HOLDER)

    assert not told, "the holder never knew of it"
    with refused(ProxyRevoked):
        await assembly.proxies.confirm(SECRETARY, given, FUND, HOLDER)
    entries = await assembly.database.read(
        lambda tx: tx.entries.of_poll(given, "proxy", "seen", "revoked")
    )
    assert mandates_of(entries) == ()
    assert await assembly.told("poll.proxy_withdrawn") == {}
    assert (await assembly.database.read(verify)).holds


@pytest.mark.usefixtures("given")
async def test_a_confirmation_that_nobody_gave_is_found(assembly: Assembly) -> None:
    await execute(assembly.database, "UPDATE proxies SET confirmed = 1")

    assert not (await assembly.database.read(verify)).holds


# --- how many, and where ------------------------------------------------------------------------


def limited(assembly: Assembly, most: int) -> None:
    voting = replace(assembly.rules.voting, proxies_per_holder=most)
    rules = replace(assembly.rules, voting=voting)
    assembly.proxies = type(assembly.proxies)(assembly.database, assembly.clock, rules)


async def test_one_person_holds_as_many_proxies_as_the_alliance_lets_them(
    assembly: Assembly,
) -> None:
    limited(assembly, 1)
    poll = await assembly.opens(**GENERAL)
    await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *PAPER)

    with refused(ProxyHolderFull):
        await assembly.proxies.register(SECRETARY, poll, THIRD, HOLDER, *PAPER)
    with refused(ProxyHolderFull):
        await assembly.proxies.holder(MemberId(15), poll, THIRD, HOLDER)
    with refused(ProxyHolderFull):
        await assembly.proxies.give(MemberId(15), poll, THIRD, HOLDER, *PAPER)
    await assembly.proxies.register(SECRETARY, poll, THIRD, MemberId(14), *PAPER)


async def test_a_proxy_that_was_used_and_revoked_still_counts_and_an_unused_one_does_not(
    assembly: Assembly,
) -> None:
    limited(assembly, 1)
    poll = await assembly.opens(**GENERAL)
    await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *PAPER)
    await assembly.proxies.revoke(LEADER, poll, FUND, HOLDER)
    await assembly.proxies.register(SECRETARY, poll, THIRD, HOLDER, *PAPER)
    await assembly.casts(HOLDER, poll, voter=THIRD)
    await assembly.proxies.revoke(MemberId(15), poll, THIRD, HOLDER)

    with refused(ProxyHolderFull):
        await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *PAPER)


async def test_in_the_council_everybody_votes_in_person_unless_a_clause_allows_proxies(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(rules=replace(RULES, council_proxies=""))
    paper = (poll, VoterId(3), MemberId(4), *PAPER)

    with refused(ProxyNotInCouncil):
        await assembly.proxies.give(MemberId(3), *paper)
    with refused(ProxyNotInCouncil):
        await assembly.proxies.register(CHAIR, *paper)
    card = await assembly.ballots.look(MemberId(3), poll)
    assert [card.is_entrustable(ballot) for ballot in card.ballots] == [False]
    allowed = await assembly.opens()
    await assembly.entrusts(MemberId(3), allowed, VoterId(3), MemberId(4), *PAPER)
    clauses = "SELECT payload ->> '$.plan.rules.council_proxies' FROM entries WHERE kind = 'opened'"
    assert await assembly.rows(clauses) == [("",), (RULES.council_proxies,)]
    assert (await assembly.database.read(verify)).holds


async def test_a_proxy_written_past_the_bot_in_a_council_without_a_clause_is_found(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(rules=replace(RULES, council_proxies=""))
    assert (await assembly.database.read(verify)).holds

    await _written_past_the_bot(assembly, poll)

    found = (await assembly.database.read(verify)).findings
    assert Mismatch.FORBIDDEN in [one.mismatch for one in found]


async def test_a_council_of_an_older_release_whose_opening_tells_nothing_of_proxies_holds(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told_then(plan: PollPlan) -> Any:
        said: Any = plan_payload(plan)
        return {**said, "rules": {k: v for k, v in said["rules"].items() if k != PROXY_CLAUSE}}

    with monkeypatch.context() as then:
        then.setattr(records, "plan_payload", told_then)
        poll = await assembly.opens(rules=replace(RULES, council_proxies=""))
    await _written_past_the_bot(assembly, poll)

    assert (await assembly.database.read(verify)).holds
    await execute(assembly.database, "DROP TRIGGER polls_are_frozen_once_open")
    clause = "UPDATE polls SET rules = json_set(rules, '$.council_proxies', 'П. 1')"
    await execute(assembly.database, clause)
    (found,) = (await assembly.database.read(verify)).findings
    assert found.mismatch is Mismatch.OPENING


async def _written_past_the_bot(assembly: Assembly, poll: PollId) -> None:
    """Write a proxy of the council as the bot would, without its rules."""
    now = assembly.clock.now()

    def write(tx: Stores) -> None:
        proxy = Proxy(VoterId(3), MemberId(4), *PAPER)
        tx.proxies.save(poll, proxy, Representative(MemberId(4), "Член совета 4"), SECRETARY)
        tx.entries.add(records.entrusted(poll, proxy, SECRETARY, now))

    await assembly.database.write(write)


# --- its last second ----------------------------------------------------------------------------


async def test_a_proxy_is_good_through_the_last_second_of_its_last_day(assembly: Assembly) -> None:
    zone = ZoneInfo("Asia/Yekaterinburg")
    until = end_of_day(date(2026, 12, 2), zone)
    assert until == datetime(2026, 12, 3, tzinfo=zone)
    poll = await assembly.opens(**GENERAL)
    paper = ("7", ISSUED, until, "Голосовать")
    await assembly.proxies.register(SECRETARY, poll, FUND, HOLDER, *paper)
    assembly.clock.time = until - timedelta(seconds=1, microseconds=1)
    await assembly.casts(HOLDER, poll, voter=FUND)  # a second later: the last instant

    assembly.clock.time = until - timedelta(seconds=1)
    with pytest.raises(ProxyExpired) as over:
        await assembly.casts(HOLDER, poll, AGAINST, voter=FUND)
    assert over.value.expires_at == until - INSTANT
