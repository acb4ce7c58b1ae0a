"""Who speaks, and in which language they are answered."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.enums import ChatType
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    Message,
    TelegramObject,
    Update,
    User,
)

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import ButtonTooOld, NotMember
from bot.services.people.members import Members
from handlers.events.callbacks.events import PostRsvpButton
from handlers.people.welcome import Alliance
from handlers.ui.texts import AllTexts

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Context(BaseMiddleware):
    """Adds `member` (None for a stranger) and `t` to every update, fresh from the database."""

    def __init__(self, members: Members, texts: AllTexts) -> None:
        self._members = members
        self._texts = texts

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Recognise the person before anything else is done."""
        user: User | None = data.get("event_from_user")
        data["t"] = self._texts.for_language(user.language_code if user else None)
        data["member"] = None
        if user is not None:
            member = await self._members.recognise(TelegramId(user.id))
            if member is not None:
                data["member"] = member
                data["t"] = self._texts.for_language(member.language)
        return await handler(event, data)


class DeletedMessages(BaseMiddleware):
    """Lets a button of a message that is gone do its work: what it opens is sent anew.

    Of such a message Telegram tells no more than where it stood. Handlers get one without words:
    nothing can take its place, as of a picture.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Put a message without words in the place of one that Telegram shows no more."""
        query = event.callback_query if isinstance(event, Update) else None
        if query is None or not isinstance(query.message, InaccessibleMessage):
            return await handler(event, data)
        gone = query.message
        began = datetime.fromtimestamp(gone.date, UTC)
        message = Message(message_id=gone.message_id, date=began, chat=gone.chat).as_(query.bot)
        tapped = query.model_copy(update={"message": message})
        return await handler(event.model_copy(update={"callback_query": tapped}), data)


class PrivateTaps(BaseMiddleware):
    """Refuses taps in groups: what a button shows is one person's own, and anybody can forge it.

    The answers under a post are the exception: they show nothing.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let through what was tapped in a private chat, and the answers under a post."""
        if isinstance(event, CallbackQuery) and not (_is_private(event) or _answers_post(event)):
            raise ButtonTooOld
        return await handler(event, data)


def _is_private(query: CallbackQuery) -> bool:
    return query.message is not None and query.message.chat.type == ChatType.PRIVATE


def _answers_post(query: CallbackQuery) -> bool:
    prefix = PostRsvpButton.__prefix__ + PostRsvpButton.__separator__
    return (query.data or "").startswith(prefix)


class _MembersOnly(BaseMiddleware):
    def __init__(self, *, consented: bool) -> None:
        self._consented = consented

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        member: Member | None = data["member"]
        alliance: Alliance = data["alliance"]
        if member is None:
            raise NotMember
        if self._consented:
            member.require_consent(alliance.consent_version)
        return await handler(event, data)


def members_only(router: Router, *, consented: bool = True) -> Router:
    """Have the router turn away strangers, and whoever has not given the consent in force.

    They get a refusal that shows the way. Updates that the router has no handler for pass it by.
    """
    gate = _MembersOnly(consented=consented)
    router.message.middleware(gate)
    router.callback_query.middleware(gate)
    return router
