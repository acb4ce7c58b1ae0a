"""Priorities in the outbox."""

from enum import IntEnum


class Priority(IntEnum):
    """The lower the sooner: answers to a waiting person come before planned messages."""

    ANSWER = 0
    REMINDER = 1
    BROADCAST = 2
