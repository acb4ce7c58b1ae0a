from datetime import UTC, datetime

from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import query

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DATA = {"title": "Ёлка 🎄 <b>", "step": 2, "days": [1, None]}


async def test_data_is_kept_under_its_key(database: Database) -> None:
    await database.write(lambda tx: tx.drafts.save_data("7:1", DATA, NOW))
    await database.write(lambda tx: tx.drafts.save_data("7:1", DATA | {"step": 3}, NOW))

    assert await database.read(lambda tx: tx.drafts.data("7:1")) == DATA | {"step": 3}
    assert await database.read(lambda tx: tx.drafts.data("8:1")) == {}


async def test_an_empty_draft_leaves_no_row(database: Database) -> None:
    await database.write(lambda tx: tx.drafts.save_data("7:1", DATA, NOW))
    await database.write(lambda tx: tx.drafts.save_data("7:1", {}, NOW))

    assert await query(database, "SELECT * FROM drafts") == []


async def test_forgetting_takes_a_prefix_literally(database: Database) -> None:
    def write(tx: Stores) -> None:
        for key in ("a%:1", "a%:2", "ab:1"):
            tx.drafts.save_data(key, DATA, NOW)

    await database.write(write)

    await database.write(lambda tx: tx.drafts.forget("a%:"))

    assert await database.read(lambda tx: tx.drafts.data("a%:1")) == {}
    assert await database.read(lambda tx: tx.drafts.data("ab:1")) == DATA
