"""Buttons under an event's board: what organisers do."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.events.rsvps import Group
from handlers.ui.ids import OfEvent, PageNumber


class BoardButton(CallbackData, OfEvent, prefix="board"):
    """An organiser's view of an event."""


class BoardMoreButton(CallbackData, OfEvent, prefix="more"):
    """What an organiser does with an event now and then."""


class CreateButton(CallbackData, prefix="create"):
    """Open the form for a new event."""


class MoveButton(CallbackData, OfEvent, prefix="move"):
    """Open the form that moves an event."""


class CancelButton(CallbackData, OfEvent, prefix="cancel"):
    """Open the form that calls an event off."""


class CancelSeriesButton(CallbackData, OfEvent, prefix="ends"):
    """Open the form that calls off an event and the later dates of its series."""


class ChangeButton(CallbackData, OfEvent, prefix="change"):
    """Open the form that changes an event."""


class CopyButton(CallbackData, OfEvent, prefix="copy"):
    """Open the form with the plan of another event."""


class UndoPublicationButton(CallbackData, OfEvent, prefix="eundo"):
    """Take a publication back before anybody has heard of the event."""


class PublishQuestionButton(CallbackData, OfEvent, prefix="early"):
    """Ask once more before everybody is told of what is scheduled for later."""


class PublishButton(CallbackData, OfEvent, prefix="now"):
    """Publish at once what is scheduled for later."""


class AnswersButton(CallbackData, OfEvent, prefix="list"):
    """A page, from 0, of an organiser's list of those who answered so."""

    group: Group
    page: PageNumber = 0


class SheetButton(CallbackData, OfEvent, prefix="xlsx"):
    """The list of an event as a spreadsheet."""


class PostButton(CallbackData, OfEvent, prefix="post"):
    """Post an event's card in the group or the channel."""

    channel: bool


class GuestLinkButton(CallbackData, OfEvent, prefix="glink"):
    """The link for guests from outside: `show` it, `renew` or `close` it, or ask before that."""

    act: str = "show"
