"""Administrators add people, correct their data, and move them to another organisation."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.directory.cards import CardDetails, ContactKind
from bot.domain.people import refusals
from bot.domain.people.handovers import Handover
from bot.domain.people.invitations import Authority
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import (
    OrganisationDetails,
    OrganisationEntry,
    PersonDetails,
    PersonEntry,
)
from bot.domain.refusals import OnlyForAdministrators
from bot.services.people.invitations import issue
from bot.services.people.personnel import Personnel
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import joined

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
DINA, ANNA, BORIS, GUEST = map(MemberId, (1, 2, 3, 4))
FUND, HOME = OrganisationId(1), OrganisationId(2)
INN, OTHER_INN, NEW_INN = "6671000024", "6671000017", "9601000019"


@pytest.fixture
async def use(database: Database) -> Personnel:
    await database.write(_people)
    return Personnel(database, FixedClock(NOW), some_rules())


def _people(tx: Stores) -> None:
    fund = tx.organisations.add(OrganisationDetails("Фонд «Закат»", "", INN, None, ""))
    tx.organisations.add(OrganisationDetails("Тёплый дом", "", OTHER_INN, None, ""))
    joined(tx, PersonDetails("Дина", roles=frozenset({Role.ADMINISTRATOR})), NOW)
    anna = PersonDetails("Анна Орлова", "Юрист", delegate=True, document="решение № 1")
    joined(tx, anna, NOW, fund)
    joined(tx, PersonDetails("Борис"), NOW, fund)
    tx.organisations.save_leader(fund, ANNA)
    tx.members.add_guest("Гость")


async def details(database: Database, member: MemberId) -> PersonDetails:
    return await database.read(lambda tx: tx.members.details(member))


async def audited(database: Database) -> list[tuple[str, int, dict[str, object]]]:
    rows = await query(database, "SELECT act, actor_id, details FROM audit ORDER BY id")
    return [(act, actor, json.loads(text)) for act, actor, text in rows]


async def test_a_person_is_added_as_an_import_adds_them(use: Personnel, database: Database) -> None:
    entry = PersonEntry(
        FUND,
        "  Глеб   Лис ",
        "Ильич",
        "Юрист",
        "8 343 371-12-34",
        "gleb@example.org",
        delegate=True,
    )
    added = await use.add(DINA, entry)
    assert (added.name, added.delegate, added.organisation) == ("Глеб Лис", True, FUND)
    known = await details(database, added.id)
    assert (known.phone, known.email) == ("+73433711234", "gleb@example.org")
    assert known.patronymic == "Ильич"
    acts = await audited(database)
    assert ("member.add", DINA, {}) in acts
    assert (await details(database, ANNA)).roles == {Role.LEADER}, "the rest stays as it was"

    with pytest.raises(refusals.PersonKnown):
        await use.add(DINA, PersonEntry(FUND, "глеб лис"))
    for wrong in (
        PersonEntry(FUND, ""),
        PersonEntry(FUND, "Я" * 201),
        PersonEntry(FUND, "Я", phone="12"),
    ):
        with pytest.raises(refusals.CellRefused):
            await use.add(DINA, wrong)
    with pytest.raises(refusals.OrganisationNotFound):
        await use.add(DINA, PersonEntry(OrganisationId(99), "Глеб"))


async def test_a_new_organisation_comes_with_its_first_person(
    use: Personnel, database: Database
) -> None:
    new = OrganisationEntry("АНО «Новая»", NEW_INN)
    added = await use.add(DINA, PersonEntry(None, "Глеб Лис"), new)
    assert added.organisation_name == "АНО «Новая»"
    again = OrganisationEntry("АНО «Другая»", INN)
    with pytest.raises(refusals.OrganisationKnown) as refused:
        await use.add(DINA, PersonEntry(None, "Яна"), again)
    assert refused.value.name == "Фонд «Закат»"
    with pytest.raises(refusals.CellRefused):
        await use.add(DINA, PersonEntry(None, "Яна"), OrganisationEntry("АНО", "123"))
    names = await query(database, "SELECT name FROM organisations WHERE inn = ?", INN)
    assert names == [("Фонд «Закат»",)], "an organisation that is known keeps its name"


async def test_what_is_corrected_is_checked_as_an_import_checks_it(
    use: Personnel, database: Database
) -> None:
    seen = await use.entry(DINA, ANNA)
    entry = replace(seen, name=" Анна  Лис ", patronymic="Ильинична", phone="8 343 371-12-34")
    saved = await use.correct(DINA, ANNA, seen, entry)
    assert saved.name == "Анна Лис"
    known = await details(database, ANNA)
    assert (known.phone, known.patronymic) == ("+73433711234", "Ильинична")
    assert known.roles == {Role.LEADER}
    assert known.document == "решение № 1"
    acts = await audited(database)
    assert acts == [("member.correct", DINA, {"parts": "name, phone, patronymic"})]

    seen = await use.entry(DINA, ANNA)
    for wrong in (replace(seen, name=""), replace(seen, email="никакая")):
        with pytest.raises(refusals.CellRefused):
            await use.correct(DINA, ANNA, seen, wrong)
    with pytest.raises(refusals.PersonKnown):
        await use.correct(DINA, ANNA, seen, replace(seen, name="борис"))
    await use.correct(DINA, ANNA, seen, seen)
    assert await audited(database) == acts, "what changes nothing is not written down"


async def test_the_second_of_two_who_correct_the_same_person_is_told(use: Personnel) -> None:
    seen = await use.entry(DINA, ANNA)
    await use.correct(DINA, ANNA, seen, replace(seen, position="Директор"))
    with pytest.raises(refusals.PersonChangedMeanwhile):
        await use.correct(DINA, ANNA, seen, replace(seen, email="anna@example.org"))
    assert (await use.entry(DINA, ANNA)).position == "Директор"


async def test_who_moves_no_longer_leads_nor_speaks_for_the_former_organisation(
    use: Personnel, database: Database
) -> None:
    def prepare(tx: Stores) -> None:
        tx.planned_roles.replace(ANNA, Role.LEADER, date(2027, 1, 1), None)
        tx.members.add_role(ANNA, Role.COUNCIL, date(2026, 1, 1))
        member = tx.members.get(ANNA)
        assert member is not None
        issue(tx, member, NOW.replace(year=2027), Authority.LEADER)

    await database.write(prepare)
    seen = await use.entry(DINA, ANNA)
    moved = await use.correct(DINA, ANNA, seen, replace(seen, organisation=HOME, delegate=False))

    assert (moved.organisation, moved.delegate) == (HOME, False)
    assert moved.roles == {Role.COUNCIL}, "the council's seat is a person's own"
    assert (await details(database, ANNA)).document == ""
    speakers = await database.read(lambda tx: [tx.organisations.speakers(o) for o in (FUND, HOME)])
    assert speakers == [frozenset(), frozenset()]
    assert await query(database, "SELECT * FROM planned_roles") == []
    (stamp,) = await query(database, "SELECT expires_at FROM invitations")
    assert stamp < (f"{NOW.isoformat(timespec='microseconds')}~",)
    acts = await audited(database)
    assert ("member.move", DINA, {"before": FUND, "after": HOME}) in acts
    assert ("member.roles", DINA, {"before": "council, leader", "after": "council"}) in acts


@pytest.mark.parametrize("whom", [ANNA, BORIS])
async def test_who_moves_leaves_no_offer_and_no_contact_behind(
    use: Personnel, database: Database, whom: MemberId
) -> None:
    def prepare(tx: Stores) -> None:
        tx.handovers.offer(Handover(FUND, ANNA, BORIS, NOW))
        phone = (ContactKind.PHONE, "+73433711234")
        tx.directory.save(FUND, CardDetails("Лечим", contacts=(phone,)), whom, NOW)

    await database.write(prepare)
    seen = await use.entry(DINA, whom)
    await use.correct(DINA, whom, seen, replace(seen, organisation=HOME))
    assert await query(database, "SELECT * FROM handovers") == []
    assert await query(database, "SELECT * FROM directory_contacts") == []
    kept = await database.read(lambda tx: tx.members.everything(whom))
    assert [one["name"] for one in kept["former_organisations"]] == ["Фонд «Закат»"]
    seen = await use.entry(DINA, whom)
    await use.correct(DINA, whom, seen, replace(seen, position="Бухгалтер"))
    assert len(await query(database, "SELECT * FROM departures")) == 1, "only a move is one"


async def test_who_belongs_to_no_organisation_is_no_delegate(use: Personnel) -> None:
    seen = await use.entry(DINA, ANNA)
    moved = await use.correct(DINA, ANNA, seen, replace(seen, organisation=None))
    assert (moved.organisation, moved.delegate) == (None, False)
    seen = await use.entry(DINA, ANNA)
    with pytest.raises(refusals.OrganisationNotFound):
        await use.correct(DINA, ANNA, seen, replace(seen, organisation=OrganisationId(99)))


async def test_nobody_but_administrators_does_any_of_it(use: Personnel, database: Database) -> None:
    entry = PersonEntry(FUND, "Глеб")
    for act in (
        use.organisations(ANNA),
        use.add(ANNA, entry),
        use.entry(ANNA, ANNA),
        use.correct(ANNA, ANNA, entry, entry),
    ):
        with pytest.raises(OnlyForAdministrators):
            await act
    with pytest.raises(refusals.RoleNotForGuests):
        await use.entry(DINA, GUEST)
    assert await audited(database) == []
