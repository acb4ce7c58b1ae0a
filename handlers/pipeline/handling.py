"""From an update to its handler: found by the table, its person recognised, then run."""

from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import ButtonTooOld, NotMember
from bot.services.prompts import Prompt, Prompts
from handlers.pipeline.routing import FoundRoutes, Route, RouteTable
from handlers.pipeline.steps import Next
from handlers.ui.filters import is_private
from handlers.ui.routes import Data
from handlers.ui.texts import Texts


class FindHandler:
    """Adds `found`: what an update asks for."""

    def __init__(self, table: RouteTable) -> None:
        self._table = table

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Look the update up."""
        data["found"] = await self._table.find(update, data["bot"])
        await handler(update, data)


class RunHandler:
    """Runs the handler of an update. There is always a kind word, and never a dead button."""

    def __init__(self, table: RouteTable, prompts: Prompts) -> None:
        self._table = table
        self._prompts = prompts

    async def __call__(self, _: Update, data: Data) -> None:
        """Find out which of the handlers is for this person."""
        found: FoundRoutes = data["found"]
        if found.elsewhere:
            raise ButtonTooOld
        if isinstance(found.event, CallbackQuery):
            await self._turn_elsewhere(found, data)
        for route in found.routes or self._answering(found.event, data):
            if route.in_one_hop or route.is_for(data):
                await route.run(found.event, data | found.arguments)
                return
        await self._run_undeclared(found.event, data)

    def _answering(self, event: TelegramObject, data: Data) -> tuple[Route, ...]:
        """Return what handles the answer to the question that is open."""
        prompt: Prompt | None = data.get("prompt")
        if prompt is None or not isinstance(event, Message) or not is_answer(event):
            return ()
        route = self._table.answered(prompt.kind)
        return () if route is None else (route,)

    async def _turn_elsewhere(self, found: FoundRoutes, data: Data) -> None:
        """Forget the open question of a person who taps a button: they turned to something else.

        What is done in passing leaves it open: an answer to an event, which must be quick, and the
        yes to what was typed, which has yet to be read.
        """
        prompt: Prompt | None = data.get("prompt")
        if prompt is None:
            return
        button = type(found.arguments.get("callback_data"))
        if not any(button in route.declared.in_passing for route in found.routes):
            await self._prompts.forget(TelegramId(data["event_from_user"].id))

    async def _run_undeclared(self, event: TelegramObject, data: Data) -> None:
        """Handle what nobody is declared for: text typed unasked, or what is not understood.

        A button that no handler knows is forged, or from an earlier release.
        """
        member: Member | None = data["member"]
        if isinstance(event, Message) and is_private(event):
            for reads, route in self._table.typed if is_answer(event) else ():
                if (read := await reads(event, data)) is not None:
                    await route.run(event, data | read)
                    return
            if member is None:
                raise NotMember
            t: Texts = data["t"]
            await event.answer(t("not-understood"))
        elif isinstance(event, CallbackQuery):
            raise NotMember if member is None else ButtonTooOld


def is_answer(message: Message) -> bool:
    """Tell whether something was said to the bot alone, and is no command."""
    return is_private(message) and not (message.text or "").startswith("/")
