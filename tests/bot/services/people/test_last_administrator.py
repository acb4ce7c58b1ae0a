"""Whatever is done in the chat, an administrator who has joined is left."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.people import refusals
from bot.domain.people.imports import check
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.rows import Column, Row
from bot.domain.refusals import Refusal
from bot.services.people.appointments import Appointments
from bot.services.people.duplicates import Duplicates
from bot.services.people.members import Members
from bot.services.people.uploads import Upload, Uploads
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import joined

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
DINA, ANNA, ABSENT = map(MemberId, (1, 2, 3))
ADMIN = Role.ADMINISTRATOR
INN = "6671000024"


@dataclass
class Office:
    """What is done with people, in one alliance with one administrator, Dina."""

    database: Database
    clock: FixedClock

    def __post_init__(self) -> None:
        common = (self.database, self.clock, some_rules())
        self.roles = Appointments(*common, administrators=frozenset())
        self.duplicates = Duplicates(*common)
        self.uploads = Uploads(*common, valid_for=timedelta(days=7))
        self.members = Members(
            self.database, self.clock, rules=some_rules(), administrators=frozenset(), language="ru"
        )


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    await database.write(_people)
    yield Office(database, FixedClock(NOW))
    administrators = await database.read(
        lambda tx: [one.id for one in tx.members.all() if one.is_administrator and one.has_joined]
    )
    assert administrators == [DINA]


def _people(tx: Stores) -> None:
    fund = tx.organisations.add(OrganisationDetails("Фонд «Закат»", "", INN, None, ""))
    joined(tx, PersonDetails("Дина", roles=frozenset({ADMIN})), NOW, fund)
    joined(tx, PersonDetails("Анна"), NOW)
    tx.members.add(PersonDetails("Глеб", roles=frozenset({ADMIN})), None)


async def takes_it(office: Office) -> None:
    await office.roles.take(DINA, DINA, ADMIN)


async def lets_it_end(office: Office) -> None:
    await office.roles.give(DINA, DINA, ADMIN, None, NOW.date())


async def erases_herself(office: Office) -> None:
    await office.members.erase(DINA)


async def merges_herself(office: Office) -> None:
    """The record that is kept has an account, and has not consented."""
    unfinished = TelegramId(99)
    await office.database.write(lambda tx: tx.members.bind(ABSENT, unfinished, NOW))
    await office.duplicates.merge(DINA, ABSENT, DINA)


WAYS = {
    takes_it: refusals.LastAdministrator,
    lets_it_end: refusals.LastAdministrator,
    erases_herself: refusals.OnlyAdministratorStays,
    merges_herself: refusals.LastAdministrator,
}


@pytest.mark.parametrize(("way", "refusal"), WAYS.items())
async def test_the_last_administrator_stays_and_is_told_why(
    office: Office, way: Callable[[Office], Awaitable[None]], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await way(office)
    assert await query(office.database, "SELECT * FROM audit") == []
    assert await query(office.database, "SELECT * FROM tombstones") == []


async def test_a_day_that_was_planned_while_there_was_another_takes_nothing(office: Office) -> None:
    await office.roles.give(DINA, ANNA, ADMIN)
    await office.roles.give(DINA, DINA, ADMIN, None, NOW.date())
    await office.members.erase(ANNA)
    office.clock.time += timedelta(days=1)
    assert await office.roles.apply_planned() == 0


async def test_a_spreadsheet_without_the_role_takes_nothing(office: Office) -> None:
    cells = {Column.ORGANISATION: "Фонд «Закат»", Column.INN: INN, Column.PERSON: "Дина"}
    batch, upload = check([Row(2, {**cells, Column.ROLES: "council"})]), Upload("file", "a.xlsx")
    await office.uploads.preview(DINA, upload, batch)
    await office.uploads.apply(DINA, upload, batch)


async def test_who_is_not_the_last_may_go(office: Office) -> None:
    await office.roles.give(DINA, ANNA, ADMIN, until=date(2027, 1, 1))
    await office.members.erase(ANNA)
