"""The one way of every form: opened by a button, filled in by taps and messages, ended in place."""

from asyncio import Lock
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.people.members import Member
from bot.domain.refusals import ChoiceGone, DraftLost
from bot.services.drafts import Drafts
from handlers.forms.acts import act, take
from handlers.forms.callbacks import FormButton
from handlers.forms.context import Filling, FormContext
from handlers.forms.form import Ending, Form, Picture
from handlers.forms.opened import OpenForm, OpenForms
from handlers.forms.screens import Screen, screen
from handlers.forms.stored import FormStorage
from handlers.ui.buttons import button, keyboard
from handlers.ui.edits import acknowledge, edited, tapped
from handlers.ui.refusals import StaleButton, refusal_words
from handlers.ui.routes import Data

log = structlog.get_logger(__name__)

Begin: TypeAlias = Callable[[Filling], None]
"""Prepares a form that has just been opened: a remark above its first screen."""


class FormEngine:
    """Runs the forms that the nouns declare. A person's updates are handled one after the other."""

    def __init__(self, forms: Mapping[str, Form[Any]], drafts: Drafts) -> None:
        self._storage = FormStorage(drafts, forms)
        self._locks: WeakValueDictionary[int, Lock] = WeakValueDictionary()

    def one_at_a_time(self, chat: int) -> Lock:
        """Return the lock of a person's forms."""
        return self._locks.setdefault(chat, Lock())

    def has_forms_for(self, member: Member) -> bool:
        """Tell whether there is a form that a person may fill in."""
        return any(form.is_for(member) for form in self._storage.known.values())

    # --- a tap --------------------------------------------------------------------------------

    async def tap(self, query: CallbackQuery, pressed: FormButton, data: Data) -> None:
        """Handle a tap on a button of the open form; refuse one of any other.

        A button of an older step of the same form takes nothing: it shows the step that is open,
        which a crash may have kept from being shown. But a person who wants to leave can.
        """
        place = tapped(query)
        async with self.one_at_a_time(place.chat):
            kept = await self._read(place.chat, data)
            opened = kept.open
            if opened is None or opened.nonce != pressed.nonce:
                raise StaleButton
            kept.message = place.message
            form = self._context(opened, {**data, "query": query})
            refused: str | None = None
            if pressed.step == form.step or pressed.key == "leave":
                try:
                    await act(form, pressed.key, pressed.value)
                except ChoiceGone as refusal:
                    refused = refusal_words(refusal, form.t)
            if form.ending is None:
                await self._show(query, kept, form, refused)
            else:
                await self._end(query, kept, form, form.ending)

    async def _show(
        self, query: CallbackQuery, kept: OpenForms, form: Filling, refused: str | None
    ) -> None:
        """Keep what a tap made of the draft and show the step, below why a tap was `refused`."""
        place = tapped(query)
        form.keep()
        await self._storage.save(place.chat, kept)
        shown, bot = await screen(form), _bot(form.data)
        if form.follows or shown.picture is not None:
            await self._send(place.chat, kept, bot, shown)
            await delete(bot, place.chat, place.message)
        elif await _edit(bot, place.chat, place.message, shown.words, shown.rows):
            await self._take_down(place.chat, kept, bot)
        else:
            await self._send(place.chat, kept, bot, shown)
        if not form.answered:
            await acknowledge(query, refused, alert=refused is not None)

    async def _end(
        self, query: CallbackQuery, kept: OpenForms, form: Filling, ending: Ending
    ) -> None:
        """Forget the form; its message says how it ended, with one button to go on."""
        place = tapped(query)
        kept.forms.pop()
        picture, kept.message, kept.picture = kept.picture, None, None
        await self._storage.save(place.chat, kept)
        rows = keyboard([ending.above, [button(ending.label, ending.button)]])
        bot = _bot(form.data)
        if not await _edit(bot, place.chat, place.message, ending.words, rows):
            await bot.send_message(place.chat, ending.words, reply_markup=rows)
        await delete(bot, place.chat, picture)
        if not form.answered:
            await acknowledge(query)
        if ending.then is not None:
            await ending.then()

    # --- a message ----------------------------------------------------------------------------

    async def is_open(self, message: Message, data: Data) -> bool:
        """Tell whether a message is meant for a form; say so if there was one that is lost."""
        async with self.one_at_a_time(message.chat.id):
            kept, lost = await self._storage.read(message.chat.id)
            if lost:
                _note_loss(lost, data)
                await message.answer(data["t"]("DraftLost"))
            return kept.open is not None and self._form(kept.open).is_for(data["member"])

    async def type(self, message: Message, data: Data) -> None:
        """Take what was typed or sent, and let the form follow it to the end of the chat.

        It follows an album once; what else is in that is shown in place. A file of an album that
        has led to another step is no answer to that one.
        """
        chat = message.chat.id
        async with self.one_at_a_time(chat):
            kept = await self._read(chat, data)
            if kept.open is None:
                return
            form = self._context(kept.open, data)
            again = message.media_group_id is not None and message.media_group_id == kept.album
            if not again:
                kept.album, kept.album_step = message.media_group_id, form.step
            left = again and form.step != kept.album_step
            if not await take(form, message) and left:
                return
            form.keep()
            await self._storage.save(chat, kept)
            before, shown, bot = kept.message, await screen(form), _bot(data)
            in_place = again and before is not None and shown.picture is None
            if in_place and before and await _edit(bot, chat, before, shown.words, shown.rows):
                return
            await self._send(chat, kept, bot, shown)
            await delete(bot, chat, before)

    # --- openings -----------------------------------------------------------------------------

    async def clear(self, asked: CallbackQuery | Message, data: Data) -> OpenForms:
        """Answer a tap and take away the form that was open; the draft of something new stays."""
        chat = chat_of(asked)
        kept, lost = await self._storage.read(chat)
        if isinstance(asked, CallbackQuery):
            await acknowledge(asked)
        if lost:
            _note_loss(lost, data)
            await _bot(data).send_message(chat, data["t"]("DraftLost"))
        for message in (kept.picture, kept.message):
            await delete(_bot(data), chat, message)
        kept.message = kept.picture = None
        kept.forms = [one for one in kept.forms if one.subject is None]
        return kept

    async def show_new(
        self, chat: int, kept: OpenForms, data: Data, begin: Begin = lambda _: None
    ) -> None:
        """Show the last of the forms in a message of its own, as `begin` prepares it."""
        form = self._context(kept.forms[-1], data)
        begin(form)
        await self._storage.save(chat, kept)
        await self._send(chat, kept, _bot(data), await screen(form))

    # --- what they share ----------------------------------------------------------------------

    async def _read(self, chat: int, data: Data) -> OpenForms:
        kept, lost = await self._storage.read(chat)
        if lost:
            _note_loss(lost, data)
            raise DraftLost
        return kept

    def _context(self, opened: OpenForm, data: Data) -> Filling:
        """Return the form as an update finds it; refuse people whom it is not for."""
        form = self._form(opened)
        member: Member = data["member"]
        if not form.is_for(member):
            member.require_desk()
        return FormContext(form, opened, data)

    def _form(self, opened: OpenForm) -> Form[Any]:
        return self._storage.known[opened.form]

    async def _send(self, chat: int, kept: OpenForms, bot: Bot, shown: Screen) -> None:
        """Show a step at the end of the chat, its picture first."""
        former, kept.picture = kept.picture, None
        if shown.picture is not None:
            kept.picture = await _send_picture(bot, chat, shown.picture)
        sent = await bot.send_message(chat, shown.words, reply_markup=shown.rows)
        kept.message = sent.message_id
        await self._storage.save(chat, kept)
        await delete(bot, chat, former)

    async def _take_down(self, chat: int, kept: OpenForms, bot: Bot) -> None:
        """Delete the picture of a step that is left."""
        former, kept.picture = kept.picture, None
        if former is not None:
            await self._storage.save(chat, kept)
            await delete(bot, chat, former)


def chat_of(asked: CallbackQuery | Message) -> int:
    """Return the chat in which a form is asked for, by a button or by a command."""
    return tapped(asked).chat if isinstance(asked, CallbackQuery) else asked.chat.id


async def _edit(bot: Bot, chat: int, message: int, words: str, rows: InlineKeyboardMarkup) -> bool:
    return await edited(
        bot.edit_message_text(words, chat_id=chat, message_id=message, reply_markup=rows)
    )


async def _send_picture(bot: Bot, chat: int, picture: Picture) -> int:
    """Send the picture of a step; one that Telegram no longer has is left out."""
    try:
        sent = await bot.send_photo(chat, picture.file, caption=picture.caption)
    except TelegramBadRequest as error:
        log.info("picture of a form not sent", cause=error.message)
        sent = await bot.send_message(chat, picture.caption)
    return sent.message_id


async def delete(bot: Bot, chat: int, message: int | None) -> None:
    """Delete a form's older message; one that stays does no harm, its buttons say so."""
    if message is None:
        return
    try:
        await bot.delete_message(chat, message)
    except TelegramAPIError as error:
        log.info("older message of a form not deleted", cause=type(error).__name__)


def _bot(data: Data) -> Bot:
    bot: Bot = data["bot"]
    return bot


def _note_loss(lost: int, data: Data) -> None:
    member: Member = data["member"]
    log.warning("draft not understood", lost=lost, member_id=member.id)
