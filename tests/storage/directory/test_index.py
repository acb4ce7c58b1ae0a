"""The index of the directory always says what the tables say."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.directory.cards import CardDetails
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.searching.queries import read_query
from bot.services.people.members import Members
from storage.engine.database import open_database
from storage.engine.migrate import known_migrations, migrate
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import run
from tests.schemas import in_memory

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FUND, DOG = OrganisationId(1), OrganisationId(2)
ZINA, BORIS = MemberId(1), MemberId(2)
INTEGRITY = "INSERT INTO directory_index (directory_index, rank) VALUES ('integrity-check', 1)"


def fill(tx: Stores) -> None:
    tx.organisations.add(OrganisationDetails("Фонд «Тёплый дом»", "", "6671000017", None, "Лесной"))
    tx.organisations.add(OrganisationDetails("Верный пёс", "", "6671000024", None, "Горный"))
    for person in ("Зинаида Журавлёва", "Борис Ким"):
        tx.members.add(PersonDetails(person), FUND)
    tx.organisations.save_leader(FUND, ZINA)
    tx.directory.save(
        FUND, CardDetails("Печём хлеб", ("Дети",), "https://dom.example.org"), ZINA, NOW
    )


@pytest.fixture
def tx() -> Iterator[Stores]:
    with closing(in_memory()) as db:
        stores = Stores(db)
        fill(stores)
        yield stores


def found(tx: Stores, text: str) -> list[int]:
    hits = tx.directory.candidates(read_query(text, ()).trigrams, 5)
    run(tx, INTEGRITY)
    return [one.subject for one in hits]


def test_an_organisation_is_found_by_whatever_its_card_says(tx: Stores) -> None:
    for text in ("теплый", "ЖУРАВЛЕВА", "6671000017", "лесной", "хлеб", "dom.example", "дети"):
        assert found(tx, text)[0] == FUND, text


def test_a_new_name_is_found_and_the_former_one_is_not(tx: Stores) -> None:
    tx.organisations.update(FUND, OrganisationDetails("Очаг", "", "6671000017", None, ""))
    assert (found(tx, "очаг"), found(tx, "тёплый")) == ([FUND], [])


def test_a_new_leader_is_found_and_the_former_one_is_not(tx: Stores) -> None:
    tx.organisations.save_leader(FUND, BORIS)
    assert (found(tx, "борис"), found(tx, "журавлева")) == ([FUND], [])


def test_a_leader_who_married_is_found_by_the_new_surname(tx: Stores) -> None:
    tx.members.update(ZINA, PersonDetails("Зинаида Соколова"))
    assert (found(tx, "соколова"), found(tx, "журавлева")) == ([FUND], [])


def test_a_card_that_was_changed_is_found_by_what_it_says_now(tx: Stores) -> None:
    tx.directory.save(FUND, CardDetails("Варим кашу", ("Спорт",)), ZINA, NOW)
    assert (found(tx, "каша"), found(tx, "хлеб"), found(tx, "спорт")) == ([FUND], [], [FUND])


def test_an_erased_leader_is_not_found_any_more(tx: Stores) -> None:
    tx.members.erase(ZINA, NOW)
    assert found(tx, "журавлева") == []


def test_an_abbreviation_of_the_name_finds_it(tx: Stores) -> None:
    name = "Социально-реабилитационный центр для незрячих"
    tx.organisations.update(FUND, OrganisationDetails(name, "", "6671000017", None, ""))
    assert (found(tx, "СРЦН"), found(tx, "срц")) == ([FUND], [FUND])


EDITS = st.lists(st.tuples(st.integers(0, 6), st.text("аёж «-", max_size=6)), max_size=8)


@settings(max_examples=30, deadline=None)
@given(edits=EDITS)
def test_whatever_is_changed_the_index_agrees_with_the_tables(edits: list[tuple[int, str]]) -> None:
    with closing(in_memory()) as db:
        tx = Stores(db)
        fill(tx)
        for kind, text in edits:
            change(tx, kind, text)
            run(tx, INTEGRITY)


def change(tx: Stores, kind: int, text: str) -> None:
    name = f"Имя {text}"
    match kind:
        case 0:
            tx.organisations.update(DOG, OrganisationDetails(name, text, "6671000024", None, text))
        case 1:
            tx.organisations.save_leader(DOG, ZINA if len(text) % 2 else None)
        case 2:
            tx.members.update(ZINA, PersonDetails(name, patronymic=text))
        case 3:
            tx.directory.save(DOG, CardDetails(text, (name, "Дети")), BORIS, NOW)
        case 4:
            tx.members.erase(ZINA, NOW)
        case 5:
            tx.organisations.save_leader(FUND, BORIS)
        case _:
            run(tx, "DELETE FROM directory_fields")


def test_the_organisations_of_the_last_release_are_found_after_the_migration() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, NOW, [one for one in known_migrations() if one.number < 32])
        db.executescript(
            """
            INSERT INTO members (id, name, folded_name) VALUES (1, 'Зина Ёлкина', 'зина елкина');
            INSERT INTO organisations (id, name, folded_name, inn, leader_id)
            VALUES (1, 'Фонд «Ёж»', 'фонд «еж»', '6671000017', 1);
            """
        )
        migrate(db, NOW)
        tx = Stores(db)
        assert (found(tx, "елкина"), found(tx, "фонд")) == ([FUND], [FUND])
        card = tx.directory.get(FUND)
        assert card is not None
        assert (card.title, card.leader, card.version) == ("Фонд «Ёж»", "Зина Ёлкина", 0)


async def test_nothing_of_an_erased_leader_stays_in_the_file(tmp_path: Path) -> None:
    """Her name, her contacts, her letters, and what the index made of them."""
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:

        def write(tx: Stores) -> None:
            fill(tx)
            about = "Зинаида Журавлёва печёт хлеб"
            tx.directory.save(FUND, CardDetails(about), ZINA, NOW)
            tx.directory_letters.add(DOG, ZINA, None, "Пишет Журавлёва", NOW)

        await database.write(write)
        members = Members(
            database, FixedClock(NOW), rules=some_rules(), administrators=frozenset(), language="ru"
        )
        await members.erase(ZINA)
        assert await database.truncate_wal()
        traces = await database.read(
            lambda tx: run(tx, "SELECT count(*) FROM personal_traces").fetchone()
        )
        whole = _on_disk(tmp_path)
        card = await database.read(lambda tx: tx.directory.get(FUND))

    assert traces == (0,)
    assert [word for word in ("Журавл", "журавл", "ура") if word.encode() in whole] == []
    assert card is not None
    assert card.details.about == f"{'—' * 17} печёт хлеб"


def _on_disk(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.iterdir())
