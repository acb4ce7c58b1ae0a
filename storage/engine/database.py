"""The database: one writer with group commit, readers that never wait for it."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

import structlog

from storage.engine.folders import make_private, open_private
from storage.engine.lanes import Connection, Lane, R
from storage.engine.migrate import DatabaseRefused, migrate
from storage.engine.replacing import finish
from storage.engine.room import require_room
from storage.engine.traces import empty_log
from storage.engine.troubles import is_trouble
from storage.people import tombstones
from storage.polls import secret_ballots
from storage.polls.keys import PollKeys
from storage.stores import Stores

log = structlog.get_logger(__name__)


BUSY_TIMEOUT_MS = 5000


class Database:
    """Fulfils `bot.ports.Storage` on one SQLite file."""

    def __init__(self, path: Path, writer: Connection, reader: Connection) -> None:
        self._path = path
        self._keys = PollKeys(path)
        self._connection = writer
        self._writer = Lane(writer, "BEGIN IMMEDIATE", self._written)
        self._reader = Lane(reader, "BEGIN", lambda _: None)
        self._listeners: dict[str, list[Callable[[], None]]] = {
            store: [] for store in ("outbox", "entries", "bookings")
        }
        self._traces = True  # a crash may have left a log behind
        self._tombstones = False

    def on_notices(self, listener: Callable[[], None]) -> None:
        """Have `listener` called, on the loop, each time the outbox has durably grown."""
        self._listeners["outbox"].append(listener)

    def on_entries(self, listener: Callable[[], None]) -> None:
        """Have `listener` called, on the loop, each time the votes' chain has durably grown."""
        self._listeners["entries"].append(listener)

    def on_bookings(self, listener: Callable[[], None]) -> None:
        """Have `listener` called, on the loop, each time bookings have durably changed."""
        self._listeners["bookings"].append(listener)

    def _written(self, done: Stores) -> None:
        stores = (done.outcomes, done.secret_ballots, done.members)
        self._traces = self._traces or any(store.left_traces for store in stores)
        self._tombstones = self._tombstones or done.tombstones.grew
        for store, listeners in self._listeners.items():
            for listener in listeners if getattr(done, store).grew else ():
                try:
                    listener()
                except Exception:  # what was written is written: the writer goes on
                    log.exception("a listener broke")

    async def truncate_wal(self) -> bool:
        """Empty the write-ahead log if a secret poll has closed, or somebody was erased, meanwhile.

        Before that, tables are rewritten: the log holds each state of a page. Tombstones are
        written beside the database, and keys of polls that are over destroyed. Returns whether
        nothing is left to do; a reader can hold it up, then the next call tries again.
        """
        if self._keys.polls():
            await self._connection.run(self._keys.destroy_spent)
        if self._tombstones:
            self._tombstones = False
            try:
                await self._connection.run(partial(tombstones.write_file, database=self._path))
            except BaseException:
                self._tombstones = True
                raise
        if self._traces:
            self._traces = False  # first: what is cast meanwhile asks for another time
            try:
                self._traces = not await self._connection.run(empty_log) or self._traces
            except BaseException:
                self._traces = True
                raise
        return not self._traces

    async def require_room(self) -> None:
        """Raise `StorageUnavailable` if the disk of the database takes nothing."""
        await asyncio.to_thread(require_room, self._path.parent)

    async def write(self, work: Callable[[Stores], R]) -> R:
        """Run `work` atomically; its result is returned once it is on the disk."""
        return cast("R", await self._writer.submit(work))

    async def read(self, work: Callable[[Stores], R]) -> R:
        """Run `work` on a snapshot; writers are not waited for."""
        return cast("R", await self._reader.submit(work))

    async def close(self) -> None:
        """Finish what was asked for, then let go of the file."""
        await self._reader.close()
        with suppress(sqlite3.Error, OSError):  # what is closed last does it too
            await self.truncate_wal()
        await self._writer.close()


def _configure(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")  # nothing is left of what was deleted
    db.execute("PRAGMA temp_store = MEMORY")  # nor on the disk beside the database
    db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to `path`, set up as the bot wants it; made when it does not exist."""
    db = sqlite3.connect(path, isolation_level=None, cached_statements=512)
    try:
        _configure(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(path: Path, now: datetime) -> None:
    make_private(path.parent)
    finish(path)
    if not path.exists():
        os.close(open_private(path, os.O_RDWR))  # personal data: nobody else reads it
    db = connect(path)
    try:
        migrate(db, now)
        secret_ballots.take_up(db)
        tombstones.apply(db, path, now)
        tombstones.write_file(db, path)
    finally:
        db.close()


def prepare(path: Path, now: datetime) -> None:
    """Make or migrate the database at `path`, or raise `DatabaseRefused`."""
    try:
        _prepare(path, now)
    except OSError as error:
        raise DatabaseRefused(
            "database-folder-not-writable", path=path, error=str(error.strerror)
        ) from error
    except sqlite3.DatabaseError as error:
        if not is_trouble(error):
            raise
        raise DatabaseRefused("database-unusable", path=path, error=str(error)) from error


@asynccontextmanager
async def open_database(path: Path, now: datetime) -> AsyncIterator[Database]:
    """Open the database at `path`, made or migrated if need be, and close it at the end."""
    await asyncio.get_running_loop().run_in_executor(None, prepare, path, now)
    async with AsyncExitStack() as stack:
        writer, reader = Connection(partial(connect, path)), Connection(partial(connect, path))
        await stack.enter_async_context(writer)
        await stack.enter_async_context(reader)
        await reader.run(lambda db: db.execute("PRAGMA query_only = ON"))
        database = Database(path, writer, reader)
        try:
            yield database
        finally:
            await database.close()
