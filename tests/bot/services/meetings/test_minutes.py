"""After a meeting: minutes, decisions and attendance are folded from the log."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import pytest

from bot.domain.meetings import refusals
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.terms import Motion, Office, VotingForm
from bot.domain.minutes.minutes import Minutes, Standing
from bot.domain.people.members import MemberId, OrganisationId, folded
from bot.domain.people.people import PersonDetails
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.services.minutes.minutes import PollMinutes
from storage.stores import Stores
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    ELECTION,
    OPEN_ELECTION,
    PLANNED,
    REPORT,
    SECRETARY,
    GeneralMeeting,
)
from tests.people import joined

EMPTY: Mapping[str, str] = MappingProxyType({})


async def held(meeting: GeneralMeeting) -> None:
    """Hold a meeting with a speaker, an objection, two votes by ballots and one by hands."""
    await meeting.begins(1, 2, 3, 4)
    await meeting.conducting.call(CHAIR, meeting.id, REPORT)
    await meeting.delegating.ask_floor(meeting.leaders[VoterId(2)], meeting.id)
    await meeting.conducting.give_floor(CHAIR, meeting.id)
    await meeting.conducting.end_floor(CHAIR, meeting.id)
    await meeting.conducting.finish(CHAIR, meeting.id, REPORT)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    await meeting.counts(3, 1, 0)
    await meeting.closes()
    leader = meeting.leaders[VoterId(3)]
    await meeting.delegating.raise_objection(leader, meeting.id, "Не согласен", BUDGET)
    await meeting.conducting.procedural(CHAIR, meeting.id, Motion.OTHER, text="Регламент")
    poll = await meeting.opens(OPEN_ELECTION)
    for voter in (1, 2, 3):
        await meeting.casts(voter, poll, "3,4")
    await meeting.closes(OPEN_ELECTION)
    await meeting.conducting.end(CHAIR, meeting.id)


async def test_the_summary_has_everything_that_the_log_has(meeting: GeneralMeeting) -> None:
    await held(meeting)
    made = await meeting.minutes.summary(SECRETARY, meeting.id)
    assert [one.took_part for one in made.registered] == [True, True, True, True, False]
    assert made.officers[Office.CHAIR] == ("Глава 1",)
    assert [one.name for one in made.spoken] == ["Глава 2"]
    assert [one.words for one in made.objections] == ["Не согласен"]
    assert [(one.text, one.adopted) for one in made.procedural] == [("Регламент", True)]
    assert len(made.heads) == 5
    assert len(made.polls) == 2
    assert [one.stage for one in made.items] == ["done", "decided", "ahead", "decided"]


async def test_decisions_and_attendance_are_data(meeting: GeneralMeeting) -> None:
    await held(meeting)
    budget, election = await meeting.minutes.decisions(SECRETARY, meeting.id)
    assert (budget.text, budget.outcome) == ("Утвердить бюджет", Outcome.ADOPTED)
    assert [one.name for one in election.winners] == ["Глава 3", "Глава 4"]
    there = await meeting.minutes.attendance(SECRETARY, meeting.id)
    assert [(one.votes_present, one.votes) for one in there] == [*[(2, 2)] * 4, (0, 2)]
    assert there[0].people == ("Глава 1",)


async def test_minutes_are_drawn_up_from_the_record_alone_and_at_once(
    meeting: GeneralMeeting,
) -> None:
    await held(meeting)
    plan = await meeting.minutes.minutes_plan(SECRETARY, meeting.id)
    minutes = PollMinutes(meeting.database, meeting.clock, meeting.rules)
    drawn = await minutes.draft(SECRETARY, plan, "alliance_bot")
    assert drawn.meeting == await meeting.minutes.summary(SECRETARY, meeting.id)
    assert (drawn.chair.name, drawn.chair.position) == ("Глава 1", "Фонд 001")
    assert {one.name for one in drawn.counted_by} == {"Прохожий", "Регистратор"}
    assert [item.counted_by_hand for item in drawn.items] == [4, 0]
    assert drawn.standing(VoterId(4)) is Standing.PRESENT
    assert drawn.standing(VoterId(5)) is Standing.ABSENT
    suggestion = await minutes.suggestion(SECRETARY, plan.polls)
    assert suggestion.statements_until is None


async def test_a_meeting_that_has_not_begun_has_no_minutes(meeting: GeneralMeeting) -> None:
    await meeting.registers()
    with pytest.raises(refusals.MeetingNotBegun):
        await meeting.minutes.summary(SECRETARY, meeting.id)


async def test_a_vote_that_was_annulled_decides_nothing_and_who_left_stays_in_the_minutes(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3, 4)
    first = await meeting.opens()
    await meeting.closes()
    leader = meeting.leaders[VoterId(2)]
    said = (leader, meeting.id, "Кто это?", BUDGET, VoterId(4))
    await meeting.delegating.raise_objection(*said)
    (made,) = (await meeting.state()).objections
    await meeting.conducting.uphold(CHAIR, meeting.id, made.number)
    secret = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
    assert (await meeting.pages.screen(secret)).outcome is None
    await meeting.leaves(4)
    second = await meeting.opens()
    await meeting.closes()
    summary = await meeting.minutes.summary(SECRETARY, meeting.id)
    assert summary.polls == (second,)
    assert first != second
    assert [one.voter for one in summary.registered if one.took_part] == [1, 2, 3, 4]
    assert (await meeting.verdict()).holds


async def drawn(meeting: GeneralMeeting, authorities: Mapping[str, str] = EMPTY) -> Minutes:
    """Return the minutes of a meeting that has ended."""
    plan = await meeting.minutes.minutes_plan(SECRETARY, meeting.id)
    plan = replace(plan, authorities=authorities)
    minutes = PollMinutes(meeting.database, meeting.clock, meeting.rules)
    return await minutes.draft(SECRETARY, plan, "alliance_bot")


def represented(made: Minutes) -> dict[str, list[tuple[tuple[int, ...], list[str]]]]:
    """Return by whose hand each voter took part in which items."""
    return {
        one.name: [(it.items, [hand.name for hand in it.hands]) for it in one.castings]
        for one in made.participants
    }


async def test_a_secret_ballot_by_a_code_is_of_who_was_there_not_of_who_has_the_bot(
    meeting: GeneralMeeting,
) -> None:
    def appoint(tx: Stores) -> MemberId:
        leader = tx.members.add(PersonDetails("Глава без Телеграма"), OrganisationId(3))
        tx.organisations.save_leader(OrganisationId(3), leader)
        return leader

    meeting.leaders[VoterId(3)] = await meeting.database.write(appoint)
    await meeting.begins(1, 2, 3)
    code = await meeting.code(3)
    poll = await meeting.opens(ELECTION)
    for voter in (1, 2):
        await meeting.casts(voter, poll, "3")
    await meeting.casts_by_code(code, poll, "3")
    await meeting.closes(ELECTION)
    await meeting.conducting.end(CHAIR, meeting.id)
    made = await drawn(meeting)
    assert represented(made)["Фонд 003"] == [((1,), ["Глава без Телеграма"])]
    assert represented(made)["Фонд 001"] == [((1,), ["Глава 1"])]
    assert all(one.is_certain for one in made.participants)


async def test_only_who_was_there_during_a_secret_vote_can_have_cast_a_ballot_in_it(
    meeting: GeneralMeeting,
) -> None:
    delegate = meeting.delegates[VoterId(3)]
    await meeting.begins(1, 2, 3)
    await meeting.casts(3, await meeting.opens(ELECTION), "3")
    await meeting.closes(ELECTION)
    await meeting.registration.arrive(SECRETARY, meeting.id, VoterId(3), delegate)
    await meeting.leaves(3)
    poll = await meeting.opens(OPEN_ELECTION)
    await meeting.ballots.cast(delegate, poll, VoterId(3), "3")
    await meeting.closes(OPEN_ELECTION)
    await meeting.conducting.end(CHAIR, meeting.id)
    by = represented(await drawn(meeting))
    assert by["Фонд 003"] == [((1,), ["Глава 3"]), ((2,), ["Делегат 3"])]


async def test_who_came_to_a_vote_while_another_stayed_may_have_cast_the_ballot(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens(ELECTION)
    delegate = meeting.delegates[VoterId(3)]
    await meeting.registration.arrive(SECRETARY, meeting.id, VoterId(3), delegate)
    await meeting.casts(3, poll, "3")
    await meeting.closes(ELECTION)
    await meeting.conducting.end(CHAIR, meeting.id)
    by = represented(await drawn(meeting))
    assert by["Фонд 003"] == [((1,), ["Глава 3", "Делегат 3"])]


async def test_who_was_there_is_named_though_nobody_voted_by_the_bot(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.opens(BUDGET, VotingForm.HANDS)
    await meeting.counts(3, 0, 0)
    await meeting.closes()
    await meeting.conducting.end(CHAIR, meeting.id)
    by = represented(await drawn(meeting))
    assert by["Фонд 003"] == [((1,), ["Глава 3"])]
    assert by["Фонд 004"] == []


async def test_a_document_that_was_typed_at_the_desk_is_named_in_the_minutes(
    meeting: GeneralMeeting,
) -> None:
    delegates = {
        voter: await meeting.database.write(partial(hire, voter, document))
        for voter, document in ((3, ""), (4, "приказ № 1"))
    }
    await meeting.registers()
    await meeting.arrive(1, 2)
    for voter, delegate in delegates.items():
        said = (VoterId(voter), delegate, f"протокол № {voter}")
        await meeting.registration.arrive(SECRETARY, meeting.id, *said)
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    poll = await meeting.opens()
    for voter, delegate in delegates.items():
        await meeting.ballots.cast(delegate, poll, VoterId(voter), "for")
    await meeting.closes()
    await meeting.conducting.end(CHAIR, meeting.id)
    named = {one.name: one.hands for one in (await drawn(meeting)).participants}
    assert [hand.document for hand in named["Фонд 003"]] == ["протокол № 3"]
    assert [hand.document for hand in named["Фонд 004"]] == ["протокол № 4"]
    said_later = {folded("Коллега 3"): "решение № 9"}
    named = {one.name: one.hands for one in (await drawn(meeting, said_later)).participants}
    assert [hand.document for hand in named["Фонд 003"]] == ["решение № 9"]


def hire(organisation: int, document: str, tx: Stores) -> MemberId:
    person = PersonDetails(f"Коллега {organisation}", delegate=True, document=document)
    return joined(tx, person, PLANNED, OrganisationId(organisation))
