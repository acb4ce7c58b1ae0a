"""Buttons that lead from one noun to another; each noun's own stand with it."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.events.rsvps import Group
from handlers.ui.ids import Id, IdOrNone, OfApplication, OfEvent, PageNumber


class EventsButton(CallbackData, prefix="events"):
    """A page of the list of what comes, from 0."""

    page: PageNumber = 0


class EventButton(CallbackData, OfEvent, prefix="event"):
    """An event's card."""


class OpenButton(CallbackData, OfEvent, prefix="open"):
    """An event's card in a message of its own: what carries the button is to stay."""


class ManageButton(CallbackData, prefix="manage"):
    """A page of the organisers' list, from 0."""

    page: PageNumber = 0


class SettingsButton(CallbackData, prefix="me"):
    """A screen of /me: `home`, `language`, `zone`, `leads`, `kinds`, `quiet`, `data`, `erase`."""

    screen: str


class LanguageButton(CallbackData, prefix="lang"):
    """A choice of language; `joining` on the way in, otherwise from the settings."""

    language: str
    joining: bool


class ConsentButton(CallbackData, prefix="consent"):
    """«Согласен»: to the text of this version, which stands above the button."""

    version: Id


class GuestConsentButton(CallbackData, prefix="gconsent"):
    """«Согласен» of a stranger who came by the link of this code, which lets guests in."""

    version: Id
    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]


class AnnounceButton(CallbackData, prefix="announce"):
    """Write an announcement: go on with the draft, or begin one (`start_over`)."""

    start_over: bool = False


class WriteButton(CallbackData, OfEvent, prefix="write"):
    """Choose to whom of an event to write; with `group`, an announcement to them."""

    group: Group | None = None


class QueueButton(CallbackData, prefix="queue"):
    """A page of the queue, from 0."""

    page: PageNumber = 0


class ApplyButton(CallbackData, prefix="apply"):
    """«Подать заявку»: what one has applied with, or the first question; `later` is not now."""

    later: bool = False


class ViewApplicationButton(CallbackData, OfApplication, prefix="aview"):
    """An application with its files, in messages of their own below the ballot."""


class AdminButton(CallbackData, prefix="admin"):
    """How the bot is, for administrators."""


class FindPersonToManageButton(CallbackData, prefix="adfind"):
    """Ask administrators for the name of a person whose roles are to be seen."""


class ImportButton(CallbackData, prefix="adimp"):
    """Ask administrators for a spreadsheet of people."""


class ReachabilityButton(CallbackData, prefix="reach"):
    """A page, from 0, of the organisations that no message reaches."""

    page: PageNumber = 0


class NewPollButton(CallbackData, prefix="pnew"):
    """Open the form for a new poll: with `chosen`, on the applications chosen in the queue."""

    chosen: bool = False


class PollsButton(CallbackData, prefix="polls"):
    """A page, from 0, of the polls under way, or of the archive."""

    archive: bool = False
    page: PageNumber = 0


class MinutesListButton(CallbackData, prefix="minl"):
    """A page, from 0, of the archive of minutes."""

    page: PageNumber = 0


class NewMinutesButton(CallbackData, prefix="mnew"):
    """Open the form for new minutes, of this poll if it is one; 0 is none."""

    poll_id: IdOrNone = 0
