"""Callback queries and inline queries that wait for the bot's answer."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from sandbox.errors import bad_request

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
T = TypeVar("T")

ANSWERED_KEPT = 1000
"""How many answered queries are remembered."""


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What a person sees after a tap."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Query(Generic[T]):
    chat_id: int | None
    since: float
    answer: asyncio.Future[T]


class Queries(Generic[T]):
    """Queries by id, oldest first; each may be answered once, within `lifetime` seconds."""

    def __init__(self, first_id: int, lifetime: float, monotonic: Callable[[], float]) -> None:
        self._last_id = first_id
        self._lifetime = lifetime
        self._monotonic = monotonic
        self._open: dict[str, _Query[T]] = {}
        self._answered: deque[str] = deque(maxlen=ANSWERED_KEPT)

    def ask(self, chat_id: int | None) -> tuple[str, asyncio.Future[T]]:
        """Open a query; return its id and the answer to wait for."""
        self._expire()
        self._last_id += 1
        query_id = str(self._last_id)
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._open[query_id] = _Query(chat_id, self._monotonic(), answer)
        return query_id, answer

    def answer(self, query_id: str, answer: T) -> int | None:
        """Answer a query and return its chat; refuse a late or a second answer."""
        self._expire()
        query = self._open.pop(query_id, None)
        if query is None:
            raise bad_request(TOO_OLD, needless=query_id in self._answered)
        self._answered.append(query_id)
        if not query.answer.done():
            query.answer.set_result(answer)
        return query.chat_id

    def _expire(self) -> None:
        oldest = self._monotonic() - self._lifetime
        expired = []
        for query_id, query in self._open.items():
            if query.since > oldest:
                break
            expired.append(query_id)
        for query_id in expired:
            del self._open[query_id]


def chat_instance(chat_id: int) -> str:
    """Return the string that identifies a chat in its callback queries."""
    return str(hash((chat_id, "chat instance")) & (2**63 - 1))


InlineResults = list[dict[str, Any]]

CACHE_TIME = 300
"""Seconds for which an answer is shown again if the bot does not say how long."""


class InlineCache:
    """Answers to inline queries that are shown again without asking the bot.

    A personal answer is only for who asked; another one is for everybody who types the same.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._asked: dict[str, tuple[str, int]] = {}
        self._kept: dict[tuple[str, int | None], tuple[datetime, InlineResults]] = {}

    def find(self, text: str, person: int) -> InlineResults | None:
        """Return what the person is shown without asking the bot; None if it has to be asked."""
        now = self._now()
        self._kept = {key: kept for key, kept in self._kept.items() if kept[0] > now}
        found = self._kept.get((text, person)) or self._kept.get((text, None))
        return None if found is None else found[1]

    def note_asked(self, query_id: str, text: str, person: int) -> None:
        """Remember who asks what."""
        self._asked[query_id] = text, person

    def keep(self, query_id: str, results: InlineResults, seconds: int, *, personal: bool) -> None:
        """Keep the answer to a query for so long."""
        text, person = self._asked.pop(query_id)
        until = self._now() + timedelta(seconds=seconds)
        self._kept[text, person if personal else None] = until, results
