"""What falls due of minutes."""

from bot.domain.due_times import DueKind


class MinutesDue(DueKind):
    """What falls due of minutes; `DRAWING_UP` of a poll. The values are stored."""

    DRAWING_UP = "minutes_drawing_up"
    CHALLENGE = "minutes_challenge"
    REGISTRATION = "minutes_registration"
