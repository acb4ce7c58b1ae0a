"""Sends letters through Telegram, and tells what stood in their way."""

from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import Message

from bot.delivery.limiter import TurnedAway
from bot.domain.notices import Letter, MessageRef
from bot.ports import (
    AnswerLost,
    ChatUnreachable,
    Interrupted,
    LetterRejected,
    SlowDown,
    Undelivered,
)
from handlers.notices import Rendered, render
from handlers.pacing import as_priority
from handlers.texts import AllTexts

UNCHANGED = "message is not modified"
NO_CHAT = "chat not found"


class TelegramSender:
    """Fulfils `bot.ports.Sender`."""

    def __init__(self, bot: Bot, texts: AllTexts) -> None:
        self._bot = bot
        self._texts = texts

    async def send(self, letter: Letter) -> MessageRef | None:
        """Send the letter, or edit the message that it names; an edit to the same text is done."""
        rendered = render(letter.content, self._texts.for_language(letter.language))
        with as_priority(letter.priority):
            try:
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
        return MessageRef(sent.chat.id, sent.message_id)

    async def _send(self, chat: int, rendered: Rendered) -> Message:
        return await self._bot.send_message(chat, rendered.text, reply_markup=rendered.keyboard)

    async def _edit(self, message: MessageRef, rendered: Rendered) -> None:
        await self._bot.edit_message_text(
            rendered.text,
            chat_id=message.chat,
            message_id=message.message,
            reply_markup=rendered.keyboard,
        )


def _undelivered(error: TelegramAPIError | ClientDecodeError) -> Undelivered:
    """Return what an error means for the letter. What is not known to be final is tried again."""
    reason = str(error)
    match error:
        case TelegramRetryAfter():
            return SlowDown(timedelta(seconds=error.retry_after))
        case TelegramForbiddenError():
            return ChatUnreachable(reason)
        case TelegramBadRequest() | TelegramNotFound():
            return ChatUnreachable(reason) if NO_CHAT in reason else LetterRejected(reason)
        case TelegramNetworkError() | ClientDecodeError():
            # Its text may hold the request's address, and the token with it.
            return AnswerLost(type(error).__name__, doubtful=True)
        case _:  # 5xx and whatever is new
            return AnswerLost(reason, doubtful=False)
