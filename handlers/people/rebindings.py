"""Another account has taken a person over: who is told of it, and who confirms it."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.domain.people.members import Member
from bot.domain.people.rebindings import ConfirmedLetter, RebindingId, ReboundLetter
from bot.services.people.rebindings import Rebindings
from handlers.people.callbacks.members import RebindingButton
from handlers.ui.buttons import button, keyboard
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
    """Confirm that the account is the person's, or say that it is not."""
    confirmed = callback_data.confirmed
    rebinding = RebindingId(callback_data.rebinding_id)
    person = await rebindings.decide(member.id, rebinding, confirmed=confirmed)
    said = "yes" if confirmed else "no"
    await show(query, t("rebinding-decided", name=person.name, confirmed=said), None)


def rebound_words(letter: ReboundLetter, t: Texts) -> str:
    """Return the news for those who preside and for administrators."""
    person = letter.person
    return t(
        "rebinding-noted",
        name=person.name,
        organisation=person.organisation_name or "",
        represents="yes" if person.organisation_name else "no",
        moment=letter.rebinding.at,
        decides="yes" if letter.decides else "no",
    )


def rebound_keyboard(letter: ReboundLetter, t: Texts) -> InlineKeyboardMarkup | None:
    """Return the yes and the no for those whose decision it is."""
    if not letter.decides:
        return None
    id_ = letter.rebinding.id
    yes = RebindingButton(rebinding_id=id_, confirmed=True).pack()
    no = RebindingButton(rebinding_id=id_, confirmed=False).pack()
    return keyboard(
        [
            [button(t.plain("button-rebinding-confirm"), yes, "success")],
            [button(t.plain("button-rebinding-reject"), no, "danger")],
        ]
    )


def confirmed_words(_letter: ConfirmedLetter, t: Texts) -> str:
    """Return the news for the person."""
    return t("rebinding-confirmed")


ROUTES = Routes(
    buttons={
        RebindingButton: decide,
    },
)
