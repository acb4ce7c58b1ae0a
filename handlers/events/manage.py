"""The organisers' list of upcoming events, and each one's board."""

from aiogram.types import CallbackQuery, Message

from bot.domain.events.cards import EventBoard
from bot.domain.people.members import Member
from bot.services.events.events import Events
from bot.services.events.posts import Posts
from handlers.events.boards import (
    board_keyboard,
    event_board,
    manage_keyboard,
    more_keyboard,
    publish_keyboard,
    to_board,
)
from handlers.events.callbacks.boards import (
    BoardButton,
    BoardMoreButton,
    PublishButton,
    PublishQuestionButton,
)
from handlers.ui.callbacks import ManageButton
from handlers.ui.edits import replaced, show, tapped
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def open_board(
    query: CallbackQuery, callback_data: BoardButton, member: Member, events: Events, t: Texts
) -> None:
    """Show an event's counts instead of the list; they are kept up to date."""
    board = await events.open_board(member.id, callback_data.event_id, replaced(query))
    await show(query, event_board(board, t), board_keyboard(board, t))


async def more(
    query: CallbackQuery,
    callback_data: BoardMoreButton,
    member: Member,
    events: Events,
    posts: Posts,
    t: Texts,
) -> None:
    """Show the less used buttons instead of the board."""
    board = await events.leave_board(member.id, callback_data.event_id, tapped(query))
    keyboard = more_keyboard(board, t, group=posts.has_group, channel=posts.has_channel)
    await show(query, t("board-more-title", title=board.event.title), keyboard)


async def ask_to_publish(
    query: CallbackQuery,
    callback_data: PublishQuestionButton,
    member: Member,
    events: Events,
    t: Texts,
) -> None:
    """Tell how many would be told at once, instead of the board."""
    board = await events.leave_board(member.id, callback_data.event_id, tapped(query))
    words = t("board-publish-question", title=board.event.title, people=board.turnout.silent)
    await show(query, words, publish_keyboard(board, t))


async def publish(
    query: CallbackQuery, callback_data: PublishButton, member: Member, events: Events, t: Texts
) -> None:
    """Publish a scheduled event; the outbox shows the progress."""
    board = await events.publish_scheduled(member.id, callback_data.event_id)
    words = t("board-published", title=board.event.title)
    await show(query, words, to_board(board.event.id, t))


async def turn_page(
    query: CallbackQuery, callback_data: ManageButton, member: Member, events: Events, t: Texts
) -> None:
    """Show a page of the list instead of a board or another page."""
    boards = await events.all_ahead(member.id, tapped(query))
    page = page_of(boards, callback_data.page)
    await show(query, _title(boards, t), manage_keyboard(page, t, presides=member.presides))


async def list_boards(message: Message, member: Member, events: Events, t: Texts) -> None:
    """List upcoming events, with how many are going; offer the first steps once."""
    boards, tour = await events.begin_managing(member.id)
    keyboard = manage_keyboard(page_of(boards, 0), t, presides=member.presides, tour=tour)
    await message.answer(_title(boards, t), reply_markup=keyboard)


def _title(boards: list[EventBoard], t: Texts) -> str:
    return t("manage-list", count=len(boards)) if boards else t("manage-none")


ROUTES = Routes(
    buttons={
        BoardButton: open_board,
        BoardMoreButton: more,
        PublishQuestionButton: ask_to_publish,
        PublishButton: publish,
        ManageButton: turn_page,
    },
    commands={"manage": list_boards},
)
