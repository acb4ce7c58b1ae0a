"""A handler that ends between two of its writes, as it does when the process is killed there."""

from typing import Any

from bot.ports import StorageUnavailable

BROKEN = "не получается сохранить"
"""What whoever tapped reads, if they read anything."""


def dies_after(service: object, method: str) -> None:
    """Have the next call of a service's method commit, and its handler end there.

    The calls after it are as they were.
    """
    act = getattr(service, method)

    async def last(*args: Any, **kwargs: Any) -> None:
        delattr(service, method)
        await act(*args, **kwargs)
        raise StorageUnavailable

    setattr(service, method, last)


def dies_at(service: object, method: str) -> None:
    """Have the handler end where it next calls a service's method: that writes nothing."""

    async def never(*_args: Any, **_kwargs: Any) -> None:
        delattr(service, method)
        raise StorageUnavailable

    setattr(service, method, never)
