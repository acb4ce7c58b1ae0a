"""Who speaks, and in which language they are answered."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeAlias

from aiogram import BaseMiddleware
from aiogram.types import InaccessibleMessage, Message, TelegramObject, Update, User

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import Refusal
from bot.ports import StorageUnavailable
from bot.services.prompts import Prompts
from handlers.pipeline.routing import FoundRoutes
from handlers.ui.routes import Data
from handlers.ui.texts import AllTexts, Texts

Next: TypeAlias = Callable[[TelegramObject, Data], Awaitable[Any]]


class Context(BaseMiddleware):
    """Adds who speaks, fresh from the database: `member` (None for a stranger), `prompt`, `t`.

    `prompt` is what the person was asked, if that is still open. A handler whose service
    recognises the person by the `account` gets `recognise` instead: it returns member and `t`.
    """

    def __init__(self, prompts: Prompts, texts: AllTexts) -> None:
        self._prompts = prompts
        self._texts = texts

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        """Recognise the person before anything else is done, unless a service does so."""
        found: FoundRoutes | None = data.get("found")
        if found is None or not found.in_one_hop:
            await self._recognise(data)
            return await handler(event, data)
        data["account"] = TelegramId(data["event_from_user"].id)
        data["recognise"] = partial(self._recognise, data)
        try:
            return await handler(event, data)
        except (Refusal, StorageUnavailable):
            await self._recognise(data)  # it is said in the person's language
            raise

    async def _recognise(self, data: Data) -> tuple[Member | None, Texts]:
        user: User | None = data.get("event_from_user")
        data["t"] = self._texts.for_language(user.language_code if user else None)
        data["member"] = data["prompt"] = None
        if user is not None:
            account = TelegramId(user.id)
            data["member"], data["prompt"] = await self._prompts.who_speaks(account)
        member: Member | None = data["member"]
        if member is not None:
            data["t"] = self._texts.for_language(member.language)
        return member, data["t"]


class DeletedMessages(BaseMiddleware):
    """Lets a button of a message that is gone do its work: what it opens is sent anew.

    Of such a message Telegram tells no more than where it stood. Handlers get one without words:
    nothing can take its place, as of a picture.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        """Put a message without words in the place of one that Telegram shows no more."""
        query = event.callback_query if isinstance(event, Update) else None
        if query is None or not isinstance(query.message, InaccessibleMessage):
            return await handler(event, data)
        gone = query.message
        began = datetime.fromtimestamp(gone.date, UTC)
        message = Message(message_id=gone.message_id, date=began, chat=gone.chat).as_(query.bot)
        tapped = query.model_copy(update={"message": message})
        return await handler(event.model_copy(update={"callback_query": tapped}), data)
