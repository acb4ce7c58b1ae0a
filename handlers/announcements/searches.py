"""Search for organisations and people to add to a draft's addressees."""

from collections.abc import Sequence

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.announcements.addressees import ByName, OfOrganisations
from bot.domain.announcements.drafts import Bond, Selection
from bot.domain.people.searches import Match
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.audiences import chosen_by, circle_data
from handlers.announcements.callbacks.announcement_drafts import (
    AudienceButton,
    FindOrganisationButton,
    FindPersonButton,
)
from handlers.announcements.desks import Desk, at_desk
from handlers.ui.buttons import button, keyboard, short
from handlers.ui.edits import show
from handlers.ui.pages import PAGE
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

ORGANISATION, PERSON = "announce-house", "announce-person"


async def ask_for_organisation(
    query: CallbackQuery, callback_data: FindOrganisationButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for the name of an organisation."""
    await _ask(query, callback_data, ORGANISATION, desk, prompts)


async def ask_for_person(
    query: CallbackQuery, callback_data: FindPersonButton, desk: Desk, prompts: Prompts
) -> None:
    """Ask for the name of a person."""
    await _ask(query, callback_data, PERSON, desk, prompts)


async def _ask(
    query: CallbackQuery,
    asked: FindOrganisationButton | FindPersonButton,
    what: str,
    desk: Desk,
    prompts: Prompts,
) -> None:
    await desk.drafts.get(desk.member.id, asked.number)
    if desk.member.telegram_id is not None:
        await prompts.ask(desk.member.telegram_id, Prompt(what, asked.number, asked.bond))
    words = desk.t("announce-ask-house" if what == ORGANISATION else "announce-ask-person")
    await show(query, words, keyboard([[_back(asked.number, asked.bond, desk.t)]]))


async def find_organisation(message: Message, prompt: Prompt, desk: Desk) -> None:
    """Show the organisations with the typed name; another one can be typed."""
    number, bond = prompt.subject, Bond(prompt.about)
    found = await desk.circles.organisations(desk.member.id, message.text or "")
    buttons = [
        button(
            short(one.short_name or one.name),
            circle_data(number, bond, OfOrganisations((one.id,))) or "",
        )
        for one in found[:PAGE]
    ]
    await _answer(message, "announce-houses", len(found), buttons, prompt, desk.t)


async def find_person(message: Message, prompt: Prompt, desk: Desk) -> None:
    """Show the people with the typed name and their organisations; chosen ones are marked."""
    number, bond = prompt.subject, Bond(prompt.about)
    draft = await desk.drafts.get(desk.member.id, number)
    found = await desk.circles.people(desk.member.id, message.text or "")
    buttons = [_person(number, bond, one, draft.selection, desk.t) for one in found[:PAGE]]
    await _answer(message, "announce-people", len(found), buttons, prompt, desk.t)


def _person(
    number: int, bond: Bond, match: Match, selection: Selection, t: Texts
) -> InlineKeyboardButton:
    circle = ByName(match.people)
    words = " · ".join(filter(None, (match.name, match.organisation)))
    chosen = (bond, circle) in chosen_by(selection)
    marked = t.plain("button-marked", words=words) if chosen else words
    return button(short(marked), circle_data(number, bond, circle) or "")


async def _answer(
    message: Message,
    words: str,
    count: int,
    buttons: Sequence[InlineKeyboardButton],
    prompt: Prompt,
    t: Texts,
) -> None:
    back = _back(prompt.subject, Bond(prompt.about), t)
    text = t(words, count=count, more=count - len(buttons))
    await message.answer(text, reply_markup=keyboard([*([one] for one in buttons), [back]]))


def _back(number: int, bond: Bond, t: Texts) -> InlineKeyboardButton:
    return t.button("button-back", AudienceButton(number=number, bond=bond))


ROUTES = Routes(
    prepare=at_desk,
    buttons={FindOrganisationButton: ask_for_organisation, FindPersonButton: ask_for_person},
    questions={ORGANISATION: find_organisation, PERSON: find_person},
)
