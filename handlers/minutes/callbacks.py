"""Buttons of minutes: the archive, and new ones."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id


class MinutesButton(CallbackData, prefix="min"):
    """Issued minutes, with both files."""

    minutes_id: Id
