"""Buttons under an event's card: in private chats, and under its post in a group."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.events.rsvps import Answer
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.people.members import MemberId
from handlers.ui.ids import Id, OfEvent, PageNumber


class MyEventsButton(CallbackData, prefix="mine"):
    """A page, from 0, of the upcoming events that the person answered."""

    page: PageNumber = 0


class RsvpButton(CallbackData, OfEvent, prefix="rsvp"):
    """An answer to an event."""

    answer: Answer


class MoreButton(CallbackData, OfEvent, prefix="plus"):
    """Show the other buttons of an event's card, or hide them again."""

    shown: bool


class SeriesRsvpButton(CallbackData, OfEvent, prefix="all"):
    """An answer to every date of an event's series."""

    answer: Answer


class WithdrawButton(CallbackData, OfEvent, prefix="undo"):
    """«Убрать ответ»."""


class GuestsButton(CallbackData, OfEvent, prefix="guests"):
    """Come with this many guests."""

    count: Annotated[int, Field(ge=0, le=99)]


class GuestNamesButton(CallbackData, OfEvent, prefix="names"):
    """Ask for the guests' names."""


class AttendeesButton(CallbackData, OfEvent, prefix="who"):
    """A page, from 0, of the people who have a seat."""

    page: PageNumber = 0


class MuteButton(CallbackData, OfEvent, prefix="mute"):
    """Turn the reminders of one event off or on."""

    muted: bool


class CalendarButton(CallbackData, OfEvent, prefix="ics"):
    """The calendar file of one date, or of all dates of its series."""

    series: bool = False


class MapButton(CallbackData, OfEvent, prefix="map"):
    """The place as a point on the map."""


class PassButton(CallbackData, OfEvent, prefix="pass"):
    """The QR code for the check-in."""


class SubstituteButton(CallbackData, OfEvent, prefix="sub"):
    """A page, from 0, of the colleagues who could take over the seat."""

    page: PageNumber = 0


class ColleagueButton(CallbackData, OfEvent, prefix="ask"):
    """Ask this colleague to take over the seat."""

    member_id: Id[MemberId]


class SubstituteAnswerButton(CallbackData, prefix="stead"):
    """«Приду вместо», or not."""

    substitution_id: Id[SubstitutionId]
    accept: bool


class KeepSeatButton(CallbackData, OfEvent, prefix="keep"):
    """Withdraw the request for a substitute."""


class PostRsvpButton(CallbackData, OfEvent, prefix="here"):
    """An answer tapped in a group or a channel, where all see the same buttons."""

    answer: Answer
