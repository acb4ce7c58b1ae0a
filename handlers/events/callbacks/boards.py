"""Buttons under an event's board: what organisers do."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.events.rsvps import Group
from handlers.ui.ids import Id, PageNumber


class BoardButton(CallbackData, prefix="board"):
    """An organiser's view of an event."""

    event_id: Id


class BoardMoreButton(CallbackData, prefix="more"):
    """What an organiser does with an event now and then."""

    event_id: Id


class CreateButton(CallbackData, prefix="create"):
    """Open the form for a new event."""


class MoveButton(CallbackData, prefix="move"):
    """Open the form that moves an event."""

    event_id: Id


class CancelButton(CallbackData, prefix="cancel"):
    """Open the form that calls an event off."""

    event_id: Id


class CancelSeriesButton(CallbackData, prefix="ends"):
    """Open the form that calls off an event and the later dates of its series."""

    event_id: Id


class ChangeButton(CallbackData, prefix="change"):
    """Open the form that changes an event."""

    event_id: Id


class CopyButton(CallbackData, prefix="copy"):
    """Open the form with the plan of another event."""

    event_id: Id


class UndoPublicationButton(CallbackData, prefix="eundo"):
    """Take a publication back before anybody has heard of the event."""

    event_id: Id


class PublishQuestionButton(CallbackData, prefix="early"):
    """Ask once more before everybody is told of what is scheduled for later."""

    event_id: Id


class PublishButton(CallbackData, prefix="now"):
    """Publish at once what is scheduled for later."""

    event_id: Id


class AnswersButton(CallbackData, prefix="list"):
    """A page, from 0, of an organiser's list of those who answered so."""

    event_id: Id
    group: Group
    page: PageNumber = 0


class SheetButton(CallbackData, prefix="xlsx"):
    """The list of an event as a spreadsheet."""

    event_id: Id


class PostButton(CallbackData, prefix="post"):
    """Post an event's card in the group or the channel."""

    event_id: Id
    channel: bool


class GuestLinkButton(CallbackData, prefix="glink"):
    """The link for guests from outside: `show` it, `renew` or `close` it, or ask before that."""

    event_id: Id
    act: str = "show"
