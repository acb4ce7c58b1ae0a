"""What the messages of the bot show."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.views import PollView


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
    view: EventView | PollView = EventView.CARD
    until: datetime | None = None

    @property
    def kind(self) -> ShownKind:
        """Return what the view is of."""
        return ShownKind.EVENT if isinstance(self.view, EventView) else ShownKind.POLL
