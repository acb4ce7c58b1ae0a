"""How a message shows an event."""

from enum import StrEnum


class EventView(StrEnum):
    """What a message shows of an event."""

    CARD = "card"
    BOARD = "board"
    DOOR = "door"
    SCREEN = "screen"
    POST = "post"
