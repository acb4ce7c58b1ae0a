"""The worker that sends the outbox: claim → send → mark."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog

from bot.delivery.limiter import off_the_queue
from bot.domain.notices import NoticeId
from bot.ports import LetterRejected, Sender, StorageUnavailable, Undelivered
from bot.services.deliveries import Deliveries, Delivery

log = structlog.get_logger(__name__)

MARK_DELAY = 1.0
"""Seconds between attempts to record a send while the disk refuses writes."""


class Worker:
    """Sends due notices, several at a time; `wake` tells it that something was enqueued.

    It keeps at most `in_flight` claimed notices; more than the rate per second would not help.
    Recording a send and claiming the next share one commit: on a slow disk each commit delays
    everybody's votes and answers.

    After a crash every claimed notice may have been sent, because the start of a request is not
    recorded: that would take another commit. So only notices that will soon be sent are claimed: at
    most `in_line` wait for the overall rate, besides those that wait for their own chat.
    """

    def __init__(
        self, deliveries: Deliveries, sender: Sender, *, in_flight: int, in_line: int | None = None
    ) -> None:
        self._deliveries = deliveries
        self._sender = sender
        self._in_flight = in_flight
        self._most_in_line = in_line or in_flight
        self._in_line: set[NoticeId] = set()  # claimed, and not yet sent
        self._more_due = False
        self._sends: set[asyncio.Task[None]] = set()
        self._unmarked = 0  # claimed, and not yet handed over for recording
        self._woken = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._stopping = False

    def wake(self) -> None:
        """Check the outbox soon."""
        self._woken.set()

    async def run(self) -> None:
        """Send until `drain`; first resend what an earlier run left in flight."""
        in_doubt = await self._deliveries.recover()
        if in_doubt:
            log.warning("notices in doubt after a crash", count=in_doubt)
        self.wake()
        while not self._stopping:
            await self._woken.wait()
            self._woken.clear()
            async with self._claiming:
                await self._send_due()

    async def drain(self) -> None:
        """Stop claiming, and wait until the sends in flight are recorded."""
        self._stopping = True
        self.wake()
        async with self._claiming:  # notices that are being claimed right now are still sent
            pass
        while self._sends:
            await asyncio.wait(self._sends)

    async def _send_due(self) -> None:
        room = self._room()
        if self._stopping or room <= 0:
            self._more_due = True
            return  # each notice that is sent, or gets its turn, wakes the worker again
        try:
            deliveries = await self._deliveries.claim(room)
        except StorageUnavailable as error:
            log.error("the outbox cannot be read", cause=str(error))  # noqa: TRY400  no traceback helps
            return
        except Exception:  # whatever the error, it tries again when woken
            log.exception("a claim broke")
            return
        self._unmarked += len(deliveries)
        self._more_due = len(deliveries) >= room
        for delivery in deliveries:
            self._in_line.add(delivery.claimed.id)
            task = asyncio.create_task(self._deliver(delivery))
            self._sends.add(task)
            task.add_done_callback(self._ended)

    def _room(self) -> int:
        return min(self._in_flight - self._unmarked, self._most_in_line - len(self._in_line))

    def _leave_line(self, notice: NoticeId) -> None:
        """Note that a request may have begun; claim more before the queue is empty.

        Usually a send is recorded first, and the next is claimed in that commit.
        """
        self._in_line.discard(notice)
        if self._more_due and self._room() > self._most_in_line // 2:
            self.wake()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._sends.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a delivery broke", exc_info=error)

    async def _deliver(self, delivery: Delivery) -> None:
        """Send, then record it."""
        off_the_queue.set(partial(self._leave_line, delivery.claimed.id))
        mark = await self._sent(delivery)
        self._in_line.discard(delivery.claimed.id)  # not every letter waits for a turn
        try:
            await self._mark(mark)
        except Exception as error:  # left open, it would block all else for this person
            log.exception("a send cannot be noted", notice_id=delivery.claimed.id)
            self._unmarked += 1
            await self._mark(partial(self._deliveries.note_broken, delivery.claimed, error))

    async def _mark(self, mark: Callable[[], Awaitable[None]]) -> None:
        """Record a send, repeatedly while the disk refuses: else it would be sent twice."""
        while True:
            self._unmarked -= 1
            self.wake()  # the next claim follows the record in the same commit
            try:
                return await mark()
            except StorageUnavailable as error:
                self._unmarked += 1
                log.error("a send cannot be marked", cause=str(error))  # noqa: TRY400
                if self._stopping:
                    return None
                await asyncio.sleep(MARK_DELAY)

    async def _sent(self, delivery: Delivery) -> Callable[[], Awaitable[None]]:
        """Send a letter; return the function that records the result."""
        claimed = delivery.claimed
        try:
            message = await self._sender.send(delivery.letter)
        except Undelivered as problem:
            log.info(
                "notice undelivered",
                notice_id=claimed.id,
                problem=type(problem).__name__,
                cause=str(problem),
            )
            return partial(self._deliveries.note_undelivered, claimed, problem)
        except Exception as error:  # a letter that cannot be rendered will not be rendered later
            log.exception("a letter broke", notice_id=claimed.id)
            rejected = LetterRejected(repr(error))
            return partial(self._deliveries.note_undelivered, claimed, rejected)
        return partial(self._deliveries.note_sent, claimed, message, delivery.letter.content)
