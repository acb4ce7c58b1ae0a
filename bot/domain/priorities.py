"""Who goes first when not everything can be sent at once."""

from enum import IntEnum


class Priority(IntEnum):
    """The lower the sooner: a person who waits outranks whatever was planned."""

    ANSWER = 0
    REMINDER = 1
    BROADCAST = 2
