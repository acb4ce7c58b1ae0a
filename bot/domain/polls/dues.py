"""What falls due of polls."""

from bot.domain.due_times import DueKind


class PollDue(DueKind):
    """What falls due of a poll. The values are stored."""

    OPENING = "poll_opening"
    CLOSING = "poll_closing"
    REMINDERS = "ballot_reminders"
    STATEMENTS = "statements"
    BALLOT_NUMBERS = "ballot_numbers"
    STRAW_POLL = "straw_poll"
