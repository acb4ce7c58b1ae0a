"""How urgent is what is being sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bot.domain.priorities import Priority

_priority: ContextVar[Priority] = ContextVar("priority", default=Priority.ANSWER)


@contextmanager
def as_priority(priority: Priority) -> Iterator[None]:
    """Send what is sent within at this priority; an answer to a person is the default."""
    token = _priority.set(priority)
    try:
        yield
    finally:
        _priority.reset(token)
