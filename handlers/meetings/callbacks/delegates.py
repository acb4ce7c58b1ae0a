"""Buttons of those who take part in a meeting."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.meetings.plans import ItemId
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.items import ItemOrNone, OfItem
from handlers.ui.ids import Id, IdOrNone, OfMeeting, PageNumber


class MeetingButton(CallbackData, OfMeeting, prefix="meet"):
    """A meeting as a member sees it."""


class OwnButton(CallbackData, OfMeeting, prefix="mtown"):
    """What a delegate needs less often."""


class ReadAgendaButton(CallbackData, OfMeeting, prefix="mtread"):
    """A page, from 0, of the agenda, to read and to get the materials."""

    page: PageNumber = 0


class ReadItemButton(CallbackData, OfItem, prefix="mtreadi"):
    """An item of the agenda, to read."""


class MaterialsButton(CallbackData, OfItem, prefix="mtfiles"):
    """The materials of an item, as messages."""


class AskFloorButton(CallbackData, OfMeeting, prefix="mtask"):
    """Ask for the floor, or to speak to a point of order."""

    point: bool = False


class LeaveQueueButton(CallbackData, OfMeeting, prefix="mtunask"):
    """No longer want the floor."""


class RecuseButton(CallbackData, OfItem, prefix="mtrec"):
    """Declare a conflict of interest for a voter (0: choose one), once that is confirmed."""

    voter_id: IdOrNone[VoterId] = VoterId(0)
    sure: bool = False


class ObjectButton(CallbackData, OfMeeting, prefix="mtobj"):
    """Ask for the words of an objection, about an item (0: none)."""

    item_id: ItemOrNone = ItemId(0)


class ChallengeButton(CallbackData, OfMeeting, prefix="mtchal"):
    """Open the form that challenges a mandate, about an item (0: none)."""

    item_id: ItemOrNone = ItemId(0)


class ProposeButton(CallbackData, OfMeeting, prefix="mtpropo"):
    """Ask what to put on the agenda."""


class PingButton(CallbackData, OfMeeting, prefix="mtping"):
    """«Я на связи»."""


class AfarButton(CallbackData, OfMeeting, prefix="mtafar"):
    """Register from afar for a voter."""

    voter_id: Id[VoterId]


class LeaveButton(CallbackData, OfMeeting, prefix="mtleave"):
    """Leave the meeting for a voter (0: choose one), once that is confirmed."""

    voter_id: IdOrNone[VoterId] = VoterId(0)
    sure: bool = False
