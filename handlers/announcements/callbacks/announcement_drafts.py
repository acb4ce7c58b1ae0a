"""Buttons of drafts of announcements; each names its draft by number."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.announcements.announcements import Kind
from bot.domain.announcements.drafts import Bond
from bot.domain.events.recurrence import Rhythm
from handlers.ui.ids import Id, IdOrNone, OfAnnouncement, PageNumber

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class OfferButton(CallbackData, prefix="sendon"):
    """Announce the message just sent to the bot; `message` is the number of its first part."""

    message: Id


class NoOfferButton(CallbackData, prefix="nosend"):
    """Do not announce it."""


class DraftButton(CallbackData, prefix="ad"):
    """A screen of the draft, such as `panel`, `when` or `look`."""

    number: Id
    screen: str
    page: PageNumber = 0


class DraftDropButton(CallbackData, prefix="adrop"):
    """Delete the draft."""

    number: Id


class DraftTextButton(CallbackData, prefix="atext"):
    """Send another message as the text, or one in another language."""

    number: Id
    language: Language


class DraftLeaveOutButton(CallbackData, prefix="aless"):
    """Remove a language."""

    number: Id
    language: Language


class DraftKindButton(CallbackData, prefix="akind"):
    """Choose the kind of announcement."""

    number: Id
    kind: Kind


class DraftSwitchButton(CallbackData, prefix="aswitch"):
    """Turn an option on or off: `quietly`, `to_group`, `to_channel`, `pinned`."""

    number: Id
    what: str
    on: bool


class DraftAtButton(CallbackData, prefix="aat"):
    """Send it at once (no `days`), or some days from today at this hour."""

    number: Id
    days: Annotated[int, Field(ge=0, le=31)] = 0
    hour: Annotated[int, Field(ge=0, le=23)] = 0


class DraftRhythmButton(CallbackData, prefix="arhythm"):
    """Repeat it this many times, or not at all (once)."""

    number: Id
    rhythm: Rhythm
    count: Annotated[int, Field(ge=1, le=99)]


class DraftLinksButton(CallbackData, prefix="alinks"):
    """Ask for links in a language, or remove them."""

    number: Id
    language: Language
    clear: bool = False


class DraftEventButton(CallbackData, prefix="aevent"):
    """The event that a button under it opens; None removes the button."""

    number: Id
    event_id: Id | None = None


class DraftPollButton(CallbackData, prefix="apoll"):
    """The poll that a button under it opens; None removes the button."""

    number: Id
    poll_id: Id | None = None


class AudienceButton(CallbackData, prefix="aud"):
    """The addressees as a screen: how the next group is combined with the others (`bond`)."""

    number: Id
    bond: Bond | None = None


class ChosenButton(CallbackData, prefix="chosen"):
    """A page, from 0, of the chosen groups."""

    number: Id
    page: PageNumber = 0


class CirclesButton(CallbackData, prefix="circ"):
    """A page, from 0, of groups of a kind to choose from; `id` is their event, if they have one."""

    number: Id
    bond: Bond
    sort: str
    page: PageNumber = 0
    id: IdOrNone = 0


class CircleButton(CallbackData, prefix="pick"):
    """Add or remove a group; `id` and `word` identify it among its kind."""

    number: Id
    bond: Bond
    sort: str
    id: IdOrNone = 0
    word: str = ""


class FindOrganisationButton(CallbackData, prefix="hunt"):
    """Ask for the name of an organisation."""

    number: Id
    bond: Bond


class FindPersonButton(CallbackData, prefix="seek"):
    """Ask for the name of a person."""

    number: Id
    bond: Bond


class GiveButton(CallbackData, prefix="give"):
    """«Да, отправить»: submit the draft as it was previewed."""

    number: Id


class UndoButton(CallbackData, OfAnnouncement, prefix="aundo"):
    """«Отменить отправку»: the draft can be edited again."""
