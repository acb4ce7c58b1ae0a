"""What stands in a database, and what a test writes there itself where the bot offers no way."""

import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.domain.notices import MessageRef
from storage.engine.database import Database
from storage.stores import Stores


async def query(database: Database, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what a query finds."""
    return await database.read(lambda tx: run(tx, sql, *values).fetchall())


async def execute(database: Database, sql: str, *values: object) -> int:
    """Run a statement that writes, and return how many rows it changed."""
    return await database.write(lambda tx: run(tx, sql, *values).rowcount)


async def dump(database: Database) -> list[str]:
    """Return all that the database holds."""
    return await database.read(lambda tx: list(tx.outbox._db.iterdump()))


def dump_of(path: Path) -> list[str]:
    """Return all that a file holds, whether the bot runs on it or not."""
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def run(tx: Stores, sql: str, *values: object) -> sqlite3.Cursor:
    """Run a statement within a transaction."""
    return tx.outbox._db.execute(sql, values)


def trace(tx: Stores, callback: Callable[[str], object] | None) -> None:
    """Have each statement of the connection told from now on, or none any more."""
    tx.outbox._db.set_trace_callback(callback)


async def statements_of(database: Database, act: Awaitable[object]) -> list[str]:
    """Return what is read and written while something is done; each statement once."""
    said: list[str] = []
    await database.write(lambda tx: trace(tx, said.append))
    await act
    await database.write(lambda tx: trace(tx, None))
    words = {"SELECT", "WITH", "INSERT", "UPDATE", "DELETE"}
    unique = dict.fromkeys(said)  # one with triggers is traced several times
    return [statement for statement in unique if statement.split(maxsplit=1)[0] in words]


async def read_whole(database: Database, statements: Iterable[str]) -> set[str]:
    """Return the tables that one of the statements reads from one end to the other."""
    plans = [
        step for sql in statements for step in await query(database, f"EXPLAIN QUERY PLAN {sql}")
    ]
    found = (re.match(r"SCAN (?!CONSTANT ROW)(\w+)", detail) for *_, detail in plans)
    return {scan[1] for scan in found if scan}


async def forget_edits(database: Database) -> set[MessageRef]:
    """Return the messages that are to be edited, and forget that they are."""
    sql = "DELETE FROM notices WHERE edits_message IS NOT NULL RETURNING edits_chat, edits_message"
    edits = await database.write(lambda tx: run(tx, sql).fetchall())
    return {MessageRef(*edit) for edit in edits}
