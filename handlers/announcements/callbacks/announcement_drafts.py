"""Buttons of an announcement in the making; each names its draft by number."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.domain.announcements.announcements import Kind
from bot.domain.announcements.drafts import Bond
from bot.domain.events.recurrence import Rhythm
from handlers.ui.ids import Id, IdOrNone, OfAnnouncement, PageNumber

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class OfferButton(CallbackData, prefix="sendon"):
    """Send on what was just sent to the bot; `message` is the number of its first message."""

    message: Id


class NoOfferButton(CallbackData, prefix="nosend"):
    """Send nothing on."""


class DraftButton(CallbackData, prefix="ad"):
    """A screen of the draft: `panel`, `kind`, `when`, `where`, `links`, `event`, `look`, `drop`."""

    number: Id
    screen: str
    page: PageNumber = 0


class DraftDropButton(CallbackData, prefix="adrop"):
    """Forget the draft."""

    number: Id


class DraftTextButton(CallbackData, prefix="atext"):
    """Send another message in its place, or the same in another language."""

    number: Id
    language: Language


class DraftLeaveOutButton(CallbackData, prefix="aless"):
    """Leave a language out."""

    number: Id
    language: Language


class DraftKindButton(CallbackData, prefix="akind"):
    """What the announcement is about."""

    number: Id
    kind: Kind


class DraftSwitchButton(CallbackData, prefix="aswitch"):
    """Switch something on or off: `quietly`, `to_group`, `to_channel`, `pinned`."""

    number: Id
    what: str
    on: bool


class DraftAtButton(CallbackData, prefix="aat"):
    """Send it at once (no `days`), or so many days from today at this hour."""

    number: Id
    days: Annotated[int, Field(ge=0, le=31)] = 0
    hour: Annotated[int, Field(ge=0, le=23)] = 0


class DraftRhythmButton(CallbackData, prefix="arhythm"):
    """Repeat it so many times, or not at all (once)."""

    number: Id
    rhythm: Rhythm
    count: Annotated[int, Field(ge=1, le=99)]


class DraftLinksButton(CallbackData, prefix="alinks"):
    """Type the links under it in a language, or take them away."""

    number: Id
    language: Language
    clear: bool = False


class DraftEventButton(CallbackData, prefix="aevent"):
    """The event that a button under it opens; without one, there is no button."""

    number: Id
    event_id: Id | None = None


class DraftPollButton(CallbackData, prefix="apoll"):
    """The poll that a button under it opens; without one, there is no button."""

    number: Id
    poll_id: Id | None = None


class AudienceButton(CallbackData, prefix="aud"):
    """Whom it is for, as a screen: how the next circle is to join those chosen (`bond`)."""

    number: Id
    bond: Bond | None = None


class ChosenButton(CallbackData, prefix="chosen"):
    """A page, from 0, of the circles that were chosen."""

    number: Id
    page: PageNumber = 0


class CirclesButton(CallbackData, prefix="circ"):
    """A page, from 0, of circles of a sort to choose from; `id` is the event whose groups it is."""

    number: Id
    bond: Bond
    sort: str
    page: PageNumber = 0
    id: IdOrNone = 0


class CircleButton(CallbackData, prefix="pick"):
    """Take a circle, or take it out; `id` and `word` say which of its sort."""

    number: Id
    bond: Bond
    sort: str
    id: IdOrNone = 0
    word: str = ""


class FindOrganisationButton(CallbackData, prefix="hunt"):
    """Type the name of an organisation."""

    number: Id
    bond: Bond


class FindPersonButton(CallbackData, prefix="seek"):
    """Type the name of a person."""

    number: Id
    bond: Bond


class GiveButton(CallbackData, prefix="give"):
    """«Да, отправить»: give the draft away as it was looked at."""

    number: Id


class UndoButton(CallbackData, OfAnnouncement, prefix="aundo"):
    """«Отменить отправку»: the draft can be taken up again."""
