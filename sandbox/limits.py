"""Rate limits of a bot: overall, in one private chat, in one group."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.errors import too_many_requests

OVERALL_WINDOW = 1.0
GROUP_WINDOW = 60.0
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's published rates (core.telegram.org/bots/faq); `None` disables one of them.

    `overall`: messages in any second. `private_burst`, `private_rate`: a private chat takes a short
    burst, then this many messages a second. `group`: messages in any minute in one group.
    """

    overall: int | None = 30
    private_burst: float | None = 10
    private_rate: float = 1.0
    group: int | None = 20

    @classmethod
    def none(cls) -> "Limits":
        """Return limits that allow everything."""
        return cls(overall=None, private_burst=None, group=None)

    @classmethod
    def faster(cls, times: int) -> "Limits":
        """Return limits with rates multiplied by this; a burst stays the same."""
        usual = cls()
        return cls(
            overall=(usual.overall or 0) * times,
            private_rate=usual.private_rate * times,
            group=(usual.group or 0) * times,
        )


@dataclass(slots=True)
class _Window:
    """The times of messages during the last `length` seconds."""

    limit: int
    length: float
    moments: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Return the seconds until one more is allowed; 0 when it is now."""
        moments = self.moments
        while moments and moments[0] <= now - self.length:
            moments.popleft()
        if len(moments) < self.limit:
            return 0.0
        return moments[len(moments) - self.limit] + self.length - now


@dataclass(slots=True)
class _Bucket:
    """Tokens that refill over time; their number may be negative, which delays the next message."""

    size: float
    rate: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Return the seconds until a whole token is available; 0 when it is now."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        missing = 1 - self.tokens
        return missing / self.rate if missing > ROUNDING else 0.0


class Limiter:
    """Accepts messages by the clock; a refused one does not count."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self._monotonic = monotonic
        self._overall = _Window(limits.overall or 0, OVERALL_WINDOW)
        self._groups: dict[int, _Window] = {}
        self._buckets: dict[int, _Bucket] = {}

    def admit(self, chat_id: int, *, private: bool, count: int = 1) -> None:
        """Accept `count` messages if one is allowed (an album is never split), or answer 429."""
        now = self._monotonic()
        bucket = self._bucket(chat_id, now) if private else None
        window = None if private else self._group(chat_id)
        wait = max(
            self._overall.wait(now) if self.limits.overall is not None else 0.0,
            bucket.wait(now) if bucket else 0.0,
            window.wait(now) if window else 0.0,
        )
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        if self.limits.overall is not None:
            self._overall.moments.extend([now] * count)
        if bucket:
            bucket.tokens -= count
        if window:
            window.moments.extend([now] * count)

    def _bucket(self, chat_id: int, now: float) -> _Bucket | None:
        size = self.limits.private_burst
        if size is None:
            return None
        if chat_id not in self._buckets:
            self._buckets[chat_id] = _Bucket(size, self.limits.private_rate, size, now)
        return self._buckets[chat_id]

    def _group(self, chat_id: int) -> _Window | None:
        limit = self.limits.group
        if limit is None:
            return None
        if chat_id not in self._groups:
            self._groups[chat_id] = _Window(limit, GROUP_WINDOW)
        return self._groups[chat_id]
