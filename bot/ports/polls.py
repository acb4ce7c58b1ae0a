"""Where polls are kept, with their electorate, ballots, chain of entries and messages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.domain.ballots import Ballot, Named, Statement
from bot.domain.electorates import Electorate, Proxy, Voter, VoterId
from bot.domain.lots import Lot
from bot.domain.members import MemberId
from bot.domain.notices import MessageRef
from bot.domain.poll_cards import Turnout
from bot.domain.poll_plans import PollPlan
from bot.domain.poll_records import Record
from bot.domain.polls import Poll, PollId
from bot.domain.seals import Entry, Head, Seal
from bot.domain.tallies import Result


@dataclass(frozen=True, slots=True)
class Declared:
    """What a closed poll came to; `head` is that of the chain with the close in it."""

    result: Result
    seal: Seal
    head: Head


class Polls(Protocol):
    """Polls, who may vote in them, and what they came to."""

    def add(
        self,
        plan: PollPlan,
        created_by: MemberId,
        now: datetime,
        *,
        draft: str | None = None,
        run_off_of: PollId | None = None,
    ) -> Poll: ...
    def by_draft(self, draft: str) -> PollId | None: ...
    def get(self, poll: PollId) -> Poll | None: ...
    def run_off(self, poll: PollId) -> PollId | None: ...
    def save(self, poll: Poll) -> None: ...
    def add_voters(self, poll: PollId, voters: Iterable[Voter]) -> None: ...
    def voters(self, poll: PollId) -> tuple[Voter, ...]: ...
    def electorate(self, poll: PollId) -> Electorate: ...
    def electorate_for(self, poll: PollId, voter: VoterId) -> Electorate: ...
    def held_by(self, poll: PollId, member: MemberId) -> list[tuple[VoterId, str]]: ...
    def due_to_open(self, now: datetime) -> list[PollId]: ...
    def due_to_close(self, now: datetime) -> list[PollId]: ...
    def under_way(self) -> list[Poll]: ...
    def over(self, query: str) -> list[Poll]: ...
    def declare(self, poll: PollId, declared: Declared, salt: str) -> None: ...
    def declared(self, poll: PollId) -> Declared | None: ...
    def save_lot(self, poll: PollId, lot: Lot) -> None: ...
    def lot(self, poll: PollId) -> Lot | None: ...


class Ballots(Protocol):
    """Who has voted, and what the ballots say. Nothing joins the two in a secret poll."""

    def turnout(self, poll: PollId) -> Turnout: ...
    def voted(self, poll: PollId) -> frozenset[VoterId]: ...
    def has_voted(self, poll: PollId, voter: VoterId) -> bool: ...
    def named(self, poll: Poll, voter: VoterId) -> Named | None: ...
    def all_named(self, poll: Poll) -> Mapping[VoterId, Named]: ...
    def cast(self, poll: PollId, voter: VoterId, named: Named) -> None: ...
    def cast_secretly(self, poll: PollId, voter: VoterId, number: str, ballot: Ballot) -> None: ...
    def written(self, poll: Poll) -> Mapping[str, str]: ...
    def recuse(self, poll: PollId, voter: VoterId, member: MemberId) -> None: ...
    def save_statement(self, poll: PollId, statement: Statement) -> None: ...
    def remove_statement(self, poll: PollId, voter: VoterId) -> bool: ...
    def statements(self, poll: PollId) -> Mapping[VoterId, Statement]: ...


class Proxies(Protocol):
    """Which proxies are registered for a poll."""

    def save(
        self, poll: PollId, proxy: Proxy, holder_name: str, registered_by: MemberId
    ) -> None: ...
    def holder_names(self, poll: PollId) -> Mapping[VoterId, str]: ...


class Entries(Protocol):
    """The chain of entries; rows are only ever added."""

    def add(self, record: Record) -> Head: ...
    def head(self) -> Head: ...
    def all(self) -> Sequence[Entry]: ...


class PollView(StrEnum):
    """What a message shows of a poll."""

    BALLOT = "ballot"
    BOARD = "board"
    POST = "post"


@dataclass(frozen=True, slots=True)
class PollMessage:
    """A message that shows a poll: to a member, or to nobody in particular in a group's post."""

    poll: PollId
    member: MemberId | None
    message: MessageRef
    view: PollView


class PollMessages(Protocol):
    """The messages that show polls."""

    def add(
        self, poll: PollId, member: MemberId | None, message: MessageRef, view: PollView
    ) -> None: ...
    def forget(self, message: MessageRef) -> None: ...
    def get(self, message: MessageRef) -> PollMessage | None: ...
    def of_poll(self, poll: PollId, *views: PollView) -> list[PollMessage]: ...
    def of_member(self, poll: PollId, member: MemberId) -> list[PollMessage]: ...


@dataclass(frozen=True, slots=True)
class PollDue:
    """One lead time of one poll: due at `due_at` (UTC) for those who have not voted by then."""

    poll: PollId
    lead: timedelta
    due_at: datetime
    last: bool


class PollDues(Protocol):
    """Due times of polls."""

    def replace(self, poll: PollId, dues: Iterable[PollDue]) -> None: ...
    def take_due(self, now: datetime) -> list[PollDue]: ...
