"""Kinds of due times of events."""

from bot.domain.due_times import DueKind


class EventDue(DueKind):
    """Kinds of due times of events. The values are stored."""

    PUBLICATION = "event_publication"
    REMINDER_PLAN = "event_plan"
    REMINDERS = "event_reminders"
    WAITLIST = "event_waitlist"
    POST = "event_post"
    SCREEN = "event_screen"
