"""Lanes: works that wait for one connection, run in groups that share a commit."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, cast

import aiosqlite

from bot.ports import StorageUnavailable
from storage.engine.troubles import is_trouble
from storage.stores import Stores

R = TypeVar("R")
Work = Callable[[Stores], Any]

LARGEST_GROUP = 256


class _Outcome:
    """The outcome of one transaction of a group."""

    __slots__ = ("error", "result")

    def __init__(self, result: Any = None, error: BaseException | None = None) -> None:
        self.result = result
        self.error = error


class Connection(aiosqlite.Connection):
    """An aiosqlite connection that runs whole functions on its thread: one hop there and back."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connect, iter_chunk_size=64)

    async def run(self, function: Callable[[sqlite3.Connection], R]) -> R:
        """Run `function` with the raw connection on this connection's thread."""
        return cast("R", await self._execute(function, self._conn))  # type: ignore[no-untyped-call]


def _run_group(
    begin: str, works: list[Work], db: sqlite3.Connection
) -> tuple[list[_Outcome], Stores]:
    """Run each work in a savepoint of one commit; return the outcomes, and the stores used."""
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


class Lane:
    """One connection and the works that wait for it, first in, first out.

    Works that arrive while a group runs form the next group; a lone work runs at once.
    """

    def __init__(
        self, connection: Connection, begin: str, on_done: Callable[[Stores], None]
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
