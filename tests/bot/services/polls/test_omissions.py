"""All of a body vote; anyone who is left out is named, with a clause and a reason, for good."""

import sqlite3
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.people.members import MemberId
from bot.domain.people.people import OrganisationDetails
from bot.domain.polls.omissions import OMISSION_LIMIT, Omission, Omitted
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import (
    CandidatesAlike,
    ClauseMissing,
    OmissionUnexplained,
    ReasonMissing,
)
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ReasonTooLong, Refusal
from bot.services.polls.verification import verify
from tests.councils import (
    CHAIR,
    COUNCIL,
    DAY,
    GENERAL,
    NOON,
    OMISSION,
    SECRETARY,
    Assembly,
    a_poll,
    an_election,
)
from tests.databases import execute
from tests.halls import refused
from tests.polling import THIRD, rules

EASY = rules(THIRD)
SOME = (VoterId(1), VoterId(2))
ALL = tuple(VoterId(member) for member in COUNCIL)


async def omitted(assembly: Assembly, poll: PollId) -> tuple[Omitted, ...]:
    return await assembly.database.read(lambda tx: tx.electorates.omitted(poll))


async def test_nobody_is_left_out_without_a_clause_and_a_reason(assembly: Assembly) -> None:
    scheduled = await assembly.opens(opens_at=NOON + DAY, closes_at=NOON + 2 * DAY)
    cut = a_poll(voters=SOME, opens_at=NOON + DAY, closes_at=NOON + 2 * DAY)

    with refused(OmissionUnexplained):
        await assembly.polls.preview(CHAIR, cut)
    with refused(OmissionUnexplained):
        await assembly.polls.open(CHAIR, cut)
    with refused(OmissionUnexplained):
        await assembly.polls.change(SECRETARY, scheduled, cut)
    assert len(await assembly.rows("SELECT id FROM polls")) == 1


@pytest.mark.parametrize(
    ("omission", "refusal"),
    [
        (Omission(" ", "выбыли"), ClauseMissing),
        (Omission("Устав, п. 4.7", "\n"), ReasonMissing),
        (Omission("Устав, п. 4.7", "ы" * (OMISSION_LIMIT + 1)), ReasonTooLong),
    ],
)
async def test_clause_and_reason_say_something(
    assembly: Assembly, omission: Omission, refusal: type[Refusal]
) -> None:
    with refused(refusal):
        await assembly.opens(voters=SOME, omission=omission)


async def test_who_is_left_out_stands_on_the_card_and_in_the_chain(assembly: Assembly) -> None:
    poll = await assembly.opens(voters=SOME, omission=OMISSION, **GENERAL)

    card = (await assembly.polls.board(CHAIR, poll)).card
    assert (card.omitted, card.poll.omission) == (("Фонд 003",), OMISSION)
    ((plan, told),) = await assembly.rows(
        "SELECT payload ->> '$.plan.omission.clause', payload ->> '$.omitted[0].name' FROM entries"
    )
    assert (plan, told) == (OMISSION.clause, "Фонд 003")
    assert (await assembly.database.read(verify)).holds


async def test_the_record_of_who_was_left_out_does_not_change(assembly: Assembly) -> None:
    await assembly.opens(voters=SOME, omission=OMISSION, **GENERAL)

    for forged in (
        "UPDATE polls SET omission = NULL",
        "DELETE FROM omitted_voters",
        "UPDATE omitted_voters SET name = 'Другой'",
        "INSERT INTO omitted_voters SELECT id, 9, 'Другой' FROM polls",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            await execute(assembly.database, forged)


async def test_a_forged_list_of_who_was_left_out_is_found(assembly: Assembly) -> None:
    await assembly.opens(voters=SOME, omission=OMISSION, **GENERAL)
    await execute(assembly.database, "DROP TRIGGER omitted_voters_are_never_deleted")
    await execute(assembly.database, "DELETE FROM omitted_voters")

    assert not (await assembly.database.read(verify)).holds


async def test_a_list_of_everybody_leaves_nobody_out_and_needs_no_reason(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(voters=ALL)

    found = await assembly.found(poll)
    assert (found.voters, found.omission) == (None, None)
    assert await omitted(assembly, poll) == ()


async def test_what_is_whole_has_no_reason_why_not(assembly: Assembly) -> None:
    poll = await assembly.opens(omission=OMISSION)

    assert (await assembly.found(poll)).omission is None
    ((entry,),) = await assembly.rows("SELECT payload FROM entries")
    assert "omission" not in entry
    assert "omitted" not in entry


async def test_a_preview_says_who_would_have_no_ballot(assembly: Assembly) -> None:
    cut = a_poll(voters=ALL[:-2], omission=OMISSION)
    preview = await assembly.polls.preview(CHAIR, cut)

    assert preview.omitted == ("Член совета 8", "Член совета 9")
    assert preview.entitled == 7


async def test_a_poll_planned_before_this_was_asked_still_opens_and_names_them(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(
        voters=SOME, omission=OMISSION, opens_at=NOON + DAY, closes_at=NOON + 2 * DAY, **GENERAL
    )
    await execute(assembly.database, "UPDATE polls SET omission = NULL")
    assembly.clock.time = NOON + DAY
    await assembly.polls.open_due()

    assert await omitted(assembly, poll) == (Omitted(VoterId(3), "Фонд 003"),)
    assert (await assembly.database.read(verify)).holds


async def test_who_came_into_the_body_since_the_planning_has_a_ballot(assembly: Assembly) -> None:
    """The reason was given for somebody else."""
    later: dict[str, Any] = {"opens_at": NOON + DAY, "closes_at": NOON + 2 * DAY, **GENERAL}
    poll = await assembly.opens(voters=SOME, omission=OMISSION, **later)
    new = OrganisationDetails("Новый фонд", "", "6699999999", None, "")
    fund = await assembly.database.write(lambda tx: tx.organisations.add(new))
    board = await assembly.polls.board(CHAIR, poll)
    assert (board.card.omitted, board.card.turnout.entitled) == (("Фонд 003",), 3)
    assembly.clock.time = NOON + DAY
    await assembly.polls.open_due()

    card = (await assembly.polls.board(CHAIR, poll)).card
    assert (card.omitted, card.turnout.entitled) == (("Фонд 003",), 3)
    assert card.poll.voters == (*SOME, VoterId(fund))
    assert card.poll.omission == OMISSION
    await assembly.closes(poll)
    assert (await assembly.database.read(verify)).holds


async def test_a_changed_plan_leaves_out_whom_its_preview_names(assembly: Assembly) -> None:
    later: dict[str, Any] = {"opens_at": NOON + DAY, "closes_at": NOON + 2 * DAY, **GENERAL}
    poll = await assembly.opens(voters=SOME, omission=OMISSION, **later)
    new = OrganisationDetails("Новый фонд", "", "6699999999", None, "")
    await assembly.database.write(lambda tx: tx.organisations.add(new))
    changed = replace((await assembly.found(poll)).plan, question="Другой вопрос")
    preview = await assembly.polls.preview(CHAIR, changed)
    await assembly.polls.change(SECRETARY, poll, changed)

    card = (await assembly.polls.board(CHAIR, poll)).card
    assert card.omitted == preview.omitted == ("Фонд 003", "Новый фонд")


NEWCOMER = OrganisationDetails("Новый фонд", "", "6699999999", None, "")


async def test_a_plan_to_change_or_to_copy_has_those_who_came_into_the_body_since(
    assembly: Assembly,
) -> None:
    """Only those whom somebody has removed stay out; the reason was given for them."""
    later: dict[str, Any] = {"opens_at": NOON + DAY, "closes_at": NOON + 2 * DAY, **GENERAL}
    poll = await assembly.opens(voters=SOME, omission=OMISSION, **later)
    fund = VoterId(await assembly.database.write(lambda tx: tx.organisations.add(NEWCOMER)))
    planned = await assembly.polls.plan(CHAIR, poll)
    assert planned.voters == (*SOME, fund)
    changed = replace(planned, closes_at=NOON + 3 * DAY)
    assert (await assembly.polls.preview(CHAIR, changed)).omitted == ("Фонд 003",)
    board = await assembly.polls.change(SECRETARY, poll, changed)
    assert board.card.omitted == ("Фонд 003",)

    removed = replace(changed, voters=SOME)
    board = await assembly.polls.change(SECRETARY, poll, removed)
    assert board.card.omitted == ("Фонд 003", "Новый фонд")
    assert (await assembly.polls.plan(CHAIR, poll)).voters == SOME


async def test_a_copy_of_a_poll_that_has_opened_leaves_out_only_whom_that_poll_did(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(voters=SOME, omission=OMISSION, **GENERAL)
    fund = VoterId(await assembly.database.write(lambda tx: tx.organisations.add(NEWCOMER)))
    planned = await assembly.polls.plan(CHAIR, poll)
    assert planned.voters == (*SOME, fund)
    assert (await assembly.polls.preview(CHAIR, planned)).omitted == ("Фонд 003",)


async def test_a_second_round_names_who_was_admitted_since(assembly: Assembly) -> None:
    election = an_election(CHAIR, SECRETARY, **GENERAL)
    poll = await assembly.opens(**election, rules=EASY)
    await assembly.casts(11, poll, "1", voter=1)
    await assembly.casts(13, poll, "2", voter=2)
    await assembly.closes(poll)
    new = OrganisationDetails("Новый фонд", "", "6699999999", None, "")
    await assembly.database.write(lambda tx: tx.organisations.add(new))
    second = await assembly.ties.run_off(CHAIR, poll, assembly.clock.time + DAY)

    card = (await assembly.polls.board(CHAIR, second)).card
    assert (card.omitted, card.poll.omission) == (("Новый фонд",), None)


async def test_candidates_of_one_name_are_refused_until_they_are_told_apart(
    assembly: Assembly,
) -> None:
    people = an_election(MemberId(3), MemberId(4), MemberId(5))
    first, second, third = people["candidates"]
    alike = (first, replace(second, name="кандидат 1"), third)

    with refused(CandidatesAlike):
        await assembly.opens(**people | {"candidates": alike})
    with refused(CandidatesAlike):
        await assembly.polls.preview(CHAIR, a_poll(**people | {"candidates": alike}))
    apart = (first, replace(second, name="Кандидат 1 (Фонд «Луч»)"), third)
    await assembly.opens(**people | {"candidates": apart})
