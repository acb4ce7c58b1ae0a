"""A proxy moves one ballot from one hand to another: never two ballots, never two hands."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxy_refusals import (
    ProxyExpired,
    ProxyGiven,
    ProxyHolderIneligible,
    ProxyIncomplete,
    ProxyNotIssued,
    ProxyRepeated,
    ProxyTooLate,
)
from bot.domain.polls.refusals import NotEntitled, PollIsClosed, PollNotFound
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding, Refusal
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    FOR,
    GENERAL,
    HOUR,
    ISSUED,
    NOON,
    OUTSIDER,
    SECRET,
    Assembly,
    card_of,
)
from tests.halls import refused
from tests.questions import Question

FUND, OTHER = VoterId(1), VoterId(2)
LEADER, DELEGATE, HOLDER = MemberId(11), MemberId(12), MemberId(13)  # the holder is of the other
SCOPE = "Голосовать на общем собрании"


async def gives(
    assembly: Assembly, poll: PollId, member: MemberId = LEADER, holder: MemberId = HOLDER
) -> None:
    await assembly.entrusts(member, poll, FUND, holder, "7", ISSUED, CLOSES, SCOPE)


async def test_the_holder_casts_the_ballot_and_the_principal_cannot(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    await gives(assembly, poll)
    for principal in (LEADER, DELEGATE):
        card = await assembly.ballots.look(principal, poll)
        assert (card.ballots[0].given_away, card.ballots[0].holder) == (True, "Глава 2")
        assert not card.is_castable(card.ballots[0])
        with refused(ProxyGiven):
            await assembly.casts(principal, poll, voter=FUND)
    cast = await assembly.casts(HOLDER, poll, AGAINST, voter=FUND)

    assert [(b.voter, b.by_proxy, b.voted) for b in card_of(cast).ballots] == [
        (FUND, True, True),
        (OTHER, False, False),
    ]
    assert await assembly.written(poll) == {str(FUND): AGAINST}
    assert await assembly.told("poll.proxy_entrusted") == {HOLDER: 1}


async def test_with_the_proxy_its_paper_is_forgotten(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    question = Question(assembly.database, assembly.clock, LEADER)
    await question.asks()

    await gives(assembly, poll)

    assert not await question.is_open()


async def test_a_proxy_that_has_run_out_gives_the_ballot_back(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    until = NOON + HOUR
    await assembly.entrusts(LEADER, poll, FUND, HOLDER, "7", ISSUED, until, SCOPE)
    assembly.clock.time = until
    with refused(ProxyExpired):
        await assembly.casts(HOLDER, poll, voter=FUND)
    await assembly.casts(LEADER, poll, FOR, voter=FUND)

    assert await assembly.written(poll) == {str(FUND): FOR}
    assert [b.voter for b in (await assembly.ballots.look(HOLDER, poll)).ballots] == [OTHER]


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_who_has_voted_gives_no_proxy_any_more(
    assembly: Assembly, secrecy: dict[str, object]
) -> None:
    poll = await assembly.opens(**GENERAL, **secrecy)
    await assembly.casts(DELEGATE, poll, voter=FUND)
    with refused(ProxyTooLate):
        await gives(assembly, poll)


async def test_one_ballot_has_one_proxy(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    await gives(assembly, poll)
    with refused(ProxyRepeated):
        await gives(assembly, poll, holder=MemberId(15))
    with refused(ProxyRepeated):
        await assembly.proxies.register(CHAIR, poll, FUND, MemberId(15), "8", ISSUED, CLOSES, SCOPE)


@pytest.mark.parametrize(
    ("member", "holder", "refusal"),
    [
        (HOLDER, MemberId(15), NotEntitled),
        (OUTSIDER, HOLDER, PollNotFound),
        (LEADER, DELEGATE, ProxyHolderIneligible),
        (LEADER, OUTSIDER, ProxyHolderIneligible),
    ],
)
async def test_a_proxy_is_the_delegates_to_give_and_for_another_voters_delegate(
    assembly: Assembly, member: MemberId, holder: MemberId, refusal: type[Refusal]
) -> None:
    poll = await assembly.opens(**GENERAL)
    with refused(refusal):
        await gives(assembly, poll, member, holder)
    with refused(refusal):
        await assembly.proxies.holder(member, poll, FUND, holder)


async def test_a_proxy_names_its_number_and_scope(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    for number, scope in (("", SCOPE), ("7", " ")):
        with refused(ProxyIncomplete):
            await assembly.proxies.give(LEADER, poll, FUND, HOLDER, number, ISSUED, CLOSES, scope)


async def test_a_proxy_that_bears_a_day_to_come_is_refused_by_the_alliances_calendar(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(**GENERAL)
    assembly.clock.time = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)  # there it is the 2nd already
    for day in (date(2026, 12, 3), date(2027, 1, 1)):
        paper = ("7", day, CLOSES, "Голосовать")
        with refused(ProxyNotIssued):
            await assembly.proxies.register(CHAIR, poll, VoterId(3), MemberId(11), *paper)
        with refused(ProxyNotIssued):
            await assembly.proxies.give(MemberId(15), poll, VoterId(3), MemberId(11), *paper)
    paper = ("7", date(2026, 12, 2), CLOSES, "Голосовать")
    await assembly.proxies.give(MemberId(15), poll, VoterId(3), MemberId(11), *paper)


async def test_no_proxy_is_registered_once_the_deadline_has_passed(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    assembly.clock.time = CLOSES
    with refused(PollIsClosed):
        await gives(assembly, poll)


async def test_the_secretary_registers_a_proxy_shown_on_paper(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    with refused(OnlyForPresiding):
        await assembly.proxies.register(LEADER, poll, FUND, HOLDER, "7", ISSUED, CLOSES, SCOPE)
    await assembly.proxies.register(CHAIR, poll, FUND, HOLDER, "7", ISSUED, CLOSES, SCOPE)

    card = await assembly.ballots.look(HOLDER, poll)
    assert card.ballots[0].proxy is not None
    assert card.ballots[0].proxy.number == "7"
    kinds = await assembly.rows("SELECT kind FROM entries ORDER BY number")
    assert kinds == [("opened",), ("proxy",)]


async def test_holders_are_found_by_name_among_other_voters_delegates(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    found = await assembly.proxies.holders(LEADER, poll, FUND, "делегат")

    assert [person.name for person in found] == ["Делегат 2", "Делегат 3"]
    with refused(NotEntitled):
        await assembly.proxies.holders(HOLDER, poll, FUND, "делегат")
