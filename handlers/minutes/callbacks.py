"""Buttons of minutes: the archive, and new minutes."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id


class MinutesButton(CallbackData, prefix="min"):
    """Issued minutes, with both files."""

    minutes_id: Id


class ScanButton(CallbackData, prefix="scan"):
    """Ask for the signed scan of issued minutes."""

    minutes_id: Id


class AddendumButton(CallbackData, prefix="madd"):
    """Issue the addendum that is due."""

    minutes_id: Id


class RegistrationButton(CallbackData, prefix="mreg"):
    """Plan reminders to register the changes that minutes decided."""

    minutes_id: Id
