"""Open the forms of events by buttons and commands; the services check who may."""

from aiogram.types import CallbackQuery

from bot.domain.events.audiences import EVERYBODY
from bot.domain.people.members import Member
from bot.services.events.events import Events
from bot.services.events.retractions import Retractions
from bot.services.rooms.rooms import Rooms
from handlers.events.callbacks.boards import (
    CancelButton,
    CancelSeriesButton,
    ChangeButton,
    CopyButton,
    CreateButton,
    MoveButton,
    UndoPublicationButton,
)
from handlers.events.forms.cancelling import CANCEL, Cancellation
from handlers.events.forms.creating import EVENT
from handlers.events.forms.moving import MOVE
from handlers.events.forms.one_line import create_typed
from handlers.events.forms.plans import copy_of, draft_again, draft_in, draft_of
from handlers.forms.opener import Forms, with_forms
from handlers.ui.callbacks import EventFromBookingButton
from handlers.ui.edits import put
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

FORMS = (EVENT, MOVE, CANCEL)


async def create(query: CallbackQuery, member: Member, events: Events, forms: Forms) -> None:
    """Begin a new event, or offer the existing draft."""
    await events.reach(member.id, EVERYBODY)
    await forms.make_new(query, EVENT)


async def copy(
    query: CallbackQuery, callback_data: CopyButton, member: Member, events: Events, forms: Forms
) -> None:
    """Begin a new event like another, without a day; it replaces an older copy."""
    plan = await events.plan(member.id, callback_data.event_id)
    await forms.make_copy(query, EVENT, copy_of(plan))


async def undo(
    query: CallbackQuery,
    callback_data: UndoPublicationButton,
    member: Member,
    retractions: Retractions,
    forms: Forms,
    t: Texts,
) -> None:
    """Undo a publication of which nobody was told; the draft can be edited again."""
    retracted = await retractions.retract(member.id, callback_data.event_id)
    await put(query, t("wizard-undone"), None)
    await forms.make_copy(query, EVENT, draft_again(retracted))


async def change(
    query: CallbackQuery, callback_data: ChangeButton, member: Member, events: Events, forms: Forms
) -> None:
    """Show an event as a draft that can be changed."""
    event = (await events.board(member.id, callback_data.event_id)).event
    await forms.open_for(query, EVENT, event.id, draft_of(event))


async def move(
    query: CallbackQuery, callback_data: MoveButton, member: Member, events: Events, forms: Forms
) -> None:
    """Ask for an event's new time."""
    board = await events.movable(member.id, callback_data.event_id)
    await forms.open_for(query, MOVE, board.event.id)


async def cancel(
    query: CallbackQuery,
    callback_data: CancelButton | CancelSeriesButton,
    member: Member,
    events: Events,
    forms: Forms,
) -> None:
    """Ask why an event, or the rest of its series, is cancelled, if anybody was told of it."""
    event = (await events.movable(member.id, callback_data.event_id)).event
    following = isinstance(callback_data, CancelSeriesButton)
    draft = Cancellation(reason="" if event.is_scheduled else None, following=following)
    await forms.open_for(query, CANCEL, event.id, draft)


async def from_booking(
    query: CallbackQuery,
    callback_data: EventFromBookingButton,
    member: Member,
    rooms: Rooms,
    forms: Forms,
) -> None:
    """Begin an event in the room that was booked; what is known is filled in."""
    view = await rooms.for_event(member.id, callback_data.booking_id)
    await forms.make_copy(query, EVENT, draft_in(view))


ROUTES = Routes(
    prepare=with_forms,
    buttons={
        CreateButton: create,
        EventFromBookingButton: from_booking,
        CopyButton: copy,
        UndoPublicationButton: undo,
        ChangeButton: change,
        MoveButton: move,
        CancelButton: cancel,
        CancelSeriesButton: cancel,
    },
    commands={"event": create_typed},
)
