"""What falls due of events."""

from bot.domain.due_times import DueKind


class EventDue(DueKind):
    """What falls due of an event. The values are stored."""

    PUBLICATION = "event_publication"
    REMINDER_PLAN = "event_plan"
    REMINDERS = "event_reminders"
    WAITLIST = "event_waitlist"
    POST = "event_post"
    SCREEN = "event_screen"
