"""Buttons under an event's card: in private chats, and under its post in a group."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.events.rsvps import Answer
from handlers.ui.ids import Id, PageNumber


class MyEventsButton(CallbackData, prefix="mine"):
    """A page, from 0, of the list of what comes and has been answered."""

    page: PageNumber = 0


class RsvpButton(CallbackData, prefix="rsvp"):
    """An answer to an event."""

    event_id: Id
    answer: Answer


class MoreButton(CallbackData, prefix="plus"):
    """What else can be done with an event: shown under its card, or put away again."""

    event_id: Id
    shown: bool


class SeriesRsvpButton(CallbackData, prefix="all"):
    """An answer to every date of an event's series."""

    event_id: Id
    answer: Answer


class WithdrawButton(CallbackData, prefix="undo"):
    """«Убрать ответ»."""

    event_id: Id


class GuestsButton(CallbackData, prefix="guests"):
    """Come with so many guests."""

    event_id: Id
    count: Annotated[int, Field(ge=0, le=99)]


class GuestNamesButton(CallbackData, prefix="names"):
    """Name the guests in a message."""

    event_id: Id


class AttendeesButton(CallbackData, prefix="who"):
    """A page of who has a seat, from 0."""

    event_id: Id
    page: PageNumber = 0


class MuteButton(CallbackData, prefix="mute"):
    """No reminders of an event, or reminders again."""

    event_id: Id
    muted: bool


class CalendarButton(CallbackData, prefix="ics"):
    """The file for a calendar: of one date, or of all dates of its series."""

    event_id: Id
    series: bool = False


class MapButton(CallbackData, prefix="map"):
    """The place as a point on the map."""

    event_id: Id


class PassButton(CallbackData, prefix="pass"):
    """The QR code for the door."""

    event_id: Id


class SubstituteButton(CallbackData, prefix="sub"):
    """A page of the colleagues who could come in one's stead, from 0."""

    event_id: Id
    page: PageNumber = 0


class ColleagueButton(CallbackData, prefix="ask"):
    """Ask this colleague to come in one's stead."""

    event_id: Id
    member_id: Id


class SubstituteAnswerButton(CallbackData, prefix="stead"):
    """«Приду вместо», or not."""

    substitution_id: Id
    accept: bool


class KeepSeatButton(CallbackData, prefix="keep"):
    """Take back the request for a substitute and come oneself."""

    event_id: Id


class PostRsvpButton(CallbackData, prefix="here"):
    """An answer tapped in a group or a channel, where everybody sees the button."""

    event_id: Id
    answer: Answer
