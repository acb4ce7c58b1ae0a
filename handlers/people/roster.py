"""/admin → «Люди и роли»: an administrator finds a person, corrects the data, gives roles."""

from collections.abc import Sequence

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.people.invitations import may_invite
from bot.domain.people.members import Member
from bot.domain.people.roles import PersonRoles, Term
from bot.services.people.appointments import Appointments
from bot.services.people.personnel import Personnel
from bot.services.prompts import Prompt, Prompts
from handlers.forms.opener import Forms, with_forms
from handlers.people.callbacks import (
    AddPersonButton,
    EditPersonButton,
    GiveRoleButton,
    InviteButton,
    MergeButton,
    PersonRolesButton,
    TakeRoleButton,
)
from handlers.people.forms.adding import NEWCOMER
from handlers.people.forms.correcting import CORRECTION, draft_of
from handlers.people.forms.granting import GRANT
from handlers.people.forms.replacing import REPLACEMENT
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import button, keyboard, short
from handlers.ui.callbacks import AdminButton, FindPersonToManageButton
from handlers.ui.edits import show
from handlers.ui.pages import PAGE
from handlers.ui.routes import Data, Routes, on
from handlers.ui.texts import Texts

FIND = "roster"


async def ask(query: CallbackQuery, member: Member, prompts: Prompts, t: Texts) -> None:
    """Ask for a name."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(FIND, 0))
    new = t.button("button-roster-new", AddPersonButton())
    await show(query, t("roster-ask"), keyboard([[new], [t.button("button-back", AdminButton())]]))


async def find(message: Message, member: Member, appointments: Appointments, t: Texts) -> None:
    """Show the people of the typed name; it can be typed again, in full."""
    found = await appointments.find(member.id, message.text or "")
    words = t("roster-found", count=len(found), more=max(0, len(found) - PAGE))
    await message.answer(words, reply_markup=_found(found[:PAGE], t))


def _found(people: Sequence[Member], t: Texts) -> InlineKeyboardMarkup:
    new = t.button("button-roster-new", AddPersonButton())
    back = t.button("button-back", AdminButton())
    return keyboard([*([_line(one)] for one in people), [new], [back]])


def _line(member: Member) -> InlineKeyboardButton:
    words = " · ".join(filter(None, (member.name, member.organisation_name)))
    return button(short(words), PersonRolesButton(member_id=member.id))


async def open_person(
    query: CallbackQuery,
    callback_data: PersonRolesButton,
    member: Member,
    appointments: Appointments,
    t: Texts,
) -> None:
    """Show a person with their roles."""
    person = await appointments.roles_of(member.id, callback_data.member_id)
    await show(query, _words(person, t), _acts(person, member, t))


def _words(person: PersonRoles, t: Texts) -> str:
    member = person.member
    origin = " · ".join(filter(None, (member.position, member.organisation_name)))
    head = t(
        "roster-person",
        name=member.name,
        origin=origin,
        known=bool(origin),
        joined=member.has_joined,
        delegate=member.delegate,
        roles=bool(person.terms),
    )
    return "\n".join([head, *(_term(term, t) for term in person.terms)])


def _term(term: Term, t: Texts) -> str:
    return t(
        "roster-role",
        role=t.plain(f"role-{term.role}"),
        begun=term.begun,
        dated=term.since is not None,
        since=t.date(term.since) if term.since else "",
        limited=term.until is not None,
        until=t.date(term.until) if term.until else "",
    )


def _acts(person: PersonRoles, actor: Member, t: Texts) -> InlineKeyboardMarkup:
    member = person.member
    takes = [
        [
            t.button(
                "button-roster-take",
                TakeRoleButton(member_id=member.id, role=term.role),
                role=t.plain(f"role-{term.role}"),
            )
        ]
        for term in person.terms
    ]
    absent = member.telegram_id is None and may_invite(actor, member)
    invite = t.plain("button-reach-invite", name=member.name)
    return keyboard(
        [
            [t.button("button-roster-give", GiveRoleButton(member_id=member.id))],
            *takes,
            [t.button("button-roster-edit", EditPersonButton(member_id=member.id))],
            [t.button("button-roster-merge", MergeButton(member_id=member.id))],
            [button(short(invite), InviteButton(member_id=member.id))] if absent else [],
            [t.button("button-back", FindPersonToManageButton())],
        ]
    )


async def give(
    query: CallbackQuery,
    callback_data: GiveRoleButton,
    member: Member,
    appointments: Appointments,
    forms: Forms,
) -> None:
    """Ask which role, from when and until when."""
    person = await appointments.roles_of(member.id, callback_data.member_id)
    await forms.open_for(query, GRANT, person.member.id)


async def ask_to_take(
    query: CallbackQuery,
    callback_data: TakeRoleButton,
    member: Member,
    appointments: Appointments,
    t: Texts,
) -> None:
    """Ask once more before a role is taken."""
    person = await appointments.roles_of(member.id, callback_data.member_id)
    role = t.plain(f"role-{callback_data.role}")
    yes = callback_data.model_copy(update={"sure": True})
    rows = [
        [t.button("button-roster-take-sure", yes, "danger")],
        [t.button("button-back", PersonRolesButton(member_id=person.member.id))],
    ]
    await show(query, t("roster-take", name=person.member.name, role=role), keyboard(rows))


async def take(
    query: CallbackQuery,
    callback_data: TakeRoleButton,
    member: Member,
    appointments: Appointments,
    t: Texts,
) -> None:
    """Take a role."""
    person = await appointments.take(member.id, callback_data.member_id, callback_data.role)
    await show(query, _words(person, t), _acts(person, member, t))


async def edit(
    query: CallbackQuery,
    callback_data: EditPersonButton,
    member: Member,
    personnel: Personnel,
    forms: Forms,
) -> None:
    """Show what is known of a person, to be corrected."""
    whom = callback_data.member_id
    known = await personnel.entry(member.id, whom)
    await forms.open_for(query, CORRECTION, whom, draft_of(known))


async def add(query: CallbackQuery, forms: Forms) -> None:
    """Begin a new person, or offer the draft of one."""
    await forms.make_new(query, NEWCOMER)


def _prepare(data: Data) -> None:
    require_administrator(data)
    with_forms(data)


ROUTES = Routes(
    prepare=_prepare,
    buttons={
        FindPersonToManageButton: ask,
        PersonRolesButton: open_person,
        GiveRoleButton: give,
        on(TakeRoleButton, sure=False): ask_to_take,
        on(TakeRoleButton, sure=True): take,
        EditPersonButton: edit,
        AddPersonButton: add,
    },
    questions={FIND: find},
)
FORMS = (GRANT, NEWCOMER, CORRECTION, REPLACEMENT)
