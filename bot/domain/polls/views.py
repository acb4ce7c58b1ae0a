"""How a message shows a poll."""

from bot.domain.views import View


class PollView(
    View,
    subject="poll",
    own="ballot",
    counts=("board", "post"),
    changed="poll.card_changed",
    key="poll-card",
):
    """What a message shows of a poll."""

    BALLOT = "ballot"
    BOARD = "board"
    POST = "post"
