"""Chair and secretary look up who may stand, vote, or hand a ballot over; nobody else does."""

from dataclasses import replace

import pytest

from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import OrganisationDetails
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import PollState
from bot.domain.polls.refusals import CandidateNotMember, PollIsOpen
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding
from bot.services.polls.electorates import Electorates, PossibleVoter
from storage.stores import Stores
from tests.councils import (
    CHAIR,
    CLOSES,
    COUNCIL,
    DAY,
    GENERAL,
    ISSUED,
    OUTSIDER,
    Assembly,
    a_poll,
    an_election,
)
from tests.databases import execute
from tests.halls import refused


def electorates(assembly: Assembly) -> Electorates:
    return Electorates(assembly.database, assembly.clock, assembly.rules)


async def test_people_are_found_one_by_one_and_organisations_are_not(assembly: Assembly) -> None:
    found = await electorates(assembly).people(CHAIR, "фонд 001")

    assert [match.name for match in found] == ["Глава 1", "Делегат 1"]
    assert await electorates(assembly).people(CHAIR, " ") == []


async def test_the_voters_of_a_body_are_listed_by_name(assembly: Assembly) -> None:
    council = await electorates(assembly).voters(CHAIR, Body.COUNCIL)
    general = await electorates(assembly).voters(CHAIR, Body.GENERAL)

    assert [voter.id for voter in council] == [VoterId(member) for member in COUNCIL]
    assert [voter.name for voter in general] == ["Фонд 001", "Фонд 002", "Фонд 003"]


async def test_organisations_are_shown_by_their_short_names_and_kept_by_their_full_ones(
    assembly: Assembly,
) -> None:
    full, called = "Автономная некоммерческая организация «Ёж»", "АНО «Ёж»"

    def rename(tx: Stores) -> None:
        house = tx.organisations.get(OrganisationId(1))
        assert house is not None
        tx.organisations.update(
            house.id, OrganisationDetails(full, called, house.inn, house.ogrn, "")
        )

    await assembly.database.write(rename)
    poll = await assembly.opens(**GENERAL)

    voters = await electorates(assembly).voters(CHAIR, Body.GENERAL)
    givers = await electorates(assembly).givers(CHAIR, poll)
    board = await assembly.polls.board(CHAIR, poll)
    card = await assembly.ballots.look(MemberId(11), poll, None)
    frozen = await assembly.database.read(lambda tx: tx.electorates.voters(poll))

    names = [called, "Фонд 002", "Фонд 003"]
    assert [voter.name for voter in voters] == [voter.name for voter in givers] == names
    assert list(board.silent) == names
    assert [ballot.name for ballot in card.ballots] == [called]
    assert frozen[0].name == full


async def test_who_has_voted_recused_or_given_a_proxy_has_none_to_give(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    leaders = dict(enumerate((MemberId(11), MemberId(13), MemberId(15)), start=1))
    await assembly.casts(leaders[1], poll, voter=1)
    giver, holder = VoterId(2), leaders[3]
    scope = "Голосовать по всем вопросам"
    await assembly.proxies.register(CHAIR, poll, giver, holder, "7", ISSUED, CLOSES, scope)

    left = await electorates(assembly).givers(CHAIR, poll)

    assert left == (PossibleVoter(VoterId(3), "Фонд 003"),)
    await assembly.ballots.recuse(leaders[3], poll, VoterId(3))
    assert await electorates(assembly).givers(CHAIR, poll) == ()


async def test_nobody_else_looks_anything_up(assembly: Assembly) -> None:
    poll = await assembly.opens()
    service = electorates(assembly)
    for member in (MemberId(3), OUTSIDER):
        with refused(OnlyForPresiding):
            await service.people(member, "Глава")
        with refused(OnlyForPresiding):
            await service.voters(member, Body.COUNCIL)
        with refused(OnlyForPresiding):
            await service.givers(member, poll)
        with refused(OnlyForPresiding):
            await assembly.polls.open_now(member, poll)


async def test_a_scheduled_poll_is_opened_before_its_time_and_once(assembly: Assembly) -> None:
    poll = await assembly.opens(opens_at=CLOSES - DAY)

    board = await assembly.polls.open_now(CHAIR, poll)

    assert board.poll.state is PollState.OPEN
    assert board.poll.opened_at == assembly.clock.now()
    assert replace(board.poll.plan, opens_at=None) == board.poll.plan
    assert sum((await assembly.told("poll.ballot_opened")).values()) == len(COUNCIL)
    with refused(PollIsOpen):
        await assembly.polls.open_now(CHAIR, poll)


# --- who may stand ------------------------------------------------------------------------------


async def guest(assembly: Assembly) -> MemberId:
    return await assembly.database.write(lambda tx: tx.members.add_guest("Глава из гостей"))


async def test_only_people_of_organisations_and_of_the_council_are_found_to_stand(
    assembly: Assembly,
) -> None:
    await guest(assembly)
    heads = await electorates(assembly).people(CHAIR, "глава")
    council = await electorates(assembly).people(CHAIR, "член совета 9")
    outsiders = await electorates(assembly).people(CHAIR, "член совета 10")  # of no organisation

    assert [match.name for match in heads] == ["Глава 1", "Глава 2", "Глава 3"]
    assert [match.name for match in council] == ["Член совета 9"]
    assert outsiders == []


@pytest.mark.parametrize("who", ["guest", "outsider", "erased", "nobody"])
@pytest.mark.parametrize("elects", [True, False])
async def test_who_may_not_stand_is_refused_whatever_id_is_forged(
    assembly: Assembly, who: str, elects: bool
) -> None:
    ids = {"guest": await guest(assembly), "outsider": OUTSIDER, "erased": MemberId(12)}
    now = assembly.clock.now()
    await assembly.database.write(lambda tx: tx.members.erase(MemberId(12), now))
    forged = ids.get(who, MemberId(999))
    plan = a_poll(**an_election(MemberId(11), forged, elects_council=elects))
    scheduled = await assembly.opened_earlier(
        **an_election(MemberId(11), MemberId(13), elects_council=elects), opens_at=CLOSES - DAY
    )
    with refused(CandidateNotMember):
        await assembly.polls.preview(CHAIR, plan)
    with refused(CandidateNotMember):
        await assembly.polls.open(CHAIR, plan)
    with refused(CandidateNotMember):
        await assembly.polls.change(CHAIR, scheduled, plan)

    assert await assembly.rows("SELECT count(*) FROM polls") == [(1,)]
    assert [one.member for one in (await assembly.found(scheduled)).candidates] == [11, 13]


async def test_a_guest_who_stands_in_an_older_poll_gets_no_seat(assembly: Assembly) -> None:
    poll = await assembly.opened_earlier(**an_election(MemberId(11), elects_council=True))
    await execute(
        assembly.database, "UPDATE members SET guest = 1, organisation_id = NULL WHERE id = 11"
    )
    for member in COUNCIL:
        await assembly.casts(member, poll, "1")
    await assembly.closes(poll)

    assert await assembly.rows("SELECT role FROM roles WHERE member_id = 11") == []
