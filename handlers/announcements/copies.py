"""Copies of announcements at Telegram: send, correct, withdraw, pin."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.announcements import letters
from bot.domain.announcements.announcements import AnnouncementPlan
from bot.domain.announcements.contents import Content
from bot.domain.letters import Letter
from bot.domain.notices import MessageRef
from bot.ports import LetterRejected
from handlers.announcements.callbacks.announcements import UnsubscribeButton
from handlers.announcements.contents import edit_piece, send_content
from handlers.announcements.withdrawals import take_away
from handlers.ui.buttons import Row, button, keyboard
from handlers.ui.callbacks import OpenButton
from handlers.ui.edits import unless_done
from handlers.ui.letters import Sight
from handlers.ui.links import event_link, poll_link
from handlers.ui.texts import Texts


def copy_keyboard(
    announcement: AnnouncementPlan, content: Content, chat: int, t: Texts, username: str
) -> InlineKeyboardMarkup | None:
    """Return a copy's buttons: the organiser's links, the event or poll, the way to unsubscribe.

    A group or channel (a negative `chat`) gets links only, because everybody there has the same
    buttons.
    """
    rows: list[Row] = [[InlineKeyboardButton(text=one.text, url=one.url)] for one in content.links]
    if announcement.event is not None:
        words = t.plain("button-open-event")
        private = button(words, OpenButton(event_id=announcement.event))
        link = event_link(username, announcement.event)
        rows.append([private if chat > 0 else InlineKeyboardButton(text=words, url=link)])
    if announcement.poll is not None:
        link = poll_link(username, announcement.poll)
        rows.append([InlineKeyboardButton(text=t.plain("button-open-poll"), url=link)])
    if chat > 0 and not announcement.kind.always_comes:
        way_out = UnsubscribeButton(kind=announcement.kind)
        rows.append([t.button("button-unsubscribe", way_out)])
    return keyboard(rows) if rows else None


async def send_copy(
    bot: Bot, letter: Letter, said: letters.CopyLetter, t: Texts, sight: Sight
) -> MessageRef | None:
    """Send an announcement; return its first message."""
    buttons = copy_keyboard(said.announcement, said.content, letter.chat, t, sight.username)
    quietly = said.announcement.quietly
    return await send_content(bot, letter.chat, said.content, buttons, quietly=quietly)


async def reread_copy(
    bot: Bot, letter: Letter, said: letters.RereadLetter, t: Texts, sight: Sight
) -> MessageRef | None:
    """Send an announcement again, and delete the copy that was opened before."""
    if said.before is not None:
        with suppress(TelegramBadRequest, LetterRejected):  # in that case it stays
            await take_away(bot, said.before, t.plain("announcement-reread"))
    buttons = copy_keyboard(said.announcement, said.content, letter.chat, t, sight.username)
    return await send_content(bot, letter.chat, said.content, buttons, quietly=True)


async def send_album_buttons(
    bot: Bot, letter: Letter, said: letters.ButtonsLetter, t: Texts, sight: Sight
) -> MessageRef | None:
    """Send the message with the buttons of an album."""
    buttons = copy_keyboard(said.announcement, said.content, letter.chat, t, sight.username)
    return await send_buttons(bot, letter.chat, buttons, t)


async def withdraw_copy(
    bot: Bot, _letter: Letter, said: letters.WithdrawalLetter, t: Texts, _sight: Sight
) -> MessageRef | None:
    """Withdraw a copy; return its first message, None if it was deleted."""
    return await take_away(bot, said, t.plain("announcement-withdrawn"))


async def pin_copy(
    bot: Bot, letter: Letter, said: letters.PinLetter, _t: Texts, _sight: Sight
) -> MessageRef | None:
    """Pin a post."""
    if (post := letter.edits) is not None:
        await bot.pin_chat_message(post.chat, post.message, disable_notification=said.quietly)
    return letter.edits


async def send_buttons(
    bot: Bot, chat: int, buttons: InlineKeyboardMarkup | None, t: Texts
) -> MessageRef | None:
    """Send the message with an album's buttons, if there are any."""
    if buttons is None:
        return None
    sent = await bot.send_message(
        chat, t("announcement-buttons"), reply_markup=buttons, disable_notification=True
    )
    return MessageRef(sent.chat.id, sent.message_id)


async def correct_copy(
    bot: Bot, letter: Letter, said: letters.CorrectionLetter, t: Texts, sight: Sight
) -> MessageRef | None:
    """Edit each message of a copy that should show something else."""
    copy, shown, content = said.copy, said.shown, said.content
    buttons = copy_keyboard(said.announcement, content, copy.chat, t, sight.username)
    below = None if content.is_album else buttons
    for number, before, after in zip(copy.messages, shown.pieces, content.pieces, strict=False):
        if before != after or not content.is_album:
            message = MessageRef(copy.chat, number)
            await unless_done(edit_piece(bot, message, before, after, below))
    for number in copy.messages[len(content.pieces) :]:
        await unless_done(
            bot.edit_message_reply_markup(
                chat_id=copy.chat, message_id=number, reply_markup=buttons
            )
        )
    return letter.edits
