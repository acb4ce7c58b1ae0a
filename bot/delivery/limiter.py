"""The pacing that every send and edit passes: overall, per chat and per group."""

import asyncio
import math
from bisect import insort
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import replace

from bot.delivery.rates import Rates
from bot.delivery.turns import About, Superseded, Turn, TurnedAway
from bot.delivery.windows import MARGIN, Bucket, Fastest, Window
from bot.domain.priorities import Priority

PAUSE_MARGIN = 0.5  # Telegram tells whole seconds
SPREAD = 0.82  # of the fair interval between two sends
GAP = 0.3  # of the fair interval, while lost time is made up for
SLOWDOWN = 0.8  # a 429 multiplies the rate by this
SLOWEST = 0.1  # the share of the rate that is left after any number of 429s
TRANSIT = 0.25  # seconds that the last messages of a killed process may still be on their way
RECOVERY = 600.0  # seconds in which the rate would creep from nothing to full

off_the_queue: ContextVar[Callable[[], None] | None] = ContextVar("off_the_queue", default=None)
"""Called when what this task sends is not next in line any more: its turn has come, and it may be
on its way from then on; or it has to wait for its own chat, which holds up nobody else."""


class Limiter:
    """Lets each message go when its turn has come, so that the bot itself never causes a 429.

    The highest priority goes first. Among answers to people, the chat that was answered least
    lately goes first, so that who asks for much does not hold up who asks for little; then the one
    that came first. Who must wait for a chat does not hold up other chats.

    Why it never causes one. Telegram counts a message when it *arrives*, at some time t between the
    sending s and the answer a, and we know only those two. Of N = `per_second` slots each carries
    one message at a time; were a slot used again at a + 1 s, then the next arrival would be at
    least a second after the last one, whatever the network does. Each slot thus arrives at most
    once in any second, and all of them at most N times. That wastes a round trip a second, so the
    part of it that nothing can undercut is taken back: the next arrival comes after
    t' - t >= (a - t) + 1 s - credit + (t' - s'), the way back of one message and the way out of
    another. Together these take about the smallest round trip of the last 500 messages, or more;
    the credit is at most 0.98 of that, and less while few were seen. This rests on the fastest
    way staying about as fast as it was: if it suddenly shortens, the first quick answers lower
    the credit, and a 429 before them is obeyed as any other.

    Slots that are free are used 0.82 of the fair interval apart, so that they stay spread over the
    second and an answer never waits long for the next one; after a wait, lost time is made up for
    at less than a third of it between two.
    """

    def __init__(self, rates: Rates, *, clock: Callable[[], float] | None = None) -> None:
        self._rates = rates
        self._clock = clock or _loop_time
        self._waiting: list[Turn] = []
        self._timer: asyncio.TimerHandle | None = None
        self._overall = Window(1, 1.0)
        self._chats: OrderedDict[int | str, Window | Bucket] = OrderedDict()
        self._fastest = Fastest()
        self._next_send = -math.inf
        self._paused_until = -math.inf
        self._plans_from = -math.inf
        self._no_bursts_until = -math.inf
        self._share = 1.0
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn."""
        return len(self._waiting)

    @property
    def rate(self) -> float:
        """Messages a second now in force: `per_second`, or less after a 429."""
        return self._rates.per_second * self._share_at(self._clock())

    @asynccontextmanager
    async def slot(
        self, chat: int | str, priority: Priority, weight: int = 1, about: About | None = None
    ) -> AsyncIterator[None]:
        """Wait for the turn to send to `chat`; leave as soon as the answer came or sending failed.

        Groups and channels are negative ids or "@names". An album counts as `weight` messages.
        Retries need a slot of their own. In a chat past its pace, a call that still waits `about`
        the same thing is superseded.
        """
        turn = await self._turn(chat, priority, weight, about)
        sent = self._clock()
        try:
            yield
        finally:
            self._record_answer(turn, sent)

    def expected_wait(self, chat: int | str, priority: Priority, weight: int = 1) -> float:
        """Seconds until a turn that is asked for now may come, as far as is known now."""
        now = self._clock()
        before = sum(turn.weight for turn in self._waiting if turn.chat == chat)
        free = self._chat_free_at(chat, priority, before + weight, now)
        return max(free, self._free_at(now, weight)) - now + len(self._waiting) / self.rate

    def take_over(self, sent: int) -> None:
        """Take over from a process that was killed just now, after `sent` messages in a second.

        What it said to people besides is not known: whatever was planned waits until that second
        is over. An answer to somebody waits only if it would be one too many of those known.
        """
        last = self._clock() + TRANSIT
        self._overall.count(last, sent)
        self._plans_from = last + self._overall.span
        self._dispatch()

    def pause(self, seconds: float) -> None:
        """Let nobody send for the `retry_after` of a 429 and a margin, and more slowly after that.

        Further 429s for what was already on its way prolong the pause, yet slow down only once.
        """
        now = self._clock()
        if now >= self._paused_until:
            self._share = max(self._share_at(now) * SLOWDOWN, SLOWEST)
        self._paused_until = max(self._paused_until, now + seconds + PAUSE_MARGIN)
        self._dispatch()

    def refused(self, chat: int | str, seconds: float) -> None:
        """Obey a 429: hold back that chat if its burst may be the cause, else everybody.

        Its burst, because Telegram tells no limit for bursts. After that there are only the short
        ones of notices for a while.
        """
        now, bucket = self._clock(), self._chats.get(chat)
        if isinstance(bucket, Bucket) and bucket.load(now) > self._rates.chat_burst:
            bucket.hold(now + seconds + PAUSE_MARGIN)
            self._no_bursts_until = now + RECOVERY
            self._dispatch()
        else:
            self.pause(seconds)

    def close(self) -> None:
        """Raise `TurnedAway` for all that wait and all that come; what is being sent goes on."""
        self._closed = True
        for turn in self._waiting:
            if not turn.granted.done():
                turn.granted.set_exception(TurnedAway)
        self._waiting.clear()

    def _share_at(self, now: float) -> float:
        return min(1.0, self._share + max(0.0, now - self._paused_until) / RECOVERY)

    async def _turn(
        self, chat: int | str, priority: Priority, weight: int, about: About | None
    ) -> "Turn":
        if self._closed:
            raise TurnedAway
        granted = asyncio.get_running_loop().create_future()
        off_queue = off_the_queue.get()
        older = self._superseded(chat, priority, weight, about)
        if older is None:
            load = self._load(chat, priority)
            turn = Turn(chat, priority, load, weight, about, granted, off_queue)
            insort(self._waiting, turn, key=lambda each: (each.priority, each.load))
        else:
            turn = replace(
                older, weight=weight, about=about, granted=granted, off_the_queue=off_queue
            )
            self._waiting[self._waiting.index(older)] = turn
            older.granted.set_exception(Superseded)
        self._dispatch()
        if off_queue and self._chat_free_at(chat, priority, weight, now := self._clock()) > now:
            off_queue()
        try:
            await turn.granted
        except asyncio.CancelledError:
            self._withdraw(turn)
            raise
        return turn

    def _superseded(
        self, chat: int | str, priority: Priority, weight: int, about: About | None
    ) -> "Turn | None":
        """Return the turn about the same that still waits, where a chat is past its pace.

        If that one was asked for later, this one is superseded: it asks once more after a 429.
        """
        now = self._clock()
        if about is None or self._chat_free_at(chat, priority, weight, now) <= now:
            return None
        for each in self._waiting:
            if each.about is None or each.granted.done():
                continue
            if (each.chat, each.about) == (chat, about):
                if each.about.number > about.number:
                    raise Superseded
                return each
        return None

    def _load(self, chat: int | str, priority: Priority) -> float:
        """How much a chat was answered lately; what comes later there never goes first."""
        if priority is not Priority.ANSWER:
            return 0.0
        known = self._chats.get(chat)
        load = known.load(self._clock()) if known else 0.0
        waiting = (each.load for each in self._waiting if each.chat == chat)
        return max(load, max(waiting, default=load))

    def _withdraw(self, turn: "Turn") -> None:
        if turn in self._waiting:
            self._waiting.remove(turn)
        elif turn.granted.exception() is None:  # granted, but cancelled before it could send
            self._overall.in_flight -= turn.weight
            self._chats[turn.chat].in_flight -= turn.weight
        self._dispatch()

    def _record_answer(self, turn: "Turn", sent: float) -> None:
        now = self._clock()
        self._fastest.observe(now - sent)
        self._overall.answer(now, turn.weight)
        self._chats[turn.chat].answer(now, turn.weight)
        self._chats.move_to_end(turn.chat)
        self._forget_idle_chats(now)
        self._dispatch()

    def _forget_idle_chats(self, now: float) -> None:
        while self._chats and next(iter(self._chats.values())).is_idle(now):
            self._chats.popitem(last=False)

    def _dispatch(self) -> None:
        """Grant the turn that is due, if any, and set the timer for the next."""
        now = self._clock()
        turn, due = self._next(now)
        if turn and due <= now:
            self._grant(turn, now)
            turn, due = self._next(now)
        self._set_timer(due, now)

    def _next(self, now: float) -> "tuple[Turn | None, float]":
        """Return who comes next, and when: the first whose chat is free, or will be soonest."""
        best, soonest = None, math.inf
        for turn in self._waiting:
            if turn.granted.done():  # cancelled, and about to withdraw
                continue
            free = self._chat_free_at(turn.chat, turn.priority, turn.weight, now)
            if free < soonest:
                best, soonest = turn, free
            if free <= now:
                break
        return best, max(soonest, self._free_at(now, best.weight)) if best else math.inf

    def _grant(self, turn: "Turn", now: float) -> None:
        self._waiting.remove(turn)
        fair = 1 / (self._rates.per_second * self._share_at(now))
        planned = max(self._next_send, now - fair)
        self._next_send = max(planned + SPREAD * fair * turn.weight, now + GAP * fair)
        self._overall.in_flight += turn.weight
        if turn.chat not in self._chats:
            self._chats[turn.chat] = self._new_chat(turn.chat)
        self._chats[turn.chat].in_flight += turn.weight
        turn.granted.set_result(None)
        if turn.off_the_queue is not None:
            turn.off_the_queue()

    def _set_timer(self, due: float, now: float) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if due < math.inf:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(loop.time() + (due - now), self._dispatch)

    def _free_at(self, now: float, weight: int) -> float:
        rate = self._rates.per_second * self._share_at(now)
        self._overall.limit = math.ceil(rate)
        self._overall.span = self._overall.limit / rate + MARGIN
        free = self._overall.free_at(now, weight, credit=self._fastest.credit)
        return max(self._paused_until, self._next_send, free)

    def _chat_free_at(self, chat: int | str, priority: Priority, weight: int, now: float) -> float:
        known = self._chats.get(chat)
        if known is None:
            free = now
        elif isinstance(known, Bucket):
            free = known.free_at(now, weight, self._burst(priority, now))
        else:
            free = known.free_at(now, weight)
        return free if priority is Priority.ANSWER else max(free, self._plans_from)

    def _burst(self, priority: Priority, now: float) -> int:
        if priority is Priority.ANSWER and now >= self._no_bursts_until:
            return max(self._rates.answer_burst, self._rates.chat_burst)
        return self._rates.chat_burst

    def _new_chat(self, chat: int | str) -> Window | Bucket:
        if isinstance(chat, str) or chat < 0:
            return Window(self._rates.per_group_minute, 60 + MARGIN)
        return Bucket(self._rates.per_chat_second)


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
