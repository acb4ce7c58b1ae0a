"""Send letters through Telegram, and classify errors."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message

from bot.delivery.turns import TurnedAway
from bot.domain.letters import Letter, LetterContent
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.ports import (
    AnswerLost,
    ChatMoved,
    ChatUnreachable,
    Interrupted,
    LetterRejected,
    MessageGone,
    NotConnected,
    SlowDown,
    Undelivered,
)
from handlers.features import DELIVERIES, LETTERS
from handlers.pipeline.connections import ConnectionFailed
from handlers.ui.commands import Menus
from handlers.ui.letters import Rendered, Sight
from handlers.ui.priorities import as_priority
from handlers.ui.texts import AllTexts, Texts

log = structlog.get_logger(__name__)

UNCHANGED = "message is not modified"
NO_CHAT = "chat not found"
NO_MESSAGE = "message to edit not found"


def render(content: LetterContent, t: Texts, sight: Sight) -> Rendered:
    """Return the rendered letter."""
    return LETTERS[type(content)](content, t, sight)


class TelegramSender:
    """Implements `bot.ports.Sender`."""

    def __init__(
        self,
        bot: Bot,
        texts: AllTexts,
        menus: Menus,
        settled: Callable[[int], Awaitable[None]] | None = None,
    ) -> None:
        """`settled` waits until nothing is done in a chat that could edit the same message."""
        self._bot = bot
        self._settled = settled
        self._texts = texts
        self._menus = menus

    async def send(self, letter: Letter) -> MessageRef | None:
        """Send the letter, or edit the message that it names; an unchanged edit counts as done."""
        if letter.edits is not None and self._settled is not None:
            await self._settled(letter.edits.chat)
        t = self._texts.for_language(letter.language)
        caption = letter.edits is not None and letter.edits.caption
        with as_priority(letter.priority):
            try:
                sight = Sight((await self._bot.me()).username or "", caption)
                if deliver := DELIVERIES.get(type(letter.content)):
                    return await deliver(self._bot, letter, letter.content, t, sight)
                rendered = render(letter.content, t, sight)
                if rendered.menu_of is not None and not rendered.text:
                    await self._menus.show(self._bot, rendered.menu_of, self._texts)
                    return None
                if letter.edits is not None:
                    await self._edit(letter.edits, rendered)
                    return letter.edits
                sent = await self._send(letter.chat, rendered)
            except TurnedAway as error:
                raise Interrupted("the bot stops") from error
            except (TelegramAPIError, ClientDecodeError) as error:
                if letter.edits is not None and UNCHANGED in str(error):
                    return letter.edits
                raise _undelivered(error) from error
            if rendered.menu_of is not None:
                await self._renew_menu(rendered.menu_of)
        return MessageRef(sent.chat.id, sent.message_id, sent.text is None)

    async def _renew_menu(self, member: Member) -> None:
        """Give somebody the menu of the commands that they may now use."""
        try:
            await self._menus.show(self._bot, member, self._texts)
        except (TelegramAPIError, ClientDecodeError) as error:  # optional: the bot works without it
            log.warning("command menu not renewed", cause=type(error).__name__)

    async def _send(self, chat: int, rendered: Rendered) -> Message:
        if rendered.photo is None:
            return await self._bot.send_message(chat, rendered.text, reply_markup=rendered.keyboard)
        return await self._bot.send_photo(
            chat, _file(rendered.photo), caption=rendered.text, reply_markup=rendered.keyboard
        )

    async def _edit(self, message: MessageRef, rendered: Rendered) -> None:
        """Edit the existing message: a text, a caption, or the picture with it."""
        chat, number, keyboard = message.chat, message.message, rendered.keyboard
        if not message.caption:
            await self._bot.edit_message_text(
                rendered.text, chat_id=chat, message_id=number, reply_markup=keyboard
            )
        elif isinstance(rendered.photo, bytes):
            picture = InputMediaPhoto(media=_file(rendered.photo), caption=rendered.text)
            await self._bot.edit_message_media(
                picture, chat_id=chat, message_id=number, reply_markup=keyboard
            )
        else:
            await self._bot.edit_message_caption(
                caption=rendered.text, chat_id=chat, message_id=number, reply_markup=keyboard
            )


def _file(photo: str | bytes) -> str | BufferedInputFile:
    return photo if isinstance(photo, str) else BufferedInputFile(photo, "picture.png")


def _undelivered(error: TelegramAPIError | ClientDecodeError) -> Undelivered:
    """Return what an error means for the letter. Errors not known to be final are retried."""
    reason = str(error)
    match error:
        case TelegramRetryAfter():
            return SlowDown(timedelta(seconds=error.retry_after))
        case TelegramForbiddenError():
            return ChatUnreachable(reason)
        case TelegramMigrateToChat():
            return ChatMoved(error.migrate_to_chat_id)
        case TelegramBadRequest() | TelegramNotFound() | TelegramEntityTooLarge():
            return _rejected(reason)
        case TelegramNetworkError() | ClientDecodeError() | TelegramUnauthorizedError():
            return _not_taken(error)
        case _:  # 5xx and unknown errors
            return AnswerLost(reason, doubtful=False)


def _not_taken(error: TelegramAPIError | ClientDecodeError) -> Undelivered:
    if isinstance(error, TelegramUnauthorizedError):  # the token is refused, not the letter
        return NotConnected(str(error))
    if isinstance(error.__cause__, ConnectionFailed):
        return NotConnected(str(error.__cause__))
    # Its text may have the request's URL, and the token in it.
    return AnswerLost(type(error).__name__, doubtful=True)


def _rejected(reason: str) -> Undelivered:
    if NO_MESSAGE in reason:
        return MessageGone(reason)
    return ChatUnreachable(reason) if NO_CHAT in reason else LetterRejected(reason)
