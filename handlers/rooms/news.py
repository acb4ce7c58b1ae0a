"""Which news of bookings a person gets, besides those that always come."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.domain.people.members import Member
from bot.domain.rooms.news import RoomNewsSettings
from bot.services.rooms.news import RoomNewsChoices
from handlers.rooms.callbacks import ChooseRoomNewsButton
from handlers.ui.buttons import Row, keyboard
from handlers.ui.callbacks import RoomNewsButton, SettingsButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def look(query: CallbackQuery, member: Member, room_news: RoomNewsChoices, t: Texts) -> None:
    """Show the news, with a mark on those that the person gets."""
    await show(query, t("room-news"), _choices(await room_news.chosen(member.id), t))


async def choose(
    query: CallbackQuery,
    callback_data: ChooseRoomNewsButton,
    member: Member,
    room_news: RoomNewsChoices,
    t: Texts,
) -> None:
    """Turn news on or off."""
    news, wanted = callback_data.news, callback_data.wanted
    chosen = await room_news.choose(member.id, news, wanted=wanted)
    await show(query, t("room-news"), _choices(chosen, t))


def _choices(chosen: RoomNewsSettings, t: Texts) -> InlineKeyboardMarkup:
    rows: list[Row] = []
    for one in chosen.offered:
        wanted = one in chosen.wanted
        data = ChooseRoomNewsButton(news=one, wanted=not wanted)
        rows.append([t.button("button-room-news", data, news=one, wanted=wanted)])
    return keyboard([*rows, [t.button("button-back", SettingsButton(screen="kinds"))]])


ROUTES = Routes(buttons={RoomNewsButton: look, ChooseRoomNewsButton: choose})
