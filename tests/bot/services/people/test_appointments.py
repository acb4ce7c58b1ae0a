"""Administrators give and take roles, from a day on and until a day, and add people."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.people import refusals
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.roles import Term
from bot.domain.refusals import OnlyForAdministrators, Refusal
from bot.services.people.appointments import Appointments
from storage.engine.database import Database, open_database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import joined

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
TODAY = date(2026, 12, 1)
DINA, ANNA, BORIS, GUEST, CONFIGURED = map(MemberId, (1, 2, 3, 4, 5))
ADMIN, COUNCIL, LEADER = Role.ADMINISTRATOR, Role.COUNCIL, Role.LEADER


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        await database.write(_people)
        yield database


def _people(tx: Stores) -> None:
    fund = tx.organisations.add(OrganisationDetails("Фонд «Закат»", "", "6671000024", None, ""))
    joined(tx, PersonDetails("Дина", roles=frozenset({ADMIN})), NOW)
    joined(tx, PersonDetails("Анна Орлова"), NOW, fund)
    joined(tx, PersonDetails("Борис"), NOW, fund)
    tx.organisations.save_leader(fund, BORIS)
    tx.members.add_guest("Гость")
    joined(tx, PersonDetails("Вера", roles=frozenset({ADMIN})), NOW, telegram_id=77)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def use(database: Database, clock: FixedClock) -> Appointments:
    configured = frozenset({TelegramId(77)})
    return Appointments(database, clock, some_rules(), administrators=configured)


async def audited(database: Database, act: str) -> list[tuple[int | None, str, dict[str, str]]]:
    rows = await query(
        database, "SELECT actor_id, subject, details FROM audit WHERE act = ? ORDER BY id", act
    )
    return [(actor, subject, json.loads(details)) for actor, subject, details in rows]


async def held(database: Database, member: MemberId) -> set[Role]:
    return set((await database.read(lambda tx: tx.members.details(member))).roles)


async def steps_down(database: Database, member: MemberId) -> None:
    await database.write(lambda tx: tx.members.remove_role(member, ADMIN))


async def test_a_role_is_given_from_today_and_taken_with_a_line_of_the_audit_log_each(
    use: Appointments, database: Database
) -> None:
    given = await use.give(DINA, ANNA, COUNCIL)
    assert given.terms == (Term(COUNCIL, begun=True, since=TODAY),)
    taken = await use.take(DINA, ANNA, COUNCIL)
    assert taken.terms == ()
    assert await audited(database, "member.roles") == [
        (DINA, "member:2", {"before": "", "after": "council"}),
        (DINA, "member:2", {"before": "council", "after": ""}),
    ]


async def test_a_role_begins_on_its_day_and_ends_after_its_last_day(
    use: Appointments, database: Database, clock: FixedClock
) -> None:
    since, until = date(2026, 12, 5), date(2026, 12, 7)
    planned = await use.give(DINA, ANNA, COUNCIL, since, until)
    assert planned.terms == (Term(COUNCIL, begun=False, since=since, until=until),)
    assert await use.apply_planned() == 0
    assert await held(database, ANNA) == set()

    clock.time = datetime(2026, 12, 4, 19, 1, tzinfo=UTC)  # past midnight in Yekaterinburg
    assert await use.apply_planned() == 1
    assert await held(database, ANNA) == {COUNCIL}
    assert (await use.roles_of(DINA, ANNA)).terms == (Term(COUNCIL, True, since, until),)

    clock.time = datetime(2026, 12, 7, 18, 59, tzinfo=UTC)
    assert await use.apply_planned() == 0
    clock.time += timedelta(minutes=2)
    assert await use.apply_planned() == 1
    assert await held(database, ANNA) == set()
    assert await audited(database, "member.roles") == [
        (None, "member:2", {"before": "", "after": "council"}),
        (None, "member:2", {"before": "council", "after": ""}),
    ]


async def test_a_role_that_another_one_brings_along_is_not_given_before_its_day(
    use: Appointments, database: Database
) -> None:
    await use.give(DINA, ANNA, Role.CHAIR)
    await use.give(DINA, ANNA, COUNCIL, date(2026, 12, 5))
    assert await held(database, ANNA) == {Role.CHAIR}


async def test_what_is_planned_is_undone_by_taking_it(
    use: Appointments, database: Database, clock: FixedClock
) -> None:
    await use.give(DINA, ANNA, COUNCIL, date(2026, 12, 5), date(2026, 12, 7))
    assert (await use.take(DINA, ANNA, COUNCIL)).terms == ()
    clock.time += timedelta(days=30)
    assert await use.apply_planned() == 0
    assert await held(database, ANNA) == set()


async def test_the_last_administrator_keeps_the_role(use: Appointments, database: Database) -> None:
    await use.give(DINA, ANNA, ADMIN)
    await steps_down(database, CONFIGURED)
    await use.take(ANNA, DINA, ADMIN)
    with pytest.raises(refusals.LastAdministrator):
        await use.take(ANNA, ANNA, ADMIN)
    with pytest.raises(refusals.LastAdministrator):
        await use.give(ANNA, ANNA, ADMIN, None, TODAY)
    assert await held(database, ANNA) == {ADMIN}


async def test_an_administrator_who_has_not_joined_does_not_count_as_another(
    use: Appointments, database: Database
) -> None:
    await steps_down(database, CONFIGURED)
    absent = PersonDetails("Глеб", roles=frozenset({ADMIN}))
    await database.write(lambda tx: tx.members.add(absent, None))
    with pytest.raises(refusals.LastAdministrator):
        await use.take(DINA, DINA, ADMIN)


async def test_the_last_administrator_keeps_a_role_whose_last_day_is_over(
    use: Appointments, database: Database, clock: FixedClock
) -> None:
    await use.give(DINA, ANNA, ADMIN, None, TODAY)
    for member in (DINA, CONFIGURED):
        await steps_down(database, member)
    clock.time += timedelta(days=1)
    assert await use.apply_planned() == 0
    assert await held(database, ANNA) == {ADMIN}
    ((_, subject, details),) = await audited(database, "member.roles_kept")
    assert (subject, details["reason"]) == ("member:2", "LastAdministrator")
    assert await use.apply_planned() == 0, "it is not tried again"


async def test_the_configuration_prevails_over_taps(use: Appointments) -> None:
    with pytest.raises(refusals.AdministratorByConfiguration):
        await use.take(DINA, CONFIGURED, ADMIN)


async def test_a_new_leader_takes_over_from_the_one_before_and_both_are_noted(
    use: Appointments, database: Database
) -> None:
    await use.give(DINA, ANNA, LEADER)
    assert await held(database, ANNA) == {LEADER}
    assert await held(database, BORIS) == set()
    assert {subject for _, subject, _ in await audited(database, "member.roles")} == {
        "member:2",
        "member:3",
    }
    await use.take(DINA, ANNA, LEADER)
    assert await held(database, ANNA) == set()


@pytest.mark.parametrize(
    ("member", "role", "since", "until", "refusal"),
    [
        (ANNA, COUNCIL, TODAY - timedelta(days=1), None, refusals.RoleDaysPast),
        (ANNA, COUNCIL, None, TODAY - timedelta(days=1), refusals.RoleDaysPast),
        (ANNA, COUNCIL, date(2027, 1, 2), date(2027, 1, 1), refusals.RoleDaysReversed),
        (ANNA, COUNCIL, date(2099, 1, 1), None, refusals.RoleDaysTooFar),
        (DINA, LEADER, None, None, refusals.RoleNeedsOrganisation),
        (GUEST, COUNCIL, None, None, refusals.RoleNotForGuests),
        (MemberId(99), COUNCIL, None, None, refusals.PersonNotFound),
    ],
)
async def test_what_makes_no_sense_is_refused_and_changes_nothing(
    use: Appointments,
    database: Database,
    member: MemberId,
    role: Role,
    since: date | None,
    until: date | None,
    refusal: type[Refusal],
) -> None:
    with pytest.raises(refusal):
        await use.give(DINA, member, role, since, until)
    assert await query(database, "SELECT * FROM audit") == []


async def test_a_role_that_is_not_held_cannot_be_taken(use: Appointments) -> None:
    with pytest.raises(refusals.RoleNotHeld):
        await use.take(DINA, ANNA, COUNCIL)


async def test_nobody_but_administrators_does_any_of_it(
    use: Appointments, database: Database
) -> None:
    await database.write(lambda tx: tx.members.add_role(ANNA, Role.ORGANISER, TODAY))
    for act in (
        use.find(ANNA, "Анна"),
        use.roles_of(ANNA, ANNA),
        use.give(ANNA, ANNA, ADMIN),
        use.take(ANNA, DINA, ADMIN),
    ):
        with pytest.raises(OnlyForAdministrators):
            await act
    assert await query(database, "SELECT * FROM audit") == []


async def test_people_are_found_by_name_and_by_organisation_but_guests_are_not(
    use: Appointments,
) -> None:
    assert [one.name for one in await use.find(DINA, "орлова")] == ["Анна Орлова"]
    assert [one.name for one in await use.find(DINA, "закат")] == ["Анна Орлова", "Борис"]
    assert await use.find(DINA, "гость") == []
    assert await use.find(DINA, "  ") == []
