"""Buttons under an event's board, for organisers."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.events.rsvps import Group
from handlers.ui.ids import OfEvent, PageNumber


class BoardButton(CallbackData, OfEvent, prefix="board"):
    """An organiser's view of an event."""


class BoardMoreButton(CallbackData, OfEvent, prefix="more"):
    """An organiser's less used buttons of an event."""


class CreateButton(CallbackData, prefix="create"):
    """Open the form for a new event."""


class MoveButton(CallbackData, OfEvent, prefix="move"):
    """Open the form that moves an event."""


class CancelButton(CallbackData, OfEvent, prefix="cancel"):
    """Open the form that cancels an event."""


class CancelSeriesButton(CallbackData, OfEvent, prefix="ends"):
    """Open the form that cancels an event and the later dates of its series."""


class ChangeButton(CallbackData, OfEvent, prefix="change"):
    """Open the form that changes an event."""


class CopyButton(CallbackData, OfEvent, prefix="copy"):
    """Open the form for a new event with the plan of this one."""


class UndoPublicationButton(CallbackData, OfEvent, prefix="eundo"):
    """Undo a publication before anybody was told of the event."""


class PublishQuestionButton(CallbackData, OfEvent, prefix="early"):
    """Ask for confirmation before a scheduled event is published at once."""


class PublishButton(CallbackData, OfEvent, prefix="now"):
    """Publish a scheduled event at once."""


class AnswersButton(CallbackData, OfEvent, prefix="list"):
    """A page, from 0, of an organiser's list of people with this answer."""

    group: Group
    page: PageNumber = 0


class SheetButton(CallbackData, OfEvent, prefix="xlsx"):
    """The list of an event as a spreadsheet."""


class PostButton(CallbackData, OfEvent, prefix="post"):
    """Post an event's card in the group or the channel."""

    channel: bool


class GuestLinkButton(CallbackData, OfEvent, prefix="glink"):
    """The link for guests from outside: `show`, `renew` or `close` it, or ask for confirmation."""

    act: str = "show"
