"""The form that gives a person a role: which, from which day, until which."""

from dataclasses import dataclass
from datetime import date

from aiogram.types import Message
from pydantic import BaseModel

from bot.domain.moments import read_start
from bot.domain.people.members import Member, MemberId, Role
from bot.domain.people.roles import PersonRoles, check_days, require_organisation
from bot.services.people.appointments import Appointments
from handlers.forms.calendars import day_rows, read_day
from handlers.forms.context import Filling, FormContext
from handlers.forms.form import Ending, Field, Form, View, given
from handlers.forms.lists import Choice, Option
from handlers.forms.screens import leave_button, unchanged
from handlers.forms.times import DAY, MONTH
from handlers.people.callbacks import PersonRolesButton

UNLIMITED = ""
"""From today, or for good."""


class Grant(BaseModel):
    """A role and its days, as ISO dates."""

    role: Role | None = None
    since: str | None = None
    until: str | None = None


async def _person_of(form: Filling, appointments: Appointments, member: Member) -> PersonRoles:
    return await appointments.roles_of(member.id, MemberId(form.concerned))


@dataclass(eq=False)
class RoleChoice(Choice):
    """One of the roles; those that the person has are marked."""

    async def words(self, form: Filling) -> str:
        """Say whose role it is."""
        person: PersonRoles = await form.call(_person_of)
        return form.words("role", name=person.member.name)

    async def offered(self, form: Filling) -> list[Option]:
        """Return the roles that can be given to the person."""
        person: PersonRoles = await form.call(_person_of)
        has = {term.role for term in person.terms}
        return [
            Option(role.value, form.t.plain(f"role-{role}"), role in has)
            for role in Role
            if role is not Role.LEADER or person.member.organisation is not None
        ]


@dataclass(eq=False)
class RoleDay(Field):
    """A day by calendar or typed, or none."""

    async def view(self, form: Filling) -> View:
        """Return the calendar below the button that names no day."""
        month = date.fromisoformat(form.shown.get(MONTH, f"{form.today}"))
        none = form.button(form.label(f"{self.key}-none"), "skip")
        return View(form.words(self.key), [[none], *day_rows(form, month)])

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Turn the calendar, take a day or none."""
        day = read_day(form, value) if key in {DAY, MONTH} else None
        if key == MONTH and day is not None:
            form.shown[MONTH] = value
        elif key == DAY and day is not None:
            await self._take_day(form, day)
        elif key == "skip":
            await self.take(form, UNLIMITED)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Take a day as people write it."""
        if message.text is None:
            return False
        day, _ = read_start(message.text, form.today)
        await self._take_day(form, day)
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a day."""
        return "wizard-day-expected"

    async def _take_day(self, form: Filling, day: date) -> None:
        since = day if self.name == "since" else _day(form.draft.since)
        until = day if self.name == "until" else None
        check_days(since, until, form.today)
        await self.take(form, day.isoformat())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


async def _preview(form: FormContext[Grant]) -> View:
    person: PersonRoles = await form.call(_person_of)
    draft, t = form.draft, form.t
    since, until = _day(draft.since), _day(draft.until)
    require_organisation(person.member, given(draft.role))
    words = form.words(
        "preview",
        name=person.member.name,
        role=t.plain(f"role-{given(draft.role)}"),
        later=since is not None,
        since=t.date(since or form.today),
        limited=until is not None,
        until=t.date(until or form.today),
    )
    give = form.button(form.label("give"), "submit", style="success")
    back = form.goes(t.plain("button-back"), "until")
    return View(words, [[give], [back, leave_button(form)]])


async def _give(form: FormContext[Grant], appointments: Appointments, member: Member) -> Ending:
    draft = form.draft
    after = await appointments.give(
        member.id, MemberId(form.concerned), given(draft.role), _day(draft.since), _day(draft.until)
    )
    return _at_person(form, form.words("given", name=after.member.name))


def _at_person(form: FormContext[Grant], words: str) -> Ending:
    return Ending(
        words, form.label("to-person"), PersonRolesButton(member_id=MemberId(form.concerned))
    )


GRANT = Form(
    name="person-role",
    draft=Grant,
    fields=(
        RoleChoice("role", read=Role, keep=False),
        RoleDay("since", keep=False),
        RoleDay("until", keep=False),
    ),
    preview=_preview,
    submit=_give,
    discard=unchanged(_at_person),
    texts="grant",
)
