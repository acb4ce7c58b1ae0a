"""The form that cancels an event, with or without the later dates of its series."""

from dataclasses import dataclass

from pydantic import BaseModel

from bot.domain.events.cards import EventBoard
from bot.domain.events.events import Event, EventId
from bot.domain.events.plans import checked_reason
from bot.services.events.events import Events
from handlers.events.forms.endings import answered, at_board, board_of, unchanged
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View
from handlers.forms.screens import leave_button
from handlers.ui.texts import Value


class Cancellation(BaseModel):
    """The reason, and whether the later dates of the series are included."""

    reason: str | None = None
    following: bool = False


CancelForm = FormContext[Cancellation]


@dataclass(eq=False)
class CancelReasonField(Text):
    """The reason for cancelling an event."""

    async def words(self, form: Filling) -> str:
        """Tell what is cancelled."""
        board: EventBoard = await form.call(board_of)
        event = board.event
        words = form.words("cancel-reason", title=event.title, starts=event.starts_at)
        if not form.draft.following:
            return words
        dates = await form.call(_dates, event)
        last = form.words("cancel-series", dates=len(dates), last=dates[-1].starts_at)
        return f"{words}\n{last}"


async def _dates(form: CancelForm, event: Event, events: Events) -> list[Event]:
    if not form.draft.following:
        return [event]
    return await events.following(form.member.id, event.id)


async def _preview(form: CancelForm, events: Events) -> View:
    board: EventBoard = await form.call(board_of)
    event, dates = board.event, await _dates(form, board.event, events)
    said: dict[str, Value] = {"title": event.title, "starts": event.starts_at}
    if event.is_scheduled:
        words, label = form.words("remove-confirm", dates=len(dates), **said), "remove"
    elif form.draft.following:
        last = dates[-1].starts_at
        words = form.words("cancel-confirm-series", dates=len(dates), last=last, **said)
        label = "cancel-all"
    else:
        words, label = form.words("cancel-confirm", people=answered(board), **said), "cancel"
    if form.draft.reason:
        words = f"{words}\n{form.words('cancel-because', reason=form.draft.reason)}"
    back = [] if event.is_scheduled else [form.goes(form.t.plain("button-back"), "reason")]
    act = form.button(form.label(label), "submit", style="danger")
    return View(words, [[act], [*back, leave_button(form)]])


async def _cancel(form: CancelForm, events: Events) -> Ending:
    event, draft = EventId(form.concerned), form.draft
    known = "all" if draft.following else "cancel"
    done = "remove" if form.begun.reason is not None else known
    reason = draft.reason or ""
    after = await events.cancel(form.member.id, event, reason, following=draft.following)
    return at_board(form, form.words(f"done-{done}", title=after.event.title))


CANCEL = Form(
    name="event-cancel",
    draft=Cancellation,
    fields=(CancelReasonField("reason", checked_reason, skip=True, keep=False),),
    preview=_preview,
    submit=_cancel,
    discard=unchanged,
)
