"""Buttons of minutes: the archive, and new ones."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id


class MinutesButton(CallbackData, prefix="min"):
    """Issued minutes, with both files."""

    minutes_id: Id


class ScanButton(CallbackData, prefix="scan"):
    """Asks for the scan of issued minutes with the signatures."""

    minutes_id: Id


class AddendumButton(CallbackData, prefix="madd"):
    """Issues the addendum that is due to minutes."""

    minutes_id: Id


class RegistrationButton(CallbackData, prefix="mreg"):
    """Has it reminded that what minutes changed is registered."""

    minutes_id: Id
