"""Announcements: what an organiser says to many, when, and what can still be done about it."""

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
    """What an announcement is about; a person chooses which of them to get."""

    IMPORTANT = "important"
    NEWS = "news"
    OPPORTUNITIES = "opportunities"
    PARTNERS = "partners"

    @property
    def always_comes(self) -> bool:
        """Tell whether nobody can do without it."""
        return self is Kind.IMPORTANT


class AnnouncementDue(DueKind):
    """What falls due of an announcement. The value is stored."""

    SENDING = "announcement"


class AnnouncementState(StrEnum):
    """`unconfirmed` waits for a second organiser's yes, `scheduled` for its moment."""

    UNCONFIRMED = "unconfirmed"
    SCHEDULED = "scheduled"
    SENT = "sent"
    CANCELLED = "cancelled"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementPlan:
    """What an organiser has in mind. `contents` by language; a reader of another gets the first.

    `quietly` makes no sound. It goes `to_group` and `to_channel` too, and is pinned there if
    `pinned`. A button opens the event or the poll. `at` (UTC) is when it goes out, None at once;
    it is repeated by `recurrence`, counted from then.
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
        """Return the plan as the rules want it; refuse what breaks them."""
        if self.at is not None and self.at <= now:
            raise MomentPast(self.at)
        checked_addressees(self.addressees)
        contents = checked_contents(self.contents)
        if (self.to_group or self.to_channel) and any(map(has_fields, contents.values())):
            raise refusals.FieldsForOnePerson
        return replace(self, contents=contents)

    @property
    def title(self) -> str:
        """Return what it is known by in lists: its first line."""
        words = next(iter(self.contents.values())).words.strip()
        line = words.splitlines()[0].rstrip() if words else "—"
        return line if len(line) <= TITLE_LIMIT else line[: TITLE_LIMIT - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Version:
    """What an announcement said from `at` (UTC) on; the first is number 1."""

    number: int
    contents: Mapping[str, Content]
    created_by: MemberId
    at: datetime

    @property
    def mark(self) -> int:
        """Return what tells it from whatever stood there before: its moment in milliseconds."""
        return int(self.at.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Template:
    """Contents with fields left open, kept under a name to be used again."""

    id: TemplateId
    name: str
    contents: Mapping[str, Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement(AnnouncementPlan):
    """A plan that was submitted. `contents` are those of the newest `version`. Times are UTC.

    `sends_at` is when it goes out, `sent_at` when it did; `times` are those of its repetitions
    that are still to come. `confirmed_by` said the second yes.
    """

    id: AnnouncementId
    state: AnnouncementState
    created_by: MemberId
    created_at: datetime
    sends_at: datetime
    version: int = 1
    sent_at: datetime | None = None
    confirmed_by: MemberId | None = None
    times: tuple[datetime, ...] = ()

    @property
    def plan(self) -> AnnouncementPlan:
        """What was planned: to change it while it waits, or for the next time."""
        names = (field.name for field in fields(AnnouncementPlan))
        return AnnouncementPlan(**{name: getattr(self, name) for name in names})

    def require_waiting(self) -> None:
        """Refuse what has gone out, or was cancelled."""
        if self.state not in {AnnouncementState.UNCONFIRMED, AnnouncementState.SCHEDULED}:
            raise refusals.AnnouncementGone

    def require_standing(self) -> None:
        """Refuse what is in nobody's chat: not sent yet, or recalled."""
        if self.state is AnnouncementState.RECALLED:
            raise refusals.AnnouncementRecalled
        if self.state is not AnnouncementState.SENT:
            raise refusals.AnnouncementNotSent

    def corrected(self, contents: Mapping[str, Content]) -> dict[str, Content]:
        """Return the contents of the next version; refuse what no edit can bring about.

        Each language stays, with as many messages of the same kinds (Bot API, editMessageMedia).
        """
        new = checked_contents(contents)
        if new == dict(self.contents):
            raise refusals.NothingCorrected
        if new.keys() != self.contents.keys():
            raise refusals.CorrectionImpossible
        if not all(_can_become(old, new[language]) for language, old in self.contents.items()):
            raise refusals.CorrectionImpossible
        return new


def checked_contents(contents: Mapping[str, Content]) -> dict[str, Content]:
    """Return contents that Telegram takes, of languages that the bot has; at least one."""
    if not contents:
        raise TextMissing
    if not set(contents) <= set(LANGUAGES):
        raise refusals.ContentLanguageUnknown
    return for_each(contents, Content.checked)


def checked_template_name(text: str) -> str:
    """Return a template's name of one line, 1 to `TITLE_LIMIT` characters."""
    return checked_line(text, TITLE_LIMIT)


def has_fields(content: Content) -> bool:
    """Tell whether a content says something else to each person."""
    return any(f"{{{name}}}" in piece.text for piece in content.pieces for name in FIELDS)


def fields_of(member: Member) -> dict[str, str]:
    """Return what the fields of a template say to a person."""
    return {"name": member.name, "organisation": member.organisation_name or ""}


FILES = frozenset(
    {PieceKind.PHOTO, PieceKind.VIDEO, PieceKind.DOCUMENT, PieceKind.AUDIO, PieceKind.ANIMATION}
)
"""Files of which one can take another's place in a message (Bot API, editMessageMedia)."""


def _can_become(old: Content, new: Content) -> bool:
    if len(old.pieces) != len(new.pieces):
        return False
    if old.is_album and bool(old.links) != bool(new.links):
        return False  # they stand in a message of their own, which is there or is not
    can_turn = _can_turn_in_album if old.is_album else _can_turn
    return all(map(can_turn, old.pieces, new.pieces))


def _can_turn_in_album(old: Piece, new: Piece) -> bool:
    return old.kind.album == new.kind.album


def _can_turn(old: Piece, new: Piece) -> bool:
    if old.kind in FILES:
        return new.kind in FILES
    same = (old.kind, old.file, old.place, old.contact)
    return same == (new.kind, new.file, new.place, new.contact)
