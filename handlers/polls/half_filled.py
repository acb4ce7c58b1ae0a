"""Ballots that are being filled in, kept in memory and never on the disk.

The buttons of a message carry the marks at the time when it was written. A person who taps faster
than it is edited taps buttons of an older state: such a tap is added here to those before it. After
a restart the marks in the tapped button are the starting point.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.notices import MessageRef
from handlers.polls.callbacks.polls import MarkButton

MOST_MESSAGES = 5_000
"""How many messages' ballots are remembered; for dropped ones the buttons have the marks."""

MOST_TAPS = 200
KEPT = 3600.0
"""Seconds after the last tap: by then people see the newest buttons."""


@dataclass(eq=False, slots=True)
class HalfFilled:
    """A ballot in one message: the marks that its buttons carried, and the taps since, in order.

    `cast` tells that it was cast like this. `editing` is locked while the message is edited;
    `shown` is how many of the taps it shows.
    """

    poll: int
    voter: int
    base: str
    tapped_at: float
    taps: list[int] = field(default_factory=list)
    cast: bool = False
    shown: int = 0
    editing: asyncio.Lock = field(default_factory=asyncio.Lock)


class HalfFilledBallots:
    """The ballots of the messages that were tapped most recently."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._by_message: dict[MessageRef, HalfFilled] = {}

    def add(self, message: MessageRef, button: MarkButton) -> HalfFilled:
        """Add a tap to those before it; without awaiting, so taps keep their order."""
        now = self._monotonic()
        found = self.find(message, button.poll_id, button.voter_id)
        if found is None or found.cast or len(found.taps) >= MOST_TAPS:
            found = HalfFilled(button.poll_id, button.voter_id, button.marks, now)
        found.taps.append(button.tap)
        found.tapped_at = now
        self._by_message.pop(message, None)
        self._by_message[message] = found
        if len(self._by_message) > MOST_MESSAGES:
            del self._by_message[next(iter(self._by_message))]
        return found

    def find(self, message: MessageRef, poll: int, voter: int) -> HalfFilled | None:
        """Return the recent marks of a message, if any."""
        found = self._by_message.get(message)
        if found is None or (found.poll, found.voter) != (poll, voter):
            return None
        return None if self._monotonic() - found.tapped_at > KEPT else found

    def forget(self, message: MessageRef) -> None:
        """Drop the taps: what the message shows from now on is the starting point."""
        self._by_message.pop(message, None)
