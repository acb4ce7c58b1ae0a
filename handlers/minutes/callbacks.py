"""Buttons of minutes: the archive, and new ones."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id, IdOrNone, PageNumber


class MinutesListButton(CallbackData, prefix="minl"):
    """A page, from 0, of the archive of minutes."""

    page: PageNumber = 0


class MinutesButton(CallbackData, prefix="min"):
    """Issued minutes, with both files."""

    minutes_id: Id


class NewMinutesButton(CallbackData, prefix="mnew"):
    """Open the wizard for new minutes, of this poll if it is one; 0 is none."""

    poll_id: IdOrNone = 0


OPENING = (NewMinutesButton,)
"""What opens a wizard."""
