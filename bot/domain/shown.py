"""Messages that the bot keeps up to date."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.views import View


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that shows a view of `subject` (an id), to a member or as a post.

    A post has no member. A check-in screen shows its code `until` then (UTC).
    """

    subject: int
    member: MemberId | None
    message: MessageRef
    view: View = EventView.CARD
    until: datetime | None = None

    @property
    def kind(self) -> type[View]:
        """Return the kind of thing that the view shows."""
        return type(self.view)
