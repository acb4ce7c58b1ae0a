"""Endings of the event forms, and how many people each act concerns."""

from bot.domain.events.cards import EventBoard
from bot.domain.events.events import EventId
from bot.domain.people.members import Member
from bot.services.events.events import Events
from handlers.events.callbacks.boards import BoardButton
from handlers.forms.context import Filling
from handlers.forms.form import Ending
from handlers.ui.callbacks import ManageButton


async def board_of(form: Filling, events: Events, member: Member) -> EventBoard:
    """Return the present state of the form's event."""
    return await events.board(member.id, EventId(form.concerned))


def concerned(board: EventBoard) -> int:
    """Return how many people are told of a change: those who are going, may come or wait."""
    if board.event.is_scheduled:
        return 0
    return board.turnout.going + board.turnout.maybe + board.turnout.waiting


def answered(board: EventBoard) -> int:
    """Return how many people are told of a cancellation: all who have answered."""
    return 0 if board.event.is_scheduled else concerned(board) + board.turnout.declined


def at_board(form: Filling, words: str, event: int | None = None) -> Ending:
    """Return an ending with the way to the event's board."""
    button = BoardButton(event_id=EventId(form.concerned if event is None else event))
    return Ending(words, form.label("to-board"), button)


async def unchanged(form: Filling) -> Ending:
    """End without a result."""
    if form.subject is not None:
        return at_board(form, form.words("unchanged"))
    return Ending(form.words("discarded"), form.label("to-list"), ManageButton())
