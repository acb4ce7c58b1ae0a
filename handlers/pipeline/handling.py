"""From an update to its handler: found by the table, its person recognised, then run."""

from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import ButtonTooOld, NotMember
from bot.services.prompts import Prompt, Prompts
from handlers.pipeline.context import Next
from handlers.pipeline.routing import FoundRoutes, Route, RouteTable
from handlers.ui.filters import in_private, is_private
from handlers.ui.routes import Data
from handlers.ui.texts import Texts


class FindHandler(BaseMiddleware):
    """Adds `found`: what an update asks for."""

    def __init__(self, table: RouteTable) -> None:
        self._table = table

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        """Look the update up."""
        if isinstance(event, Update):
            data["found"] = await self._table.find(event, data["bot"])
        return await handler(event, data)


class RunHandler(BaseMiddleware):
    """Runs the handler of an update; what has none goes on to `the_rest`."""

    def __init__(self, table: RouteTable, prompts: Prompts) -> None:
        self._table = table
        self._prompts = prompts

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        """Find out which of the handlers is for whoever speaks."""
        found: FoundRoutes = data["found"]
        if found.elsewhere:
            raise ButtonTooOld
        if isinstance(found.event, CallbackQuery):
            await self._turn_elsewhere(found, data)
        routes = found.routes or self._answering(found.event, data)
        for route in routes:
            if route.in_one_hop or route.is_for(data):
                arguments = {**data, **found.arguments, "event_update": event}
                return await route.run(found.event, arguments)
        return await handler(event, data)

    def _answering(self, event: TelegramObject, data: Data) -> tuple[Route, ...]:
        """Return what handles the answer to the question that is open."""
        prompt: Prompt | None = data.get("prompt")
        if prompt is None or not isinstance(event, Message) or not is_answer(event):
            return ()
        route = self._table.answered(prompt.kind)
        return () if route is None else (route,)

    async def _turn_elsewhere(self, found: FoundRoutes, data: Data) -> None:
        """Forget the open question of whoever taps a button: they have turned to something else.

        What is done in passing leaves it open: an answer to an event, which must be quick, and the
        yes to what was typed, which has yet to be read.
        """
        prompt: Prompt | None = data.get("prompt")
        if prompt is None:
            return
        button = type(found.arguments.get("callback_data"))
        if not any(button in route.declared.in_passing for route in found.routes):
            await self._prompts.forget(TelegramId(data["event_from_user"].id))


def is_answer(message: Message) -> bool:
    """Tell whether something was said to the bot alone, and is no command."""
    return is_private(message) and not (message.text or "").startswith("/")


def the_rest(table: RouteTable) -> Router:
    """Return what no handler is declared for: what is typed unasked, and what nobody understands.

    There is always a kind word, and never a dead button.
    """

    async def say(message: Message, **data: Any) -> None:
        for reads, route in table.typed if is_answer(message) else ():
            if (read := await reads(message, data)) is not None:
                await route.run(message, {**data, **read})
                return
        await _not_understood(message, data["member"], data["t"])

    router = Router(name="the rest")
    router.message.register(say, in_private)
    router.callback_query.register(_too_old)
    return router


async def _not_understood(message: Message, member: Member | None, t: Texts) -> None:
    """Say what the bot does understand."""
    if member is None:
        raise NotMember
    await message.answer(t("not-understood"))


async def _too_old(_query: CallbackQuery, member: Member | None) -> None:
    """Refuse a button that no handler knows: forged, or from an earlier release."""
    if member is None:
        raise NotMember
    raise ButtonTooOld
