"""The proof of the notice: who was told of a meeting, and a note of how the others were."""

from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.domain.meetings.plan_views import NotedTelling, NoticeReport
from bot.domain.meetings.refusals import NotOnRoll
from bot.domain.people.members import Member
from bot.domain.polls.voters import VoterId
from bot.services.meetings.planning import MeetingPlanning
from handlers.forms.opener import Forms, with_forms
from handlers.meetings.callbacks.planning import (
    NoteToldButton,
    NoticeReportButton,
    PlanButton,
    UntoldButton,
)
from handlers.meetings.forms.notes import NOTED, NoteDraft
from handlers.meetings.words import LINE_LENGTH, NAME_LENGTH, joined
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.edits import show
from handlers.ui.lengths import clipped
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

NAMES_SHOWN, NOTED_SHOWN = 20, 10


async def report(
    query: CallbackQuery,
    callback_data: NoticeReportButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """Say which members were told in time, late, or not at all."""
    meeting = callback_data.meeting_id
    found = await meeting_planning.notice_report(member.id, meeting)
    words = t(
        "meeting-report",
        in_time=len(found.in_time),
        late=len(found.late),
        missing=len(found.missing),
        late_names=_names(found.late, t),
        missing_names=_names(found.missing, t),
        due=found.due,
    )
    noted = [_noted(one, t) for one in found.noted[-NOTED_SHOWN:]]
    head = t("meeting-report-noted", count=len(found.noted)) if noted else ""
    note = t.button("button-meeting-untold", UntoldButton(meeting_id=meeting))
    back = t.button("button-meeting-to-plan", PlanButton(meeting_id=meeting))
    rows = [[note] if found.untold and found.may_note else [], [back]]
    await show(query, joined([words, joined([head, *noted])], "\n\n"), keyboard(rows))


def _names(names: tuple[str, ...], t: Texts) -> str:
    return t.listed([clipped(one, NAME_LENGTH) for one in names[:NAMES_SHOWN]])


def _noted(one: NotedTelling, t: Texts) -> str:
    return t(
        "meeting-report-line",
        name=clipped(one.name, NAME_LENGTH),
        way=one.way,
        day=t.day(one.told_at),
        note=clipped(one.note, LINE_LENGTH),
        proven=bool(one.note),
    )


async def list_untold(
    query: CallbackQuery,
    callback_data: UntoldButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    t: Texts,
) -> None:
    """List the members that were not told in time, to note how they were told otherwise."""
    meeting = callback_data.meeting_id
    found = await meeting_planning.notice_report(member.id, meeting)
    page = page_of(found.untold, callback_data.page)

    def line(one: tuple[VoterId, str], _: Texts) -> InlineKeyboardButton:
        return button(short(one[1]), NoteToldButton(meeting_id=meeting, voter_id=one[0]))

    back = t.button("button-back", NoticeReportButton(meeting_id=meeting))
    rows = [*listed(page, line, callback_data, t), [back]]
    await show(query, t("meeting-untold", count=len(found.untold)), keyboard(rows))


async def note_told(
    query: CallbackQuery,
    callback_data: NoteToldButton,
    member: Member,
    meeting_planning: MeetingPlanning,
    forms: Forms,
) -> None:
    """Open the form that notes how a member was told."""
    meeting, voter = callback_data.meeting_id, callback_data.voter_id
    found: NoticeReport = await meeting_planning.notice_report(member.id, meeting)
    name = dict(found.untold).get(voter)
    if name is None:
        raise NotOnRoll
    draft = NoteDraft(voter=voter, voter_name=clipped(name, NAME_LENGTH))
    await forms.open_for(query, NOTED, meeting, draft)


ROUTES = Routes(
    prepare=with_forms,
    buttons={NoticeReportButton: report, UntoldButton: list_untold, NoteToldButton: note_told},
)
