"""The directory: who sees and edits cards, and letters through the bot."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.directory.cards import Card, CardDetails, ContactKind, tag_of
from bot.domain.directory.letters import PER_DAY, DirectoryLetterId
from bot.domain.directory.refusals import (
    CardChanged,
    CardNotYours,
    LetterGone,
    LettersTooMany,
    NobodyToWriteTo,
)
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.refusals import OrganisationNotFound
from bot.domain.refusals import LinkUnreadable, NotMember, OnlyForOrganisers
from bot.domain.searching.fields import FieldOfWork
from bot.services.directory.directory import Directory
from bot.services.directory.editing import DirectoryEditing
from bot.services.directory.letters import DirectoryLetters
from bot.services.directory.publishing import PublishedDirectory
from bot.services.people.own import OwnOrganisations
from storage.engine.database import Database, open_database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import consented, joined

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
YEAR = timedelta(days=365)
ANNA, BORIS, VERA, GLEB, GUEST = map(MemberId, (1, 2, 3, 4, 5))
"""Anna leads the fund, Boris is its delegate, Vera its volunteer; Gleb organises, in a house."""
FUND, HOUSE, EMPTY = map(OrganisationId, (1, 2, 3))
FIELDS = (FieldOfWork("Животные", ("собаки",)), FieldOfWork("Спорт"))
PAGE = 8


async def published(database: Database) -> Sequence[Card]:
    return await PublishedDirectory(database, FixedClock(NOW)).cards()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        await database.write(_people)
        yield database


def _people(tx: Stores) -> None:
    for name, inn in (("Фонд", "6671000017"), ("Дом", "6671000024"), ("Пусто", "6671000031")):
        tx.organisations.add(OrganisationDetails(name, "", inn, None, "Лесной"))
    joined(tx, PersonDetails("Анна Орлова"), NOW, FUND)
    joined(tx, PersonDetails("Борис Ким", delegate=True), NOW, FUND)
    joined(tx, PersonDetails("Вера Ли"), NOW, FUND)
    joined(tx, PersonDetails("Глеб Жук", roles=frozenset({Role.ORGANISER})), NOW, HOUSE)
    consented(tx, tx.members.add_guest("Гость"), NOW)
    tx.organisations.save_leader(FUND, ANNA)
    tx.organisations.save_leader(HOUSE, GLEB)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def directory(database: Database, clock: FixedClock) -> Directory:
    return Directory(database, clock, some_rules(), fields=FIELDS)


@pytest.fixture
def editing(database: Database, clock: FixedClock) -> DirectoryEditing:
    return DirectoryEditing(database, clock, some_rules(), fields=FIELDS)


@pytest.fixture
def letters(database: Database, clock: FixedClock) -> DirectoryLetters:
    return DirectoryLetters(database, clock, some_rules())


async def told(database: Database, kind: str) -> list[int]:
    sql = "SELECT member_id FROM notices WHERE kind = ? ORDER BY id"
    return [row[0] for row in await query(database, sql, kind)]


async def test_everybody_of_the_alliance_sees_cards_and_guests_do_not(directory: Directory) -> None:
    view = await directory.card(VERA, FUND)
    assert (view.card.title, view.card.leader) == ("Фонд", "Анна Орлова")
    assert (view.editable, view.writable) == (False, False)
    assert (await directory.card(GLEB, FUND)).writable
    with pytest.raises(NotMember):
        await directory.card(GUEST, FUND)
    with pytest.raises(OrganisationNotFound):
        await directory.card(VERA, OrganisationId(99))


async def test_leader_and_delegate_edit_their_card_and_nobody_else(
    database: Database, directory: Directory, editing: DirectoryEditing
) -> None:
    phone = (ContactKind.PHONE, "8 343 371-12-34")
    await editing.save(ANNA, FUND, CardDetails("Лечим собак", ("Животные",), contacts=(phone,)), 0)
    saved = await editing.save(BORIS, FUND, CardDetails("Лечим кошек", ("Животные",)), 1)
    assert (saved.version, saved.details.about, saved.details.contacts) == (2, "Лечим кошек", ())
    for stranger in (VERA, GLEB):
        with pytest.raises(CardNotYours):
            await editing.save(stranger, FUND, CardDetails("Взлом"), 2)
        with pytest.raises(CardNotYours):
            await editing.confirm(stranger, FUND)
    acts = await query(database, "SELECT actor_id, act, subject FROM audit ORDER BY id")
    assert acts == [(who, "directory.edit", "organisation:1") for who in (ANNA, BORIS)]
    assert not (await directory.card(GLEB, FUND)).editable


async def test_the_second_of_two_colleagues_is_told_that_the_card_has_changed(
    directory: Directory, editing: DirectoryEditing
) -> None:
    opened = (await directory.card(ANNA, FUND)).card.version
    await editing.save(BORIS, FUND, CardDetails("От Бориса"), opened)
    with pytest.raises(CardChanged):
        await editing.save(ANNA, FUND, CardDetails("От Анны"), opened)
    assert (await directory.card(ANNA, FUND)).card.details.about == "От Бориса"


async def test_what_a_forged_form_brings_is_checked_again(editing: DirectoryEditing) -> None:
    with pytest.raises(LinkUnreadable):
        await editing.save(ANNA, FUND, CardDetails(site="javascript:alert(1)"), 0)


async def test_a_page_has_no_filter_until_one_is_chosen(
    directory: Directory, editing: DirectoryEditing
) -> None:
    await editing.save(ANNA, FUND, CardDetails("Лечим", ("Животные",)), 0)
    everything = await directory.page(VERA, 0, 0, 0, PAGE)
    assert [card.title for card in everything.cards] == ["Дом", "Пусто", "Фонд"]
    animals = await directory.page(VERA, tag_of("Животные"), tag_of("Лесной"), 7, PAGE)
    assert [card.title for card in animals.cards] == ["Фонд"]
    assert (animals.wanted.field, animals.wanted.municipality) == ("Животные", "Лесной")
    second = await directory.page(VERA, 0, 0, 1, 2)
    assert ([card.title for card in second.cards], second.number, second.count) == (["Фонд"], 1, 3)
    assert await directory.fields_in(VERA, tag_of("Лесной")) == [("Животные", 1)]
    assert await directory.places_of(VERA, tag_of("Животные")) == [("Лесной", 1)]
    assert await directory.places_of(VERA, tag_of("Спорт")) == []
    overview = await directory.overview(VERA)
    assert (overview.count, overview.fields) == (3, [("Животные", 1)])
    assert overview.municipalities == [("Лесной", 3)]


async def test_a_search_finds_a_misspelt_leader_and_a_word_for_the_field(
    directory: Directory, editing: DirectoryEditing
) -> None:
    await editing.save(ANNA, FUND, CardDetails("Лечим", ("Животные",)), 0)
    for text in ("Арлова", "собакам", "ajyl", "6671000017"):
        hits = (await directory.search(VERA, text, PAGE)).hits
        assert hits[0][1].title == "Фонд", text
    assert [card.title for _, card in (await directory.search(VERA, "д", PAGE)).hits] == ["Дом"]
    assert (await directory.search(VERA, "…", PAGE)).hits == []
    assert not (await directory.search(VERA, "фонтан", PAGE)).strong


async def test_files_of_all_cards_are_for_organisers_and_the_public_one_names_no_leader(
    database: Database, directory: Directory
) -> None:
    assert [card.leader for card in await directory.everything(GLEB)] == [
        "Глеб Жук",
        "",
        "Анна Орлова",
    ]
    with pytest.raises(OnlyForOrganisers):
        await directory.everything(ANNA)
    assert {card.leader for card in await published(database)} == {""}


async def test_a_letter_reaches_those_who_speak_for_the_organisation_and_is_answered(
    database: Database, letters: DirectoryLetters
) -> None:
    await letters.write(GLEB, FUND, "Дадите зал?")
    assert await told(database, "directory.letter") == [ANNA, BORIS]
    first = DirectoryLetterId(1)
    with pytest.raises(LetterGone):
        await letters.answer(VERA, first, "Это не мне")
    with pytest.raises(LetterGone):
        await letters.answer(GLEB, first, "Сам себе")
    await letters.answer(BORIS, first, "Дадим")
    assert await told(database, "directory.letter") == [ANNA, BORIS, GLEB]
    await letters.answer(GLEB, DirectoryLetterId(2), "Спасибо")
    assert await told(database, "directory.letter") == [ANNA, BORIS, GLEB, BORIS]


async def test_nobody_writes_to_an_organisation_where_nobody_reads(
    letters: DirectoryLetters,
) -> None:
    with pytest.raises(NobodyToWriteTo):
        await letters.require_writable(ANNA, EMPTY)
    with pytest.raises(NobodyToWriteTo):
        await letters.write(ANNA, EMPTY, "Есть кто?")
    with pytest.raises(NotMember):
        await letters.write(GUEST, FUND, "Купите слона")


async def test_a_person_sends_a_few_letters_a_day(
    clock: FixedClock, letters: DirectoryLetters
) -> None:
    for number in range(PER_DAY):
        await letters.write(GLEB, FUND, f"Письмо {number}")
    with pytest.raises(LettersTooMany):
        await letters.write(GLEB, FUND, "Ещё одно")
    clock.time += timedelta(days=1)
    await letters.write(GLEB, FUND, "Назавтра можно")


async def test_once_a_year_an_organisation_is_asked_whether_its_card_is_right(
    database: Database, clock: FixedClock, editing: DirectoryEditing
) -> None:
    await editing.save(ANNA, FUND, CardDetails("Лечим собак"), 0)
    clock.time += YEAR
    assert await editing.ask_due() == 0
    clock.time += timedelta(minutes=1)
    assert await editing.ask_due() == 2
    assert await editing.ask_due() == 0
    assert await told(database, "directory.confirm") == [ANNA, BORIS]
    await editing.confirm(BORIS, FUND)
    assert await query(database, "SELECT asked_at FROM directory_cards") == [(None,)]
    clock.time += YEAR + timedelta(minutes=1)
    assert await editing.ask_due() == 2


async def test_an_organisation_that_does_not_answer_is_asked_again_a_year_later(
    clock: FixedClock, editing: DirectoryEditing
) -> None:
    await editing.save(ANNA, FUND, CardDetails("Лечим собак"), 0)
    clock.time += YEAR + timedelta(minutes=1)
    assert await editing.ask_due() == 2
    clock.time += YEAR
    assert await editing.ask_due() == 0
    clock.time += timedelta(minutes=1)
    assert await editing.ask_due() == 2


async def test_an_organisation_that_is_no_longer_a_member_is_nowhere_in_the_directory(
    database: Database, directory: Directory, editing: DirectoryEditing
) -> None:
    await editing.save(ANNA, FUND, CardDetails("Лечим", ("Животные",)), 0)
    await database.write(lambda tx: tx.organisations.save_left(FUND, NOW))

    assert [card.title for card in await published(database)] == ["Дом", "Пусто"]
    page = await directory.page(VERA, 0, 0, 0, PAGE)
    assert ([card.title for card in page.cards], page.count) == (["Дом", "Пусто"], 2)
    overview = await directory.overview(GLEB)
    assert (overview.count, overview.fields) == (2, [])
    assert overview.municipalities == [("Лесной", 2)]
    for text in ("Фонд", "ф", "6671000017", "собакам"):
        hits = (await directory.search(GLEB, text, PAGE)).hits
        assert "Фонд" not in {card.title for _, card in hits}, text
    with pytest.raises(OrganisationNotFound):
        await directory.card(GLEB, FUND)
    await database.write(lambda tx: tx.organisations.save_left(FUND, None))
    assert len(await published(database)) == 3, "the card is kept"


async def test_a_contact_goes_with_the_person_who_gave_it(
    database: Database, directory: Directory, editing: DirectoryEditing
) -> None:
    own = OwnOrganisations(database, FixedClock(NOW), some_rules())
    phone = (ContactKind.PHONE, "8 343 371-12-34")
    email = (ContactKind.EMAIL, "fond@example.org")
    await editing.save(BORIS, FUND, CardDetails("Лечим", contacts=(phone,)), 0)
    await editing.save(ANNA, FUND, CardDetails("Лечим", contacts=(phone, email)), 1)
    await own.leave(BORIS)
    card = (await directory.card(VERA, FUND)).card
    assert card.details.contacts == (email,), "the colleague's stays"
