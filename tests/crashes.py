"""A handler that ends between two of its writes, as it does when the process is killed there."""

from asyncio import Event
from typing import Any

from bot.ports import StorageUnavailable

BROKEN = "не получается сохранить"
"""What anyone who tapped reads, if they read anything."""


def dies_after(service: object, method: str) -> Event:
    """Have the next call of a service's method commit, and its handler end there.

    The event is set by then. The calls after it are as they were.
    """
    act, died = getattr(service, method), Event()

    async def last(*args: Any, **kwargs: Any) -> None:
        delattr(service, method)
        await act(*args, **kwargs)
        died.set()
        raise StorageUnavailable

    setattr(service, method, last)
    return died


def dies_at(service: object, method: str) -> Event:
    """Have the handler end where it next calls a service's method: that writes nothing."""
    died = Event()

    async def never(*_args: Any, **_kwargs: Any) -> None:
        delattr(service, method)
        died.set()
        raise StorageUnavailable

    setattr(service, method, never)
    return died
