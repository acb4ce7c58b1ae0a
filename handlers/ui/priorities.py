"""The priority of what is being sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bot.domain.priorities import Priority

_priority: ContextVar[Priority] = ContextVar("priority", default=Priority.ANSWER)


@contextmanager
def as_priority(priority: Priority) -> Iterator[None]:
    """Send within the block at this priority; the default is that of answers to people."""
    token = _priority.set(priority)
    try:
        yield
    finally:
        _priority.reset(token)
