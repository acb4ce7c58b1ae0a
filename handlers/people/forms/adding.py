"""The form that adds a person to an organisation of the alliance."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from bot.domain.people.members import Member, Organisation, OrganisationId
from bot.domain.people.rows import Column, check_cell
from bot.services.people.appointments import Appointments, NewPerson
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.people import Searched, is_called
from handlers.forms.screens import leave_button
from handlers.people.callbacks import PersonRolesButton
from handlers.ui.buttons import pairs
from handlers.ui.callbacks import FindPersonToManageButton

EDITED = ("organisation", "name", "position", "phone", "email", "delegate")


class Newcomer(BaseModel):
    """What is known of a new person."""

    organisation: int | None = None
    name: str | None = None
    position: str | None = None
    phone: str | None = None
    email: str | None = None
    delegate: bool | None = None


async def _organisations(
    _form: Filling, appointments: Appointments, member: Member
) -> list[Organisation]:
    return await appointments.organisations(member.id)


def _called(house: Organisation) -> str:
    return house.short_name or house.name


@dataclass(eq=False)
class House(Searched):
    """The organisation that the person is of."""

    async def offered(self, form: Filling) -> list[Option]:
        """Return the organisations of that name, all of them before one is typed."""
        houses: list[Organisation] = await form.call(_organisations)
        chosen = form.draft.organisation
        return [
            Option(f"{one.id}", _called(one), one.id == chosen)
            for one in houses
            if is_called(f"{one.name} {one.short_name}", form)
        ]


@dataclass(eq=False)
class Cell(Text):
    """A text that is checked as the same cell of a spreadsheet is."""

    def expected(self, form: Filling) -> str:
        """Ask for a text."""
        return "person-new-expected"


def _checked(column: Column) -> Callable[[str], str]:
    return partial(check_cell, column)


async def _yes_or_no(form: Filling) -> list[Option]:
    return [Option(one, form.label(f"delegate-{one}")) for one in ("yes", "no")]


async def _preview(form: FormContext[Newcomer]) -> View:
    houses: list[Organisation] = await form.call(_organisations)
    draft = form.draft
    house = next((_called(one) for one in houses if one.id == draft.organisation), "—")
    words = form.words(
        "preview",
        name=given(draft.name),
        organisation=house,
        position=draft.position or "—",
        phone=draft.phone or "—",
        email=draft.email or "—",
        delegate=bool(draft.delegate),
    )
    edits = pairs(form.goes(form.label(f"edit-{name}"), name) for name in EDITED)
    add = form.button(form.label("add"), "submit", style="success")
    return View(words, [[add], *edits, [leave_button(form)]])


async def _add(form: FormContext[Newcomer], appointments: Appointments, member: Member) -> Ending:
    draft = form.draft
    new = NewPerson(
        given(draft.name),
        draft.position or "",
        draft.phone or "",
        draft.email or "",
        delegate=bool(draft.delegate),
    )
    added = await appointments.add(member.id, OrganisationId(given(draft.organisation)), new)
    button = PersonRolesButton(member_id=added.member.id)
    return Ending(form.words("added", name=added.member.name), form.label("to-person"), button)


async def _discarded(form: FormContext[Newcomer]) -> Ending:
    label = form.t.plain("button-admin-people")
    return Ending(form.t("wizard-discarded"), label, FindPersonToManageButton())


NEWCOMER = Form(
    name="person-new",
    draft=Newcomer,
    fields=(
        House("organisation", read=int, keep=False),
        Cell("name", _checked(Column.PERSON), keep=False),
        Cell("position", _checked(Column.POSITION), skip=True, keep=False),
        Cell("phone", _checked(Column.PHONE), skip=True, keep=False),
        Cell("email", _checked(Column.EMAIL), skip=True, keep=False),
        Choice("delegate", options=_yes_or_no, read="yes".__eq__, width=2, keep=False),
    ),
    preview=_preview,
    submit=_add,
    discard=_discarded,
    texts="person-new",
)
