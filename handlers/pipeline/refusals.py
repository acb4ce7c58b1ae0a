"""Turn a refusal into a reply; log any other error with an id, which the person gets."""

import secrets
from contextlib import suppress

import structlog
from aiogram.enums import ChatType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import CallbackQuery, Message, Update, User

from bot.delivery.turns import TurnedAway
from bot.domain.people.members import TelegramId
from bot.domain.refusals import NotMember, Refusal
from bot.ports import StorageUnavailable
from bot.services.people.members import Members
from handlers.pipeline.connections import ConnectionFailed
from handlers.pipeline.pacing import EditSuperseded
from handlers.pipeline.steps import Next
from handlers.ui.lengths import clipped
from handlers.ui.refusals import ALERT_LIMIT, StaleButton, refusal_words
from handlers.ui.routes import Data
from handlers.ui.texts import AllTexts, Texts
from handlers.ui.welcome import AllianceInfo

log = structlog.get_logger(__name__)

TOO_OLD = "query is too old"
NOT_SENT = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter)
"""Errors of the network or of Telegram: an outage causes many, and their tracebacks say nothing."""


class Refusals:
    """The one place where errors become texts for people."""

    def __init__(self, texts: AllTexts) -> None:
        self._texts = texts

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Handle the update; every exception is answered, and the bot goes on."""
        try:
            await handler(update, data)
        except Refusal as refusal:
            t = self._words(data)
            await _answer(update, words_for(refusal, data.get("alliance"), t))
        except StaleButton:
            await _answer(update, self._words(data).plain("stale-button"))
        except StorageUnavailable as error:
            id_ = _log_id()
            log.error("storage unavailable", error_id=id_, cause=str(error))  # noqa: TRY400
            await _answer(update, self._words(data).plain("storage-unavailable", id=id_))
        except TelegramForbiddenError as error:
            await _note_blocked(error, data)
        except ClientDecodeError as error:  # it quotes the answer, with a secret ballot's number
            id_, cause = _log_id(), type(error.original).__name__
            log.error("answer not understood", error_id=id_, cause=cause)  # noqa: TRY400
            await _answer(update, self._words(data).plain("unexpected", id=id_))
        except NOT_SENT as error:
            await _answer(update, _words_of_unsent(error, update, self._words(data)))
        except (TurnedAway, EditSuperseded) as error:  # done, and not sent again
            log.info("answer given up", cause=type(error).__name__, update_id=update.update_id)
        except Exception as error:
            if _came_too_late(error):
                log.info("tap answered too late", update_id=update.update_id)
                return
            id_ = _log_id()
            log.exception("update broke", error_id=id_, update_id=update.update_id)
            await _answer(update, self._words(data).plain("unexpected", id=id_))

    def _words(self, data: Data) -> Texts:
        """Return the person's texts; the default ones if it failed before they were known."""
        t: Texts | None = data.get("t")
        return t or self._texts.for_language(None)


def words_for(refusal: Refusal, alliance: AllianceInfo | None, t: Texts) -> str:
    """Return the words of a refusal; strangers also read whom to ask, if anybody is named."""
    if isinstance(refusal, NotMember) and alliance is not None and alliance.contact:
        return t.plain("not-member-contact", contact=alliance.contact)
    return refusal_words(refusal, t)


def _log_id() -> str:
    return secrets.token_hex(4).upper()


def _words_of_unsent(error: Exception, update: Update, t: Texts) -> str:
    """Log that an answer was not sent, or may have arrived before the connection failed."""
    cause = type(error).__name__
    if isinstance(error, TelegramNetworkError) and not isinstance(
        error.__cause__, ConnectionFailed
    ):
        log.warning("answer lost", update_id=update.update_id, cause=cause)
        return t.plain("answer-lost")
    id_ = _log_id()
    log.warning("answer not sent", error_id=id_, update_id=update.update_id, cause=cause)
    return t.plain("unexpected", id=id_)


def _came_too_late(error: Exception) -> bool:
    """Tell whether only the answer to a tap failed because the bot was down: the act is done."""
    return isinstance(error, TelegramBadRequest) and TOO_OLD in error.message


async def _note_blocked(error: TelegramForbiddenError, data: Data) -> None:
    """Note that an answer did not reach somebody who has blocked the bot since."""
    log.info("answer not delivered", cause=error.message)
    user: User | None = data.get("event_from_user")
    members: Members = data["members"]
    if user is not None and getattr(error.method, "chat_id", None) == user.id:
        with suppress(StorageUnavailable):  # the next send will show it again
            await members.note_reachable(TelegramId(user.id), reachable=False)


async def _answer(update: Update, words: str) -> None:
    """Reply where the person looks: an alert on a tap, a message in their own chat."""
    said = update.event
    try:
        if isinstance(said, Message):
            # a group does not need it; in a chat of guest mode only the query can be answered
            if said.chat.type == ChatType.PRIVATE and said.guest_query_id is None:
                await said.answer(words, parse_mode=None)
        elif isinstance(said, CallbackQuery):
            await _answer_tap(said, words)
    except (TelegramAPIError, ClientDecodeError, TurnedAway) as error:  # gone, or HTML of a proxy
        log.info("refusal not delivered", cause=type(error).__name__)


async def _answer_tap(query: CallbackQuery, words: str) -> None:
    """Answer by an alert; by a message if the tap was answered before the error."""
    try:
        await query.answer(clipped(words, ALERT_LIMIT), show_alert=True)
    except TelegramBadRequest:
        message = query.message if isinstance(query.message, Message) else None
        if message is not None and message.chat.type == ChatType.PRIVATE:
            await message.answer(words, parse_mode=None)
