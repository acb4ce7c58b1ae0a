from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.doors import Way
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Consent, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.shown import Shown
from storage.engine.database import Database
from storage.stores import Stores
from tests.events import an_event_plan

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


async def test_leader_and_delegates_speak_for_an_organisation(database: Database) -> None:
    def write(tx: Stores) -> OrganisationId:
        fund = tx.organisations.add(OrganisationDetails("Фонд", "", "6671000017", None, ""))
        other = tx.organisations.add(OrganisationDetails("Дом", "", "6671000025", None, ""))
        leader = tx.members.add(PersonDetails("Анна"), fund)
        tx.organisations.save_leader(fund, leader)
        tx.members.add(PersonDetails("Борис"), fund)
        tx.members.add(PersonDetails("Вера", delegate=True), fund)
        gone = tx.members.add(PersonDetails("Глеб", delegate=True), fund)
        tx.members.add(PersonDetails("Дина", delegate=True), other)
        tx.members.add(PersonDetails("Егор", delegate=True), None)
        tx.members.erase(gone, NOW)
        return fund

    fund = await database.write(write)

    found = await database.read(lambda tx: tx.organisations.speakers(fund))
    assert found == frozenset({MemberId(1), MemberId(3)})
    assert await database.read(lambda tx: tx.organisations.speakers(OrganisationId(9))) is None


async def test_an_organisation_without_people_has_nobody_who_speaks_for_it(
    database: Database,
) -> None:
    named = OrganisationDetails("Фонд", "", "6671000017", None, "")
    fund = await database.write(lambda tx: tx.organisations.add(named))

    assert await database.read(lambda tx: tx.organisations.speakers(fund)) == frozenset()


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


async def test_what_a_guest_has_of_events_goes_to_the_member_who_has_nothing_there(
    database: Database,
) -> None:
    def write(tx: Stores) -> None:
        plan = an_event_plan(NOW + timedelta(days=1))
        anna = tx.members.add(PersonDetails("Анна"), None)
        first, second = (tx.events.add(plan, anna, NOW) for _ in range(2))
        guest = tx.members.add_guest("Аня")
        for event, place in ((first, 1), (second, 1)):
            going = Rsvp(Answer.GOING, NOW, seat=Seat.SEATED, place=place)
            tx.rsvps.save(event, guest, going)
            tx.events.save_muted(event, guest, muted=True)
            tx.doors.add_pass(event, guest, f"{event}".ljust(22, "x"))
            tx.doors.add_arrival(event, guest, NOW, Way.PASS, anna)
            tx.shown.save(Shown(event, guest, MessageRef(77, event)))
        tx.rsvps.save(second, anna, Rsvp(Answer.DECLINED, NOW))

        tx.members.absorb(guest, anna, NOW)

        answers = {event: rsvp.answer for event, rsvp in tx.rsvps.of_member(anna).items()}
        assert answers == {first: Answer.GOING, second: Answer.DECLINED}
        assert not tx.rsvps.of_member(guest)
        for event in (first, second):
            assert tx.events.muted(event, anna)
            assert tx.doors.pass_code(event, anna)
            assert anna in tx.doors.arrivals(event)
            (card,) = tx.shown.of(EventView, event)
            assert card.member == anna

    await database.write(write)
