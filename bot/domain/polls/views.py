"""How a message shows a poll."""

from enum import StrEnum


class PollView(StrEnum):
    """What a message shows of a poll."""

    BALLOT = "ballot"
    BOARD = "board"
    POST = "post"
