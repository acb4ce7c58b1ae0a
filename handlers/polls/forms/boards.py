"""The poll that a wizard changes or ends, as it stands now."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import PollNotFound
from handlers.forms.desks import desk_of
from handlers.forms.flows import subject_of
from handlers.forms.messages import finish
from handlers.polls.callbacks.poll_boards import PollBoardButton


def poll_of(manager: DialogManager) -> PollId:
    """Return the poll that the wizard was opened for."""
    subject = subject_of(manager)
    if subject is None:
        raise PollNotFound
    return PollId(subject)


async def finish_at_board(query: CallbackQuery, manager: DialogManager, words: str) -> None:
    """End the wizard with the way back to the poll's board."""
    button = PollBoardButton(poll_id=poll_of(manager))
    await finish(query, manager, words, desk_of(manager).t.plain("poll-to-board"), button)
