"""The organisers' wizards as one router, which lets through whatever is not for them."""

from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.entities import DIALOG_EVENT_NAME, Stack
from aiogram_dialog.utils import CB_SEP

from bot.domain.people.members import Member
from bot.ports import Clock
from handlers.drafts import DraftStorage
from handlers.filters import in_private
from handlers.wizards.desks import Desks
from handlers.wizards.events import opening as events
from handlers.wizards.events.cancelling import cancelling_dialog
from handlers.wizards.events.creating import creating_dialog
from handlers.wizards.events.moving import moving_dialog
from handlers.wizards.messages import WizardMessages
from handlers.wizards.minutes import opening as minutes
from handlers.wizards.minutes.creating import recording_dialog
from handlers.wizards.polls import opening as polls
from handlers.wizards.polls.creating import balloting_dialog
from handlers.wizards.polls.ending import ending_dialog
from handlers.wizards.polls.lots import drawing_dialog
from handlers.wizards.polls.proxies import entrusting_dialog
from handlers.wizards.polls.run_offs import run_off_dialog

OPENINGS = (events, polls, minutes)
PREFIXES = frozenset(button.__prefix__ for opening in OPENINGS for button in opening.OPENING)
DIALOGS = (
    creating_dialog,
    moving_dialog,
    cancelling_dialog,
    balloting_dialog,
    ending_dialog,
    run_off_dialog,
    drawing_dialog,
    entrusting_dialog,
    recording_dialog,
)


def wizards_router(drafts: DraftStorage, clock: Clock, consent_version: int) -> Router:
    """Return the wizards: private chats only, who drafts only, commands and others' taps aside.

    aiogram-dialog is set up inside, so that only what may be a wizard's reads the drafts.
    """
    dialogs = Router(name="dialogs")
    desks = Desks(drafts, clock, consent_version)
    for observer in (dialogs.message, dialogs.callback_query):
        observer.outer_middleware(desks)
    dialogs.include_routers(*(opening.opening_router() for opening in OPENINGS))
    for make in DIALOGS:
        dialog = make()
        dialog.message.filter(_in_sight)
        dialogs.include_router(dialog)
    setup_dialogs(dialogs, message_manager=WizardMessages())
    # Telegram refuses to send what it does not know; nothing here runs a dialog from behind.
    del dialogs.observers[DIALOG_EVENT_NAME]
    router = Router(name="wizards")
    router.message.filter(in_private, _may_be_typed)
    router.callback_query.filter(_is_ours)
    for name in router.observers.keys() - {"message", "callback_query"}:
        router.observers[name].filter(_never)
    router.include_router(dialogs)
    return router


async def _may_be_typed(message: Message, member: Member | None) -> bool:
    """Tell whether somebody with a desk wrote something that is no command."""
    command = (message.text or "").startswith("/")
    return member is not None and member.has_desk and not command


async def _is_ours(query: CallbackQuery) -> bool:
    """Tell whether the button opens a wizard or is one of its own."""
    private = query.message is not None and query.message.chat.type == ChatType.PRIVATE
    data = query.data or ""
    return private and (CB_SEP in data or data.partition(":")[0] in PREFIXES)


async def _in_sight(_: Message, aiogd_stack: Stack) -> bool:
    """Tell whether the wizard stands in the chat: nobody types into one they do not see."""
    return aiogd_stack.last_message_id is not None


async def _never(_: TelegramObject, **__: Any) -> bool:
    """Turn away the kinds of update that aiogram-dialog would read the drafts for."""
    return False
