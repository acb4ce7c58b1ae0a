import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest

from bot.domain.people.imports import Batch, check
from bot.domain.people.members import Organisation, Role, TelegramId
from bot.domain.people.rows import Column, Row
from bot.services.people import imports as steps
from bot.services.people.imports import Imports
from storage.engine.database import Database, open_database
from tests.clocks import FixedClock
from tests.databases import dump

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
INN = "6671000017"
OTHER_INN = "6671000024"
OGRN = "1026600000019"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        yield database


@pytest.fixture
def imports(database: Database) -> Imports:
    return Imports(database, FixedClock(NOW))


def batch(*rows: dict[str, str]) -> Batch:
    filled = {"organisation": "Рассвет", "inn": INN, "person": "Иванова Мария"}
    return check(
        Row(number, {Column(name): text for name, text in (filled | row).items()})
        for number, row in enumerate(rows, start=2)
    )


async def people(database: Database) -> dict[str, frozenset[Role]]:
    members = await database.read(lambda tx: tx.members.all())
    return {member.name: member.roles for member in members}


async def organisation(database: Database, inn: str = INN) -> Organisation:
    found = await database.read(lambda tx: tx.organisations.by_inn(inn))
    assert found is not None
    return found


def audit(path: Path) -> list[tuple[Any, ...]]:
    db = connect(path / "alliance.sqlite3")
    try:
        return db.execute("SELECT at, actor_id, act, subject, details FROM audit").fetchall()
    finally:
        db.close()


async def test_people_and_their_organisations_come_in(imports: Imports, database: Database) -> None:
    await imports.apply(
        batch({"roles": "leader", "phone": "89221234567", "ogrn": OGRN}, {"person": "Ли Ян"})
    )

    assert await people(database) == {
        "Иванова Мария": frozenset({Role.LEADER}),
        "Ли Ян": frozenset(),
    }
    stored = await organisation(database)
    assert stored.ogrn == OGRN
    leader = await database.read(lambda tx: tx.members.details(stored.leader))  # type: ignore[arg-type]  # there is one
    assert leader.phone == "+79221234567"


async def test_a_preview_tells_what_would_be_and_changes_nothing(
    imports: Imports, database: Database, tmp_path: Path
) -> None:
    rows = batch({}, {"person": "Ли Ян"})
    preview = await imports.preview(rows)

    assert await people(database) == {}
    assert audit(tmp_path) == []
    assert preview == await imports.apply(rows)


@pytest.mark.parametrize(
    "step", ["_save_organisation", "_save_person", "_note_roles", "_save_leader"]
)
async def test_an_import_that_is_cut_off_at_any_step_has_written_nothing(
    imports: Imports, database: Database, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    rows = batch({"roles": "leader chair"}, {"person": "Ли Ян", "inn": OTHER_INN})
    act = getattr(steps, step)

    def dies(*args: Any) -> None:
        act(*args)
        raise InterruptedError

    before = await dump(database)
    with monkeypatch.context() as patch:
        patch.setattr(steps, step, dies)
        with pytest.raises(InterruptedError):
            await imports.apply(rows)
    assert await dump(database) == before
    await imports.apply(rows)
    assert set(await people(database)) == {"Иванова Мария", "Ли Ян"}


async def test_the_same_file_twice_changes_nothing_not_even_the_audit_log(
    imports: Imports, database: Database, tmp_path: Path
) -> None:
    rows = batch({"roles": "leader chair", "ogrn": OGRN}, {"person": "Ли Ян", "delegate": "да"})
    await imports.apply(rows)
    once = (await people(database), await organisation(database), audit(tmp_path))
    again = await imports.apply(rows)

    assert again.changes_nothing
    assert (await people(database), await organisation(database), audit(tmp_path)) == once


async def test_an_import_is_audited_with_its_figures(imports: Imports, tmp_path: Path) -> None:
    await imports.apply(batch({}, {"person": "Ли Ян"}, {"inn": "1"}))

    ((at, actor, act, subject, details),) = audit(tmp_path)
    assert (at, actor, act, subject) == (
        NOW.isoformat(timespec="microseconds"),
        None,
        "import",
        "members",
    )
    assert json.loads(details) == {
        "organisations_added": 1,
        "organisations_changed": 0,
        "people_added": 2,
        "people_changed": 0,
        "unchanged": 0,
        "refused": 1,
    }


async def test_a_changed_row_changes_the_person_and_keeps_what_they_set_themselves(
    imports: Imports, database: Database
) -> None:
    await imports.apply(batch({}))
    (member,) = await database.read(lambda tx: tx.members.all())
    await database.write(lambda tx: tx.members.bind(member.id, TelegramId(7), NOW))
    await database.write(lambda tx: tx.members.save_language(member.id, "en"))

    plan = await imports.apply(
        batch({"person": "ИВАНОВА Мария", "position": "директор", "organisation": "Восход"})
    )

    (changed,) = await database.read(lambda tx: tx.members.all())
    assert (changed.id, changed.name, changed.position) == (member.id, "ИВАНОВА Мария", "директор")
    assert (changed.telegram_id, changed.language) == (7, "en")
    assert changed.organisation_name == "Восход"
    assert plan.counts()["people_changed"] == plan.counts()["organisations_changed"] == 1


async def test_a_new_leader_takes_over_from_one_whom_the_file_does_not_name(
    imports: Imports, database: Database
) -> None:
    await imports.apply(batch({"roles": "leader"}))
    await imports.apply(batch({"person": "Ли Ян", "roles": "leader"}))

    assert await people(database) == {
        "Иванова Мария": frozenset(),
        "Ли Ян": frozenset({Role.LEADER}),
    }


@pytest.mark.parametrize("turn", [1, -1])
async def test_leaders_change_places_in_any_order_of_rows(
    imports: Imports, database: Database, turn: int
) -> None:
    await imports.apply(batch({"roles": "leader"}, {"person": "Ли Ян"}))
    await imports.apply(batch(*[{}, {"person": "Ли Ян", "roles": "leader"}][::turn]))

    assert (await people(database))["Ли Ян"] == {Role.LEADER}
    assert (await people(database))["Иванова Мария"] == frozenset()


async def test_an_organisation_can_be_left_without_a_leader(
    imports: Imports, database: Database
) -> None:
    await imports.apply(batch({"roles": "leader"}))
    plan = await imports.apply(batch({}))

    assert [change.fields for change in plan.people] == [("roles",)]
    assert (await organisation(database)).leader is None


async def test_people_of_one_name_in_two_organisations_are_two(
    imports: Imports, database: Database
) -> None:
    await imports.apply(batch({}, {"inn": OTHER_INN, "organisation": "Закат"}))

    members = await database.read(lambda tx: tx.members.all())
    assert [member.name for member in members] == ["Иванова Мария"] * 2


async def test_an_ogrn_of_another_organisation_is_refused_before_the_database_does(
    imports: Imports, database: Database
) -> None:
    await imports.apply(batch({"ogrn": OGRN}))
    plan = await imports.apply(
        batch({"inn": OTHER_INN, "organisation": "Закат", "ogrn": OGRN}, {"person": "Ли Ян"})
    )

    assert [row.number for row in plan.refused] == [2]
    assert set(await people(database)) == {"Иванова Мария", "Ли Ян"}


async def test_who_gains_or_loses_roles_is_audited_by_name_of_the_role(
    imports: Imports, tmp_path: Path
) -> None:
    await imports.apply(batch({"roles": "administrator, council"}, {"person": "Ли Ян"}))
    await imports.apply(batch({"roles": ""}, {"person": "Ли Ян", "position": "Юрист"}))

    roles = [row[3:] for row in audit(tmp_path) if row[2] == "member.roles"]
    assert [(subject, json.loads(details)) for subject, details in roles] == [
        ("member:1", {"before": "", "after": "administrator, council"}),
        ("member:1", {"before": "administrator, council", "after": "administrator"}),
    ]
