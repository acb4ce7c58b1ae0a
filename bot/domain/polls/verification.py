"""Verification: whether a vote's record is whole, and agrees with the chain of its entries."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import Named, Statement, read_ballot
from bot.domain.polls.electorates import (
    Electorate,
    Representative,
    Voter,
    VoterId,
    electorate_of,
)
from bot.domain.polls.lots import Lot
from bot.domain.polls.mandates import read_appointed, read_proxy
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.records import RecordKind, plain
from bot.domain.polls.seals import Entry, Seal, canonical, sealed
from bot.domain.polls.tallies import Result, tally
from bot.domain.refusals import Refusal

AFTERWARDS = frozenset({RecordKind.LOT, RecordKind.STATED, RecordKind.UNSTATED, RecordKind.MINUTES})
"""What may be recorded of a poll that is over."""
UNKNOWN = PollId(0)
"""Stands for the poll of minutes that do not say any more which they are of."""


class Mismatch(StrEnum):
    """What does not agree.

    Of the whole: POLL_MISSING, the chain tells of a poll that is not there; MINUTES, those in the
    archive are not those that were issued. Of a poll: OPENING and
    CLOSING, it is not recorded once, or with other words, than the poll has; MISPLACED, an entry
    comes before the opening or after the end; UNREADABLE, an entry is no record of a vote;
    FORBIDDEN, it records what the rules refused then; ROLL, BALLOTS, RECUSALS, PROXIES, STATEMENTS
    and LOT are not those that were recorded; COUNT, the ballots come to another result; SEAL, they
    are not those that were sealed.
    """

    POLL_MISSING = "poll_missing"
    MINUTES = "minutes"
    OPENING = "opening"
    CLOSING = "closing"
    MISPLACED = "misplaced"
    UNREADABLE = "unreadable"
    FORBIDDEN = "forbidden"
    ROLL = "roll"
    BALLOTS = "ballots"
    RECUSALS = "recusals"
    PROXIES = "proxies"
    STATEMENTS = "statements"
    LOT = "lot"
    COUNT = "count"
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not agree: of a poll, perhaps of an entry (its number) or a voter."""

    mismatch: Mismatch
    poll: PollId
    entry: int | None = None
    voter: str = ""


@dataclass(frozen=True, slots=True)
class Archived:
    """Minutes as the archive has them, with the hashes (SHA-256, hex) that its files have now."""

    issued: IssuedMinutes
    docx_hash: str
    pdf_hash: str

    @property
    def is_whole(self) -> bool:
        """Tell whether the files are those whose hashes were kept."""
        hashes = self.issued.docx_hash, self.issued.pdf_hash
        return (self.docx_hash, self.pdf_hash) == hashes


@dataclass(frozen=True, slots=True)
class Kept:
    """What the tables hold of a poll; `written` are its ballots as they are sealed.

    `holders` are those of the proxies, by principal, as they were called then.
    """

    poll: Poll
    voters: tuple[Voter, ...]
    electorate: Electorate
    voted: frozenset[VoterId]
    holders: Mapping[VoterId, Representative]
    named: Mapping[VoterId, Named]
    written: Mapping[str, str]
    statements: Mapping[VoterId, Statement]
    lot: Lot | None
    result: Result | None
    seal: Seal | None
    salt: str
    closing_entry: int | None
    statements_until: datetime | None


@dataclass
class _Course:
    """A poll as its entries tell it, one after the other."""

    electorate: Electorate
    appointed: dict[VoterId, Representative] = field(default_factory=dict)
    opened: bool = False
    over: bool = False
    voted: set[VoterId] = field(default_factory=set)
    ballots: dict[VoterId, tuple[str, MemberId, str]] = field(default_factory=dict)
    closings: list[Entry] = field(default_factory=list)
    statements: dict[VoterId, tuple[str, MemberId]] = field(default_factory=dict)
    lots: list[str] = field(default_factory=list)


class _Forbidden(Exception):  # noqa: N818  a fact about an entry, named as one
    """An entry records what the rules refused when it was made."""


def poll_of(entry: Entry) -> PollId | None:
    """Return the poll that an entry is about; None of one that is about none, or unreadable."""
    try:
        poll = json.loads(entry.payload)["poll"]
    except (ValueError, KeyError, TypeError):
        return None
    return PollId(poll) if isinstance(poll, int) else None


def examine(kept: Kept, entries: Sequence[Entry]) -> list[Finding]:
    """Return what does not agree between a poll's tables and its own entries, in their order."""
    course = _Course(electorate_of(kept.voters))
    found = [one for entry in entries for one in _follow(course, kept, entry)]
    found += _compared(course, kept)
    return found


def missing(entries: Iterable[Entry], known: Iterable[PollId]) -> list[Finding]:
    """Return the polls that the chain tells of and that are not there."""
    told = {poll for entry in entries if (poll := poll_of(entry)) is not None}
    return [Finding(Mismatch.POLL_MISSING, poll) for poll in sorted(told - set(known))]


def examine_minutes(archive: Iterable[Archived], entries: Iterable[Entry]) -> list[Finding]:
    """Return the minutes that were changed, added or taken out since they were issued."""
    recorded = {e.payload: e.number for e in entries if e.kind == RecordKind.MINUTES}
    found: list[Finding] = []
    for one in archive:
        entry = recorded.pop(canonical(records.issued(one.issued).payload), None)
        if entry is None or not one.is_whole:
            first = one.issued.polls[0] if one.issued.polls else UNKNOWN
            found.append(Finding(Mismatch.MINUTES, first, entry))
    return found + [_unarchived(payload, number) for payload, number in recorded.items()]


def _unarchived(payload: str, entry: int) -> Finding:
    try:
        return Finding(Mismatch.MINUTES, PollId(int(json.loads(payload)["polls"][0])), entry)
    except (ValueError, KeyError, TypeError, IndexError):
        return Finding(Mismatch.MINUTES, UNKNOWN, entry)


# --- following the entries ------------------------------------------------------------------------


def _follow(course: _Course, kept: Kept, entry: Entry) -> Iterator[Finding]:
    """Take one entry into the course; yield what is wrong with it."""
    poll = kept.poll
    try:
        kind, payload = RecordKind(entry.kind), json.loads(entry.payload)
        if _is_misplaced(course, kind):
            yield Finding(Mismatch.MISPLACED, poll.id, entry.number)
        yield from _taken(course, kept, entry, kind, payload)
    except (Refusal, _Forbidden):
        yield Finding(Mismatch.FORBIDDEN, poll.id, entry.number)
    except (ValueError, KeyError, TypeError):
        yield Finding(Mismatch.UNREADABLE, poll.id, entry.number)


def _is_misplaced(course: _Course, kind: RecordKind) -> bool:
    if kind is RecordKind.OPENED:
        return course.opened or course.over
    if kind is RecordKind.CANCELLED:
        return course.over
    return not course.opened or (course.over and kind not in AFTERWARDS)


def _taken(
    course: _Course, kept: Kept, entry: Entry, kind: RecordKind, payload: Mapping[str, Any]
) -> Iterator[Finding]:
    match kind:
        case RecordKind.OPENED:
            course.opened = True
            if entry.payload != canonical(records.opened(kept.poll, kept.voters).payload):
                yield Finding(Mismatch.OPENING, kept.poll.id, entry.number)
        case RecordKind.PROXY | RecordKind.REVOKED:
            _entrust(course, kept.poll, kind, payload)
        case RecordKind.RECUSED:
            _recuse(course, kept.poll, payload)
        case RecordKind.BALLOT | RecordKind.VOTED:
            _cast(course, kept.poll, kind, payload)
        case RecordKind.CLOSED | RecordKind.CANCELLED:
            course.over = True
            course.closings.append(entry)
        case RecordKind.LOT:
            course.lots.append(entry.payload)
        case RecordKind.STATED | RecordKind.UNSTATED:
            _state(course, kind, payload)
        case RecordKind.MINUTES:
            pass


def _entrust(course: _Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Take a proxy, or its end; whoever was appointed after the opening the record itself names."""
    if kind is RecordKind.REVOKED:
        _revoke(course, poll, payload)
        return
    given, named = read_proxy(payload), read_appointed(payload)
    appointed = frozenset() if named is None else frozenset({named.member})
    voted, at = frozenset(course.voted), _at(payload)
    course.electorate = course.electorate.with_proxy(given, voted, at, appointed)
    course.appointed.pop(given.principal, None)
    if named is not None:
        course.appointed[given.principal] = named


def _revoke(course: _Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    voter, holder = VoterId(payload["voter"]), MemberId(payload["holder"])
    _require_in_time(poll, _at(payload))
    course.electorate = course.electorate.with_revoked(
        voter, holder, _at(payload), voted=voter in course.voted
    )


def _recuse(course: _Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    voter, by = VoterId(payload["voter"]), MemberId(payload["by"])
    voted = voter in course.voted
    course.electorate.require_recuser(voter, by, _at(payload), voted=voted)
    _require_in_time(poll, _at(payload))
    course.electorate = course.electorate.with_recused(voter)
    course.voted.discard(voter)
    course.ballots.pop(voter, None)


def _cast(course: _Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Take a ballot if it could be cast then; of a secret one neither hand nor time is known."""
    voter = VoterId(payload["voter"])
    if (kind is RecordKind.VOTED) is not poll.is_secret:
        raise ValueError("a ballot of the other kind")
    if poll.is_secret:
        if voter in course.voted or voter not in course.electorate.awaited(frozenset()):
            raise _Forbidden
    else:
        by, at = MemberId(payload["by"]), _at(payload)
        course.electorate.require_caster(voter, by, at)
        _require_in_time(poll, at)
        course.ballots[voter] = (str(read_ballot(poll, payload["ballot"])), by, payload["at"])
    course.voted.add(voter)


def _state(course: _Course, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    voter = VoterId(payload["voter"])
    course.statements.pop(voter, None)
    if kind is RecordKind.STATED:
        course.statements[voter] = payload["text"], MemberId(payload["by"])


def _require_in_time(poll: Poll, at: datetime) -> None:
    """Refuse what came at the deadline or later.

    That it came after the opening and before the close its place in the chain tells: the clock of
    a server can be put back.
    """
    if at >= poll.closes_at:
        raise _Forbidden


def _at(payload: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(payload["at"])


# --- comparing with the tables --------------------------------------------------------------------


def _compared(course: _Course, kept: Kept) -> Iterator[Finding]:
    poll = kept.poll
    if poll.opened_at is not None and not course.opened:
        yield Finding(Mismatch.OPENING, poll.id)
    yield from _voters_compared(course, kept)
    if course.electorate.recused != kept.electorate.recused:
        yield Finding(Mismatch.RECUSALS, poll.id)
    named = {v: one for v, one in kept.holders.items() if v in course.appointed}
    if (set(course.electorate.proxies), course.appointed) != (set(kept.electorate.proxies), named):
        yield Finding(Mismatch.PROXIES, poll.id)
    said = {voter: (one.text, one.member) for voter, one in kept.statements.items()}
    if course.statements != said:
        yield Finding(Mismatch.STATEMENTS, poll.id)
    lot = [] if kept.lot is None else [canonical(records.drawn(poll.id, kept.lot).payload)]
    if course.lots != lot:
        yield Finding(Mismatch.LOT, poll.id)
    yield from _end_compared(course, kept)


def _voters_compared(course: _Course, kept: Kept) -> Iterator[Finding]:
    """Yield each voter whose place on the roll, or whose named ballot, is not what was recorded."""
    names = {voter.id: voter.name for voter in kept.voters}
    for voter in sorted(course.voted ^ kept.voted):
        yield Finding(Mismatch.ROLL, kept.poll.id, voter=names.get(voter, str(voter)))
    held = {v: (str(one.ballot), one.cast_by, plain(one.cast_at)) for v, one in kept.named.items()}
    for voter in sorted(course.ballots.keys() | held.keys()):
        if course.ballots.get(voter) != held.get(voter):
            yield Finding(Mismatch.BALLOTS, kept.poll.id, voter=names.get(voter, str(voter)))
    if len(kept.written) != len(kept.voted):
        yield Finding(Mismatch.BALLOTS, kept.poll.id)


def _end_compared(course: _Course, kept: Kept) -> Iterator[Finding]:
    poll = kept.poll
    ended = poll.state in {PollState.CLOSED, PollState.CANCELLED}
    if len(course.closings) != ended:
        yield Finding(Mismatch.CLOSING, poll.id)
    elif poll.state is PollState.CANCELLED:
        (end,) = course.closings
        if end.kind != RecordKind.CANCELLED or json.loads(end.payload)["reason"] != poll.reason:
            yield Finding(Mismatch.CLOSING, poll.id, end.number)
    elif poll.state is PollState.CLOSED:
        yield from _close_compared(course.closings[0], kept)


def _close_compared(end: Entry, kept: Kept) -> Iterator[Finding]:
    """Count and seal the ballots again: all must come to what was recorded at the close."""
    poll, result, seal = kept.poll, kept.result, kept.seal
    if result is None or seal is None or kept.closing_entry != end.number:
        yield Finding(Mismatch.CLOSING, poll.id, end.number)
        return
    if end.payload != canonical(records.closed(poll, result, seal, kept.statements_until).payload):
        yield Finding(Mismatch.CLOSING, poll.id, end.number)
    if _recounted(kept) != result:
        yield Finding(Mismatch.COUNT, poll.id)
    if sealed(poll.id, kept.salt, kept.written) != seal:
        yield Finding(Mismatch.SEAL, poll.id)


def _recounted(kept: Kept) -> Result | None:
    """Return the result of the ballots that are there; None if they cannot be counted."""
    try:
        ballots = [read_ballot(kept.poll, text) for text in kept.written.values()]
        return tally(kept.poll, kept.electorate.headcount(kept.voted), ballots)
    except (Refusal, ValueError):
        return None
