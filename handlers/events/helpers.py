"""Helpers of the check-in, named and removed by an organiser."""

from aiogram.types import CallbackQuery, Message

from bot.domain.events.events import EventId
from bot.domain.people.members import Member
from bot.services.events.helpers import Helpers, Team
from bot.services.prompts import Prompt, Prompts
from handlers.events import door_cards, door_keyboards
from handlers.events.callbacks.doors import (
    DismissHelperButton,
    FindHelperButton,
    HelpersButton,
    NameHelperButton,
)
from handlers.forms.prompts import ask
from handlers.ui.edits import show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

ASKED = "helper-name"


async def list_helpers(
    query: CallbackQuery, callback_data: HelpersButton, member: Member, helpers: Helpers, t: Texts
) -> None:
    """Show the helpers."""
    team = await helpers.team(member.id, callback_data.event_id)
    await _show(query, team, t)


async def ask_name(
    query: CallbackQuery,
    callback_data: FindHelperButton,
    member: Member,
    helpers: Helpers,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for a helper's name."""
    team = await helpers.team(member.id, callback_data.event_id)
    prompt, words = Prompt(ASKED, team.event.id), t("helper-ask-name", title=team.event.title)
    await ask(query, member, prompts, prompt, words, t, HelpersButton(event_id=team.event.id))


async def find(
    message: Message, prompt: Prompt, member: Member, helpers: Helpers, t: Texts
) -> None:
    """Show the people with the typed name; another one can be typed."""
    found = await helpers.candidates(member.id, EventId(prompt.subject), message.text or "")
    keyboard = door_keyboards.candidates(found, t)
    await message.answer(door_cards.candidates(found, t), reply_markup=keyboard)


async def name(
    query: CallbackQuery,
    callback_data: NameHelperButton,
    member: Member,
    helpers: Helpers,
    t: Texts,
) -> None:
    """Make a person a helper; they are told."""
    team = await helpers.name(member.id, callback_data.event_id, callback_data.member_id)
    await _show(query, team, t)


async def dismiss(
    query: CallbackQuery,
    callback_data: DismissHelperButton,
    member: Member,
    helpers: Helpers,
    t: Texts,
) -> None:
    """Remove a helper."""
    event, person = callback_data.event_id, callback_data.member_id
    await _show(query, await helpers.dismiss(member.id, event, person), t)


async def _show(query: CallbackQuery, team: Team, t: Texts) -> None:
    await show(query, door_cards.team(team, t), door_keyboards.team(team, t))


ROUTES = Routes(
    buttons={
        HelpersButton: list_helpers,
        FindHelperButton: ask_name,
        NameHelperButton: name,
        DismissHelperButton: dismiss,
    },
    questions={ASKED: find},
)
