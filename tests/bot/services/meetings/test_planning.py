"""Before a meeting: the plan, the notice and its proof, the event, proposals."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.events.refusals import EventOfMeeting
from bot.domain.meetings import refusals
from bot.domain.meetings.plan_views import NotedTelling
from bot.domain.meetings.proposals import ProposalState
from bot.domain.meetings.state import Phase
from bot.domain.meetings.terms import NoticeWay
from bot.domain.people.members import MemberId, Role
from bot.domain.polls.plans import Candidate, CandidateId
from bot.domain.polls.refusals import CandidateNotMember
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import OnlyForPresiding
from bot.services.events.events import Events
from storage.stores import Stores
from tests.databases import execute, query
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    DAY,
    OUTSIDER,
    PLANNED,
    SECRETARY,
    STARTS,
    GeneralMeeting,
    a_plan,
    an_election,
)


async def delivered(meeting: GeneralMeeting, people: Iterable[MemberId], day: int) -> None:
    """Have the notice reach these people `day` days before the meeting."""
    at = (STARTS - day * DAY).isoformat(timespec="microseconds")
    for member in people:
        sql = "UPDATE notices SET state = 'sent', settled_at = ? WHERE member_id = ? AND kind = ?"
        await execute(meeting.database, sql, at, member, "meeting.convened")


async def test_a_plan_has_the_terms_of_the_alliance_whatever_was_typed(
    meeting: GeneralMeeting,
) -> None:
    await meeting.plans(notice=timedelta(0), remote="Что угодно")
    plan = (await meeting.planning.look(SECRETARY, meeting.id)).meeting.plan
    assert (plan.notice, plan.remote) == (timedelta(days=14), "Устав, п. 5.8")


async def test_one_draft_plans_one_meeting(meeting: GeneralMeeting) -> None:
    first = await meeting.planning.create(SECRETARY, a_plan(), "draft:1")
    assert await meeting.planning.create(SECRETARY, a_plan(), "draft:1") == first


async def test_the_agenda_is_frozen_once_members_are_told(meeting: GeneralMeeting) -> None:
    await meeting.plans()
    await meeting.agendas.change_terms(SECRETARY, meeting.id, a_plan(place="Библиотека"))
    assert (await meeting.planning.convene(SECRETARY, meeting.id)).plan.place == "Библиотека"
    with pytest.raises(refusals.AgendaFrozen):
        await meeting.agendas.change_terms(SECRETARY, meeting.id, a_plan())
    with pytest.raises(refusals.MeetingConvened):
        await meeting.planning.convene(SECRETARY, meeting.id)


async def test_nobody_is_convened_too_late_or_to_an_election_without_candidates(
    meeting: GeneralMeeting,
) -> None:
    await meeting.plans(agenda=(an_election(BUDGET, candidates=()),))
    with pytest.raises(refusals.CandidatesAwaited):
        await meeting.planning.convene(SECRETARY, meeting.id)
    await meeting.plans()
    meeting.clock.time = STARTS - 13 * DAY
    with pytest.raises(refusals.NoticeTooShort):
        await meeting.planning.convene(SECRETARY, meeting.id)


async def test_nobody_is_convened_to_elect_somebody_who_may_not_stand(
    meeting: GeneralMeeting,
) -> None:
    """Once members are told the agenda is frozen, and the meeting could not elect anybody."""
    await meeting.plans()
    gone = meeting.leaders[VoterId(5)]
    await meeting.database.write(lambda tx: tx.members.erase(gone, meeting.clock.now()))
    for act in (meeting.planning.preview, meeting.planning.convene):
        with pytest.raises(CandidateNotMember):
            await act(SECRETARY, meeting.id)


async def test_nobody_is_convened_to_elect_a_mere_name_to_the_council(
    meeting: GeneralMeeting,
) -> None:
    """A vote that gives a seat needs a person: it could not be opened in the hall."""
    stand = (Candidate(CandidateId(1), "Кто-то со стороны"),)
    await meeting.plans(agenda=(an_election(BUDGET, candidates=stand),))
    for act in (meeting.planning.preview, meeting.planning.convene):
        with pytest.raises(CandidateNotMember):
            await act(SECRETARY, meeting.id)


async def test_the_notice_goes_to_all_who_represent_members_and_the_event_is_published(
    meeting: GeneralMeeting,
) -> None:
    made = await meeting.convenes()
    sql = "SELECT member_id FROM notices WHERE kind = 'meeting.convened'"
    told = {row[0] for row in await query(meeting.database, sql)}
    assert told == {*meeting.leaders.values(), *meeting.delegates.values()}
    event = made.event
    assert event is not None
    found = await meeting.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert (found.title, found.starts_at, found.place) == ("Общее собрание", STARTS, "Дом НКО")


async def test_who_lacks_a_notice_in_time_is_named_and_recorded_at_the_opening(
    meeting: GeneralMeeting,
) -> None:
    await meeting.convenes()
    await delivered(meeting, (meeting.leaders[VoterId(n)] for n in (1, 2, 3)), 15)
    await delivered(meeting, [meeting.delegates[VoterId(4)]], 3)
    report = await meeting.planning.notice_report(SECRETARY, meeting.id)
    assert report.in_time == ("Фонд 001", "Фонд 002", "Фонд 003")
    assert (report.late, report.missing) == (("Фонд 004",), ("Фонд 005",))
    meeting.clock.time = STARTS - timedelta(hours=1)
    await meeting.registration.open(SECRETARY, meeting.id)
    await meeting.arrive(1, 2, 3)
    assert (await meeting.conducting.panel(SECRETARY, meeting.id)).unnotified == 2
    panel = await meeting.conducting.begin(SECRETARY, meeting.id)
    assert panel.unnotified == 2
    opening = (await meeting.state()).opening
    assert opening is not None
    assert opening.unnotified == (4, 5)


async def test_who_was_told_on_paper_is_noted_by_the_secretary_and_counts_as_told(
    meeting: GeneralMeeting,
) -> None:
    await meeting.convenes()
    note, paper = meeting.planning.note_told, NoticeWay.LETTER
    meeting.clock.time = PLANNED + 4 * DAY
    sent = PLANNED + 2 * DAY
    await note(SECRETARY, meeting.id, VoterId(5), paper, sent, "исх. № 15")
    report = await note(SECRETARY, meeting.id, VoterId(4), NoticeWay.IN_PERSON)
    assert [name for _, name in report.untold] == ["Фонд 001", "Фонд 002", "Фонд 003"]
    assert report.in_time == ("Фонд 004", "Фонд 005")
    letter = NotedTelling(VoterId(5), "Фонд 005", paper, sent, "исх. № 15", "Секретарь совета")
    assert letter in report.noted
    meeting.clock.time = STARTS - timedelta(hours=1)
    await meeting.registration.open(SECRETARY, meeting.id)
    await meeting.arrive(1, 2, 3)
    panel = await meeting.conducting.begin(SECRETARY, meeting.id)
    assert panel.unnotified == 3
    summary = await meeting.minutes.summary(SECRETARY, meeting.id)
    assert {one.name for one in summary.noted} == {"Фонд 004", "Фонд 005"}
    assert summary.notified_on == date(2026, 12, 3)
    assert (await meeting.verdict()).holds


async def test_nobody_is_noted_as_told_before_the_notice_in_the_future_or_as_a_stranger(
    meeting: GeneralMeeting,
) -> None:
    await meeting.convenes()
    note, paper = meeting.planning.note_told, NoticeWay.EMAIL
    for at in (PLANNED - DAY, PLANNED + DAY):
        with pytest.raises(refusals.ToldAtImpossible):
            await note(SECRETARY, meeting.id, VoterId(5), paper, at)
    with pytest.raises(refusals.NotOnRoll):
        await note(SECRETARY, meeting.id, VoterId(99), paper)
    with pytest.raises(OnlyForPresiding):
        await note(CHAIR, meeting.id, VoterId(5), paper)


async def test_the_notices_of_a_meeting_are_kept_as_proof(meeting: GeneralMeeting) -> None:
    await meeting.convenes()
    await delivered(meeting, meeting.leaders.values(), 15)

    def forget(tx: Stores) -> int:
        due = tx.retention.due("notices", STARTS + 900 * DAY)
        for item in due:
            tx.retention.delete("notices", item, STARTS + 900 * DAY)
        return len(tx.meetings.notified(meeting.id))

    assert await meeting.database.write(forget) == 10


async def test_a_meeting_that_is_called_off_takes_its_event_along(meeting: GeneralMeeting) -> None:
    made = await meeting.convenes()
    await meeting.planning.call_off(SECRETARY, meeting.id, "Зал закрыт")
    assert (await meeting.state()).phase is Phase.CALLED_OFF
    event = made.event
    assert event is not None
    found = await meeting.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert found.is_cancelled


async def organising(meeting: GeneralMeeting) -> Events:
    """Return what organisers do with events; the outsider is one of them."""
    today = meeting.clock.now().date()
    role = Role.ORGANISER
    await meeting.database.write(lambda tx: tx.members.add_role(OUTSIDER, role, today))
    return Events(meeting.database, meeting.clock, meeting.rules)


async def test_the_event_of_a_meeting_is_neither_moved_nor_cancelled_by_organisers(
    meeting: GeneralMeeting,
) -> None:
    event = (await meeting.convenes()).event
    assert event is not None
    events = await organising(meeting)
    plan = await events.plan(OUTSIDER, event)
    for refused in (
        events.movable(OUTSIDER, event),
        events.move(OUTSIDER, event, STARTS + DAY),
        events.change(OUTSIDER, event, replace(plan, starts_at=STARTS + DAY)),
        events.change(OUTSIDER, event, replace(plan, place="Библиотека")),
        events.cancel(OUTSIDER, event, "Передумали"),
    ):
        with pytest.raises(EventOfMeeting):
            await refused
    board = await events.change(OUTSIDER, event, replace(plan, link="https://example.org"))
    assert (board.event.starts_at, board.event.place) == (STARTS, "Дом НКО")
    assert board.event.link == "https://example.org"
    assert not board.event.is_cancelled


async def test_the_event_of_a_meeting_that_has_ended_is_one_like_any_other(
    meeting: GeneralMeeting,
) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.conducting.end(CHAIR, meeting.id)
    event = await meeting.database.read(
        lambda tx: next(one.event for one in tx.meetings.all() if one.id == meeting.id)
    )
    assert event is not None
    events = await organising(meeting)
    assert (await events.cancel(OUTSIDER, event, "Уже прошло")).event.is_cancelled


async def test_leaders_and_delegates_propose_until_the_day(meeting: GeneralMeeting) -> None:
    until = meeting.clock.time + DAY
    await meeting.plans(proposals_until=until)
    proposal = await meeting.planning.propose(CHAIR, meeting.id, "Обсудить аренду")
    with pytest.raises(refusals.ProposalsClosed):
        await meeting.planning.propose(OUTSIDER, meeting.id, "И я")
    decided = await meeting.planning.decide_proposal(SECRETARY, proposal, taken=True)
    assert decided.state is ProposalState.TAKEN
    with pytest.raises(refusals.ProposalUnknown):
        await meeting.planning.decide_proposal(SECRETARY, proposal, taken=False)
    for number in range(4):
        await meeting.planning.propose(CHAIR, meeting.id, f"Ещё {number}")
    with pytest.raises(refusals.ProposalsTooMany):
        await meeting.planning.propose(CHAIR, meeting.id, "И ещё")
    meeting.clock.time = until
    with pytest.raises(refusals.ProposalsClosed):
        await meeting.planning.propose(meeting.leaders[VoterId(2)], meeting.id, "Поздно")
    view = await meeting.planning.look(SECRETARY, meeting.id)
    assert view.proposals[0].text == "Обсудить аренду"


async def test_the_usual_agendas_come_from_the_configuration(meeting: GeneralMeeting) -> None:
    policy = await meeting.planning.policy(SECRETARY)
    assert (policy.templates, policy.notice) == ((), timedelta(days=14))
    preview_of = await meeting.plans()
    preview = await meeting.planning.preview(SECRETARY, preview_of)
    assert (preview.people, preview.organisations, preview.silent) == (10, 5, ())


async def test_the_menus_of_all_are_renewed_with_the_first_meeting_and_after_the_last(
    meeting: GeneralMeeting,
) -> None:
    sql = "SELECT count(*) FROM notices WHERE kind = 'people.menu_changed'"
    assert await meeting.planning.is_idle()
    await meeting.plans()
    ((everybody,),) = await query(meeting.database, sql)
    assert everybody == 13
    await meeting.plans()  # another one changes no menu
    assert await query(meeting.database, sql) == [(everybody,)]
    await meeting.planning.convene(SECRETARY, meeting.id)
    await meeting.planning.call_off(SECRETARY, meeting.id, "Зал закрыт")
    assert await query(meeting.database, sql) == [(everybody,)]
    assert not await meeting.planning.is_idle()
