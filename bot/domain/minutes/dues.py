"""Kinds of due times of minutes."""

from bot.domain.due_times import DueKind


class MinutesDue(DueKind):
    """Kinds of due times of minutes; `DRAWING_UP` is a poll's. The values are stored."""

    DRAWING_UP = "minutes_drawing_up"
    CHALLENGE = "minutes_challenge"
    REGISTRATION = "minutes_registration"
