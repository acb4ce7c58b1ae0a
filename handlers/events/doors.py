"""Check-in: show and scan passes, find people by name, show the screen's code."""

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.pictures import qr_picture
from bot.domain.events.events import EventId
from bot.domain.events.passes import PASS_PREFIX, SCREEN_PREFIX
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.services.events.doors import Doors
from bot.services.prompts import Prompt, Prompts
from handlers.events import door_cards, door_keyboards
from handlers.events.callbacks.doors import (
    DoorButton,
    FindButton,
    ScreenButton,
    ScreenOffButton,
    TickButton,
    UntickButton,
)
from handlers.events.callbacks.events import PassButton
from handlers.forms.prompts import ask
from handlers.ui.edits import acknowledge, show, tapped
from handlers.ui.links import start_link
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

ASKED = "door-name"


async def show_pass(
    query: CallbackQuery,
    callback_data: PassButton,
    bot: Bot,
    member: Member,
    doors: Doors,
    t: Texts,
) -> None:
    """Send a person their pass as a picture."""
    shown = await doors.pass_for(member.id, callback_data.event_id)
    await acknowledge(query)
    if isinstance(query.message, Message):
        link = start_link((await bot.me()).username or "", shown.payload)
        picture = BufferedInputFile(qr_picture(link), "pass.png")
        await query.message.answer_photo(
            picture,
            caption=door_cards.pass_caption(shown, t),
            reply_markup=door_keyboards.to_event(shown.event.id, t),
        )


async def scan(
    message: Message, command: CommandObject, member: Member, doors: Doors, t: Texts
) -> None:
    """Record the owner of a scanned pass, and say who it is."""
    arrival = await doors.scan(member.id, command.args or "")
    await message.answer(
        door_cards.arrival(arrival, t), reply_markup=door_keyboards.arrival(arrival, t)
    )


async def check_in(
    message: Message, command: CommandObject, member: Member, doors: Doors, t: Texts
) -> None:
    """Record the person who has scanned the code on the screen."""
    arrival = await doors.check_in_self(member.id, command.args or "")
    await message.answer(
        door_cards.own_arrival(arrival, t),
        reply_markup=door_keyboards.to_event(arrival.event.id, t),
    )


async def open_door(
    query: CallbackQuery, callback_data: DoorButton, member: Member, doors: Doors, t: Texts
) -> None:
    """Show who came, kept up to date; below a picture this is a new message."""
    door = await doors.door(member.id, callback_data.event_id, _text_tapped(query))
    await show(query, door_cards.door_board(door, t), door_keyboards.door(door, t))


def _text_tapped(query: CallbackQuery) -> MessageRef | None:
    message = tapped(query)
    return None if message.caption else message


async def ask_name(
    query: CallbackQuery,
    callback_data: FindButton,
    member: Member,
    doors: Doors,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the name of a person."""
    event = await doors.event(member.id, callback_data.event_id)
    prompt, words = Prompt(ASKED, event.id), t("door-ask-name", title=event.title)
    await ask(query, member, prompts, prompt, words, t, DoorButton(event_id=event.id))


async def find(message: Message, prompt: Prompt, member: Member, doors: Doors, t: Texts) -> None:
    """Show the people with the typed name; another one can be typed."""
    found = await doors.find(member.id, EventId(prompt.subject), message.text or "")
    await message.answer(door_cards.found(found, t), reply_markup=door_keyboards.found(found, t))


async def tick(
    query: CallbackQuery, callback_data: TickButton, member: Member, doors: Doors, t: Texts
) -> None:
    """Record somebody who was found by name."""
    arrival = await doors.tick(member.id, callback_data.event_id, callback_data.member_id)
    await show(query, door_cards.arrival(arrival, t), door_keyboards.arrival(arrival, t))


async def untick(
    query: CallbackQuery, callback_data: UntickButton, member: Member, doors: Doors, t: Texts
) -> None:
    """Undo a recorded arrival."""
    event = callback_data.event_id
    visitor = await doors.untick(member.id, event, callback_data.member_id)
    words = t("arrival-unticked", name=visitor.member.name)
    await show(query, words, door_keyboards.unticked(event, visitor, t))


async def open_screen(
    query: CallbackQuery, callback_data: ScreenButton, member: Member, doors: Doors, t: Texts
) -> None:
    """Have the screen's code sent through the outbox, as all its updates are."""
    await doors.open_screen(member.id, callback_data.event_id)
    await acknowledge(query, t.plain("screen-opening"))


async def close_screen(query: CallbackQuery, member: Member, doors: Doors, t: Texts) -> None:
    """End the screen in this message."""
    await doors.close_screen(member.id, tapped(query))
    await acknowledge(query, t.plain("screen-closing"))


ROUTES = Routes(
    buttons={
        PassButton: show_pass,
        DoorButton: open_door,
        FindButton: ask_name,
        TickButton: tick,
        UntickButton: untick,
        ScreenButton: open_screen,
        ScreenOffButton: close_screen,
    },
    links={PASS_PREFIX: scan, SCREEN_PREFIX: check_in},
    questions={ASKED: find},
)
