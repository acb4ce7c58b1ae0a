"""Turn a service's method into a transaction that runs once for each update.

After a crash Telegram delivers unfinished updates again: delivery is at least once. So each
`transaction` that serves an update records the update's id as it commits, and a recorded update is
not handled a second time (`handlers/pipeline/repeats.py`). At most its answer is lost: the person
is told that the bot was restarted and to check whether the act was done.

`repeatable` transactions record nothing, and are simply done again. There are three kinds:
displays, so that a repeated look shows its screen; questions asked before something is typed; and
ballots, where the update's own number (`order`) or the roll ensures that the second time changes
nothing. Ballots must not be recorded, because nothing on the disk may tell when somebody voted.

The updates themselves are never stored: the button of a secret ballot contains the vote.
"""

from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from bot.ports import Clock, Storage, Transaction
from bot.services.rules import AllianceRules, RulesSource

update_in_work: ContextVar[int | None] = ContextVar("update_in_work", default=None)
"""The id of the update being handled; None for what the bot does on its own."""


class Service:
    """Base of the services: each public method is one transaction.

    It returns the state at the time it runs, and may save and enqueue notices; an exception rolls
    back everything.
    """

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock


class RuledService(Service):
    """A service that also needs the alliance's settings: those in force at each use."""

    def __init__(self, storage: Storage, clock: Clock, rules: RulesSource) -> None:
        super().__init__(storage, clock)
        self._source = rules

    @property
    def _rules(self) -> AllianceRules:
        return self._source.current


S = TypeVar("S", bound=Service)
P = ParamSpec("P")
R = TypeVar("R")


def transaction(
    method: Callable[Concatenate[S, Transaction, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """Run the method in a transaction that records the update; await until it is durable."""

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
    """Run the method as `transaction` does, but without recording the update."""

    @wraps(method)
    async def run(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._storage.write(lambda tx: method(self, tx, *args, **kwargs))

    return cast("Callable[Concatenate[S, P], Coroutine[Any, Any, R]]", run)


def reading(
    method: Callable[Concatenate[S, Transaction, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """Run the method on a read-only snapshot, without waiting for writers."""

    @wraps(method)
    async def run(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        return await self._storage.read(lambda tx: method(self, tx, *args, **kwargs))

    return cast("Callable[Concatenate[S, P], Coroutine[Any, Any, R]]", run)
