"""What makes a plain method of a service a transaction."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from bot.ports import Clock, Storage, Transaction


class Service:
    """What every service stands on."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock


S = TypeVar("S", bound=Service)
P = ParamSpec("P")
R = TypeVar("R")


def transaction(
    method: Callable[Concatenate[S, Transaction, P], R],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, R]]:
    """Run the method whole in one transaction; callers await it until it is durable."""

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
