"""Forms that need a reason: suspending, cancelling a vote, calling a meeting off."""

from pydantic import BaseModel

from bot.domain.events.plans import checked_reason as checked_event_reason
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.polls.polls import checked_reason
from bot.services.meetings.conducting import Conducting
from bot.services.meetings.planning import MeetingPlanning
from handlers.forms.context import FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_panel, at_plan, unchanged_at_panel, unchanged_at_plan
from handlers.meetings.forms.fields import Reason


class ReasonDraft(BaseModel):
    """Why, and of which item (0: none)."""

    item: int = 0
    reason: str | None = None


ReasonForm = FormContext[ReasonDraft]


async def _preview(form: ReasonForm) -> View:
    words = form.words("preview", reason=given(form.draft.reason))
    yes = form.button(form.label("yes"), "submit", style="danger")
    back = form.goes(form.t.plain("button-back"), "reason")
    return View(words, [[yes], [back, leave_button(form)]])


async def _suspend(form: ReasonForm, conducting: Conducting) -> Ending:
    said = ChairSaid(ChairAct.SUSPEND, reason=given(form.draft.reason))
    await conducting.act(form.member.id, MeetingId(form.concerned), said)
    return at_panel(form, form.words("done"))


async def _cancel_vote(form: ReasonForm, conducting: Conducting) -> Ending:
    draft = form.draft
    said = ChairSaid(ChairAct.CANCEL, ItemId(draft.item), reason=given(draft.reason))
    await conducting.act(form.member.id, MeetingId(form.concerned), said)
    return at_panel(form, form.words("done"))


async def _call_off(form: ReasonForm, meeting_planning: MeetingPlanning) -> Ending:
    reason = given(form.draft.reason)
    await meeting_planning.call_off(form.member.id, MeetingId(form.concerned), reason)
    return at_plan(form, form.words("done"))


SUSPENSION = Form(
    name="meeting-suspend",
    draft=ReasonDraft,
    fields=(Reason("reason", checked_event_reason, usual=("outage", "order", "other")),),
    preview=_preview,
    submit=_suspend,
    discard=unchanged_at_panel,
    desk=False,
    texts="meeting-suspend",
)
VOTE_CANCELLATION = Form(
    name="meeting-cancel-vote",
    draft=ReasonDraft,
    fields=(Reason("reason", checked_reason, usual=("outage", "mistake")),),
    preview=_preview,
    submit=_cancel_vote,
    discard=unchanged_at_panel,
    desk=False,
    texts="meeting-cancel-vote",
)
CALLING_OFF = Form(
    name="meeting-call-off",
    draft=ReasonDraft,
    fields=(Text("reason", checked_event_reason),),
    preview=_preview,
    submit=_call_off,
    discard=unchanged_at_plan,
    texts="meeting-call-off",
)
