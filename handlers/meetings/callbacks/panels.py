"""Buttons of those who conduct a meeting."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.terms import Motion, Office
from bot.domain.people.members import MemberId
from handlers.meetings.callbacks.items import ItemOrNone, OfItem
from handlers.ui.ids import Id, OfMeeting, PageNumber


class PanelScreen(StrEnum):
    """Screens beside the panel."""

    AGENDA = "agenda"
    QUEUE = "queue"
    MOTIONS = "motions"
    PARTS = "parts"
    OFFICERS = "officers"
    OBJECTIONS = "objections"
    MORE = "more"


class PanelAct(StrEnum):
    """Acts on the meeting itself."""

    BEGIN = "begin"
    RESUME = "resume"
    FLOOR = "floor"
    HUSH = "hush"
    END = "end"


class ItemAct(StrEnum):
    """Acts on an item of the agenda."""

    CALL = "call"
    FINISH = "finish"
    OPEN = "open"
    HANDS = "hands"
    LAST_CALL = "last_call"
    CLOSE = "close"
    SECOND_ROUND = "second_round"


class PanelButton(CallbackData, OfMeeting, prefix="mtpan"):
    """The chair's panel."""


class PanelScreenButton(CallbackData, OfMeeting, prefix="mtpscr"):
    """A screen beside the panel."""

    screen: PanelScreen
    page: PageNumber = 0


class PanelActButton(CallbackData, OfMeeting, prefix="mtact"):
    """An act on the meeting; the end needs a confirmation."""

    act: PanelAct
    sure: bool = False


class ItemActButton(CallbackData, OfItem, prefix="mtiact"):
    """An act on an item; a close needs a confirmation."""

    act: ItemAct
    sure: bool = False


class CancelVoteButton(CallbackData, OfItem, prefix="mtvoid"):
    """Open the form that cancels a vote."""


class AmendButton(CallbackData, OfItem, prefix="mtamend"):
    """Open the form for an amendment to an item."""


class SplitButton(CallbackData, OfItem, prefix="mtsplit"):
    """Open the form that splits an item into sections."""


class SuspendButton(CallbackData, OfMeeting, prefix="mtsusp"):
    """Open the form that suspends the meeting."""


class DropSpeakerButton(CallbackData, OfMeeting, prefix="mtdrop"):
    """Take somebody off the queue of speakers."""

    member_id: Id[MemberId]


class MotionOf(OfMeeting):
    """A procedural motion: of which item (0: none), or a break of how many minutes."""

    motion: Motion
    item_id: ItemOrNone = ItemId(0)
    minutes: Annotated[int, Field(ge=0, le=240)] = 0


class MotionButton(CallbackData, MotionOf, prefix="mtmot"):
    """Ask how many were for a motion."""


class AdoptButton(CallbackData, MotionOf, prefix="mtadopt"):
    """Nobody was against the motion."""


class CountHandsButton(CallbackData, MotionOf, prefix="mthands"):
    """Open the form for a motion: its words, and how many hands there were."""


class OfficeButton(CallbackData, OfMeeting, prefix="mtoffice"):
    """Open the form that elects people to an office."""

    office: Office


class UpholdButton(CallbackData, OfMeeting, prefix="mtupho"):
    """Uphold an objection, once that is confirmed."""

    objection: Id[int]
    sure: bool = False
