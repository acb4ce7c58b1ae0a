"""What the rules need from the world: storage, a sender, a clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from bot.domain.doors import Way
from bot.domain.events import Event, EventId, SeriesId
from bot.domain.invitations import Invitation
from bot.domain.letters import Letter
from bot.domain.mailings import MailingId, Occasion, Report
from bot.domain.members import Consent, Member, MemberId, Organisation, OrganisationId, TelegramId
from bot.domain.notices import Claimed, MessageRef, Notice, NoticeId, Subject
from bot.domain.people import OrganisationDetails, PersonDetails
from bot.domain.plans import EventPlan
from bot.domain.recurrence import Rhythm
from bot.domain.reminders import Expected, Reminder
from bot.domain.rsvps import Rsvp, Turnout
from bot.domain.seats import Roster
from bot.domain.substitutions import Substitution, SubstitutionId, SubstitutionState

R = TypeVar("R")


class Clock(Protocol):
    """Tells the time; only the app knows the real one."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""


# --- storage ------------------------------------------------------------------------------------


class StorageUnavailable(Exception):  # noqa: N818  a fact about the world, named as one
    """The disk is full, read-only or broken: nothing of the transaction was written."""


class Members(Protocol):
    """People, their roles and organisations."""

    def get(self, member: MemberId) -> Member | None: ...
    def by_telegram(self, telegram_id: TelegramId) -> Member | None: ...
    def all(self) -> list[Member]: ...
    def find(self, organisation: OrganisationId | None, name: str) -> MemberId | None: ...
    def details(self, member: MemberId) -> PersonDetails: ...
    def everything(self, member: MemberId) -> dict[str, Any]: ...
    def erase(self, member: MemberId, now: datetime) -> None: ...
    def merge(self, guest: MemberId, member: MemberId) -> None: ...
    def add(self, person: PersonDetails, organisation: OrganisationId | None) -> MemberId: ...
    def update(self, member: MemberId, person: PersonDetails) -> None: ...
    def bind(self, member: MemberId, telegram_id: TelegramId, now: datetime) -> None: ...
    def save_consent(self, member: MemberId, consent: Consent) -> None: ...
    def save_language(self, member: MemberId, language: str) -> None: ...
    def save_time_zone(self, member: MemberId, time_zone: str | None) -> None: ...
    def save_leads(self, member: MemberId, leads: Sequence[timedelta] | None) -> None: ...
    def add_guest(self, name: str) -> MemberId: ...
    def of_organisation(self, organisation: OrganisationId) -> list[Member]: ...
    def save_reachable(self, member: MemberId, now: datetime, *, reachable: bool) -> None: ...


class Organisations(Protocol):
    """Member organisations, known by their ИНН."""

    def by_inn(self, inn: str) -> Organisation | None: ...
    def by_ogrn(self, ogrn: str) -> Organisation | None: ...
    def municipalities(self) -> list[str]: ...
    def add(self, organisation: OrganisationDetails) -> OrganisationId: ...
    def update(self, organisation: OrganisationId, details: OrganisationDetails) -> None: ...
    def save_leader(self, organisation: OrganisationId, leader: MemberId | None) -> None: ...


class Invitations(Protocol):
    """One-time invitations; only hashes of their tokens are kept."""

    def add(self, invitation: Invitation) -> None: ...
    def by_hash(self, token_hash: bytes) -> Invitation | None: ...
    def save_used(self, token_hash: bytes, now: datetime) -> None: ...


class Events(Protocol):
    """Events, their series, and whom they are for."""

    def add(
        self,
        plan: EventPlan,
        created_by: MemberId,
        now: datetime,
        *,
        draft: str | None = None,
        publish_at: datetime | None = None,
        series: SeriesId | None = None,
    ) -> EventId: ...
    def by_draft(self, draft: str) -> EventId | None: ...
    def by_guest_code(self, code: str) -> Event | None: ...
    def get(self, event: EventId) -> Event | None: ...
    def save(self, event: Event) -> None: ...
    def secret(self, event: EventId) -> bytes: ...
    def ending_after(self, now: datetime) -> list[Event]: ...
    def due_for_publication(self, now: datetime) -> list[Event]: ...
    def add_series(self, rhythm: Rhythm, created_by: MemberId, now: datetime) -> SeriesId: ...
    def rhythm(self, series: SeriesId) -> Rhythm: ...
    def of_series(self, series: SeriesId, now: datetime) -> list[Event]: ...
    def count_series(self, series: SeriesId, now: datetime) -> int: ...
    def muted(self, event: EventId, member: MemberId) -> bool: ...
    def save_muted(self, event: EventId, member: MemberId, *, muted: bool) -> None: ...


class Rsvps(Protocol):
    """The answers to events, and the order in which they came."""

    def get(self, event: EventId, member: MemberId) -> Rsvp | None: ...
    def save(self, event: EventId, member: MemberId, rsvp: Rsvp) -> None: ...
    def remove(self, event: EventId, member: MemberId) -> None: ...
    def next_place(self, event: EventId) -> int: ...
    def roster(self, event: Event) -> Roster: ...
    def save_seats(self, event: EventId, before: Roster, after: Roster) -> None: ...
    def expected(self, event: EventId, by: datetime) -> list[Expected]: ...
    def answerers(self, event: EventId) -> frozenset[MemberId]: ...
    def of_member(self, member: MemberId) -> Mapping[EventId, Rsvp]: ...
    def answered(self, event: EventId) -> Sequence[tuple[Member, Rsvp]]: ...
    def turnout(self, event: EventId) -> Turnout: ...
    def taken(self, event: EventId) -> int: ...
    def number_in_line(self, event: EventId, place: int) -> int: ...
    def offers_ended(self, now: datetime) -> list[EventId]: ...


class View(StrEnum):
    """What a message shows of an event."""

    CARD = "card"
    BOARD = "board"
    DOOR = "door"
    SCREEN = "screen"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Card:
    """A message that shows an event: to a member, or to nobody in particular in a group's post.

    A screen shows its code `until` then (UTC).
    """

    event: EventId
    member: MemberId | None
    message: MessageRef
    view: View = View.CARD
    until: datetime | None = None


class Cards(Protocol):
    """The messages that show events."""

    def add(
        self,
        event: EventId,
        member: MemberId | None,
        message: MessageRef,
        view: View = View.CARD,
        *,
        until: datetime | None = None,
    ) -> None: ...
    def forget(self, message: MessageRef) -> None: ...
    def get(self, message: MessageRef) -> Card | None: ...
    def of_event(self, event: EventId, *views: View) -> list[Card]: ...
    def touched(self, event: EventId, member: MemberId) -> list[Card]: ...
    def posts_behind(self, now: datetime) -> list[Card]: ...
    def screens(self, now: datetime) -> list[Card]: ...


class Substitutions(Protocol):
    """Requests to come in somebody's stead."""

    def add(
        self, event: EventId, member: MemberId, colleague: MemberId, now: datetime
    ) -> SubstitutionId: ...
    def get(self, substitution: SubstitutionId) -> Substitution | None: ...
    def open_of(self, event: EventId, member: MemberId) -> Substitution | None: ...
    def open_to(self, colleague: MemberId) -> list[Substitution]: ...
    def save(
        self, substitution: SubstitutionId, state: SubstitutionState, now: datetime
    ) -> None: ...
    def refused_by(self, event: EventId, member: MemberId) -> frozenset[MemberId]: ...


class Doors(Protocol):
    """Passes, helpers and arrivals."""

    def pass_code(self, event: EventId, member: MemberId) -> str | None: ...
    def add_pass(self, event: EventId, member: MemberId, code: str) -> None: ...
    def by_pass(self, code: str) -> tuple[EventId, MemberId] | None: ...
    def add_arrival(
        self,
        event: EventId,
        member: MemberId,
        now: datetime,
        way: Way,
        noted_by: MemberId | None,
    ) -> bool: ...
    def remove_arrival(self, event: EventId, member: MemberId) -> None: ...
    def arrived_at(self, event: EventId, member: MemberId) -> datetime | None: ...
    def arrivals(self, event: EventId) -> Mapping[MemberId, datetime]: ...
    def count_arrivals(self, event: EventId) -> int: ...
    def helpers(self, event: EventId) -> frozenset[MemberId]: ...
    def add_helper(self, event: EventId, member: MemberId) -> None: ...
    def remove_helper(self, event: EventId, member: MemberId) -> None: ...


class Reminders(Protocol):
    """Due times of events."""

    def replace(self, event: EventId, reminders: Iterable[Reminder]) -> None: ...
    def overdue(self, event: EventId, now: datetime) -> list[Reminder]: ...
    def take_due(self, now: datetime) -> list[Reminder]: ...
    def upcoming(self, limit: int) -> list[Reminder]: ...


class Outbox(Protocol):
    """Everything that is yet to be said, and what became of the rest."""

    def add(self, notices: Iterable[Notice], now: datetime) -> None: ...
    def claim(self, now: datetime, limit: int) -> list[Claimed]: ...
    def save_sent(self, claimed: Claimed, message: int | None, now: datetime) -> None: ...
    def save_dropped(self, claimed: Claimed, now: datetime) -> None: ...
    def save_unreachable(self, claimed: Claimed, error: str, now: datetime) -> None: ...
    def save_failed(self, claimed: Claimed, error: str, now: datetime) -> None: ...
    def save_retry(
        self, claimed: Claimed, error: str, at: datetime, *, charged: bool, doubtful: bool
    ) -> None: ...
    def recover(self) -> int: ...
    def waiting(self, limit: int) -> list[tuple[datetime, Subject, int]]: ...


class Mailings(Protocol):
    """Acts that told many."""

    def add(
        self,
        occasion: Occasion,
        event: EventId,
        created_by: MemberId,
        not_joined: int,
        now: datetime,
        *,
        text: str | None = None,
        draft: str | None = None,
    ) -> MailingId: ...
    def by_draft(self, draft: str) -> MailingId | None: ...
    def text(self, mailing: MailingId) -> str: ...
    def get(self, mailing: MailingId) -> Report | None: ...
    def unfinished(self) -> list["MailingProgress"]: ...
    def save_message(self, mailing: MailingId, message: MessageRef) -> None: ...
    def save_shown(self, mailing: MailingId, settled: int) -> None: ...
    def save_finished(self, mailing: MailingId, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class MailingProgress:
    """A mailing under way: its figures, where they are shown, and what was shown last."""

    report: Report
    created_by: MemberId
    message: MessageRef | None
    shown: int | None


class Audit(Protocol):
    """Each act of organisers and administrators; rows are only ever added."""

    def add(
        self,
        actor: MemberId | None,
        act: str,
        subject: str,
        now: datetime,
        **details: str | int | None,
    ) -> None: ...


class Drafts(Protocol):
    """What wizards remember between two taps: a JSON object and a state for each key."""

    def data(self, key: str) -> dict[str, Any]: ...
    def save_data(self, key: str, data: Mapping[str, Any], now: datetime) -> None: ...
    def state(self, key: str) -> str | None: ...
    def save_state(self, key: str, state: str | None, now: datetime) -> None: ...
    def forget(self, prefix: str) -> None: ...


class Transaction(Protocol):
    """One transaction's view of everything stored."""

    @property
    def members(self) -> Members: ...
    @property
    def organisations(self) -> Organisations: ...
    @property
    def invitations(self) -> Invitations: ...
    @property
    def events(self) -> Events: ...
    @property
    def rsvps(self) -> Rsvps: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def substitutions(self) -> Substitutions: ...
    @property
    def doors(self) -> Doors: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def mailings(self) -> Mailings: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def drafts(self) -> Drafts: ...


class Storage(Protocol):
    """Runs transactions: plain functions, whole, on the storage's own thread."""

    async def write(self, work: Callable[[Transaction], R]) -> R:
        """Run `work` atomically and return once its writes are durable.

        Raises what `work` raises (then nothing is written), or `StorageUnavailable`.
        """

    async def read(self, work: Callable[[Transaction], R]) -> R:
        """Run `work` on a consistent snapshot without waiting for writers."""


# --- delivery -----------------------------------------------------------------------------------


class Undelivered(Exception):  # noqa: N818  a fact about one letter, named as one
    """A letter did not reach its chat."""


class ChatUnreachable(Undelivered):
    """The person blocked the bot or is gone: nothing reaches them until they say otherwise."""


class LetterRejected(Undelivered):
    """Telegram will never take this letter as it is."""


class MessageGone(LetterRejected):
    """The message to edit was deleted in its chat."""


class AnswerLost(Undelivered):
    """The line dropped or the server failed; `doubtful` when the letter may have arrived."""

    def __init__(self, reason: str, *, doubtful: bool) -> None:
        super().__init__(reason)
        self.doubtful = doubtful


class SlowDown(Undelivered):
    """Telegram asks to wait (429); the letter was not sent."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(f"retry after {retry_after}")
        self.retry_after = retry_after


class Interrupted(Undelivered):
    """The bot stops; the letter was not sent."""


class Sender(Protocol):
    """Puts a letter into words and sends it, or edits the message that it names."""

    async def send(self, letter: Letter) -> MessageRef | None:
        """Return the message that now stands in the chat; raise `Undelivered` otherwise."""


__all__ = [
    "AnswerLost",
    "Audit",
    "Card",
    "Cards",
    "ChatUnreachable",
    "Clock",
    "Doors",
    "Drafts",
    "Events",
    "Interrupted",
    "Invitations",
    "LetterRejected",
    "MailingProgress",
    "Mailings",
    "Members",
    "MessageGone",
    "NoticeId",
    "Organisations",
    "Outbox",
    "Reminders",
    "Rsvps",
    "Sender",
    "SlowDown",
    "Storage",
    "StorageUnavailable",
    "Substitutions",
    "Transaction",
    "Undelivered",
    "View",
]
