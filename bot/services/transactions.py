"""What makes a plain method of a service a transaction, and has it done once for an update.

After a crash Telegram brings again what was in work: every update comes at least once. So each
`transaction` that serves an update notes the update's id as it commits, and one that is noted is
not handled a second time (`handlers/pipeline/repeats.py`). What is lost of it is at most its
answer: the person is told that the bot was restarted, and to look whether it is done.

`repeatable` transactions note nothing, and are simply done again. They are of three kinds: what is
shown, so that a repeated look gets its screen; the question that is asked before something is
typed; and ballots, where the update's own number (`order`) or the roll sees to it that the second
time changes nothing. These must not be noted: nothing on the disk tells when somebody voted.

The updates themselves are never kept: the button of a secret ballot says how somebody votes.
"""

from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from bot.ports import Clock, Storage, Transaction
from bot.services.rules import AllianceRules

update_in_work: ContextVar[int | None] = ContextVar("update_in_work", default=None)
"""The id of the update that is being handled; None for what the bot does of its own accord."""


class Service:
    """Base of the services: each public method is one transaction.

    It returns, and may save and enqueue notices, as things stand when it runs; an exception rolls
    all of it back.
    """

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock


class RuledService(Service):
    """A service that goes by what the configuration settles for the use cases."""

    def __init__(self, storage: Storage, clock: Clock, rules: AllianceRules) -> None:
        super().__init__(storage, clock)
        self._rules = rules


S = TypeVar("S", bound=Service)
P = ParamSpec("P")
R = TypeVar("R")


def transaction(
    method: Callable[Concatenate[S, Transaction, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """Run the method in one transaction that also notes the update; await until it is durable."""

    @wraps(method)
    async def run(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        update = update_in_work.get()

        def work(tx: Transaction) -> R:
            if update is not None:
                tx.handled_updates.add(update)
            return method(self, tx, *args, **kwargs)

        return await self._storage.write(work)

    return cast("Callable[Concatenate[S, P], Coroutine[Any, Any, R]]", run)


def repeatable(
    method: Callable[Concatenate[S, Transaction, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """Run the method as `transaction` does, but an update may do it twice: it is not noted."""

    @wraps(method)
    async def run(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._storage.write(lambda tx: method(self, tx, *args, **kwargs))

    return cast("Callable[Concatenate[S, P], Coroutine[Any, Any, R]]", run)


def reading(
    method: Callable[Concatenate[S, Transaction, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """Run the method on a snapshot that writers do not hold up; it cannot write."""

    @wraps(method)
    async def run(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._storage.read(lambda tx: method(self, tx, *args, **kwargs))

    return cast("Callable[Concatenate[S, P], Coroutine[Any, Any, R]]", run)
