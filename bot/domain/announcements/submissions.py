"""An announcement as it is submitted."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.announcements.announcements import AnnouncementPlan, AnnouncementState
from bot.domain.people.members import MemberId


@dataclass(frozen=True, slots=True)
class NewAnnouncement:
    """A submitted plan: its state, when it is sent, and who submitted it."""

    plan: AnnouncementPlan
    state: AnnouncementState
    created_by: MemberId
    sends_at: datetime
    times: tuple[datetime, ...] = ()
    confirmed_by: MemberId | None = None
