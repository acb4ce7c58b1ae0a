"""Endings of the poll forms."""

from bot.domain.people.members import Member
from bot.domain.polls.boards import PollBoard
from bot.domain.polls.polls import PollId
from bot.services.polls.polls import Polls
from handlers.forms.context import Filling
from handlers.forms.form import Ending
from handlers.polls.callbacks.poll_boards import PollBoardButton
from handlers.ui.callbacks import PollsButton


async def board_of(form: Filling, polls: Polls, member: Member) -> PollBoard:
    """Return the present state of the form's poll."""
    return await polls.board(member.id, PollId(form.concerned), None)


def at_board(form: Filling, words: str, poll: int | None = None) -> Ending:
    """Return an ending with the way to the poll's board."""
    button = PollBoardButton(poll_id=PollId(form.concerned if poll is None else poll))
    return Ending(words, form.t.plain("poll-to-board"), button)


async def unchanged(form: Filling) -> Ending:
    """End without a result."""
    t = form.t
    if form.subject is not None:
        return at_board(form, t("wizard-unchanged"))
    return Ending(t("wizard-discarded"), t.plain("poll-to-list"), PollsButton())
