"""The organisers' wizards as one router, which lets through whatever is not for them."""

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.domain.people.members import Member
from bot.ports import Clock
from handlers.events.callbacks import boards
from handlers.forms.drafts import DraftStorage
from handlers.minutes import callbacks as minutes
from handlers.polls.callbacks import poll_boards
from handlers.ui.filters import in_private

WIZARDS_OWN = "\x1d"
"""What aiogram-dialog puts into the data of every button of its windows."""
PREFIXES = frozenset(
    button.__prefix__ for module in (boards, poll_boards, minutes) for button in module.OPENING
)


def wizards_router(drafts: DraftStorage, clock: Clock, consent_version: int) -> Router:
    """Return the wizards: private chats only, who drafts only, commands and others' taps aside.

    They are loaded with the first update that may be theirs: aiogram-dialog and the wizards take a
    tenth of a second and five megabytes, which a start need not wait for.
    """
    router = Router(name="wizards")
    router.message.filter(in_private, _may_be_typed)
    router.callback_query.filter(_is_ours)
    for name in router.observers.keys() - {"message", "callback_query"}:
        router.observers[name].filter(_never)

    async def load(_: TelegramObject) -> object:
        if not router.sub_routers:
            from handlers.pipeline.dialogs import dialogs_router  # noqa: PLC0415  see above

            router.include_router(dialogs_router(drafts, clock, consent_version))
        return UNHANDLED  # whether it is theirs is for the dialogs to say, and they come next

    router.message.register(load)
    router.callback_query.register(load)
    return router


async def _may_be_typed(message: Message, member: Member | None) -> bool:
    """Tell whether somebody with a desk wrote something that is no command."""
    command = (message.text or "").startswith("/")
    return member is not None and member.has_desk and not command


async def _is_ours(query: CallbackQuery) -> bool:
    """Tell whether the button opens a wizard or is one of its own."""
    private = query.message is not None and query.message.chat.type == ChatType.PRIVATE
    data = query.data or ""
    return private and (WIZARDS_OWN in data or data.partition(":")[0] in PREFIXES)


async def _never(_: TelegramObject, **__: Any) -> bool:
    """Turn away the kinds of update that aiogram-dialog would read the drafts for."""
    return False
