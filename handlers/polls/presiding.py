"""Screens of a poll for chair and secretary, instead of the list or the card."""

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.services.polls.polls import Polls
from handlers.polls.boards import (
    awaited_keyboard,
    awaited_page,
    board_keyboard,
    open_keyboard,
    poll_board,
)
from handlers.polls.callbacks.poll_boards import AwaitedButton, OpenPollButton, PollBoardButton
from handlers.ui.edits import replaced, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

LINES = 25  # with names cut, a page fits into 4096 characters
QUESTION_LENGTH = 500


async def open_board(
    query: CallbackQuery, callback_data: PollBoardButton, member: Member, polls: Polls, t: Texts
) -> None:
    """Show the board instead of the tapped message; it is kept up to date."""
    board = await polls.board(member.id, callback_data.poll_id, replaced(query))
    await show(query, poll_board(board, t), board_keyboard(board, t))


async def list_awaited(
    query: CallbackQuery, callback_data: AwaitedButton, member: Member, polls: Polls, t: Texts
) -> None:
    """Show a page of the voters who have not voted, instead of the board."""
    board = await polls.leave_board(member.id, callback_data.poll_id, tapped(query))
    page = page_of(board.silent, callback_data.page, LINES)
    await show(query, awaited_page(board, page, t), awaited_keyboard(board, page, t))


async def open_poll(
    query: CallbackQuery, callback_data: OpenPollButton, member: Member, polls: Polls, t: Texts
) -> None:
    """Open a scheduled poll early, after confirmation."""
    poll = callback_data.poll_id
    if callback_data.sure:
        board = await polls.open_now(member.id, poll)
        await show(query, poll_board(board, t), board_keyboard(board, t))
        return
    board = await polls.leave_board(member.id, poll, tapped(query))
    words = t(
        "poll-confirm",
        question=clipped(board.poll.question, QUESTION_LENGTH),
        entitled=board.card.turnout.entitled,
    )
    await show(query, words, open_keyboard(board.poll, t))


ROUTES = Routes(
    buttons={PollBoardButton: open_board, AwaitedButton: list_awaited, OpenPollButton: open_poll}
)
