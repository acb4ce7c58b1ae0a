"""What the database tells of itself."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.failures import FailedItem
from bot.domain.health import Stored
from storage.engine.backups import backup
from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import execute, query

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def stored(database: Database) -> Stored:
    return await database.read(lambda tx: tx.health.stored(NOW))


async def add_notice(database: Database, key: str, state: str, due: datetime) -> None:
    settled = None if state in {"pending", "retry", "sending"} else "2026-01-01"
    await execute(
        database,
        "INSERT INTO notices (key, chat_id, kind, subject, priority, state, not_before, created_at,"
        " settled_at) VALUES (?, -1, 'x', '{}', 1, ?, ?, '2026-01-01', ?)",
        *(key, state, due.isoformat(timespec="microseconds"), settled),
    )


async def test_an_empty_database_has_nothing_waiting(database: Database) -> None:
    found = await stored(database)

    ((size,),) = await query(
        database, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    )
    assert found == Stored(waiting=0, oldest=None, put_aside=0, size=size)
    assert size > 4096


async def test_the_database_tells_when_it_was_last_copied(
    database: Database, tmp_path: Path
) -> None:
    assert (await stored(database)).backed_up is None
    ((path,),) = await query(database, "SELECT file FROM pragma_database_list")

    backup(Path(path), tmp_path / "copy.sqlite3", lambda *_: None)

    os.utime(f"{path}.backed-up", (NOW.timestamp(), NOW.timestamp()))
    assert (await stored(database)).backed_up == NOW


async def test_what_is_due_and_not_sent_waits_and_the_first_of_it_is_the_oldest(
    database: Database,
) -> None:
    for minutes, state in enumerate(("pending", "retry", "sending"), 1):
        await add_notice(database, state, state, NOW - minutes * MINUTE)
    for state in ("sent", "failed", "unreachable", "dropped"):
        await add_notice(database, state, state, NOW - 9 * MINUTE)
    await add_notice(database, "later", "pending", NOW + MINUTE)

    found = await stored(database)
    assert (found.waiting, found.oldest) == (3, NOW - 3 * MINUTE)


async def test_only_what_is_not_tried_any_more_is_put_aside(database: Database) -> None:
    def save(tx: Stores) -> None:
        tx.failures.save(FailedItem("a", 1, 5, "ValueError", None, NOW))
        tx.failures.save(FailedItem("a", 2, 1, "ValueError", NOW + MINUTE))

    await database.write(save)

    assert (await stored(database)).put_aside == 1
