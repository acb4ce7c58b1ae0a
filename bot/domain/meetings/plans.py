"""The plan of a general meeting: when and where it is, and its agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.events.events import EventId
from bot.domain.events.plans import checked_place, checked_title
from bot.domain.lines import (
    checked_line,
    checked_paragraphs,
    lines_of,
    one_line,
    paragraphs,
    within,
)
from bot.domain.meetings import refusals
from bot.domain.people.members import MemberId
from bot.domain.polls.materials import Material, checked_materials
from bot.domain.polls.plans import Candidate, Secrecy, checked_seats

MeetingId = NewType("MeetingId", int)
ItemId = NewType("ItemId", int)
"""The number of an item within its meeting; it never changes, whatever the order."""

ITEM_TITLE_LIMIT = 300
SPEAKER_LIMIT = 200
DECISION_LIMIT = 1000
NAMES_LIMIT = 60
ITEMS_LIMIT = 40
MINUTES_LIMIT = 240
HOURS_LIMIT = 24


class MeetingMode(StrEnum):
    """How people take part: in the hall, also from afar, or also by ballots sent before.

    From afar needs a clause of the charter; MIXED takes ballots by correspondence as well (ГК 181.2
    п. 1.2, read in a secondary source).
    """

    HALL = "hall"
    REMOTE = "remote"
    MIXED = "mixed"


class ItemKind(StrEnum):
    """What happens under an item of the agenda."""

    OFFICERS = "officers"
    REPORT = "report"
    AWARDS = "awards"
    VOTE = "vote"
    ELECTION = "election"
    PROCEDURAL = "procedural"
    BREAK = "break"
    OTHER = "other"


class PartOf(StrEnum):
    """What an item is of another one: an amendment to it, or a part of it voted on alone."""

    AMENDMENT = "amendment"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPoint:
    """An item of the agenda. `minutes` are planned; 0 where nobody said.

    `decision` is the draft that is voted on; `preset` names the rules in the configuration.
    `secrecy` None is that of the preset. `names` are those of awards. An amendment or a section
    names the item that it is of (`of`, `part`).
    """

    id: ItemId
    kind: ItemKind
    title: str
    speaker: str = ""
    minutes: int = 0
    materials: tuple[Material, ...] = ()
    decision: str = ""
    preset: str = ""
    secrecy: Secrecy | None = None
    exclusive: bool = False
    candidates: tuple[Candidate, ...] = ()
    seats: int = 1
    names: tuple[str, ...] = ()
    of: ItemId | None = None
    part: PartOf | None = None

    @property
    def is_voted_on(self) -> bool:
        """Tell whether the item ends with a vote that is a poll."""
        return self.kind in {ItemKind.VOTE, ItemKind.ELECTION}

    @property
    def question(self) -> str:
        """What a ballot asks: the draft decision, else the title."""
        return self.decision or self.title

    def checked(self) -> "AgendaPoint":
        """Return the item with each field checked; candidates may still be missing."""
        if not 0 <= self.minutes <= MINUTES_LIMIT:
            raise refusals.ItemTooLong(MINUTES_LIMIT)
        return replace(
            self,
            title=checked_line(
                self.title, ITEM_TITLE_LIMIT, refusals.ItemTitleMissing, refusals.ItemTitleTooLong
            ),
            speaker=within(SPEAKER_LIMIT, one_line(self.speaker)),
            decision=within(DECISION_LIMIT, paragraphs(self.decision)),
            materials=checked_materials(self.materials),
            candidates=tuple(one.checked() for one in self.candidates),
            seats=checked_seats(self.seats),
            names=lines_of("\n".join(self.names), NAMES_LIMIT),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """A planned general meeting. Times are UTC.

    `closes_at` ends the session at the latest: no ballot is taken from then on. `remote` is the
    clause of the charter that allows taking part from afar, empty if none does; `notice` is the
    term within which members are told.
    """

    title: str
    starts_at: datetime
    place: str
    mode: MeetingMode = MeetingMode.HALL
    agenda: tuple[AgendaPoint, ...] = ()
    lasts: timedelta = timedelta(hours=4)
    notice: timedelta = timedelta(days=14)
    remote: str = ""
    grace: timedelta = timedelta(minutes=5)
    speech: timedelta = timedelta(minutes=5)
    proposals_until: datetime | None = None

    @property
    def closes_at(self) -> datetime:
        """The end of the session at the latest: twice as long as planned."""
        return self.starts_at + 2 * self.lasts

    def checked(self, now: datetime) -> "MeetingPlan":
        """Return the plan with each field checked; refuse one in the past or without a clause."""
        if self.starts_at <= now:
            raise refusals.MeetingInThePast
        if not timedelta(minutes=15) <= self.lasts <= timedelta(hours=HOURS_LIMIT):
            raise refusals.MeetingLengthOutOfRange(HOURS_LIMIT)
        if self.mode is not MeetingMode.HALL and not self.remote.strip():
            raise refusals.RemoteNotAllowed
        return replace(
            self,
            title=checked_title(self.title),
            place=checked_place(self.place),
            agenda=checked_agenda(self.agenda),
        )

    @property
    def notified_by(self) -> datetime:
        """Until when members are told in time; the last day counts whole."""
        return self.starts_at - self.notice + timedelta(days=1)

    def require_ready(self, now: datetime) -> None:
        """Refuse to convene a meeting later than the charter's term, or without its candidates."""
        for point in self.agenda:
            if point.kind is ItemKind.ELECTION and not point.candidates:
                raise refusals.CandidatesAwaited(point.title)
        if now > self.starts_at - self.notice:
            raise refusals.NoticeTooShort(self.notice.days)


def checked_agenda(agenda: Sequence[AgendaPoint]) -> tuple[AgendaPoint, ...]:
    """Return the items, each checked; refuse none, too many, or two of one number."""
    if not agenda:
        raise refusals.AgendaEmpty
    if len(agenda) > ITEMS_LIMIT:
        raise refusals.AgendaTooLong(ITEMS_LIMIT)
    if len({one.id for one in agenda}) < len(agenda):
        raise refusals.ItemUnknown
    return tuple(one.checked() for one in agenda)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A stored meeting: what is planned, by whom, and the event that was made of it."""

    id: MeetingId
    plan: MeetingPlan
    created_by: MemberId
    created_at: datetime
    event: EventId | None = None


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """A usual agenda, from the configuration; ids are numbered from 1, `name` is its key there."""

    name: str
    items: tuple[AgendaPoint, ...] = field(default=())


def checked_words(text: str) -> str:
    """Return what somebody wants on record, 1 to `DECISION_LIMIT` characters."""
    return checked_paragraphs(text, DECISION_LIMIT)
