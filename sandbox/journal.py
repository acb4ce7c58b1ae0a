"""The journal of all Bot API calls except getUpdates."""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.errors import Refusal
from sandbox.files import Upload

KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One call; `refusal` says why there is no result."""

    n: int
    at: datetime
    method: str
    params: Mapping[str, Any]
    result: Any
    refusal: Refusal | None

    def fits(self, chat: str | None, method: str | None) -> bool:
        """Tell whether it is in this chat and of this method."""
        return (chat is None or str(self.params.get("chat_id")) == chat) and (
            method is None or self.method.lower() == method.lower()
        )

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON data; files as their names and sizes."""
        answer: dict[str, Any] = {"ok": True, "result": self.result}
        if self.refusal is not None:
            answer = {
                "ok": False,
                "error_code": self.refusal.code,
                "description": self.refusal.description,
            }
        at = self.at.isoformat(timespec="milliseconds")
        return {
            "n": self.n,
            "at": at,
            "method": self.method,
            "params": _data(self.params),
            **answer,
        }


class Journal:
    """Keeps the newest calls, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._count = 0
        self.needless: Counter[str] = Counter()
        """Calls that changed nothing, by method: edits without a change, second answers."""

    def write(
        self,
        at: datetime,
        method: str,
        params: Mapping[str, Any],
        result: Any,
        refusal: Refusal | None = None,
    ) -> None:
        """Record a call."""
        self._count += 1
        if refusal is not None and refusal.needless:
            self.needless[method] += 1
        self._entries.append(Entry(self._count, at, method, params, result, refusal))

    def read(
        self, chat: str | None = None, method: str | None = None, since: int = 0
    ) -> list[dict[str, Any]]:
        """Return the calls after number `since`, of one chat or one method if given."""
        return [
            entry.as_data()
            for entry in self._entries
            if entry.n > since and entry.fits(chat, method)
        ]


def _data(value: Any) -> Any:
    if isinstance(value, Upload):
        return {"file_name": value.name, "size": len(value.data)}
    if isinstance(value, Mapping):
        return {name: _data(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_data(one) for one in value]
    return value
