"""Buttons of drafts of announcements; each names its draft by number."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.domain.announcements.announcements import Kind
from bot.domain.announcements.drafts import Bond
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Rhythm
from bot.domain.polls.polls import PollId
from handlers.ui.ids import Id, IdOrNone, OfAnnouncement, PageNumber

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class OfDraft(BaseModel):
    """The first field of a draft's buttons."""

    number: Id[int]


class OfferButton(CallbackData, prefix="sendon"):
    """Announce the message just sent to the bot; `message` is the number of its first part."""

    message: Id[int]


class NoOfferButton(CallbackData, prefix="nosend"):
    """Do not announce it."""


class DraftButton(CallbackData, OfDraft, prefix="ad"):
    """A screen of the draft, such as `panel`, `when` or `look`."""

    screen: str
    page: PageNumber = 0


class DraftDropButton(CallbackData, OfDraft, prefix="adrop"):
    """Delete the draft."""


class DraftTextButton(CallbackData, OfDraft, prefix="atext"):
    """Send another message as the text, or one in another language."""

    language: Language


class DraftLeaveOutButton(CallbackData, OfDraft, prefix="aless"):
    """Remove a language."""

    language: Language


class DraftKindButton(CallbackData, OfDraft, prefix="akind"):
    """Choose the kind of announcement."""

    kind: Kind


class DraftSwitchButton(CallbackData, OfDraft, prefix="aswitch"):
    """Turn an option on or off: `quietly`, `to_group`, `to_channel`, `pinned`."""

    what: str
    on: bool


class DraftAtButton(CallbackData, OfDraft, prefix="aat"):
    """Send it at once (no `days`), or some days from today at this hour."""

    days: Annotated[int, Field(ge=0, le=31)] = 0
    hour: Annotated[int, Field(ge=0, le=23)] = 0


class DraftRhythmButton(CallbackData, OfDraft, prefix="arhythm"):
    """Repeat it this many times, or not at all (once)."""

    rhythm: Rhythm
    count: Annotated[int, Field(ge=1, le=99)]


class DraftLinksButton(CallbackData, OfDraft, prefix="alinks"):
    """Ask for links in a language, or remove them."""

    language: Language
    clear: bool = False


class DraftEventButton(CallbackData, OfDraft, prefix="aevent"):
    """The event that a button under it opens; None removes the button."""

    event_id: Id[EventId] | None = None


class DraftPollButton(CallbackData, OfDraft, prefix="apoll"):
    """The poll that a button under it opens; None removes the button."""

    poll_id: Id[PollId] | None = None


class AudienceButton(CallbackData, OfDraft, prefix="aud"):
    """The addressees as a screen: how the next group is combined with the others (`bond`)."""

    bond: Bond | None = None


class ChosenButton(CallbackData, OfDraft, prefix="chosen"):
    """A page, from 0, of the chosen groups."""

    page: PageNumber = 0


class CirclesButton(CallbackData, OfDraft, prefix="circ"):
    """A page, from 0, of groups of a kind to choose from; `id` is their event, if they have one."""

    bond: Bond
    sort: str
    page: PageNumber = 0
    id: IdOrNone[int] = 0


class CircleButton(CallbackData, OfDraft, prefix="pick"):
    """Add or remove a group; `id` and `word` identify it among its kind."""

    bond: Bond
    sort: str
    id: IdOrNone[int] = 0
    word: str = ""


class FindOrganisationButton(CallbackData, OfDraft, prefix="hunt"):
    """Ask for the name of an organisation."""

    bond: Bond


class FindPersonButton(CallbackData, OfDraft, prefix="seek"):
    """Ask for the name of a person."""

    bond: Bond


class GiveButton(CallbackData, OfDraft, prefix="give"):
    """«Да, отправить»: submit the draft as it was previewed."""


class UndoButton(CallbackData, OfAnnouncement, prefix="aundo"):
    """«Отменить отправку»: the draft can be edited again."""
