"""«Отписаться» under an announcement."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.members import Member
from bot.services.subscriptions import Subscriptions
from handlers.callbacks.announcements import UnsubscribeButton
from handlers.context import members_only
from handlers.edits import acknowledge
from handlers.texts import Texts


def subscriptions_router() -> Router:
    """Return the one tap out."""
    router = members_only(Router(name="subscriptions"))
    router.callback_query.register(unsubscribe, UnsubscribeButton.filter())
    return router


async def unsubscribe(
    query: CallbackQuery,
    callback_data: UnsubscribeButton,
    member: Member,
    subscriptions: Subscriptions,
    t: Texts,
) -> None:
    """Send no more of this kind; the announcement stays."""
    await subscriptions.unsubscribe(member.id, callback_data.kind)
    kind = t.plain("announcement-kind", kind=callback_data.kind)
    await acknowledge(query, t.plain("unsubscribed", kind=kind))
