"""An organisation leaves, or is excluded: its rights end at once, and what was done stays."""

import pytest

from bot.domain.people import refusals
from bot.domain.people.imports import check
from bot.domain.people.members import MemberId, Organisation, OrganisationId
from bot.domain.people.rows import Column, Row, RowFault
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import PollState
from bot.domain.polls.refusals import AuthorityEnded, ExclusionUnnamed
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding, Refusal
from bot.services.people.imports import plan_of
from bot.services.people.memberships import Memberships
from bot.services.polls.verification import verify
from tests.councils import AGAINST, COUNCIL, DAY, FOR, SECRETARY, Assembly
from tests.databases import query

GENERAL = {"body": Body.GENERAL}
FUND = OrganisationId(1)
LEADER, DELEGATE, OTHER = map(MemberId, (11, 12, 13))
QUESTION = "Исключить из альянса: «Фонд 001»?"


@pytest.fixture
def memberships(assembly: Assembly) -> Memberships:
    return Memberships(assembly.database, assembly.clock, assembly.rules)


async def fund(assembly: Assembly) -> Organisation:
    found = await assembly.database.read(lambda tx: tx.organisations.get(FUND))
    assert found is not None
    return found


async def people(assembly: Assembly) -> list[tuple[int | None, int, int]]:
    return await query(
        assembly.database,
        "SELECT organisation_id, delegate, guest FROM members WHERE id IN (11, 12)",
    )


async def test_an_organisation_that_leaves_has_nobody_who_speaks_for_it(
    assembly: Assembly, memberships: Memberships
) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(DELEGATE, poll, voter=FUND)
    await memberships.leave(LEADER)
    left = await fund(assembly)
    assert (left.leader, left.left_at) == (None, assembly.clock.now())
    assert await people(assembly) == [(None, 0, 1), (None, 0, 1)]
    for member in (LEADER, DELEGATE):
        with pytest.raises(AuthorityEnded):  # they still see it: they may say they were against
            await assembly.casts(member, poll, AGAINST, voter=FUND)
    assert sorted(await assembly.told("people.membership_ended")) == [LEADER, DELEGATE]
    assert sorted(await assembly.told("people.organisation_gone")) == [1, SECRETARY]


async def test_the_ballot_that_it_cast_counts_and_the_number_of_votes_stays(
    assembly: Assembly, memberships: Memberships
) -> None:
    poll = await assembly.opens(**GENERAL)
    await assembly.casts(DELEGATE, poll, voter=FUND)
    await memberships.leave(LEADER)
    await assembly.casts(OTHER, poll, voter=2)
    await assembly.closes(poll)
    result = (await assembly.declared(poll)).result
    assert (result.quorum.entitled, result.ballots) == (3, 2)
    later = await assembly.opens(**GENERAL, closes_at=assembly.clock.now() + DAY)
    voters = await assembly.database.read(lambda tx: tx.electorates.voters(later))
    assert [voter.id for voter in voters] == [2, 3]
    assert (await assembly.database.read(verify)).holds


async def test_nobody_casts_for_it_by_a_proxy_that_it_gave(
    assembly: Assembly, memberships: Memberships
) -> None:
    poll = await assembly.opens(**GENERAL)
    now = assembly.clock.now()
    await assembly.entrusts(
        LEADER, poll, VoterId(FUND), OTHER, "7", now.date(), now + 9 * DAY, "все вопросы"
    )
    await memberships.leave(LEADER)
    with pytest.raises(AuthorityEnded):
        await assembly.casts(OTHER, poll, voter=FUND)


async def test_only_its_leader_ends_a_membership_and_the_secretary_with_a_paper(
    assembly: Assembly, memberships: Memberships
) -> None:
    for member in (DELEGATE, SECRETARY):
        with pytest.raises(Refusal):
            await memberships.leave(member)
    for member in (LEADER, OTHER, COUNCIL[5]):
        with pytest.raises(OnlyForPresiding):
            await memberships.record(member, FUND, "заявление № 7")
    with pytest.raises(Refusal):
        await memberships.record(SECRETARY, FUND, " \u200b")
    assert (await fund(assembly)).is_member
    await memberships.record(SECRETARY, FUND, "заявление № 7")
    assert not (await fund(assembly)).is_member
    with pytest.raises(refusals.OrganisationLeft):
        await memberships.record(SECRETARY, FUND, "заявление № 7")


async def test_no_import_makes_it_a_member_again(
    assembly: Assembly, memberships: Memberships
) -> None:
    house = await fund(assembly)
    await memberships.leave(LEADER)
    inn = "6671000024"
    await assembly.database.write(
        lambda tx: tx.organisations._db.execute(
            "UPDATE organisations SET inn = ? WHERE id = ?", (inn, house.id)
        )
    )
    row = Row(2, {Column.ORGANISATION: house.name, Column.INN: inn, Column.PERSON: "Анна"})
    planned = await assembly.database.read(lambda tx: plan_of(tx, check([row])))
    assert planned.changes_nothing
    assert [one.problems[0].fault for one in planned.refused] == [RowFault.LEFT]


# --- excluded by a vote ---------------------------------------------------------------------------


@pytest.mark.parametrize(("ballot", "stays"), [(FOR, False), (AGAINST, True)])
async def test_an_adopted_exclusion_ends_the_membership_as_the_poll_closes(
    assembly: Assembly, ballot: str, *, stays: bool
) -> None:
    poll = await assembly.opens(question=QUESTION, excludes=FUND)
    for member in COUNCIL:
        await assembly.casts(member, poll, ballot)
    assert (await fund(assembly)).is_member
    await assembly.closes(poll)
    assert (await assembly.found(poll)).state is PollState.CLOSED
    assert (await fund(assembly)).is_member is stays
    told = sorted(await assembly.told("people.membership_ended"))
    assert told == ([] if stays else [LEADER, DELEGATE])
    assert (await assembly.database.read(verify)).holds


async def test_an_exclusion_without_a_quorum_changes_nothing(assembly: Assembly) -> None:
    poll = await assembly.opens(question=QUESTION, excludes=FUND)
    await assembly.casts(COUNCIL[0], poll)
    await assembly.closes(poll)
    assert (await fund(assembly)).is_member


async def test_the_question_of_an_exclusion_names_a_member_organisation(
    assembly: Assembly, memberships: Memberships
) -> None:
    with pytest.raises(ExclusionUnnamed):
        await assembly.opens(question="Исключить?", excludes=FUND)
    await memberships.leave(LEADER)
    with pytest.raises(refusals.OrganisationLeft):
        await assembly.opens(question=QUESTION, excludes=FUND)


async def test_what_is_excluded_stands_in_the_chain_and_cannot_be_changed_once_open(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(question=QUESTION, excludes=FUND)
    ((payload,),) = await assembly.rows("SELECT payload FROM entries WHERE kind = 'opened'")
    assert '"excludes":1' in payload.replace(" ", "")
    with pytest.raises(Exception, match="not edited"):
        await assembly.database.write(
            lambda tx: tx.polls._db.execute(
                "UPDATE polls SET excludes_id = 2 WHERE id = ?", (poll,)
            )
        )
