"""Accept each update once, whichever way it comes, and track those in progress."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.services.transactions import update_in_work

log = structlog.get_logger(__name__)

LONGEST_HOLD = 5.0
"""Seconds that an update in progress stays unconfirmed.

Telegram returns at most a hundred updates from the oldest unconfirmed one on, and keeps as many
webhook calls open: a slower update would delay others. So it is confirmed and goes on; if the bot
is killed then, it does not come again. By then its transaction is done and it waits for Telegram,
so only the answer is lost.
"""

CROWDED_HOLD = 1.0
"""The same, while Telegram returns a hundred updates and none of them is new."""

REMEMBERED = 10_000
"""How many updates are remembered by id, to recognise them when they come again."""

Raw = Mapping[str, Any]
"""An update as Telegram sends it; `update_id` is a number."""


@dataclass(slots=True, eq=False)
class Work:
    """An update in progress.

    `free` is done once it no longer needs a slot: it is handled, or only waits. `settled` is done
    once it may be confirmed: it is handled, or took too long.
    """

    since: float
    free: asyncio.Future[None]
    settled: asyncio.Future[None]
    task: asyncio.Task[None] | None = None


_work: ContextVar[Work | None] = ContextVar("work", default=None)


def let_go(*, confirmed: bool) -> None:
    """Free the slot of the update in progress, because it only waits from now on.

    With `confirmed`, Telegram does not send it again after a crash, so everything that must not be
    lost is done.
    """
    if (work := _work.get()) is not None:
        _end(work.free)
        if confirmed:
            _end(work.settled)


def _end(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)


class Intake:
    """Decodes each update separately and handles it in its own task.

    Updates that come again while the bot runs are recognised by id; `handlers/pipeline/repeats.py`
    recognises those that come again after a crash.
    """

    def __init__(
        self,
        handle: Callable[[Update], Awaitable[None]],
        bot: Bot,
        longest: float,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`longest` is how many seconds a stop waits for updates in progress."""
        self._handle = handle
        self._bot = bot
        self._longest = longest
        self._monotonic = monotonic
        self._in_work: dict[int, Work] = {}
        self._known: OrderedDict[int, None] = OrderedDict()
        self._newest: int | None = None
        self._given_up: int | None = None

    @property
    def held(self) -> int:
        """How many updates in progress must be handled before they are confirmed."""
        return len(self._held(LONGEST_HOLD))

    def knows(self, update_id: int) -> bool:
        """Tell whether an update was accepted before."""
        return update_id in self._known

    def take(self, raw: Raw) -> Work | None:
        """Begin to handle an update; return its work, None if there is nothing to do.

        An update in progress is not begun again. An unreadable one is logged and counts as handled,
        because it would never be readable.
        """
        update_id: int = raw["update_id"]
        if update_id in self._known:
            return self._in_work.get(update_id)
        self._remember(update_id)
        update = _decoded(raw, self._bot)
        if update is None:
            return None
        loop = asyncio.get_running_loop()
        work = Work(self._monotonic(), loop.create_future(), loop.create_future())
        self._in_work[update_id] = work
        work.task = asyncio.create_task(self._work(update, work))
        work.task.add_done_callback(lambda _: self._ended(update_id))
        return work

    def _remember(self, update_id: int) -> None:
        self._newest = update_id
        self._known[update_id] = None
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def _ended(self, update_id: int) -> None:
        work = self._in_work.pop(update_id)
        _end(work.free)
        _end(work.settled)
        work.task = None  # its context refers to `work`: the cycle would wait for the collector

    async def _work(self, update: Update, work: Work) -> None:
        update_in_work.set(update.update_id)
        _work.set(work)
        try:
            await self._handle(update)
        except Exception:
            log.exception("update broke", update_id=update.update_id)

    # --- confirmation ---------------------------------------------------------------------------

    def offset(self, *, crowded: bool = False) -> int | None:
        """Return the offset that confirms handled updates only; None before the first.

        `crowded` tells that unconfirmed updates keep new ones from being returned.
        """
        if self._newest is None:
            return None
        held = self._held(CROWDED_HOLD if crowded else LONGEST_HOLD)
        return min(held, default=self._newest + 1)

    def _held(self, longest: float) -> list[int]:
        """Return the updates in progress that must not be confirmed yet."""
        now = self._monotonic()
        for update_id, work in self._in_work.items():
            if not work.settled.done() and now - work.since >= longest:
                work.settled.set_result(None)
                log.warning("update takes long, confirmed", update_id=update_id)
        return [number for number, work in self._in_work.items() if not work.settled.done()]

    async def settled(self, seconds: float) -> None:
        """Wait until all updates in progress may be confirmed, but no longer than this."""
        works = self._in_work.values()
        if waited := [work.settled for work in works if not work.settled.done()]:
            await asyncio.wait(waited, timeout=seconds)

    # --- stopping -------------------------------------------------------------------------------

    async def finished(self) -> None:
        """Wait until no update is in progress; those that take too long are cancelled."""
        loop = asyncio.get_running_loop()
        until = loop.time() + self._longest
        try:
            while self._in_work and loop.time() < until:
                await asyncio.wait(self._tasks(), timeout=until - loop.time())
        finally:
            if self._in_work:
                self._given_up = min(self._in_work)
                log.warning("updates given up", count=len(self._in_work))
            for task in self._tasks():
                task.cancel()

    def last_offset(self) -> int | None:
        """Return the offset at a stop: cancelled updates come again, confirmed or not."""
        if self._newest is None:
            return None
        return self._newest + 1 if self._given_up is None else self._given_up

    def _tasks(self) -> list[asyncio.Task[None]]:
        return [work.task for work in self._in_work.values() if work.task is not None]


def _decoded(raw: Raw, bot: Bot) -> Update | None:
    """Decode an update; None for an unknown one, of which only the kind is logged."""
    try:
        update = Update.model_validate(raw, context={"bot": bot})
        kind = update.event_type
    except (ValidationError, UpdateTypeLookupError) as error:
        kind = ", ".join(key for key in raw if key != "update_id")
        cause = type(error).__name__
        log.error("update not understood", update_id=raw["update_id"], kind=kind, cause=cause)  # noqa: TRY400  it quotes what was said
        return None
    return update if kind else None
