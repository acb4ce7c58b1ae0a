"""The link for guests from outside: show, renew and close it."""

import asyncio

from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.documents.pictures import qr_picture
from bot.domain.events.events import Event, EventId
from bot.domain.events.guests import payload_of
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.services.events.guests import Guests
from handlers.events.callbacks.boards import BoardButton, GuestLinkButton
from handlers.ui.buttons import button, keyboard
from handlers.ui.edits import acknowledge, edited
from handlers.ui.links import start_link
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

ASKING = {"ask_renew": "renew", "ask_close": "close"}
"""Confirmation questions for acts that cannot be undone."""


async def show_link(
    query: CallbackQuery,
    callback_data: GuestLinkButton,
    member: Member,
    bot: Bot,
    guests: Guests,
    t: Texts,
) -> None:
    """Show the link and its QR code; after `renew` a new one, and the old one stops working."""
    find = guests.renew if callback_data.act == "renew" else guests.link
    event = await find(member.id, callback_data.event_id)
    await _present(query, event, bot, t)


async def close(
    query: CallbackQuery, callback_data: GuestLinkButton, member: Member, guests: Guests, t: Texts
) -> None:
    """Close the link."""
    event = await guests.close(member.id, callback_data.event_id)
    again = button(t.plain("button-guest-link-open"), _act(event.id, "show"))
    words = t("guest-link-closed", title=event.title)
    await _caption(query, words, keyboard([[again], [_back(event.id, t)]]))


async def confirm(
    query: CallbackQuery, callback_data: GuestLinkButton, member: Member, t: Texts
) -> None:
    """Ask for confirmation: printed links stop working."""
    member.require_organiser()
    act, event = ASKING[callback_data.act], callback_data.event_id
    yes = button(t.plain("button-guest-link-sure", act=act), _act(event, act), "danger")
    no = button(t.plain("button-back"), _act(event, "show"))
    await _caption(query, t("guest-link-question", act=act), keyboard([[yes], [no]]))


async def _present(query: CallbackQuery, event: Event, bot: Bot, t: Texts) -> None:
    """Show the link in the tapped message, or in a new one."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    link = start_link((await bot.me()).username or "", payload_of(event.guest_code or ""))
    picture = BufferedInputFile(await asyncio.to_thread(qr_picture, link), "guests.png")
    words = t("guest-link", title=event.title, link=link)
    acts = [
        button(t.plain(f"button-guest-link-{act}"), _act(event.id, f"ask_{act}"))
        for act in ("renew", "close")
    ]
    below = keyboard([acts, [_back(event.id, t)]])
    await acknowledge(query)
    message, shown = query.message, InputMediaPhoto(media=picture, caption=words)
    if not message.photo or not await edited(message.edit_media(shown, reply_markup=below)):
        await message.answer_photo(picture, caption=words, reply_markup=below)


async def _caption(query: CallbackQuery, words: str, below: InlineKeyboardMarkup) -> None:
    """Set the picture's caption; without a picture, send the text as a new message."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    message = query.message
    edit = message.edit_caption(caption=words, reply_markup=below)
    if not message.photo or not await edited(edit):
        await message.answer(words, reply_markup=below)


def _act(event: EventId, act: str) -> str:
    return GuestLinkButton(event_id=event, act=act).pack()


def _back(event: EventId, t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", BoardButton(event_id=event))


ROUTES = Routes(
    buttons={
        on(GuestLinkButton, act="show"): show_link,
        on(GuestLinkButton, act="renew"): show_link,
        on(GuestLinkButton, act="close"): close,
        **{on(GuestLinkButton, act=act): confirm for act in ASKING},
    }
)
