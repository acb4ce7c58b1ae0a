"""The event that a wizard changes, moves or calls off, as it stands now."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.events.cards import EventBoard
from bot.domain.events.events import EventId
from bot.domain.events.refusals import EventNotFound
from handlers.events.callbacks.boards import BoardButton
from handlers.forms.desks import desk_of
from handlers.forms.flows import subject_of
from handlers.forms.messages import finish


def event_of(manager: DialogManager) -> EventId:
    """Return the event that the wizard was opened for."""
    subject = subject_of(manager)
    if subject is None:
        raise EventNotFound
    return EventId(subject)


def concerned(board: EventBoard) -> int:
    """Return how many people hear of a change: those who go, may come or wait."""
    if board.event.is_scheduled:
        return 0
    return board.turnout.going + board.turnout.maybe + board.turnout.waiting


def answered(board: EventBoard) -> int:
    """Return how many people hear of a cancellation: all who have answered."""
    return 0 if board.event.is_scheduled else concerned(board) + board.turnout.declined


async def finish_at_board(query: CallbackQuery, manager: DialogManager, words: str) -> None:
    """End the wizard with the way back to the event's board."""
    button = BoardButton(event_id=event_of(manager))
    await finish(query, manager, words, desk_of(manager).t.plain("wizard-to-board"), button)
