"""What the rules need from the world: storage, a sender, a clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from bot.domain.events import Answer, Event, EventId, EventPlan, Turnout
from bot.domain.invitations import Invitation
from bot.domain.mailings import MailingId, Occasion, Report
from bot.domain.members import Consent, Member, MemberId, Organisation, OrganisationId, TelegramId
from bot.domain.notices import Claimed, Letter, MessageRef, Notice, NoticeId, Subject
from bot.domain.people import OrganisationDetails, PersonDetails
from bot.domain.reminders import Reminder

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
    def add(self, person: PersonDetails, organisation: OrganisationId | None) -> MemberId: ...
    def update(self, member: MemberId, person: PersonDetails) -> None: ...
    def bind(self, member: MemberId, telegram_id: TelegramId, now: datetime) -> None: ...
    def save_consent(self, member: MemberId, consent: Consent) -> None: ...
    def save_language(self, member: MemberId, language: str) -> None: ...
    def save_time_zone(self, member: MemberId, time_zone: str | None) -> None: ...
    def save_reachable(self, member: MemberId, now: datetime, *, reachable: bool) -> None: ...


class Organisations(Protocol):
    """Member organisations, known by their ИНН."""

    def by_inn(self, inn: str) -> Organisation | None: ...
    def by_ogrn(self, ogrn: str) -> Organisation | None: ...
    def add(self, organisation: OrganisationDetails) -> OrganisationId: ...
    def update(self, organisation: OrganisationId, details: OrganisationDetails) -> None: ...
    def save_leader(self, organisation: OrganisationId, leader: MemberId | None) -> None: ...


class Invitations(Protocol):
    """One-time invitations; only hashes of their tokens are kept."""

    def add(self, invitation: Invitation) -> None: ...
    def by_hash(self, token_hash: bytes) -> Invitation | None: ...
    def save_used(self, token_hash: bytes, now: datetime) -> None: ...


class Events(Protocol):
    """Events and the answers to them."""

    def add(
        self, plan: EventPlan, created_by: MemberId, now: datetime, draft: str | None = None
    ) -> EventId: ...
    def by_draft(self, draft: str) -> EventId | None: ...
    def get(self, event: EventId) -> Event | None: ...
    def save(self, event: Event) -> None: ...
    def ending_after(self, now: datetime) -> list[Event]: ...
    def save_answer(
        self, event: EventId, member: MemberId, answer: Answer, now: datetime, order: int = 0
    ) -> None: ...
    def expected(self, event: EventId, by: datetime) -> list[tuple[MemberId, str | None]]: ...
    def answerers(self, event: EventId) -> frozenset[MemberId]: ...
    def answer(self, event: EventId, member: MemberId) -> Answer | None: ...
    def answers_of(self, member: MemberId) -> Mapping[EventId, Answer]: ...
    def answered(self, event: EventId) -> Sequence[tuple[Member, Answer, datetime]]: ...
    def turnout(self, event: EventId) -> Turnout: ...
    def add_card(self, event: EventId, member: MemberId, message: MessageRef) -> None: ...
    def add_board(self, event: EventId, member: MemberId, message: MessageRef) -> None: ...
    def forget_card(self, message: MessageRef) -> None: ...
    def cards(self, event: EventId) -> list["Card"]: ...
    def cards_of(self, event: EventId, member: MemberId) -> list["Card"]: ...
    def boards(self, event: EventId) -> list["Card"]: ...


@dataclass(frozen=True, slots=True)
class Card:
    """A message that shows an event to a member."""

    member: MemberId
    message: MessageRef


class Reminders(Protocol):
    """Due times of events."""

    def replace(self, event: EventId, reminders: Iterable[Reminder]) -> None: ...
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
    ) -> MailingId: ...
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
    "ChatUnreachable",
    "Clock",
    "Drafts",
    "Events",
    "Interrupted",
    "Invitations",
    "LetterRejected",
    "MailingProgress",
    "Mailings",
    "Members",
    "NoticeId",
    "Organisations",
    "Outbox",
    "Reminders",
    "Sender",
    "SlowDown",
    "Storage",
    "StorageUnavailable",
    "Transaction",
    "Undelivered",
]
