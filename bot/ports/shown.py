"""Where it is kept which message shows what."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.events.events import EventId
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.ports.events import View
from bot.ports.polls import PollView


class ShownKind(StrEnum):
    """What a message can show. The values are stored."""

    EVENT = "event"
    POLL = "poll"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that shows an event or a poll, `subject` by its id: to a member, or in a post.

    A post is shown to nobody in particular. A screen shows its code `until` then (UTC).
    """

    subject: int
    member: MemberId | None
    message: MessageRef
    view: View | PollView = View.CARD
    until: datetime | None = None

    @property
    def kind(self) -> ShownKind:
        """Return what the view is of."""
        return ShownKind.EVENT if isinstance(self.view, View) else ShownKind.POLL


class ShownMessageStore(Protocol):
    """The messages that show something; each shows one thing."""

    def save(self, shown: Shown) -> None: ...
    def forget(self, message: MessageRef) -> None: ...
    def get(self, message: MessageRef) -> Shown | None: ...
    def of(self, kind: ShownKind, subject: int, *views: View | PollView) -> list[Shown]: ...
    def touched(
        self, kind: ShownKind, subject: int, people: Collection[MemberId]
    ) -> list[Shown]: ...
    def posts_behind(self, now: datetime) -> list[EventId]: ...
    def with_screens(self, now: datetime) -> list[EventId]: ...
    def screens(self, event: EventId, now: datetime) -> list[Shown]: ...
