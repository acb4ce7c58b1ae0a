"""An announcement as it is submitted."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import dropwhile

from bot.domain.announcements.announcements import Announcement, AnnouncementPlan, AnnouncementState
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


def next_repetition(sent: Announcement, now: datetime) -> NewAnnouncement | None:
    """Return the next repetition of what was sent, if there is one.

    Those missed during downtime are left out.
    """
    times = tuple(dropwhile(lambda time: time <= now, sent.times))
    if not times:
        return None
    ahead = replace(sent, at=times[0], sends_at=times[0], times=times[1:])
    return NewAnnouncement(
        replace(ahead.plan, recurrence=ahead.remaining),
        AnnouncementState.SCHEDULED,
        ahead.created_by,
        ahead.sends_at,
        ahead.times,
        ahead.confirmed_by,
    )
