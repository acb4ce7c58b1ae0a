from datetime import UTC, datetime

import pytest

from bot.domain.members import Consent, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people import OrganisationDetails, PersonDetails
from storage.database import Database
from storage.stores import Stores

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
LONG = "Ё" * 100 + "<b>" + "🎄" * 97  # 200 characters


async def add(database: Database, person: PersonDetails) -> MemberId:
    return await database.write(lambda tx: tx.members.add(person, None))


async def test_a_person_comes_back_as_entered(database: Database) -> None:
    entered = PersonDetails(
        LONG, "секретарь", "+79000000000", "a@b.ru", delegate=True, roles=frozenset({Role.CHAIR})
    )
    anna = await add(database, entered)

    assert await database.read(lambda tx: tx.members.details(anna)) == entered
    member = await database.read(lambda tx: tx.members.get(anna))
    assert member is not None
    assert (member.name, member.telegram_id, member.reachable) == (LONG, None, True)
    assert member.roles == {Role.CHAIR, Role.COUNCIL}  # a chair is also of the council


async def test_a_leader_is_named_by_the_organisation(database: Database) -> None:
    def write(tx: Stores) -> MemberId:
        fund = tx.organisations.add(OrganisationDetails("Фонд", "", "6671000017", None, ""))
        anna = tx.members.add(PersonDetails("Анна"), fund)
        tx.organisations.save_leader(fund, anna)
        return anna

    anna = await database.write(write)
    found = await database.read(lambda tx: tx.members.get(anna))

    assert found is not None
    assert found.roles == {Role.LEADER}
    assert found.organisation_name == "Фонд"


@pytest.mark.parametrize("typed", ["СЕМЁНОВ  пётр", "семенов Петр", " Семёнов Пётр "])
async def test_a_person_is_found_whatever_the_case_and_the_dots(
    database: Database, typed: str
) -> None:
    peter = await add(database, PersonDetails("Семёнов Пётр"))

    assert await database.read(lambda tx: tx.members.find(None, typed)) == peter
    assert await database.read(lambda tx: tx.members.find(OrganisationId(1), typed)) is None


async def test_the_first_moment_of_silence_is_kept(database: Database) -> None:
    anna = await add(database, PersonDetails("Анна"))

    def since(tx: Stores) -> str | None:
        found: str | None = tx.members.everything(anna)["person"]["unreachable_since"]
        return found

    def silence(tx: Stores) -> None:
        for day in (1, 2):
            at = datetime(2026, 12, day, tzinfo=UTC)
            tx.members.save_reachable(anna, at, reachable=False)

    await database.write(silence)
    assert (await database.read(since) or "").startswith("2026-12-01")

    await database.write(lambda tx: tx.members.save_reachable(anna, NOW, reachable=True))
    assert await database.read(since) is None


async def test_an_update_replaces_what_was_entered_and_keeps_what_people_set(
    database: Database,
) -> None:
    anna = await add(database, PersonDetails("Анна", roles=frozenset({Role.ORGANISER})))

    def write(tx: Stores) -> None:
        tx.members.bind(anna, TelegramId(7), NOW)
        tx.members.save_language(anna, "en")
        tx.members.save_consent(anna, Consent(1, NOW))
        tx.members.update(anna, PersonDetails("Анна Б.", roles=frozenset({Role.COUNCIL})))

    await database.write(write)
    found = await database.read(lambda tx: tx.members.by_telegram(TelegramId(7)))

    assert found is not None
    assert (found.name, found.language, found.consent_version) == ("Анна Б.", "en", 1)
    assert found.roles == {Role.COUNCIL}


async def test_all_that_is_kept_of_a_person_names_nobody_else(database: Database) -> None:
    anna = await add(database, PersonDetails("Анна", phone="+79000000001"))
    await add(database, PersonDetails("Борис", phone="+79000000002"))

    everything = await database.read(lambda tx: tx.members.everything(anna))

    assert everything["person"]["phone"] == "+79000000001"
    assert "Борис" not in str(everything)
