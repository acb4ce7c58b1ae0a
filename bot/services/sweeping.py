"""What makes a method of a service a sweep: each due item in a transaction of its own."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from datetime import datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.domain.due_times import DueKind
from bot.domain.failures import Explained, FailedItem, FailureId, ItemPutAside, ItemPutAsideLetter
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId, Role
from bot.domain.priorities import Priority
from bot.ports import Clock, Storage, StorageUnavailable, Transaction
from bot.services.notices import Asked, NoticeRules, NoticesByKind
from bot.services.transactions import Service, transaction

log = structlog.get_logger(__name__)

BATCH = 100
"""Items handed to the writer at once: they share a commit, and others wait for no more of them."""

S = TypeVar("S", bound=Service)
T = TypeVar("T", bound=int)


def each_due(
    kind: DueKind, due: Callable[[S, Transaction], Iterable[T]]
) -> Callable[[Callable[[S, Transaction, T], int]], Callable[[S], Coroutine[Any, Any, int]]]:
    """Run the method for each id that `due` lists, each in a transaction of its own.

    By the time its transaction runs, an item may be due no longer: the method looks again. Return
    the sum of what the transactions return. What fails is noted, and holds up nothing else.
    """

    def decorate(
        method: Callable[[S, Transaction, T], int],
    ) -> Callable[[S], Coroutine[Any, Any, int]]:
        @wraps(method)
        async def run(self: S) -> int:
            async def act(subject: T) -> int:
                return await self._storage.write(lambda tx: method(self, tx, subject))

            return await do_each(self._storage, self._clock, kind, partial(due, self), act)

        return run

    return decorate


async def do_each(
    storage: Storage,
    clock: Clock,
    kind: DueKind,
    due: Callable[[Transaction], Iterable[T]],
    act: Callable[[T], Awaitable[int]],
) -> int:
    """Do `act` for each due item that need not wait; return the sum of what it returns."""
    subjects, failed = await storage.read(lambda tx: (list(due(tx)), tx.failures.of_kind(kind)))
    now = clock.now()
    ready = [one for one in subjects if one not in failed or not failed[one].waits(now)]
    settled, done = failed.keys() - set(subjects), 0
    for first in range(0, len(ready), BATCH):
        batch = ready[first : first + BATCH]
        outcomes = await asyncio.gather(*map(act, batch), return_exceptions=True)
        for subject, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, BaseException):
                item = failed.get(subject) or FailedItem(kind, subject)
                await _note(storage, clock, item, outcome)
            else:
                done += outcome
                settled |= {subject} & failed.keys()
    if settled:
        await storage.write(lambda tx: tx.failures.forget(kind, settled))
    return done


async def _note(storage: Storage, clock: Clock, item: FailedItem, error: BaseException) -> None:
    """Note that an item failed; what is not its own fault is raised."""
    if isinstance(error, StorageUnavailable) or not isinstance(error, Exception):
        raise error
    now = clock.now()
    again = item.failed(_described(error), now)

    def note(tx: Transaction) -> FailureId:
        failure = tx.failures.save(again)
        if again.put_aside_at != item.put_aside_at:
            told = tx.members.holders(Role.ADMINISTRATOR)
            tx.outbox.add([_notice(failure, one, now) for one in told], now)
        return failure

    failure = await storage.write(note)
    log.error(
        "a due item failed",
        failure_id=failure,
        kind=item.kind,
        subject=item.subject,
        attempts=again.attempts,
        again_at=again.not_before and again.not_before.isoformat(),
        exc_info=error,
    )


def _described(error: Exception) -> str:
    """Return the type of an error and where it arose: its message may quote what people wrote.

    One that has a word for its reason is described by that.
    """
    if isinstance(error, Explained):
        return str(error.args[0])
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def _notice(failure: FailureId, administrator: MemberId, now: datetime) -> Notice:
    key = f"put-aside:{failure}:{administrator}"
    return Notice(key, administrator, ItemPutAside(failure), Priority.REMINDER, now)


def compose_put_aside(tx: Transaction, asked: Asked[ItemPutAside]) -> ItemPutAsideLetter | None:
    """Return what was put aside, for an administrator; nothing once it was done after all."""
    member, failure = asked.member, asked.subject.failure
    item = tx.failures.get(failure)
    known = member is not None and member.has_joined and Role.ADMINISTRATOR in member.roles
    return ItemPutAsideLetter(failure, item) if known and item is not None else None


NOTICES: NoticesByKind = {ItemPutAside: NoticeRules(compose_put_aside)}


class Failures(Service):
    """What was due and failed."""

    @transaction
    def take_up(self, tx: Transaction) -> int:
        """Have all that failed tried once more, at each start; return how many items that is."""
        return tx.failures.take_up(self._clock.now())
