"""What a message shows of an event."""

from bot.domain.views import View


class EventView(
    View,
    subject="event",
    own="card",
    counts=("board", "door", "post"),
    changed="event.card_changed",
    key="card",
):
    """What a message shows of an event: a stored kind of view."""

    CARD = "card"
    BOARD = "board"
    DOOR = "door"
    SCREEN = "screen"
    POST = "post"
