"""The organisers' wizards themselves; `routers.py` says when they are asked."""

from aiogram import Router
from aiogram.types import Message
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.entities import DIALOG_EVENT_NAME, Stack

from bot.ports import Clock
from handlers.events.forms import opening as events
from handlers.events.forms.cancelling import cancelling_dialog
from handlers.events.forms.creating import creating_dialog
from handlers.events.forms.moving import moving_dialog
from handlers.forms.desks import Desks
from handlers.forms.drafts import DraftStorage
from handlers.forms.messages import WizardMessages
from handlers.minutes.forms import opening as minutes
from handlers.minutes.forms.creating import recording_dialog
from handlers.polls.forms import opening as polls
from handlers.polls.forms.creating import balloting_dialog
from handlers.polls.forms.ending import ending_dialog
from handlers.polls.forms.lots import drawing_dialog
from handlers.polls.forms.proxies import entrusting_dialog
from handlers.polls.forms.run_offs import run_off_dialog

OPENINGS = (events, polls, minutes)
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


def dialogs_router(drafts: DraftStorage, clock: Clock, consent_version: int) -> Router:
    """Return what opens the wizards, and their dialogs.

    aiogram-dialog is set up inside, so that only what may be a wizard's reads the drafts.
    """
    dialogs = Router(name="dialogs")
    made = [make() for make in DIALOGS]
    states = frozenset(str(one.state) for dialog in made for one in dialog.states())
    desks = Desks(drafts, clock, consent_version, states)
    for observer in (dialogs.message, dialogs.callback_query):
        observer.outer_middleware(desks)
    dialogs.include_routers(*(opening.opening_router() for opening in OPENINGS))
    for dialog in made:
        dialog.message.filter(_in_sight)
        dialogs.include_router(dialog)
    setup_dialogs(dialogs, message_manager=WizardMessages())
    # Telegram refuses to send what it does not know; nothing here runs a dialog from behind.
    del dialogs.observers[DIALOG_EVENT_NAME]
    return dialogs


async def _in_sight(_: Message, aiogd_stack: Stack) -> bool:
    """Tell whether the wizard stands in the chat: nobody types into one they do not see."""
    return aiogd_stack.last_message_id is not None
