"""The event that a wizard moves or calls off, as it stands now."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.events import EventBoard, EventId
from bot.domain.refusals import EventNotFound
from handlers.callbacks import BoardButton
from handlers.wizards.desks import desk_of
from handlers.wizards.messages import finish


def event_of(manager: DialogManager) -> EventId:
    """Return the event that the wizard was opened for."""
    data = manager.start_data
    if not isinstance(data, dict):
        raise EventNotFound
    return EventId(int(str(data["event"])))


def told(board: EventBoard) -> int:
    """Return how many people hear of a change: all who have answered."""
    return board.turnout.going + board.turnout.maybe + board.turnout.declined


async def finish_at_board(query: CallbackQuery, manager: DialogManager, words: str) -> None:
    """End the wizard with the way back to the event's board."""
    button = BoardButton(event_id=event_of(manager))
    await finish(query, manager, words, desk_of(manager).t.plain("wizard-to-board"), button)
