"""Buttons at the door of an event."""

from aiogram.filters.callback_data import CallbackData

from handlers.ui.ids import Id


class DoorButton(CallbackData, prefix="door"):
    """The door of an event."""

    event_id: Id


class FindButton(CallbackData, prefix="find"):
    """Type a name at the door of an event."""

    event_id: Id


class TickButton(CallbackData, prefix="tick"):
    """Note that somebody came."""

    event_id: Id
    member_id: Id


class UntickButton(CallbackData, prefix="untick"):
    """Take back that somebody came."""

    event_id: Id
    member_id: Id


class ScreenButton(CallbackData, prefix="screen"):
    """The code for the hall's screen."""

    event_id: Id


class ScreenOffButton(CallbackData, prefix="off"):
    """Take the code of this message down."""


class HelpersButton(CallbackData, prefix="helpers"):
    """Who helps at the door of an event."""

    event_id: Id


class FindHelperButton(CallbackData, prefix="helper"):
    """Type the name of who is to help."""

    event_id: Id


class NameHelperButton(CallbackData, prefix="help"):
    """Let this person let people in."""

    event_id: Id
    member_id: Id


class DismissHelperButton(CallbackData, prefix="nohelp"):
    """Take that back."""

    event_id: Id
    member_id: Id
