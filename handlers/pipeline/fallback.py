"""What nobody else understood: a kind word, and never a dead button."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld, NotMember
from handlers.ui.filters import in_private
from handlers.ui.texts import Texts


def fallback_router() -> Router:
    """Return the last of all routers."""
    router = Router(name="fallback")
    router.message.register(not_understood, in_private)
    router.callback_query.register(too_old)
    return router


async def not_understood(message: Message, member: Member | None, t: Texts) -> None:
    """Say what the bot does understand."""
    if member is None:
        raise NotMember
    await message.answer(t("not-understood"))


async def too_old(_query: CallbackQuery, member: Member | None) -> None:
    """Refuse a button that no handler knows: forged, or from an earlier release."""
    if member is None:
        raise NotMember
    raise ButtonTooOld
