"""Ballots that are being filled in, as far as memory holds them: nothing of it is on the disk.

The buttons of a message carry the marks that stood when it was written. A person who taps faster
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
"""Messages whose ballots are remembered: the buttons hold the rest of a dropped one."""

MOST_TAPS = 200
KEPT = 3600.0
"""Seconds after the last tap: by then the buttons that people see are the newest."""


@dataclass(eq=False, slots=True)
class HalfFilled:
    """A ballot in one message: the marks that its buttons carried, and the taps since, in order.

    `cast` tells that it has been cast as it stands. Who edits the message holds `editing`;
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
    """The ballots of the messages that were tapped last."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._by_message: dict[MessageRef, HalfFilled] = {}

    def add(self, message: MessageRef, button: MarkButton) -> HalfFilled:
        """Add a tap to those before it; there is nothing to wait for, so none overtakes another."""
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
        """Return what was marked in a message, if anything was lately."""
        found = self._by_message.get(message)
        if found is None or (found.poll, found.voter) != (poll, voter):
            return None
        return None if self._monotonic() - found.tapped_at > KEPT else found

    def forget(self, message: MessageRef) -> None:
        """Let what the message shows from now on be the starting point."""
        self._by_message.pop(message, None)
