"""The form that moves an event to another time."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from bot.domain.events.cards import EventBoard
from bot.domain.events.events import EventId
from bot.services.events.events import Events
from handlers.events.forms.endings import at_board, board_of, concerned, unchanged
from handlers.forms.context import Filling, FormContext
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import leave_button
from handlers.forms.times import Moment


class Move(BaseModel):
    """A new start."""

    starts_at: datetime | None = None


@dataclass(eq=False)
class NewStart(Moment):
    """A start that differs from the present one."""

    async def words(self, form: Filling) -> str:
        """Tell what is moved."""
        event = (await form.call(board_of)).event
        return form.words("move-day", title=event.title, starts=event.starts_at)

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the start; refuse one that the event cannot be moved to."""
        board: EventBoard = await form.call(board_of)
        board.event.moved(await super().checked(form, moment), form.now, form.zone)
        return moment


async def _preview(form: FormContext[Move]) -> View:
    board: EventBoard = await form.call(board_of)
    words = form.words(
        "move-preview",
        title=board.event.title,
        starts=board.event.starts_at,
        new=given(form.draft.starts_at),
        zone=form.t.zone_name(),
        people=concerned(board),
    )
    another = form.goes(form.label("another-day"), "starts_at")
    move = form.button(form.label("move"), "submit", style="success")
    return View(words, [[move], [another, leave_button(form)]])


async def _move(form: FormContext[Move], events: Events) -> Ending:
    event, start = EventId(form.concerned), given(form.draft.starts_at)
    moved = (await events.move(form.member.id, event, start)).event
    return at_board(form, form.words("moved", title=moved.title, starts=moved.starts_at))


MOVE = Form(
    name="event-move",
    draft=Move,
    fields=(NewStart("starts_at", keep=False, another=True),),
    preview=_preview,
    submit=_move,
    discard=unchanged,
)
