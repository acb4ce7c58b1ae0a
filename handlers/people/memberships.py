"""«Организации»: chair and secretary replace a lost leader, and record that somebody left."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.people.affairs import OwnOrganisation
from bot.domain.people.members import Member, Organisation, OrganisationId
from bot.domain.people.refusals import ColleagueNotFound
from bot.services.people.handovers import Handovers
from bot.services.people.memberships import Memberships
from bot.services.prompts import Prompt, Prompts
from handlers.forms.opener import Forms, with_forms
from handlers.people.callbacks import (
    OrganisationCardButton,
    RecordLeaveButton,
    SuccessorButton,
    SuccessorsButton,
)
from handlers.people.forms.replacing import REPLACEMENT, Replacement
from handlers.people.own import NAME_LIMIT, colleague_line
from handlers.ui.buttons import button, keyboard, lines, listed, short
from handlers.ui.callbacks import ExcludeButton, OrganisationsButton, QueueButton
from handlers.ui.edits import show
from handlers.ui.lengths import clipped
from handlers.ui.pages import PAGE, page_of
from handlers.ui.routes import Data, Routes, on
from handlers.ui.texts import Texts

FIND, PAPER = "organisations", "leaving-paper"


async def list_organisations(
    query: CallbackQuery,
    callback_data: OrganisationsButton,
    member: Member,
    handovers: Handovers,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Show a page of the member organisations; a typed word finds one."""
    houses = await handovers.organisations(member.id, "")
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(FIND, 0))
    page = page_of(houses, callback_data.page)
    rows = listed(page, _line, OrganisationsButton(), t)
    back = [t.button("button-back", QueueButton())]
    await show(query, t("organisations", count=len(houses)), keyboard([*rows, back]))


def _line(house: Organisation, _t: Texts) -> InlineKeyboardButton:
    return _to_card(short(house.display_name), house.id)


def _to_card(label: str, organisation: OrganisationId) -> InlineKeyboardButton:
    return button(label, OrganisationCardButton(organisation_id=organisation))


async def find(message: Message, member: Member, handovers: Handovers, t: Texts) -> None:
    """Show the organisations with the typed words in their name; it can be typed again."""
    found = await handovers.organisations(member.id, message.text or "")
    words = t("organisations-found", count=len(found), more=max(0, len(found) - PAGE))
    back = [t.button("button-back", OrganisationsButton())]
    below = keyboard([*lines(found[:PAGE], _line, t), back])
    await message.answer(words, reply_markup=below)


async def open_organisation(
    query: CallbackQuery,
    callback_data: OrganisationCardButton,
    member: Member,
    handovers: Handovers,
    t: Texts,
) -> None:
    """Show an organisation, and what chair and secretary can do about it."""
    await show(query, *_card(await handovers.look(member.id, callback_data.organisation_id), t))


def _card(own: OwnOrganisation, t: Texts) -> tuple[str, InlineKeyboardMarkup]:
    house = own.organisation
    leader = next((one.name for one in own.people if one.id == house.leader), "")
    words = t(
        "organisation-card",
        name=clipped(house.name, 2 * NAME_LIMIT),
        inn=house.inn,
        leader=leader,
        led=bool(leader),
        count=len(own.people),
    )
    replace = t.button("button-organisation-leader", SuccessorsButton(organisation_id=house.id))
    leaves = t.button("button-organisation-leaves", RecordLeaveButton(organisation_id=house.id))
    excludes = t.button("button-organisation-exclude", ExcludeButton(organisation_id=house.id))
    back = t.button("button-back", OrganisationsButton())
    return words, keyboard([[replace] if own.people else [], [leaves], [excludes], [back]])


async def list_successors(
    query: CallbackQuery,
    callback_data: SuccessorsButton,
    member: Member,
    handovers: Handovers,
    t: Texts,
) -> None:
    """Show who could lead the organisation."""
    own = await handovers.look(member.id, callback_data.organisation_id)
    house = own.organisation
    others = [one for one in own.people if one.id != house.leader]
    page = page_of(others, callback_data.page)

    def successor(one: Member, _t: Texts) -> InlineKeyboardButton:
        data = SuccessorButton(organisation_id=house.id, member_id=one.id)
        return button(short(one.name), data)

    words: list[str] = [t("organisation-successors", name=house.display_name, count=len(others))]
    words += [colleague_line(one, t) for one in page.items]
    rows = listed(page, successor, SuccessorsButton(organisation_id=house.id), t)
    back = [_to_card(t.plain("button-back"), house.id)]
    await show(query, "\n".join(words), keyboard([*rows, back]))


async def choose_successor(
    query: CallbackQuery,
    callback_data: SuccessorButton,
    member: Member,
    handovers: Handovers,
    forms: Forms,
) -> None:
    """Open the form that asks for the reason."""
    own = await handovers.look(member.id, callback_data.organisation_id)
    if callback_data.member_id not in {one.id for one in own.people}:
        raise ColleagueNotFound
    draft = Replacement(successor=callback_data.member_id)
    await forms.open_for(query, REPLACEMENT, own.organisation.id, draft)


async def ask_to_record(
    query: CallbackQuery,
    callback_data: RecordLeaveButton,
    member: Member,
    handovers: Handovers,
    t: Texts,
) -> None:
    """Say what ends when an organisation leaves."""
    own = await handovers.look(member.id, callback_data.organisation_id)
    house = own.organisation
    words = t("organisation-leaves", organisation=house.display_name, people=len(own.people))
    further = RecordLeaveButton(organisation_id=house.id, sure=True)
    yes = t.button("button-organisation-leaves-sure", further, "danger")
    await show(query, words, keyboard([[yes], [_to_card(t.plain("button-back"), house.id)]]))


async def ask_for_paper(
    query: CallbackQuery,
    callback_data: RecordLeaveButton,
    member: Member,
    handovers: Handovers,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the paper that says that the organisation leaves."""
    own = await handovers.look(member.id, callback_data.organisation_id)
    house = own.organisation
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(PAPER, house.id))
    words = t("organisation-paper", organisation=house.display_name)
    await show(query, words, keyboard([[_to_card(t.plain("button-back"), house.id)]]))


async def record_leave(
    message: Message,
    member: Member,
    prompt: Prompt,
    memberships: Memberships,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Record that the organisation has left, as the typed paper says."""
    organisation = OrganisationId(prompt.subject)
    house = await memberships.record(member.id, organisation, message.text or "")
    if member.telegram_id is not None:
        await prompts.forget(member.telegram_id)
    back = t.button("button-back", OrganisationsButton())
    words = t("organisation-left", organisation=house.display_name)
    await message.answer(words, reply_markup=keyboard([[back]]))


def _prepare(data: Data) -> None:
    """Refuse people who do not preside; add `forms`."""
    member: Member = data["member"]
    member.require_presiding()
    with_forms(data)


ROUTES = Routes(
    prepare=_prepare,
    buttons={
        OrganisationsButton: list_organisations,
        OrganisationCardButton: open_organisation,
        SuccessorsButton: list_successors,
        SuccessorButton: choose_successor,
        on(RecordLeaveButton, sure=False): ask_to_record,
        on(RecordLeaveButton, sure=True): ask_for_paper,
    },
    questions={FIND: find, PAPER: record_leave},
)
