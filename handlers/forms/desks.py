"""What every window of a wizard works with, and who may sit down at it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import DEFAULT_STACK_ID
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState
from aiogram_dialog.utils import CB_SEP, REPLY_CALLBACK_SYMBOLS

from bot.domain.events.cards import EventBoard
from bot.domain.events.events import EventId
from bot.domain.people.members import Member
from bot.domain.refusals import DraftLost, NotMember
from bot.ports import Clock
from bot.services.applications.queue import ApplicationQueue
from bot.services.events.events import Events
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.electorates import Electorates
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.ties import Ties
from handlers.forms.drafts import DraftStorage
from handlers.ui.refusals import StaleButton
from handlers.ui.texts import Texts

log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Desk:
    """Who drafts something, their words, the use cases and the time."""

    member: Member
    t: Texts
    events: Events
    polls: Polls
    ties: Ties
    electorates: Electorates
    application_queue: ApplicationQueue
    proxies: Proxies
    minutes: PollMinutes
    clock: Clock

    @property
    def today(self) -> date:
        """The day in the alliance's zone."""
        return self.clock.now().astimezone(self.t.zone).date()

    async def board(self, event: EventId) -> EventBoard:
        """Return an event that can still be changed, with its counts."""
        return await self.events.board(self.member.id, event)


def desk_of(manager: DialogManager) -> Desk:
    """Return the desk of the update that is being handled."""
    return cast("Desk", manager.middleware_data["desk"])


class Desks(BaseMiddleware):
    """Turns away whoever has nothing to draft here, and hands the dialogs their storage and a desk.

    A person's updates are handled one after the other, until the draft is saved: aiogram-dialog
    by itself reads the draft before it waits for its turn.
    A draft that the code no longer understands (a renamed state, a lost row) is forgotten, and its
    author told so: what was typed or opened goes on without it. The other drafts stay.
    """

    def __init__(
        self,
        drafts: DraftStorage,
        clock: Clock,
        consent_version: int,
        states: frozenset[str],
    ) -> None:
        """`states` are the steps of all wizards, as the drafts name them."""
        self._drafts = drafts
        self._clock = clock
        self._consent_version = consent_version
        self._states = states
        self._one_at_a_time = SimpleEventIsolation()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Check the person, then let the dialogs handle the update."""
        member: Member | None = data["member"]
        if member is None:
            raise NotMember
        member.require_consent(self._consent_version)
        if not _opens_wizard(event):
            member.require_desk()
        data["fsm_storage"] = self._drafts
        data["desk"] = Desk(
            member,
            data["t"],
            data["events"],
            data["polls"],
            data["ties"],
            data["electorates"],
            data["application_queue"],
            data["proxies"],
            data["minutes"],
            self._clock,
        )
        chat = data["event_chat"].id
        stack = StorageKey(data["bot"].id, chat, chat, destiny=f"aiogd:stack:{DEFAULT_STACK_ID}")
        if isinstance(event, Message):
            event = _said_to_the_open_step(event)
        async with self._one_at_a_time.lock(stack):
            return await self._handle(handler, event, data, stack)

    async def _handle(
        self, handler: Handler, event: TelegramObject, data: dict[str, Any], stack: StorageKey
    ) -> Any:
        try:
            return await handler(event, data)
        except (UnknownState, UnknownIntent, OutdatedIntent) as error:
            tapped_in_wizard = isinstance(event, CallbackQuery) and CB_SEP in (event.data or "")
            if tapped_in_wizard and not isinstance(error, UnknownState):
                raise StaleButton from error
            lost = await self._forget(stack)
            cause, member_id = type(error).__name__, data["member"].id
            log.warning("draft not understood", lost=lost, member_id=member_id, cause=cause)
            if tapped_in_wizard:
                raise DraftLost from error
            if lost:
                bot: Bot = data["bot"]
                await bot.send_message(stack.chat_id, data["t"]("DraftLost"))
            return await handler(event, data)

    async def _forget(self, stack: StorageKey) -> int:
        """Delete what is kept of the drafts whose step no wizard has; return how many.

        A crash on the way leaves a draft without its row, and the next update goes on from there.
        """
        kept = await self._drafts.get_data(stack)
        contexts = {
            intent: replace(stack, destiny=f"aiogd:context:{intent}")
            for intent in kept.get("intents", [])
        }
        states = {
            intent: (await self._drafts.get_data(key)).get("state")
            for intent, key in contexts.items()
        }
        lost = [intent for intent in contexts if states[intent] not in self._states]
        if not lost:
            return 0
        for intent in lost:
            await self._drafts.set_data(contexts[intent], {})
        left = [intent for intent in contexts if intent not in lost]
        rest = {**kept, "intents": left, "last_message_id": None} if left else {}
        await self._drafts.set_data(stack, rest)
        return len(lost)


def _opens_wizard(event: TelegramObject) -> bool:
    """Tell whether a wizard is asked for: its own service knows who may have it."""
    return isinstance(event, CallbackQuery) and CB_SEP not in (event.data or "")


def _said_to_the_open_step(message: Message) -> Message:
    """Return the message without what aiogram-dialog would take for a tap on an older window.

    It reads a reply to a message with buttons, and invisible letters at the end, as such.
    """
    text = message.text and message.text.rstrip(REPLY_CALLBACK_SYMBOLS)
    return message.model_copy(update={"reply_to_message": None, "text": text})
