"""What the messages of the bot show."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.views import View


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that shows something, `subject` by its id: to a member, or in a post.

    A post is shown to nobody in particular. A screen shows its code `until` then (UTC).
    """

    subject: int
    member: MemberId | None
    message: MessageRef
    view: View = EventView.CARD
    until: datetime | None = None

    @property
    def kind(self) -> type[View]:
        """Return what the view is of."""
        return type(self.view)
