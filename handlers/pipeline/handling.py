"""Find an update's handler in the table, recognise the person, and run the handler."""

from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import ButtonTooOld, NotMember
from bot.services.prompts import Prompt, Prompts
from handlers.pipeline.routing import FoundRoutes, Route, RouteTable
from handlers.pipeline.steps import Next
from handlers.ui.filters import is_private, is_service
from handlers.ui.routes import Data, PassOn
from handlers.ui.texts import Texts


class FindHandler:
    """Adds `found`: the handlers that an update may need."""

    def __init__(self, table: RouteTable) -> None:
        self._table = table

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Look the update up in the table."""
        data["found"] = await self._table.find(update, data["bot"])
        await handler(update, data)


class RunHandler:
    """Runs the handler of an update. All that people write, and every tap, gets an answer."""

    def __init__(self, table: RouteTable, prompts: Prompts) -> None:
        self._table = table
        self._prompts = prompts

    async def __call__(self, _: Update, data: Data) -> None:
        """Choose the handler that is for this person."""
        found: FoundRoutes = data["found"]
        if found.elsewhere:
            raise ButtonTooOld
        if isinstance(found.event, CallbackQuery):
            await self._turn_elsewhere(found, data)
        for route in found.routes or self._answering(found.event, data):
            if route.in_one_hop or route.is_for(data):
                try:
                    await route.run(found.event, data | found.arguments)
                except PassOn:
                    continue
                return
        await self._run_undeclared(found.event, data)

    def _answering(self, event: TelegramObject, data: Data) -> tuple[Route, ...]:
        """Return the handler for the answer to the open question."""
        prompt: Prompt | None = data.get("prompt")
        if prompt is None or not isinstance(event, Message) or not is_answer(event):
            return ()
        route = self._table.answered(prompt.kind)
        return () if route is None else (route,)

    async def _turn_elsewhere(self, found: FoundRoutes, data: Data) -> None:
        """Close the open question of a person who taps a button: they turned to something else.

        Some buttons leave it open: an answer to an event, which must be fast, and the confirmation
        of typed text, which has yet to read the question.
        """
        prompt: Prompt | None = data.get("prompt")
        if prompt is None:
            return
        button = type(found.arguments.get("callback_data"))
        if not any(button in route.declared.in_passing for route in found.routes):
            await self._prompts.forget(TelegramId(data["event_from_user"].id))

    async def _run_undeclared(self, event: TelegramObject, data: Data) -> None:
        """Handle unexpected text, and buttons that are forged or from an earlier release."""
        member: Member | None = data["member"]
        if isinstance(event, Message) and is_private(event) and not is_service(event):
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
    """Tell whether a private message can be an answer: somebody wrote it, and it is no command."""
    written = is_private(message) and not is_service(message)
    return written and not (message.text or "").startswith("/")
