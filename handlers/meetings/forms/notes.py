"""The form that notes how a member without Telegram was told of a meeting."""

from datetime import datetime

from pydantic import BaseModel

from bot.domain.lines import one_line, within
from bot.domain.meetings.plan_views import NOTE_LIMIT
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.terms import NoticeWay
from bot.domain.polls.voters import VoterId
from bot.services.meetings.planning import MeetingPlanning
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_untold, unchanged_at_untold
from handlers.meetings.forms.past import PastMoment


class NoteDraft(BaseModel):
    """Which member was told, how, when, and what proves it."""

    voter: VoterId = VoterId(0)
    voter_name: str = ""
    way: NoticeWay | None = None
    told: datetime | None = None
    note: str | None = None


async def _ways(form: Filling) -> list[Option]:
    return [Option(one, form.label("choice", way=one)) for one in NoticeWay]


def checked_note(text: str) -> str:
    """Return what proves it, on one line; it may be empty."""
    return within(NOTE_LIMIT, one_line(text))


async def _preview(form: FormContext[NoteDraft]) -> View:
    draft = form.draft
    words = form.words(
        "preview",
        name=draft.voter_name,
        way=given(draft.way),
        told=given(draft.told),
        note=given(draft.note),
        noted=bool(draft.note),
    )
    yes = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "note")
    return View(words, [[yes], [back, leave_button(form)]])


async def _note(form: FormContext[NoteDraft], meeting_planning: MeetingPlanning) -> Ending:
    draft = form.draft
    report = await meeting_planning.note_told(
        form.member.id,
        MeetingId(form.concerned),
        draft.voter,
        given(draft.way),
        given(draft.told),
        given(draft.note),
    )
    return at_untold(form, form.words("noted", name=draft.voter_name, left=len(report.untold)))


NOTED = Form(
    name="meeting-told",
    draft=NoteDraft,
    fields=(
        Choice("way", _ways, NoticeWay),
        PastMoment("told"),
        Text("note", checked_note, skip=True),
    ),
    preview=_preview,
    submit=_note,
    discard=unchanged_at_untold,
    texts="meeting-told",
)
