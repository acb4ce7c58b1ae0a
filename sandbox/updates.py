"""The queue of updates for the bot, and the long polling that empties it."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.errors import conflict

ON_DEMAND = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds of updates that the bot only gets when it names them."""
LONGEST_POLL = 50
KEPT_SECONDS = 24 * 60 * 60
TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook "
    "first"
)

Update = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Pending:
    update: Update
    since: float


class Updates:
    """Keeps updates until the bot confirms them, for at most 24 hours."""

    def __init__(self, kinds: frozenset[str], monotonic: Callable[[], float]) -> None:
        self.kinds = kinds
        self._by_default = kinds - ON_DEMAND
        self._monotonic = monotonic
        self._pending: OrderedDict[int, _Pending] = OrderedDict()
        self._last_id = 0
        self._poller: asyncio.Future[None] | None = None
        self.allowed: list[str] = []
        self.deliver: Callable[[Update], None] | None = None
        """Takes each new update while a webhook is set."""

    def __len__(self) -> int:
        return len(self._pending)

    def __iter__(self) -> Iterator[Update]:
        return (one.update for one in self._pending.values())

    def push(self, kind: str, payload: dict[str, Any]) -> None:
        """Queue an update, unless the bot does not want its kind."""
        if kind not in (self.allowed or self._by_default):
            return
        self._last_id += 1
        update = {"update_id": self._last_id, kind: payload}
        self._pending[self._last_id] = _Pending(update, self._monotonic())
        if self.deliver is not None:
            self.deliver(update)
        elif self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def confirm(self, update_id: int) -> None:
        """Remove one update."""
        self._pending.pop(update_id, None)

    def clear(self) -> None:
        """Remove all updates."""
        self._pending.clear()

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Update]:
        """Answer getUpdates; a positive offset confirms, a negative one counts from the end.

        Ends an older call with 409, and is refused while a webhook is set.
        """
        if self.deliver is not None:
            raise conflict(WEBHOOK_ACTIVE)
        self._terminate_older()
        self._forget(offset)
        if not self._pending and seconds > 0:
            await self._wait(min(seconds, LONGEST_POLL))
        batch = zip(range(limit), self._pending.values(), strict=False)
        return [one.update for _, one in batch]

    def release(self) -> None:
        """Let the waiting call answer at once, with the updates that there are."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _terminate_older(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(TERMINATED))

    def _forget(self, offset: int) -> None:
        first = offset
        if offset < 0:
            first = list(self._pending)[offset:][0] if self._pending else 0
        expired = self._monotonic() - KEPT_SECONDS
        while self._pending:
            update_id, one = next(iter(self._pending.items()))
            if update_id >= first and one.since > expired:
                break
            self._pending.popitem(last=False)

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        poller = self._poller = loop.create_future()
        timer = loop.call_later(seconds, _resolve, poller)
        try:
            await poller
        finally:
            timer.cancel()
            if self._poller is poller:
                self._poller = None


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
