"""The database: one writer with group commit, readers that never wait for it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite
import structlog

from bot.ports import StorageUnavailable
from storage.engine.folders import make_private
from storage.engine.migrate import DatabaseRefused, migrate
from storage.engine.room import require_room
from storage.engine.traces import empty_log
from storage.people import tombstones
from storage.polls import secret_ballots
from storage.polls.keys import PollKeys
from storage.stores import Stores

log = structlog.get_logger(__name__)

R = TypeVar("R")
Work = Callable[[Stores], Any]

BUSY_TIMEOUT_MS = 5000
LARGEST_GROUP = 256

# What the disk or the file does to us, as opposed to what a faulty statement does.
TROUBLES = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
    }
)


def is_trouble(error: BaseException) -> bool:
    """Tell whether an error is the disk's or the file's doing (by SQLite's primary code)."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.Error) and code is not None and code & 0xFF in TROUBLES


class _Outcome:
    """The outcome of one transaction of a group."""

    __slots__ = ("error", "result")

    def __init__(self, result: Any = None, error: BaseException | None = None) -> None:
        self.result = result
        self.error = error


class _Connection(aiosqlite.Connection):
    """An aiosqlite connection that runs whole functions on its thread: one hop there and back."""

    def __init__(self, path: Path) -> None:
        super().__init__(partial(connect, path), iter_chunk_size=64)

    async def run(self, function: Callable[[sqlite3.Connection], R]) -> R:
        """Run `function` with the raw connection on this connection's thread."""
        return cast("R", await self._execute(function, self._conn))  # type: ignore[no-untyped-call]


def _run_group(
    begin: str, works: list[Work], db: sqlite3.Connection
) -> tuple[list[_Outcome], Stores]:
    """Run each work in a savepoint of one transaction and commit once.

    Return the outcome of each, and the stores, which know what they have done.
    """
    stores = Stores(db)
    db.execute(begin)
    try:
        outcomes = [_run_one(work, stores, db) for work in works]
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return outcomes, stores


def _run_one(work: Work, stores: Stores, db: sqlite3.Connection) -> _Outcome:
    """Run one work; if it fails, it alone is undone. An error that ended the group is raised."""
    db.execute("SAVEPOINT work")
    try:
        outcome = _Outcome(result=work(stores))
    except Exception as error:
        if not db.in_transaction:  # SQLite rolled everything back: disk full, I/O error
            raise
        db.execute("ROLLBACK TO work")
        outcome = _Outcome(error=error)
    db.execute("RELEASE work")
    return outcome


class _Lane:
    """One connection and the works that wait for it, first in, first out.

    Works that arrive while a group runs form the next group; a lone work runs at once.
    """

    def __init__(
        self, connection: _Connection, begin: str, on_done: Callable[[Stores], None]
    ) -> None:
        """`on_done` is called with what a group has done, once that is durable."""
        self._connection = connection
        self._begin = begin
        self._on_done = on_done
        self._waiting: list[tuple[Work, asyncio.Future[Any]]] = []
        self._runner: asyncio.Task[None] | None = None

    async def submit(self, work: Work) -> Any:
        """Run `work` and return its result once its group is committed."""
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        self._go_on()
        return await future

    def _go_on(self) -> None:
        """Run what waits, unless it is being run already."""
        if self._waiting and self._runner is None:
            self._runner = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:LARGEST_GROUP], self._waiting[LARGEST_GROUP:]
                await self._run_together(group)
        finally:
            self._runner = None
            self._go_on()  # whatever ended this run, later works do not wait for ever

    async def _run_together(self, group: list[tuple[Work, asyncio.Future[Any]]]) -> None:
        """Run a group, tell each caller what became of its work, then the listeners."""
        works = [work for work, _ in group]
        outcomes = [_Outcome(error=RuntimeError("interrupted: it may have been done"))] * len(group)
        done: Stores | None = None
        try:
            outcomes, done = await self._connection.run(partial(_run_group, self._begin, works))
        except Exception as error:  # noqa: BLE001  every caller of the group gets it
            outcomes = [_Outcome(error=error)] * len(group)
        finally:
            for (_, future), outcome in zip(group, outcomes, strict=True):
                _settle(future, outcome)
        if done is not None:
            self._on_done(done)

    async def close(self) -> None:
        """Let what waits finish, then close the connection."""
        while self._runner is not None:
            await asyncio.wait({self._runner})
        await self._connection.close()


def _settle(future: asyncio.Future[Any], outcome: _Outcome) -> None:
    if future.done():  # its caller was cancelled; the work is committed all the same
        return
    if outcome.error is None:
        future.set_result(outcome.result)
    elif is_trouble(outcome.error):
        unavailable = StorageUnavailable(str(outcome.error))
        unavailable.__cause__ = outcome.error
        future.set_exception(unavailable)
    elif isinstance(outcome.error, StopIteration):  # a future takes any other error
        broken = RuntimeError("a transaction raised StopIteration")
        broken.__cause__ = outcome.error
        future.set_exception(broken)
    else:
        future.set_exception(outcome.error)


class Database:
    """Fulfils `bot.ports.Storage` on one SQLite file."""

    def __init__(self, path: Path, writer: _Connection, reader: _Connection) -> None:
        self._path = path
        self._keys = PollKeys(path)
        self._connection = writer
        self._writer = _Lane(writer, "BEGIN IMMEDIATE", self._written)
        self._reader = _Lane(reader, "BEGIN", lambda _: None)
        self._listeners: list[Callable[[], None]] = []
        self._traces = True  # a crash may have left a log behind
        self._tombstones = False

    def on_notices(self, listener: Callable[[], None]) -> None:
        """Have `listener` called, on the loop, each time the outbox has durably grown."""
        self._listeners.append(listener)

    def _written(self, done: Stores) -> None:
        stores = (done.outcomes, done.secret_ballots, done.members)
        self._traces = self._traces or any(store.left_traces for store in stores)
        self._tombstones = self._tombstones or done.tombstones.grew
        if done.outbox.grew:
            for listener in self._listeners:
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
    if not path.exists():
        path.touch(mode=0o600)  # personal data: nobody else on the machine reads it
    db = connect(path)
    try:
        migrate(db, now)
        secret_ballots.take_up(db)
        tombstones.apply(db, path, now)
        tombstones.write_file(db, path)
    finally:
        db.close()


def prepare(path: Path, now: datetime) -> None:
    """Make or migrate the database at `path`, or raise `DatabaseRefused` with a remedy."""
    try:
        _prepare(path, now)
    except OSError as error:
        raise DatabaseRefused(
            f"{path}: the folder cannot be written ({error.strerror}): "
            "choose another storage.path or change its rights"
        ) from error
    except sqlite3.DatabaseError as error:
        if not is_trouble(error):
            raise
        raise DatabaseRefused(
            f"{path}: {error}: see that the disk has room, that the file may be written and is "
            "this bot's database; otherwise restore a backup"
        ) from error


@asynccontextmanager
async def open_database(path: Path, now: datetime) -> AsyncIterator[Database]:
    """Open the database at `path`, made or migrated if need be, and close it at the end."""
    await asyncio.get_running_loop().run_in_executor(None, prepare, path, now)
    async with AsyncExitStack() as stack:
        writer, reader = _Connection(path), _Connection(path)
        await stack.enter_async_context(writer)
        await stack.enter_async_context(reader)
        await reader.run(lambda db: db.execute("PRAGMA query_only = ON"))
        database = Database(path, writer, reader)
        try:
            yield database
        finally:
            await database.close()
