"""What a message shows of a poll."""

from bot.domain.views import View


class PollView(
    View,
    subject="poll",
    own="ballot",
    counts=("board", "post"),
    changed="poll.card_changed",
    key="poll-card",
):
    """What a message shows of a poll: a stored kind of view."""

    BALLOT = "ballot"
    BOARD = "board"
    POST = "post"
