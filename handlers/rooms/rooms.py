"""/rooms: what can be booked, and when it is free."""

from datetime import date

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.people.members import Member
from bot.domain.rooms.resources import Resource
from bot.domain.rooms.slots import starts_within
from bot.ports import Clock
from bot.services.rooms.rooms import House, Rooms
from handlers.rooms.callbacks import OwnBookingsButton, RoomButton, RoomDayButton, RoomsButton
from handlers.rooms.cards import day_rows, day_words, resource_rows, resource_words
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.callbacks import HouseButton
from handlers.ui.edits import show
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

LINES = 6
"""Lines of the list, so that there is room for two more buttons."""


async def open_rooms(message: Message, member: Member, rooms: Rooms, t: Texts) -> None:
    """List what can be booked."""
    house = await rooms.house(member.id)
    await message.answer(_words(house, t), reply_markup=_ways(house, RoomsButton(), t))


async def turn_rooms(
    query: CallbackQuery, callback_data: RoomsButton, member: Member, rooms: Rooms, t: Texts
) -> None:
    """Show a page of the list."""
    house = await rooms.house(member.id)
    await show(query, _words(house, t), _ways(house, callback_data, t))


def _words(house: House, t: Texts) -> str:
    return t("rooms", count=len(house.resources))


def _ways(house: House, asked: RoomsButton, t: Texts) -> InlineKeyboardMarkup:
    page = page_of(house.resources, asked.page, LINES)
    rows = listed(page, _line, RoomsButton(), t)
    if house.own:
        rows.append([t.button("button-booking-mine", OwnBookingsButton(), count=house.own)])
    if house.keeps or house.organises:
        desk = t.button("button-house", HouseButton(), requests=house.requests)
        rows.append([desk])
    return keyboard(rows)


def _line(resource: Resource, t: Texts) -> InlineKeyboardButton:
    words = t.plain("room-line", kind=resource.plan.kind, name=resource.plan.name)
    return button(short(words), RoomButton(resource_id=resource.id))


async def open_room(
    query: CallbackQuery,
    callback_data: RoomButton,
    member: Member,
    rooms: Rooms,
    clock: Clock,
    t: Texts,
) -> None:
    """Show the card of a resource."""
    view = await rooms.resource(member.id, callback_data.resource_id)
    today = clock.now().astimezone(t.zone).date()
    await show(query, resource_words(view, today, t), resource_rows(view, t))


async def open_day(
    query: CallbackQuery, callback_data: RoomDayButton, member: Member, rooms: Rooms, t: Texts
) -> None:
    """Show when a resource is free on a day."""
    day = date.fromordinal(callback_data.day) if callback_data.day else None
    view = await rooms.day(member.id, callback_data.resource_id, day)
    starts = starts_within(view.free)
    await show(query, day_words(view, t), day_rows(view, starts, t))


ROUTES = Routes(
    commands={"rooms": open_rooms},
    buttons={RoomsButton: turn_rooms, RoomButton: open_room, RoomDayButton: open_day},
)
