"""Confirm or reject another person's new account."""

from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.services.people.rebindings import Rebindings
from handlers.people.callbacks import RebindingButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def decide(
    query: CallbackQuery,
    callback_data: RebindingButton,
    member: Member,
    rebindings: Rebindings,
    t: Texts,
) -> None:
    """Confirm or reject that the account is the person's."""
    confirmed = callback_data.confirmed
    person = await rebindings.decide(member.id, callback_data.rebinding_id, confirmed=confirmed)
    said = confirmed
    await show(query, t("rebinding-decided", name=person.name, confirmed=said), None)


ROUTES = Routes(buttons={RebindingButton: decide})
