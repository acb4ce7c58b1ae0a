"""Buttons at the door of an event."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id, OfEvent


class DoorButton(CallbackData, OfEvent, prefix="door"):
    """The door of an event."""


class FindButton(CallbackData, OfEvent, prefix="find"):
    """Type a name at the door of an event."""


class TickButton(CallbackData, OfEvent, prefix="tick"):
    """Note that somebody came."""

    member_id: Id


class UntickButton(CallbackData, OfEvent, prefix="untick"):
    """Take back that somebody came."""

    member_id: Id


class ScreenButton(CallbackData, OfEvent, prefix="screen"):
    """The code for the hall's screen."""


class ScreenOffButton(CallbackData, prefix="off"):
    """Take the code of this message down."""


class HelpersButton(CallbackData, OfEvent, prefix="helpers"):
    """Who helps at the door of an event."""


class FindHelperButton(CallbackData, OfEvent, prefix="helper"):
    """Type the name of who is to help."""


class NameHelperButton(CallbackData, OfEvent, prefix="help"):
    """Let this person let people in."""

    member_id: Id


class DismissHelperButton(CallbackData, OfEvent, prefix="nohelp"):
    """Take that back."""

    member_id: Id
