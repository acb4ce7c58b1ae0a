"""The fields that the forms of a person share: the organisation, texts as in a spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from bot.domain.people.members import Member, Organisation
from bot.domain.people.rows import Column, check_cell
from bot.services.people.personnel import Personnel
from handlers.forms.context import Filling
from handlers.forms.fields import Text
from handlers.forms.form import Field, given
from handlers.forms.lists import Choice, Option
from handlers.forms.people import Searched, is_called

NONE, NEW = 0, -1
"""Ids of no organisation, and of one that is yet to be added."""

ASKED_NEXT = frozenset({"inn", "house", "patronymic"})
"""Fields that follow the organisation or the name whenever that is taken."""


class PersonDraft(BaseModel):
    """What is known of a person; `inn` and `house` are those of a new organisation."""

    organisation: int | None = None
    inn: str | None = None
    house: str | None = None
    name: str | None = None
    patronymic: str | None = None
    position: str | None = None
    phone: str | None = None
    email: str | None = None
    delegate: bool | None = None


async def organisations_of(
    _form: Filling, personnel: Personnel, member: Member
) -> list[Organisation]:
    """Return all organisations."""
    return await personnel.organisations(member.id)


def _called(house: Organisation) -> str:
    return house.short_name or house.name


@dataclass(eq=False)
class House(Searched):
    """The organisation that the person is of; above all others stands `beside`, an id of none."""

    beside: int = NEW

    async def offered(self, form: Filling) -> list[Option]:
        """Return the organisations of that name, all of them before one is typed."""
        houses: list[Organisation] = await form.call(organisations_of)
        chosen = form.draft.organisation
        words = form.label("organisation-new" if self.beside == NEW else "organisation-none")
        return [
            Option(f"{self.beside}", words, self.beside == chosen),
            *(
                Option(f"{one.id}", _called(one), one.id == chosen)
                for one in houses
                if is_called(f"{one.name} {one.short_name}", form)
            ),
        ]

    async def take(self, form: Filling, value: Any) -> None:
        """Store the organisation; a person who moves may not speak for the new one yet.

        A new one is described next, also when it is chosen again.
        """
        form.draft.inn = form.draft.house = None
        if value != form.draft.organisation:
            form.draft.delegate = None
        await super().take(form, value)


@dataclass(eq=False)
class Cell(Text):
    """A text that is checked as the same cell of a spreadsheet is."""

    def expected(self, form: Filling) -> str:
        """Ask for a text."""
        return "person-new-expected"


class Name(Cell):
    """The name; the patronymic is asked for next, also when the name is corrected."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store the name."""
        form.draft.patronymic = None
        await super().take(form, value)


def checked(column: Column) -> Callable[[str], str]:
    """Return what checks a cell of a column."""
    return partial(check_cell, column)


async def _yes_or_no(form: Filling) -> list[Option]:
    return [Option(one, form.label(f"delegate-{one}")) for one in ("yes", "no")]


def _represents(form: Filling) -> bool:
    return bool(form.draft.organisation != NONE)


def own_fields() -> tuple[Field, ...]:
    """Return the fields of the person alone, in the order in which they are asked for."""
    return (
        Name("name", checked(Column.PERSON), keep=False),
        Cell("patronymic", checked(Column.PATRONYMIC), skip=True, keep=False),
        Cell("position", checked(Column.POSITION), skip=True, keep=False),
        Cell("phone", checked(Column.PHONE), skip=True, keep=False),
        Cell("email", checked(Column.EMAIL), skip=True, keep=False),
        Choice(
            "delegate", options=_yes_or_no, read="yes".__eq__, width=2, keep=False, when=_represents
        ),
    )


async def summary(form: Filling) -> dict[str, str | bool]:
    """Return what a preview says of the person."""
    houses: list[Organisation] = await form.call(organisations_of)
    draft = form.draft
    names = {one.id: _called(one) for one in houses}
    house = draft.house if draft.organisation == NEW else names.get(draft.organisation)
    return {
        "name": given(draft.name),
        "patronymic": draft.patronymic or "—",
        "organisation": house or "—",
        "position": draft.position or "—",
        "phone": draft.phone or "—",
        "email": draft.email or "—",
        "delegate": bool(draft.delegate),
    }
