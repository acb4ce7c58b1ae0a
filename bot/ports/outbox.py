"""Where what is to be said is kept, what was done, and what wizards remember."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.domain.events import EventId
from bot.domain.mailings import MailingId, Occasion, Report
from bot.domain.members import MemberId
from bot.domain.notices import Claimed, MessageRef, Notice, Subject

R = TypeVar("R")


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
        about: EventId | str,
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
