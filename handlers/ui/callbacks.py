"""Buttons that lead from one noun to another; each noun has its own ones beside these."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.events.rsvps import Group
from bot.domain.people.handovers import EVERY_ITEM
from bot.domain.people.members import OrganisationId
from bot.domain.polls.polls import PollId
from bot.domain.rooms.bookings import BookingId
from handlers.ui.ids import Id, IdOrNone, OfApplication, OfEvent, OfMeeting, PageNumber


class EventsButton(CallbackData, prefix="events"):
    """A page, from 0, of upcoming events."""

    page: PageNumber = 0


class EventButton(CallbackData, OfEvent, prefix="event"):
    """An event's card."""


class OpenButton(CallbackData, OfEvent, prefix="open"):
    """An event's card in a new message, because the tapped one stays."""


class ManageButton(CallbackData, prefix="manage"):
    """A page, from 0, of the organisers' list."""

    page: PageNumber = 0


TOUR_STEPS = 3


class TourButton(CallbackData, prefix="tour"):
    """A step of «Три шага», from 0; the number after the last one ends them."""

    number: Annotated[int, Field(ge=0, le=TOUR_STEPS)] = 0


class SettingsButton(CallbackData, prefix="me"):
    """A screen of /me.

    `home`, `language`, `zone`, `zone_more`, `leads`, `kinds`, `quiet`, `quiet_start`, `quiet_end`,
    `data`, `erase`.
    """

    screen: str


class LanguageButton(CallbackData, prefix="lang"):
    """A choice of language; `joining` while somebody joins, otherwise in the settings."""

    language: str
    joining: bool


class ConsentButton(CallbackData, prefix="consent"):
    """«Согласен» to this version of the text, which is above the button."""

    version: Id[int]


class GuestConsentButton(CallbackData, prefix="gconsent"):
    """«Согласен» of a stranger who came by a guest link with this code."""

    version: Id[int]
    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]


class HandoverListButton(CallbackData, prefix="handlist"):
    """What a leader hands over; `ticked` are the bits of what is done already."""

    ticked: Annotated[int, Field(ge=0, le=EVERY_ITEM)] = 0


class AnnounceButton(CallbackData, prefix="announce"):
    """Write an announcement: continue the draft, or begin one (`start_over`)."""

    start_over: bool = False


class WriteButton(CallbackData, OfEvent, prefix="write"):
    """Choose the group of an event to write to; with `group`, write an announcement to it."""

    group: Group | None = None


class QueueButton(CallbackData, prefix="queue"):
    """A page, from 0, of the queue."""

    page: PageNumber = 0


class OrganisationsButton(CallbackData, prefix="orgs"):
    """A page, from 0, of the member organisations, for chair and secretary."""

    page: PageNumber = 0


class ApplyButton(CallbackData, prefix="apply"):
    """«Подать заявку»: the person's applications, or the first question; `later` declines."""

    later: bool = False


class ViewApplicationButton(CallbackData, OfApplication, prefix="aview"):
    """An application with its files, in new messages below the ballot."""


class AdminButton(CallbackData, prefix="admin"):
    """How the bot is, for administrators."""


class FindPersonToManageButton(CallbackData, prefix="adfind"):
    """Ask administrators for the name of a person whose roles are to be seen."""


class ImportButton(CallbackData, prefix="adimp"):
    """Ask administrators for a spreadsheet of people."""


class ReachabilityButton(CallbackData, prefix="reach"):
    """A page, from 0, of the organisations to which no message gets through."""

    page: PageNumber = 0


class NewPollButton(CallbackData, prefix="pnew"):
    """Open the form for a new poll: with `chosen`, on the selected applications of the queue."""

    chosen: bool = False


class ExcludeButton(CallbackData, prefix="pexcl"):
    """Open the form for a poll that excludes an organisation."""

    organisation_id: Id[OrganisationId]


class PollsButton(CallbackData, prefix="polls"):
    """A page, from 0, of the open polls, or of the archive."""

    archive: bool = False
    page: PageNumber = 0


class MinutesListButton(CallbackData, prefix="minl"):
    """A page, from 0, of the archive of minutes."""

    page: PageNumber = 0


class NewMinutesButton(CallbackData, prefix="mnew"):
    """Open the form for new minutes of this poll; 0 means none."""

    poll_id: IdOrNone[PollId] = PollId(0)


class MeetingsButton(CallbackData, prefix="meets"):
    """A page, from 0, of the general meetings."""

    page: PageNumber = 0


class MeetingMinutesButton(CallbackData, OfMeeting, prefix="mtmin"):
    """Open the form for minutes with the record of this meeting."""


class RoomNewsButton(CallbackData, prefix="bkn"):
    """A person's own choice of news of bookings."""


class HouseButton(CallbackData, prefix="hkeep"):
    """What keepers and organisers do in «Дом НКО»."""


class EventFromBookingButton(CallbackData, prefix="bkev"):
    """Begin an event in the room that this booking has."""

    booking_id: Id[BookingId]
