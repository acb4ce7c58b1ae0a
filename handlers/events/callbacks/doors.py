"""Buttons of an event's check-in."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.people.members import MemberId
from handlers.ui.ids import Id, OfEvent


class DoorButton(CallbackData, OfEvent, prefix="door"):
    """The check-in of an event."""


class FindButton(CallbackData, OfEvent, prefix="find"):
    """Ask for a name at the check-in."""


class TickButton(CallbackData, OfEvent, prefix="tick"):
    """Record somebody's arrival."""

    member_id: Id[MemberId]


class UntickButton(CallbackData, OfEvent, prefix="untick"):
    """Undo somebody's arrival."""

    member_id: Id[MemberId]


class ScreenButton(CallbackData, OfEvent, prefix="screen"):
    """The check-in code for the hall's screen."""


class ScreenOffButton(CallbackData, prefix="off"):
    """End the screen of this message."""


class HelpersButton(CallbackData, OfEvent, prefix="helpers"):
    """The helpers of an event."""


class FindHelperButton(CallbackData, OfEvent, prefix="helper"):
    """Ask for the name of a helper."""


class NameHelperButton(CallbackData, OfEvent, prefix="help"):
    """Make this person a helper."""

    member_id: Id[MemberId]


class DismissHelperButton(CallbackData, OfEvent, prefix="nohelp"):
    """Remove this helper."""

    member_id: Id[MemberId]
