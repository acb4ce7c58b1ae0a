"""Notify the page, the people and the tests of changes in the world."""

import asyncio
from collections.abc import Callable
from typing import Literal, TypeVar

from sandbox.encoding import encode

T = TypeVar("T")
Kind = Literal[
    "message", "edit", "delete", "people", "clock", "schedule", "answer", "show", "links"
]

BACKLOG = 10_000
"""How many unread changes a listener may have before it is disconnected."""


class Listener:
    """A stream of server-sent events; `None` from `next` marks its end."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[bytes | None] = asyncio.Queue()

    def put(self, event: bytes) -> bool:
        """Queue an event; return False when the listener is too far behind."""
        if self._queue.qsize() >= BACKLOG:
            return False
        self._queue.put_nowait(event)
        return True

    def end(self) -> None:
        """Let `next` return `None` after the queued events."""
        self._queue.put_nowait(None)

    async def next(self, timeout: float) -> bytes | None:  # noqa: ASYNC109 - as asyncio.wait_for
        """Wait for an event; raises `TimeoutError` when none comes in time."""
        return await asyncio.wait_for(self._queue.get(), timeout)


class Changes:
    """Sends changes to listeners, and wakes coroutines that wait for something in its chat."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._waiters: dict[int, list[asyncio.Future[None]]] = {}

    def emit(self, kind: Kind, chat: int | None = None, message_id: int | None = None) -> None:
        """Announce a change."""
        if chat is not None:
            for waiter in self._waiters.pop(chat, ()):
                if not waiter.done():
                    waiter.set_result(None)
        if self._listeners:
            data = encode({"chat": chat, "message_id": message_id})
            event = b"event: %s\ndata: %s\n\n" % (kind.encode(), data)
            for listener in [one for one in self._listeners if not one.put(event)]:
                self._listeners.discard(listener)
                listener.end()

    async def until(self, chat: int, probe: Callable[[], T | None], timeout: float) -> T | None:  # noqa: ASYNC109 - as asyncio.wait_for
        """Wait until `probe` returns a value, called again after each change in the chat.

        Returns `None` if it has not after `timeout` seconds.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while (found := probe()) is None:
            left = deadline - loop.time()
            if left <= 0:
                return None
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.setdefault(chat, []).append(waiter)
            await asyncio.wait([waiter], timeout=left)
        return found

    def listen(self) -> Listener:
        """Open a stream of all changes from now on."""
        listener = Listener()
        self._listeners.add(listener)
        return listener

    def forget(self, listener: Listener) -> None:
        """Close a stream."""
        self._listeners.discard(listener)

    def close(self) -> None:
        """End all streams."""
        for listener in self._listeners:
            listener.end()
        self._listeners.clear()
