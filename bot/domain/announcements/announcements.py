"""Announcements: what an organiser tells many people, when, and what can still be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.announcements import refusals
from bot.domain.announcements.addressees import EVERYBODY, Addressees, checked_addressees
from bot.domain.announcements.contents import Content, Piece, PieceKind, for_each
from bot.domain.due_times import DueKind
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence
from bot.domain.lines import checked_line
from bot.domain.people.members import LANGUAGES, Member, MemberId
from bot.domain.polls.polls import PollId
from bot.domain.refusals import MomentPast, TextMissing

AnnouncementId = NewType("AnnouncementId", int)
TemplateId = NewType("TemplateId", int)

FIELDS = ("name", "organisation")
"""What a template can leave open: `{name}`, `{organisation}`."""

TITLE_LIMIT = 80


class Kind(StrEnum):
    """What an announcement is about; people choose which kinds they get."""

    IMPORTANT = "important"
    NEWS = "news"
    OPPORTUNITIES = "opportunities"
    PARTNERS = "partners"

    @property
    def always_comes(self) -> bool:
        """Tell whether people cannot turn this kind off."""
        return self is Kind.IMPORTANT


class AnnouncementDue(DueKind):
    """Kinds of due times of announcements. The values are stored."""

    SENDING = "announcement"


class AnnouncementState(StrEnum):
    """`unconfirmed` waits for a second organiser's approval, `scheduled` for its time."""

    UNCONFIRMED = "unconfirmed"
    SCHEDULED = "scheduled"
    SENT = "sent"
    CANCELLED = "cancelled"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementPlan:
    """A planned announcement. `contents` by language; readers of other languages get the first one.

    With `quietly` it makes no sound. `to_group` and `to_channel` post it there too, `pinned` pins
    those posts. A button opens the event or the poll. `at` (UTC) is when it is sent, None means at
    once; `recurrence` repeats it, counted from then.
    """

    contents: Mapping[str, Content]
    addressees: Addressees = EVERYBODY
    kind: Kind = Kind.NEWS
    quietly: bool = False
    to_group: bool = False
    to_channel: bool = False
    pinned: bool = False
    event: EventId | None = None
    poll: PollId | None = None
    at: datetime | None = None
    recurrence: Recurrence | None = None

    def checked(self, now: datetime) -> "AnnouncementPlan":
        """Return the plan in normal form; refuse one that breaks a rule."""
        if self.at is not None and self.at <= now:
            raise MomentPast(self.at)
        checked_addressees(self.addressees)
        return replace(self, contents=self.checked_wording(self.contents))

    def checked_wording(self, contents: Mapping[str, Content]) -> dict[str, Content]:
        """Return contents for it in normal form; refuse fields of a person in what many read."""
        checked = checked_contents(contents)
        if (self.to_group or self.to_channel) and any(map(has_fields, checked.values())):
            raise refusals.FieldsForOnePerson
        return checked

    @property
    def title(self) -> str:
        """Return the first line of the text, cut to `TITLE_LIMIT` characters: its name in lists."""
        words = next(iter(self.contents.values())).words.strip()
        line = words.splitlines()[0].rstrip() if words else "—"
        return line if len(line) <= TITLE_LIMIT else line[: TITLE_LIMIT - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Version:
    """What an announcement says from `at` (UTC) on; versions count from 1."""

    number: int
    contents: Mapping[str, Content]
    created_by: MemberId
    at: datetime

    @property
    def mark(self) -> int:
        """Return what distinguishes this version from earlier ones."""
        return mark_of(self.at)


def mark_of(at: datetime) -> int:
    """Return the mark of the version of that time: milliseconds."""
    return int(at.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Template:
    """Contents with open fields, stored under a name for later use."""

    id: TemplateId
    name: str
    contents: Mapping[str, Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(AnnouncementPlan):
    """A submitted plan. `contents` and `mark` are those of the newest `version`. Times are UTC.

    `sends_at` is when it will be sent, `sent_at` when it was; `times` are the repetitions that
    still lie ahead. `confirmed_by` gave the second approval.
    """

    id: AnnouncementId
    state: AnnouncementState
    created_by: MemberId
    created_at: datetime
    sends_at: datetime
    version: int = 1
    mark: int = 0
    sent_at: datetime | None = None
    confirmed_by: MemberId | None = None
    times: tuple[datetime, ...] = ()

    @property
    def plan(self) -> AnnouncementPlan:
        """Return the plan, to change it while it waits or to repeat it."""
        names = (field.name for field in fields(AnnouncementPlan))
        return AnnouncementPlan(**{name: getattr(self, name) for name in names})

    @property
    def remaining(self) -> Recurrence | None:
        """Return the recurrence of the times that lie ahead, `sends_at` included."""
        return self.recurrence and self.recurrence.left(1 + len(self.times))

    def require_waiting(self) -> None:
        """Refuse an announcement that was sent or cancelled."""
        if self.state not in {AnnouncementState.UNCONFIRMED, AnnouncementState.SCHEDULED}:
            raise refusals.AnnouncementGone

    def require_standing(self) -> None:
        """Refuse an announcement that was not sent yet or was recalled."""
        if self.state is AnnouncementState.RECALLED:
            raise refusals.AnnouncementRecalled
        if self.state is not AnnouncementState.SENT:
            raise refusals.AnnouncementNotSent

    def require_unchanged(self, seen: int | None) -> None:
        """Refuse an edit that began with another version than the newest; None is not known."""
        if seen is not None and seen != self.mark:
            raise refusals.AnnouncementChangedMeanwhile

    def corrected(self, contents: Mapping[str, Content]) -> dict[str, Content]:
        """Return the contents of the next version; refuse changes that message edits cannot make.

        The languages, and the number and kinds of messages in each, stay the same (Bot API,
        editMessageMedia).
        """
        new = self.checked_wording(contents)
        if new == dict(self.contents):
            raise refusals.NothingCorrected
        if new.keys() != self.contents.keys():
            raise refusals.CorrectionImpossible
        if not all(_can_become(old, new[language]) for language, old in self.contents.items()):
            raise refusals.CorrectionImpossible
        return new


def checked_contents(contents: Mapping[str, Content]) -> dict[str, Content]:
    """Return contents that Telegram accepts, in at least one of the bot's languages."""
    if not contents:
        raise TextMissing
    if not set(contents) <= set(LANGUAGES):
        raise refusals.ContentLanguageUnknown
    return for_each(contents, Content.checked)


def checked_template_name(text: str) -> str:
    """Return a template's name of one line, 1 to `TITLE_LIMIT` characters."""
    return checked_line(text, TITLE_LIMIT)


def has_fields(content: Content) -> bool:
    """Tell whether the text has fields that differ for each person."""
    return any(f"{{{name}}}" in piece.text for piece in content.pieces for name in FIELDS)


def fields_of(member: Member) -> dict[str, str]:
    """Return the values of a template's fields for a person."""
    return {"name": member.name, "organisation": member.organisation_name or ""}


FILES = frozenset(
    {PieceKind.PHOTO, PieceKind.VIDEO, PieceKind.DOCUMENT, PieceKind.AUDIO, PieceKind.ANIMATION}
)
"""Groups of file kinds that can replace each other in a message (Bot API, editMessageMedia)."""


def _can_become(old: Content, new: Content) -> bool:
    if len(old.pieces) != len(new.pieces):
        return False
    if old.is_album and bool(old.links) != bool(new.links):
        return False  # the message with an album's buttons can be neither added nor removed
    can_turn = _can_turn_in_album if old.is_album else _can_turn
    return all(map(can_turn, old.pieces, new.pieces))


def _can_turn_in_album(old: Piece, new: Piece) -> bool:
    return old.kind.album == new.kind.album


def _can_turn(old: Piece, new: Piece) -> bool:
    if old.kind in FILES:
        return new.kind in FILES
    same = (old.kind, old.file, old.place, old.contact)
    return same == (new.kind, new.file, new.place, new.contact)
