"""Buttons under a message that an organiser writes to the people of an event."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.events.rsvps import Group
from handlers.ui.ids import Id


class WriteButton(CallbackData, prefix="write"):
    """Choose to whom of an event to write; with `group`, write to them."""

    event_id: Id
    group: Group | None = None


class SendButton(CallbackData, prefix="send"):
    """Send the message that was looked at; `number` is that of the text as it was typed."""

    event_id: Id
    number: Id


class DropButton(CallbackData, prefix="drop"):
    """Send nothing, and wait for no text any more."""

    event_id: Id
