"""Faults on demand between the bot and Telegram: which, when and how often."""

import itertools
import random
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from sandbox.errors import ApiError, forbidden, too_many_requests

FaultKind = Literal[
    "too_many_requests",
    "server_error",
    "bad_gateway_html",
    "drop_before",
    "drop_after",
    "latency",
    "forbidden",
    "deactivated",
]
KINDS: tuple[str, ...] = get_args(FaultKind)

POLLING = "getupdates"


@dataclass(slots=True)
class Fault:
    """A fault of the calls that it matches; `None` matches every method or chat.

    `times`: how often it still happens, `None` without limit; `share`: of the matching calls, 0 to
    1. `retry_after` is for too_many_requests; `seconds` (both ways together) and `jitter` (a share
    of it, plus or minus) for latency. `spare_polling` excludes getUpdates, whose faults nobody
    sees.
    """

    kind: FaultKind
    method: str | None = None
    chat: int | None = None
    times: int | None = None
    retry_after: int = 3
    seconds: float = 0.05
    jitter: float = 0.0
    share: float = 1.0
    spare_polling: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        if not 0 <= self.share <= 1 or not 0 <= self.jitter <= 1:
            raise ValueError("share and jitter must be from 0 to 1")
        if self.seconds < 0 or self.retry_after < 1:
            raise ValueError("seconds must not be negative, retry_after must be positive")
        if self.times is not None and self.times < 1:
            raise ValueError("times must be positive")

    def fits(self, method: str, chat: str) -> bool:
        """Tell whether the fault matches a call."""
        if self.spare_polling and method.lower() == POLLING:
            return False
        return (self.method is None or self.method.lower() == method.lower()) and (
            self.chat is None or str(self.chat) == chat
        )


@dataclass(frozen=True, slots=True)
class Mishap:
    """The faults of one call: its delay, and an error, if any."""

    delay: float = 0.0
    kind: FaultKind | None = None
    retry_after: int = 0

    def error(self) -> ApiError | None:
        """Return the refusal that replaces the answer."""
        if self.kind == "too_many_requests":
            return too_many_requests(self.retry_after)
        if self.kind == "forbidden":
            return forbidden("bot was blocked by the user")
        if self.kind == "deactivated":
            return forbidden("user is deactivated")
        if self.kind == "server_error":
            return ApiError(500, "Internal Server Error")
        return None


SMOOTH = Mishap()


class Faults:
    """The active faults, by number."""

    def __init__(self, seed: int | None = None) -> None:
        self._faults: dict[int, Fault] = {}
        self._numbers = itertools.count(1)
        self._random = random.Random(seed)  # noqa: S311 - chance, not cryptography

    def add(self, fault: Fault) -> int:
        """Activate a fault; return its number."""
        number = next(self._numbers)
        self._faults[number] = fault
        return number

    def remove(self, number: int) -> bool:
        """Remove a fault; return False when there is none with this number."""
        return self._faults.pop(number, None) is not None

    def clear(self) -> None:
        """Remove all faults."""
        self._faults.clear()

    def listed(self) -> list[dict[str, Any]]:
        """Return all faults as data."""
        return [{"id": number, **asdict(fault)} for number, fault in self._faults.items()]

    def strike(self, method: str, chat: str) -> Mishap:
        """Determine the faults of a call: delays add up, of the others the first one applies."""
        if not self._faults:
            return SMOOTH
        delay, struck = 0.0, None
        for number, fault in tuple(self._faults.items()):
            is_delay = fault.kind == "latency"
            if not fault.fits(method, chat) or (struck and not is_delay):
                continue
            if self._random.random() >= fault.share:
                continue
            self._use_up(number, fault)
            if is_delay:
                delay += fault.seconds * (1 + fault.jitter * self._random.uniform(-1, 1))
            else:
                struck = fault
        if struck is None:
            return Mishap(delay)
        return Mishap(delay, struck.kind, struck.retry_after)

    def _use_up(self, number: int, fault: Fault) -> None:
        if fault.times is not None:
            fault.times -= 1
            if fault.times == 0:
                del self._faults[number]
