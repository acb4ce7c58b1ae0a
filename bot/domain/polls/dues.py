"""Kinds of due times of polls."""

from bot.domain.due_times import DueKind


class PollDue(DueKind):
    """Kinds of due times of polls. The values are stored."""

    OPENING = "poll_opening"
    CLOSING = "poll_closing"
    REMINDERS = "ballot_reminders"
    STATEMENTS = "statements"
    BALLOT_NUMBERS = "ballot_numbers"
    STRAW_POLL = "straw_poll"
