"""People who are given or lose a role are told once, and their menu changes, on any occasion."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.people.imports import check
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.roles import MenuChanged, RolesChanged
from bot.domain.people.rows import Column, Row
from bot.services.people.appointments import Appointments
from bot.services.people.imports import Imports
from bot.services.people.members import Members
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import execute, query
from tests.people import joined

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
DINA, ANNA, BORIS, ABSENT = map(MemberId, (1, 2, 3, 4))
INN = "6671000024"
COUNCIL, LEADER, ADMIN = Role.COUNCIL, Role.LEADER, Role.ADMINISTRATOR


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def use(database: Database, clock: FixedClock) -> Appointments:
    await database.write(_people)
    return Appointments(database, clock, some_rules(), administrators=frozenset())


def _people(tx: Stores) -> None:
    fund = tx.organisations.add(OrganisationDetails("Фонд «Закат»", "", INN, None, ""))
    joined(tx, PersonDetails("Дина", roles=frozenset({ADMIN})), NOW)
    joined(tx, PersonDetails("Анна"), NOW, fund)
    joined(tx, PersonDetails("Борис"), NOW, fund)
    tx.members.add(PersonDetails("Глеб"), fund)
    tx.organisations.save_leader(fund, BORIS)


async def told(database: Database) -> dict[MemberId, list[tuple[list[str], list[str]]]]:
    """Return which roles people are told that they were given and lost; then forget it."""
    rows = await query(
        database,
        """
        SELECT member_id, subject -> 'given', subject -> 'taken' FROM notices
         WHERE kind = ? ORDER BY id
        """,
        RolesChanged.kind,
    )
    menus = await query(
        database, "SELECT member_id FROM notices WHERE kind = ? ORDER BY id", MenuChanged.kind
    )
    assert menus == [(member,) for member, *_ in rows], "each has their menu changed as well"
    await execute(database, "DELETE FROM notices")
    found: dict[MemberId, list[tuple[list[str], list[str]]]] = {}
    for member, given, taken in rows:
        found.setdefault(member, []).append((_roles(given), _roles(taken)))
    return found


def _roles(text: str) -> list[str]:
    return [role for role in text.strip("[]").replace('"', "").split(",") if role]


async def test_an_administrator_gives_and_takes(use: Appointments, database: Database) -> None:
    await use.give(DINA, ANNA, COUNCIL)
    assert await told(database) == {ANNA: [(["council"], [])]}
    await use.give(DINA, ANNA, COUNCIL)
    assert await told(database) == {}, "what does not change is not told"
    await use.take(DINA, ANNA, COUNCIL)
    assert await told(database) == {ANNA: [([], ["council"])]}


async def test_the_days_of_a_role_come(
    use: Appointments, database: Database, clock: FixedClock
) -> None:
    await use.give(DINA, ANNA, Role.CHAIR, date(2026, 12, 5), date(2026, 12, 7))
    assert await told(database) == {}
    for day, expected in ((5, (["chair"], [])), (8, ([], ["chair"]))):
        clock.time = datetime(2026, 12, day, 1, tzinfo=UTC)
        await use.apply_planned()
        assert await told(database) == {ANNA: [expected]}


async def test_a_leader_takes_over_from_another(use: Appointments, database: Database) -> None:
    await use.give(DINA, ANNA, LEADER)
    assert await told(database) == {ANNA: [(["leader"], [])], BORIS: [([], ["leader"])]}


def _row(name: str, roles: str) -> Row:
    cells = {Column.ORGANISATION: "Фонд «Закат»", Column.INN: INN}
    return Row(1, {**cells, Column.PERSON: name, Column.ROLES: roles})


@pytest.mark.usefixtures("use")
async def test_a_spreadsheet_is_loaded(database: Database, clock: FixedClock) -> None:
    imports = Imports(database, clock)
    await imports.apply(check([_row("Анна", "leader council"), _row("Глеб", "organiser")]))
    assert await told(database) == {ANNA: [(["leader", "council"], [])], BORIS: [([], ["leader"])]}
    clock.time += timedelta(minutes=1)
    await imports.apply(check([_row("Анна", "council"), _row("Борис", "leader")]))
    assert await told(database) == {ANNA: [([], ["leader"])], BORIS: [(["leader"], [])]}
    audit = await query(
        database,
        "SELECT subject, details ->> 'after' FROM audit WHERE act = 'member.roles' ORDER BY id",
    )
    assert ("member:3", "") in audit, "the leader before is written down as well"


@pytest.mark.usefixtures("use")
async def test_the_configuration_names_somebody(database: Database, clock: FixedClock) -> None:
    configured = frozenset({TelegramId(ANNA)})
    members = Members(database, clock, rules=some_rules(), administrators=configured, language="ru")
    await members.start(TelegramId(ANNA), "Анна")
    assert await told(database) == {ANNA: [(["administrator"], [])]}


async def test_who_has_not_joined_is_told_nothing(use: Appointments, database: Database) -> None:
    await use.give(DINA, ABSENT, COUNCIL)
    assert await told(database) == {}
