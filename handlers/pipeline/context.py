"""Look up an update's person, and the language of the answer."""

from datetime import UTC, datetime
from functools import partial

from aiogram.types import InaccessibleMessage, Message, Update, User

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import Refusal
from bot.ports import StorageUnavailable
from bot.services.prompts import Prompts
from handlers.pipeline.routing import FoundRoutes
from handlers.pipeline.steps import Next
from handlers.ui.routes import Data
from handlers.ui.texts import AllTexts, Texts


class Context:
    """Adds the person of the update, read from the database: `member`, `prompt` and `t`.

    `member` is None for a stranger. `prompt` is the open question to the person, if any. A handler
    whose service recognises the person by the `account` gets `recognise` instead: it returns member
    and `t`.
    """

    def __init__(self, prompts: Prompts, texts: AllTexts) -> None:
        self._prompts = prompts
        self._texts = texts

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Look up the person first, unless a service does so."""
        found: FoundRoutes | None = data.get("found")
        if found is None or not found.in_one_hop:
            await self._recognise(data)
            await handler(update, data)
            return
        data["account"] = TelegramId(data["event_from_user"].id)
        data["recognise"] = partial(self._recognise, data)
        try:
            await handler(update, data)
        except (Refusal, StorageUnavailable):
            await self._recognise(data)  # the refusal is in the person's language
            raise
        finally:
            del data["recognise"]  # it refers to `data`: the cycle would wait for the collector

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


async def replace_deleted_message(handler: Next, update: Update, data: Data) -> None:
    """Let a button of a deleted message work: what it opens is sent as a new message.

    Telegram sends only the position of such a message. Handlers get one without text, which cannot
    be edited, like a picture.
    """
    query = update.callback_query
    if query is not None and isinstance(gone := query.message, InaccessibleMessage):
        began = datetime.fromtimestamp(gone.date, UTC)
        message = Message(message_id=gone.message_id, date=began, chat=gone.chat).as_(query.bot)
        tapped = query.model_copy(update={"message": message})
        update = update.model_copy(update={"callback_query": tapped})
    await handler(update, data)
