"""Where it is kept which message shows what."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.domain.events.events import EventId
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.views import PollView
from bot.domain.shown import Shown, ShownKind


class ShownMessageStore(Protocol):
    """The messages that show something; each shows one thing."""

    def save(self, shown: Shown) -> None: ...
    def forget(self, message: MessageRef) -> None: ...
    def get(self, message: MessageRef) -> Shown | None: ...
    def of(self, kind: ShownKind, subject: int, *views: EventView | PollView) -> list[Shown]: ...
    def touched(
        self, kind: ShownKind, subject: int, people: Collection[MemberId]
    ) -> list[Shown]: ...
    def posts_behind(self, now: datetime) -> list[EventId]: ...
    def with_screens(self, now: datetime) -> list[EventId]: ...
    def screens(self, event: EventId, now: datetime) -> list[Shown]: ...
