"""Leadership that is handed over: the answer to an offer, and the list of what to hand over."""

from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.domain.people.handovers import HandoverItem
from bot.domain.people.members import Member
from bot.services.people.handovers import Handovers
from bot.services.people.own import OwnOrganisations
from handlers.people.callbacks import (
    HandoverAnswerButton,
    HandoverTakeBackButton,
    OwnOrganisationButton,
)
from handlers.people.own import own_screen
from handlers.ui.buttons import button, keyboard, short
from handlers.ui.callbacks import HandoverListButton
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def take_back(query: CallbackQuery, member: Member, handovers: Handovers, t: Texts) -> None:
    """Take the offer of leadership back."""
    await show(query, *own_screen(await handovers.take_back(member.id), 0, t))


async def answer_offer(
    query: CallbackQuery,
    callback_data: HandoverAnswerButton,
    member: Member,
    handovers: Handovers,
    t: Texts,
) -> None:
    """Accept or decline the leadership that the button's letter offered."""
    accepted = callback_data.accepted
    own = await handovers.answer(member.id, callback_data.offer, accepted=accepted)
    words = t("own-answered", accepted=accepted, organisation=own.organisation.display_name)
    items = [t.button("button-handover-list", HandoverListButton())] if accepted else []
    to_own = [t.button("button-me-own", OwnOrganisationButton())]
    await show(query, words, keyboard([items, to_own]))


async def open_list(
    query: CallbackQuery,
    callback_data: HandoverListButton,
    member: Member,
    own_organisations: OwnOrganisations,
    t: Texts,
) -> None:
    """Show the list of what to hand over; the buttons themselves keep what is ticked."""
    own = await own_organisations.look(member.id)
    ticked = callback_data.ticked
    left = sum(not one.is_ticked(ticked) for one in HandoverItem)
    words = t("handover-list", organisation=own.organisation.display_name, left=left)
    rows = [[_item(one, ticked, t)] for one in HandoverItem]
    back = [t.button("button-me-own", OwnOrganisationButton())]
    await show(query, words, keyboard([*rows, back]))


def _item(item: HandoverItem, ticked: int, t: Texts) -> InlineKeyboardButton:
    label = t.plain("button-handover-item", item=item.value, ticked=item.is_ticked(ticked))
    return button(short(label), HandoverListButton(ticked=item.toggled(ticked)))


ROUTES = Routes(
    buttons={
        HandoverTakeBackButton: take_back,
        HandoverAnswerButton: answer_offer,
        HandoverListButton: open_list,
    }
)
