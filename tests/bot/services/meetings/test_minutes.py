"""After a meeting: minutes, decisions and attendance are folded from the log."""

import pytest

from bot.domain.meetings import refusals
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.terms import Motion, Office, VotingForm
from bot.domain.minutes.minutes import Standing
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from bot.services.minutes.minutes import PollMinutes
from tests.general_meetings import BUDGET, CHAIR, OPEN_ELECTION, REPORT, SECRETARY, GeneralMeeting


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
