"""Where it is kept what was due and failed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from bot.domain.due_times import DueKind
from bot.domain.failures import FailedItem, FailureId


class FailureStore(Protocol):
    """What was due and failed."""

    def of_kind(self, kind: DueKind) -> Mapping[int, FailedItem]: ...
    def get(self, failure: FailureId) -> FailedItem | None: ...
    def save(self, item: FailedItem) -> FailureId: ...
    def forget(self, kind: DueKind, subjects: Collection[int]) -> None: ...
    def take_up(self, now: datetime) -> int: ...
