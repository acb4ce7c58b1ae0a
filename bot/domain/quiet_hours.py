"""Quiet hours: the part of each day in which the bot sends nothing of low urgency."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` up to, but not including, `end` in local time; the range may span midnight.

    Refuses, with `ValueError`, a start that equals the end.
    """

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise ValueError("quiet hours must end at another time than they start")

    def contains(self, local: time) -> bool:
        """Tell whether this local time is quiet."""
        if self.start < self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end

    def end_after(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """Return `moment`, or the next end of quiet hours if it lies in them in `zone`; in UTC.

        An end that the clock skips in spring is read by the offset before the change, as in RFC
        5545, 3.3.5; if an end comes twice in autumn, the first one ahead counts. Refuses, with
        `ValueError`, a moment without an offset.
        """
        if moment.tzinfo is None:
            raise ValueError("the moment must know its offset from UTC")
        local = moment.astimezone(zone)
        if not self.contains(local.time()):
            return moment.astimezone(UTC)
        return next(
            end
            for end in self._ends(local.date(), zone)
            if end > moment and not self.contains(end.astimezone(zone).time())
        )

    def _ends(self, first: date, zone: ZoneInfo) -> Iterator[datetime]:
        for days in count():
            end = datetime.combine(first + timedelta(days), self.end, zone)
            yield end.astimezone(UTC)
            yield end.replace(fold=1).astimezone(UTC)
