"""Posts of the exchange: what is given or looked for, until when, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.directory.cards import checked_fields
from bot.domain.due_times import DueKind, DueTime
from bot.domain.exchange.refusals import PhotosTooMany, PostChanged, PostNotOpen, PostNotYours
from bot.domain.lines import INVISIBLE, checked_line, checked_paragraphs, visible, within
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.refusals import ChoiceGone
from bot.domain.rooms.refusals import NumberOutOfRange
from bot.domain.searching.fields import FieldOfWork

PostId = NewType("PostId", int)

TITLE_LIMIT = 80
TEXT_LIMIT = 1000
PLACE_LIMIT = 200
PHOTOS_LIMIT = 6
COUNT_LIMIT = 100
REASON_LIMIT = 500
TERMS = (7, 14, 30, 90)
"""For how many days a post may be listed; it may also have no term."""
LEADS = (timedelta(days=7), timedelta(days=1))
"""How long before the term ends its author is told."""


class Direction(StrEnum):
    """Whether something is given or looked for. The values are stored."""

    OFFER = "offer"
    NEED = "need"


class PostKind(StrEnum):
    """What is given or looked for. The values are stored."""

    THING = "thing"
    ROOM = "room"
    VOLUNTEERS = "volunteers"
    KNOW_HOW = "know_how"
    TRANSPORT = "transport"


SEVERAL = frozenset({PostKind.THING, PostKind.VOLUNTEERS, PostKind.TRANSPORT})
"""Of these more than one response may be chosen."""


class PostState(StrEnum):
    """How far a post has come. Only a post that is open takes responses.

    `PROMISED` is one for which enough responses are chosen. `DONE` was handed over, `CLOSED` was
    taken down.
    """

    OPEN = "open"
    PROMISED = "promised"
    DONE = "done"
    CLOSED = "closed"


class ExchangeDue(DueKind):
    """Kinds of due times of the exchange. The values are stored."""

    EXPIRY = "exchange_expiry"
    DIGEST = "exchange_digest"
    MATCH = "exchange_match"


@dataclass(frozen=True, slots=True)
class PostPlan:
    """What an author says. Without fields of work it is for everybody; without days, no term.

    So many responses are chosen as `count` says.
    """

    direction: Direction
    kind: PostKind
    title: str
    text: str = ""
    fields: tuple[str, ...] = ()
    place: str = ""
    days: int | None = None
    photos: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Post:
    """A post; `author` is None after that person was erased.

    Organisers hide one for a `hidden_reason`, which is empty otherwise. `version` grows with each
    change of the plan.
    """

    id: PostId
    organisation: OrganisationId
    organisation_name: str
    author: MemberId | None
    plan: PostPlan
    state: PostState
    published_at: datetime
    expires_at: datetime | None
    closed_at: datetime | None = None
    hidden_reason: str = ""
    version: int = 1

    @property
    def is_hidden(self) -> bool:
        """Tell whether organisers have hidden it."""
        return bool(self.hidden_reason)

    @property
    def is_ended(self) -> bool:
        """Tell whether nothing more can become of it."""
        return self.state in {PostState.DONE, PostState.CLOSED}

    def is_expired(self, now: datetime) -> bool:
        """Tell whether it is no longer listed because its term is over."""
        over = self.expires_at is not None and self.expires_at <= now
        return over and self.state is PostState.OPEN

    def standing(self, now: datetime) -> str:
        """Return how the post stands, for texts: a state, `hidden`, or `expired`."""
        if self.is_ended:
            return self.state
        if self.is_hidden:
            return "hidden"
        return "expired" if self.is_expired(now) else self.state

    def is_listed(self, now: datetime) -> bool:
        """Tell whether everybody finds it."""
        return self.standing(now) == PostState.OPEN

    def require_listed(self, now: datetime) -> None:
        """Refuse a post that takes no responses."""
        if not self.is_listed(now):
            raise PostNotOpen(self.standing(now))

    def require_choosing(self, now: datetime) -> None:
        """Refuse a post whose author cannot choose; after its term they still can."""
        if self.state is not PostState.OPEN or self.is_hidden:
            raise PostNotOpen(self.standing(now))

    def require_version(self, version: int) -> None:
        """Refuse a change of a post that a colleague has changed meanwhile."""
        if self.version != version:
            raise PostChanged

    def require_running(self, now: datetime) -> None:
        """Refuse a post that has ended or is hidden."""
        if self.is_ended or self.is_hidden:
            raise PostNotOpen(self.standing(now))


@dataclass(frozen=True, slots=True)
class PostFilter:
    """Which of the listed posts are wanted."""

    direction: Direction
    kind: PostKind | None = None


def require_speaker(actor: MemberId, speakers: Iterable[MemberId] | None) -> None:
    """Refuse a person who does not speak for the organisation of a post."""
    if actor not in (speakers or ()):
        raise PostNotYours


def checked_title(text: str) -> str:
    """Return a title on one line; refuse nothing visible, and too long a text."""
    return checked_line(visible(text), TITLE_LIMIT)


def checked_text(text: str) -> str:
    """Return a description; it may be empty."""
    shown = INVISIBLE.sub("", text)
    return checked_paragraphs(shown, TEXT_LIMIT) if shown.strip() else ""


def checked_place(text: str) -> str:
    """Return a place on one line; it may be empty."""
    return within(PLACE_LIMIT, visible(text))


def checked_count(number: int) -> int:
    """Return how many responses are to be chosen."""
    if not 1 <= number <= COUNT_LIMIT:
        raise NumberOutOfRange(1, COUNT_LIMIT)
    return number


def checked_hiding(reason: str) -> str:
    """Return why organisers hide a post; refuse nothing visible, and too long a text."""
    return checked_paragraphs(INVISIBLE.sub("", reason), REASON_LIMIT)


def checked_photos(photos: Sequence[str]) -> tuple[str, ...]:
    """Return the photos, each once; refuse too many."""
    once = tuple(dict.fromkeys(photos))
    if len(once) > PHOTOS_LIMIT:
        raise PhotosTooMany(PHOTOS_LIMIT)
    return once


def checked_plan(plan: PostPlan, known: Iterable[FieldOfWork]) -> PostPlan:
    """Return a plan with every value checked; refuse one that breaks a rule."""
    if plan.days is not None and plan.days not in TERMS:
        raise ChoiceGone
    return replace(
        plan,
        title=checked_title(plan.title),
        text=checked_text(plan.text),
        fields=checked_fields(plan.fields, known),
        place=checked_place(plan.place),
        photos=checked_photos(plan.photos),
        count=checked_count(plan.count) if plan.kind in SEVERAL else 1,
    )


def term_end(days: int | None, now: datetime) -> datetime | None:
    """Return when a term that begins now ends; None for no term."""
    return None if days is None else now + timedelta(days=days)


def expiry_dues(post: PostId, expires_at: datetime | None, now: datetime) -> list[DueTime]:
    """Return when the author is told that the term ends: of the lead times that are ahead."""
    if expires_at is None:
        return []
    dues = (DueTime(post, lead, expires_at - lead) for lead in LEADS)
    return [one for one in dues if one.due_at > now]
