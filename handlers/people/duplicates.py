"""A person's card → «Объединить с другой записью»: two records of one person become one."""

from collections.abc import Iterable, Sequence

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.people.duplicates import Merged
from bot.domain.people.members import Member, MemberId, Role
from bot.services.people.appointments import Appointments
from bot.services.people.duplicates import Duplicates
from bot.services.prompts import Prompt, Prompts
from handlers.people.callbacks import MergeButton, MergeWithButton, PersonRolesButton
from handlers.ui.administrators import require_administrator
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.edits import show
from handlers.ui.pages import PAGE
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

SECOND = "second-record"


async def ask(
    query: CallbackQuery,
    callback_data: MergeButton,
    member: Member,
    appointments: Appointments,
    duplicates: Duplicates,
    prompts: Prompts,
    t: Texts,
) -> None:
    """Ask for the second record, and offer those with the same name."""
    whom = callback_data.member_id
    person = (await appointments.roles_of(member.id, whom)).member
    others = await duplicates.suspects(member.id, whom)
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(SECOND, whom))
    words = t("merge-ask", name=person.name, namesakes=len(others))
    await show(query, words, keyboard(_found(whom, others, t)))


async def find(
    message: Message, member: Member, prompt: Prompt, appointments: Appointments, t: Texts
) -> None:
    """Show the people of the typed name; it can be typed again."""
    found = await appointments.find(member.id, message.text or "")
    others = [one for one in found if one.id != prompt.subject]
    words = t("roster-found", count=len(others), more=max(0, len(others) - PAGE))
    rows = _found(MemberId(prompt.subject), others, t)
    await message.answer(words, reply_markup=keyboard(rows))


def _found(whom: MemberId, others: Sequence[Member], t: Texts) -> list[Row]:
    back = t.button("button-back", PersonRolesButton(member_id=whom))
    return [*([_line(whom, one)] for one in others[:PAGE]), [back]]


def _line(whom: MemberId, other: Member) -> InlineKeyboardButton:
    return button(short(_called(other)), MergeWithButton(member_id=whom, other_id=other.id))


def _called(member: Member) -> str:
    return " · ".join(filter(None, (member.name, member.organisation_name)))


async def preview(
    query: CallbackQuery,
    callback_data: MergeWithButton,
    member: Member,
    duplicates: Duplicates,
    t: Texts,
) -> None:
    """Show what merging would do; either record can be the one that stays."""
    one, other = callback_data.member_id, callback_data.other_id
    merged = await duplicates.preview(member.id, one, other)
    yes = callback_data.model_copy(update={"sure": True})
    swapped = MergeWithButton(member_id=other, other_id=one)
    rows = [
        [t.button("button-merge-sure", yes, "danger")],
        [t.button("button-merge-swap", swapped)],
        [t.button("button-back", PersonRolesButton(member_id=one))],
    ]
    await show(query, _words(merged, t), keyboard(rows))


def _words(merged: Merged, t: Texts) -> str:
    return t(
        "merge-preview",
        kept=_called(merged.kept),
        gone=_called(merged.given_up),
        roles=_roles(merged.roles, t),
        lost=_roles(merged.lost, t),
        moved=merged.moved,
        double=merged.double,
        accounts=merged.accounts,
        votes=merged.votes,
    )


def _roles(roles: Iterable[Role], t: Texts) -> str:
    return t.listed([t.plain(f"role-{role}") for role in sorted(roles)]) if roles else "none"


async def merge(
    query: CallbackQuery,
    callback_data: MergeWithButton,
    member: Member,
    duplicates: Duplicates,
    t: Texts,
) -> None:
    """Merge the two records."""
    kept = await duplicates.merge(member.id, callback_data.member_id, callback_data.other_id)
    back = [t.button("person-new-to-person", PersonRolesButton(member_id=kept.id))]
    await show(query, t("merge-done"), keyboard([back]))


ROUTES = Routes(
    prepare=require_administrator,
    buttons={
        MergeButton: ask,
        on(MergeWithButton, sure=False): preview,
        on(MergeWithButton, sure=True): merge,
    },
    questions={SECOND: find},
)
