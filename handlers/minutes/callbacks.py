"""Buttons of minutes: the archive, and new minutes."""

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel

from bot.domain.minutes.plans import MinutesId
from handlers.ui.ids import Id


class OfMinutes(BaseModel):
    """The first field of the buttons about minutes."""

    minutes_id: Id[MinutesId]


class MinutesButton(CallbackData, OfMinutes, prefix="min"):
    """Issued minutes, with both files."""


class ScanButton(CallbackData, OfMinutes, prefix="scan"):
    """Ask for the signed scan of issued minutes."""


class AddendumButton(CallbackData, OfMinutes, prefix="madd"):
    """Issue the addendum that is due."""


class RegistrationButton(CallbackData, OfMinutes, prefix="mreg"):
    """Plan reminders to register the changes that minutes decided."""
