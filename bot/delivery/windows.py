"""Rate limits: windows of arrivals, a token bucket for one chat, the shortest round trip."""

import math
from collections import deque

MARGIN = 0.002  # seconds added to every wait, for clocks that round
TRUST = 0.98  # of the smallest round trip
DOUBT = 5  # n round trips seen are trusted as n / (n + DOUBT)
SPELL = 500  # messages, at least, for which a round trip is remembered


class Window:
    """At most `limit` arrivals in any `span` seconds: each counts until `span` after its answer."""

    def __init__(self, limit: int, span: float) -> None:
        self.limit = limit
        self.span = span
        self.in_flight = 0
        self._answered: deque[float] = deque()

    def free_at(self, now: float, weight: int = 1, *, credit: float = 0.0) -> float:
        """Return when `weight` more may be sent; infinity while it depends on an answer."""
        self._expire(now)
        more = min(weight, self.limit) - 1  # an album larger than the limit must be sent some time
        excess = self.in_flight + len(self._answered) + more - self.limit
        if excess < 0:
            return now
        if excess >= len(self._answered):
            return math.inf
        return self._answered[excess] + self.span - credit

    def load(self, _now: float) -> float:
        """How much was sent there lately; groups and channels are not compared."""
        return 0.0

    def answer(self, now: float, weight: int) -> None:
        """Count messages that were answered at `now`: they are no longer in flight."""
        self.in_flight -= weight
        self.count(now, weight)

    def count(self, moment: float, count: int) -> None:
        """Count messages that are known to have arrived by that moment."""
        self._answered.extend([moment] * count)

    def is_idle(self, now: float) -> bool:
        """Tell whether nothing is in flight and nothing sent still counts."""
        self._expire(now)
        return not self.in_flight and not self._answered

    def _expire(self, now: float) -> None:
        while self._answered and self._answered[0] + self.span <= now:
            self._answered.popleft()


class Bucket:
    """Allows `rate` arrivals a second after a burst; each counts in full until its answer."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate + MARGIN
        self._empty_at = -math.inf
        self._held_until = -math.inf
        self.in_flight = 0

    def free_at(self, now: float, weight: int, burst: int) -> float:
        """Return when `weight` more may be sent; infinity while it depends on an answer."""
        room = burst - min(weight, burst) - self.in_flight
        free = self._empty_at - room * self._interval if room >= 0 else math.inf
        return max(now, free, self._held_until)

    def load(self, now: float) -> float:
        """How many messages still count, those in flight included."""
        return self.in_flight + max(0.0, self._empty_at - now) / self._interval

    def hold(self, until: float) -> None:
        """Send nothing before that moment."""
        self._held_until = max(self._held_until, until)

    def answer(self, now: float, weight: int) -> None:
        """Count messages that were answered at `now`: they are no longer in flight."""
        self.in_flight -= weight
        self._empty_at = max(self._empty_at, now) + self._interval * weight

    def is_idle(self, now: float) -> bool:
        """Tell whether nothing is in flight and nothing sent still counts."""
        return not self.in_flight and max(self._empty_at, self._held_until) <= now


class Fastest:
    """The shortest round trip of the last `SPELL` to 2 · `SPELL` messages."""

    def __init__(self) -> None:
        self._before = self._lately = math.inf
        self._seen = 0

    @property
    def credit(self) -> float:
        """Seconds that nearly every round trip takes at least; fewer samples give less."""
        trust = min(TRUST, self._seen / (self._seen + DOUBT))
        return trust * min(self._before, self._lately) if self._seen else 0.0

    def observe(self, round_trip: float) -> None:
        """Record one more round trip, in seconds."""
        if self._seen % SPELL == 0:
            self._before, self._lately = self._lately, round_trip
        self._lately = min(self._lately, round_trip)
        self._seen += 1
