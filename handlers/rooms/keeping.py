"""What keepers and organisers do: decide on requests, check in, hand out, the door's code."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.pictures import qr_picture
from bot.domain.people.members import Member
from bot.domain.rooms.doors import door_payload
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.refusals import OnlyForKeepers
from bot.ports import Clock
from bot.services.rooms.keeping import RoomKeeping, Verdict
from bot.services.rooms.rooms import Rooms
from handlers.rooms.booking_cards import booking_rows, booking_words, what_of, who_of
from handlers.rooms.bookings import line
from handlers.rooms.callbacks import (
    BookingButton,
    DoorCodeButton,
    HouseScreenButton,
    KeepAct,
    KeepActButton,
    KeptButton,
    MonthTableButton,
    NewRoomButton,
    Part,
    RoomsButton,
    YearTableButton,
)
from handlers.rooms.cards import span_of
from handlers.ui.buttons import keyboard, listed
from handlers.ui.callbacks import HouseButton
from handlers.ui.edits import acknowledge, show
from handlers.ui.links import start_link
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Markup, Texts

NAMED = 10
"""Requests that are named before they are refused."""


async def open_desk(query: CallbackQuery, member: Member, rooms: Rooms, t: Texts) -> None:
    """Show what there is to do."""
    house = await rooms.house(member.id)
    if not (house.keeps or house.organises):
        raise OnlyForKeepers
    rows = [
        [t.button(f"button-house-{part}", KeptButton(part=part), count=house.requests)]
        for part in Part
    ]
    if house.organises:
        rows.append([t.button("button-room-new", NewRoomButton())])
    rows.append([t.button("button-house-month", MonthTableButton())])
    if house.organises:
        rows.append([t.button("button-house-year", YearTableButton())])
        rows.append([t.button("button-house-screen", HouseScreenButton())])
    back = t.button("button-rooms", RoomsButton())
    await show(query, t("house", requests=house.requests), keyboard([*rows, [back]]))


async def list_kept(
    query: CallbackQuery,
    callback_data: KeptButton,
    member: Member,
    room_keeping: RoomKeeping,
    t: Texts,
) -> None:
    """Show a page of one of the lists."""
    part = callback_data.part
    views = await _views(room_keeping, member, part)
    page = page_of(views, callback_data.page)
    rows = listed(page, line, callback_data, t)
    back = t.button("button-back", HouseButton())
    await show(query, t("house-list", part=part, count=len(views)), keyboard([*rows, [back]]))


async def _views(room_keeping: RoomKeeping, member: Member, part: Part) -> list[BookingView]:
    match part:
        case Part.REQUESTS:
            return await room_keeping.requests(member.id)
        case Part.PRESENT:
            return await room_keeping.present(member.id)
        case Part.OUT:
            return await room_keeping.handed_out(member.id)


async def ask_to_confirm(
    query: CallbackQuery,
    callback_data: KeepActButton,
    member: Member,
    room_keeping: RoomKeeping,
    t: Texts,
) -> None:
    """Name whom a confirmation refuses, before it is given."""
    verdict = await room_keeping.verdict(member.id, callback_data.booking_id)
    data = KeepActButton(booking_id=verdict.view.booking.id, act=KeepAct.CONFIRM)
    yes = [t.button("button-booking-confirm", data, "success")] if verdict.confirmed else []
    back = t.button("button-back", BookingButton(booking_id=verdict.view.booking.id))
    await show(query, verdict_words(verdict, t), keyboard([yes, [back]]))


def verdict_words(verdict: Verdict, t: Texts) -> Markup:
    """Return what a confirmation means, as HTML."""
    view = verdict.view
    names = list(dict.fromkeys(who_of(one, t) for one in verdict.refused))
    lines = [
        t(
            "booking-verdict",
            what=what_of(view.resource, view.booking.quantity, t),
            house=who_of(view, t),
            when=_when(verdict, t),
            count=len(verdict.confirmed),
        )
    ]
    if verdict.confirmed and verdict.taken:
        lines.append(t("booking-verdict-taken", days=t.days(verdict.taken)))
    if verdict.use is not None:
        use = verdict.use
        lines.append(t("booking-verdict-over", used=use.used, allowed=use.allowed))
    if names:
        said = t.listed(names[:NAMED])
        lines.append(t("booking-verdict-refused", names=said, count=len(verdict.refused)))
    return Markup("\n\n".join(lines))


def _when(verdict: Verdict, t: Texts) -> str:
    """Return the dates that would be confirmed; of a single one also the time."""
    if len(verdict.view.dates) > 1:
        return t.days(verdict.confirmed) if verdict.confirmed else ""
    return span_of(verdict.view.booking.span, t)


async def act(
    query: CallbackQuery,
    callback_data: KeepActButton,
    member: Member,
    room_keeping: RoomKeeping,
    clock: Clock,
    t: Texts,
) -> None:
    """Do what the button says, and show the booking."""
    booking, wanted = callback_data.booking_id, callback_data.act
    if wanted is KeepAct.CONFIRM:
        view = (await room_keeping.confirm(member.id, booking)).view
    elif wanted is KeepAct.CHECK_IN:
        view = await room_keeping.check_in(member.id, booking)
    else:
        view = await room_keeping.take_back(member.id, booking)
    await show(query, booking_words(view, t), booking_rows(view, clock.now(), t))


async def send_door_code(
    query: CallbackQuery,
    callback_data: DoorCodeButton,
    member: Member,
    bot: Bot,
    rooms: Rooms,
    t: Texts,
) -> None:
    """Send the QR code for the door, to be printed."""
    view = await rooms.resource(member.id, callback_data.resource_id)
    view.resource.require_keeper(member)
    await acknowledge(query)
    if isinstance(query.message, Message):
        link = start_link((await bot.me()).username or "", door_payload(view.resource))
        picture = BufferedInputFile(qr_picture(link), "door.png")
        words = t("room-door", name=view.resource.plan.name)
        await query.message.answer_photo(picture, caption=words)


ROUTES = Routes(
    buttons={
        HouseButton: open_desk,
        KeptButton: list_kept,
        on(KeepActButton, act=KeepAct.ASK): ask_to_confirm,
        KeepActButton: act,
        DoorCodeButton: send_door_code,
    }
)
