from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.domain.people.invitations import hash_of, token_in
from bot.domain.people.members import TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.services.people.invitations import Invitations, IssuedInvitation
from storage.engine.database import Database, open_database
from storage.stores import Stores
from tests.clocks import FixedClock

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
VALID_FOR = timedelta(days=30)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        await database.write(_people)
        yield database


def _people(tx: Stores) -> None:
    zakat = tx.organisations.add(OrganisationDetails("Закат", "", "6671000024", None, ""))
    rassvet = tx.organisations.add(
        OrganisationDetails("Фонд «Рассвет»", "Рассвет", "6671000017", None, "")
    )
    tx.members.add(PersonDetails("Ли Ян"), rassvet)
    tx.members.add(PersonDetails("Иванова Мария"), rassvet)
    tx.members.add(PersonDetails("Петров Пётр"), zakat)
    joined = tx.members.add(PersonDetails("Уже Здесь"), zakat)
    tx.members.bind(joined, TelegramId(7), NOW)


@pytest.fixture
def invitations(database: Database) -> Invitations:
    return Invitations(database, FixedClock(NOW), valid_for=VALID_FOR)


async def test_everybody_who_has_not_joined_is_invited_in_the_order_of_handing_out(
    invitations: Invitations,
) -> None:
    issued = await invitations.issue_all()

    assert [(each.organisation, each.name) for each in issued] == [
        ("Закат", "Петров Пётр"),
        ("Рассвет", "Иванова Мария"),
        ("Рассвет", "Ли Ян"),
    ]
    assert {each.expires_at for each in issued} == {NOW + VALID_FOR}


async def test_a_link_finds_its_person_and_only_its_hash_is_kept(
    invitations: Invitations, database: Database, tmp_path: Path
) -> None:
    (first, *_) = await invitations.issue_all()
    token = token_in(first.payload)

    stored = await database.read(lambda tx: tx.invitations.by_hash(hash_of(token)))
    assert stored is not None
    person = await database.read(lambda tx: tx.members.get(stored.member))
    assert person is not None
    assert person.name == first.name
    assert token.encode() not in bytes_in(tmp_path)


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_each_link_is_another_one_and_earlier_ones_stay_valid(
    invitations: Invitations, database: Database
) -> None:
    issued = await invitations.issue_all() + await invitations.issue_all()

    assert len({each.payload for each in issued}) == 6
    hashes = [hash_of(token_in(each.payload)) for each in issued]
    stored = await database.read(lambda tx: [tx.invitations.by_hash(key) for key in hashes])
    for invitation in stored:
        assert invitation is not None
        invitation.require_valid(NOW)


async def test_issuing_is_audited_by_its_number_only(
    invitations: Invitations, tmp_path: Path
) -> None:
    await invitations.issue_all()

    db = connect(tmp_path / "alliance.sqlite3")
    rows = db.execute("SELECT act, subject, details FROM audit").fetchall()
    db.close()
    assert rows == [("invitation.issue", "members", '{"issued": 3}')]


def test_a_link_shows_in_no_log() -> None:
    issued = IssuedInvitation("Ли Ян", "Рассвет", "i_secret", NOW)

    assert "secret" not in repr(issued)
