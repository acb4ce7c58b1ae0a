"""Retracing: a vote followed entry by entry, as its chain tells it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.challenge import challenge_ends
from bot.domain.polls.electorates import (
    Electorate,
    Representative,
    VoterId,
)
from bot.domain.polls.findings import Finding, Kept, Mismatch
from bot.domain.polls.mandates import read_appointed, read_proxy
from bot.domain.polls.polls import Poll
from bot.domain.polls.records import RecordKind
from bot.domain.polls.seals import Entry, canonical
from bot.domain.refusals import Refusal

AFTERWARDS = frozenset(
    {
        *(RecordKind.LOT, RecordKind.STATED, RecordKind.UNSTATED, RecordKind.MINUTES),
        RecordKind.PARTED,
    }
)
"""What may be recorded of a poll that is over."""


@dataclass
class Course:
    """A poll as its entries tell it, one after the other."""

    electorate: Electorate
    appointed: dict[VoterId, Representative] = field(default_factory=dict)
    opened: bool = False
    over: bool = False
    held: set[MemberId] = field(default_factory=set)
    voted: set[VoterId] = field(default_factory=set)
    random_numbers: int = 0
    """How many secret ballots were given a number that is not made of the ballot."""
    ballots: dict[VoterId, tuple[str, MemberId, str]] = field(default_factory=dict)
    closings: list[Entry] = field(default_factory=list)
    statements: dict[VoterId, tuple[str, MemberId]] = field(default_factory=dict)
    lots: list[str] = field(default_factory=list)
    parted: bool = False


class _Forbidden(Exception):  # noqa: N818  a fact about an entry, named as one
    """An entry records what the rules refused when it was made."""


def follow(course: Course, kept: Kept, entry: Entry) -> Iterator[Finding]:
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


def _is_misplaced(course: Course, kind: RecordKind) -> bool:
    if kind is RecordKind.OPENED:
        return course.opened or course.over
    if kind is RecordKind.CANCELLED:
        return course.over
    return not course.opened or (course.over and kind not in AFTERWARDS)


def _taken(
    course: Course, kept: Kept, entry: Entry, kind: RecordKind, payload: Mapping[str, Any]
) -> Iterator[Finding]:
    """Take what an entry records; minutes change nothing of the course."""
    match kind:
        case RecordKind.OPENED:
            course.opened = True
            if entry.payload != canonical(records.opened(kept.poll, kept.voters).payload):
                yield Finding(Mismatch.OPENING, kept.poll.id, entry.number)
        case RecordKind.PROXY | RecordKind.REVOKED:
            _entrust(course, kept.poll, kind, payload)
        case RecordKind.HELD | RecordKind.CONFIRMED:
            _hold(course, kind, payload)
        case RecordKind.RECUSED:
            _recuse(course, kept.poll, payload)
        case RecordKind.BALLOT | RecordKind.VOTED:
            _cast(course, kept.poll, kind, payload)
        case RecordKind.CLOSED | RecordKind.CANCELLED:
            course.over = True
            course.closings.append(entry)
        case RecordKind.LOT:
            course.lots.append(entry.payload)
        case RecordKind.STATED | RecordKind.UNSTATED | RecordKind.PARTED:
            _add_afterwards(course, kept.poll, kind, payload)


def _hold(course: Course, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    member = MemberId(payload["member"])
    if kind is RecordKind.HELD:
        course.held.add(member)
    else:
        course.held.discard(member)


def _entrust(course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
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


def _revoke(course: Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    voter, holder = VoterId(payload["voter"]), MemberId(payload["holder"])
    _require_in_time(poll, _at(payload))
    course.electorate = course.electorate.with_revoked(
        voter, holder, _at(payload), voted=voter in course.voted
    )


def _recuse(course: Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    voter, by = VoterId(payload["voter"]), MemberId(payload["by"])
    voted = voter in course.voted
    _require_not_held(course, by)
    course.electorate.require_recuser(voter, by, _at(payload), voted=voted)
    _require_in_time(poll, _at(payload))
    course.electorate = course.electorate.with_recused(voter)
    course.voted.discard(voter)
    course.ballots.pop(voter, None)


def _cast(course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Take a ballot if it could be cast then; of a secret one neither hand nor time is known."""
    voter = VoterId(payload["voter"])
    if (kind is RecordKind.VOTED) is not poll.is_secret:
        raise ValueError("a ballot of the other kind")
    if poll.is_secret:
        if voter in course.voted or voter not in course.electorate.awaited(frozenset()):
            raise _Forbidden
        course.random_numbers += "number" not in payload
    else:
        by, at = MemberId(payload["by"]), _at(payload)
        _require_not_held(course, by)
        course.electorate.require_caster(voter, by, at)
        _require_in_time(poll, at)
        course.ballots[voter] = (str(read_ballot(poll, payload["ballot"])), by, payload["at"])
    course.voted.add(voter)


def _add_afterwards(
    course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]
) -> None:
    if kind is RecordKind.PARTED:
        _part(course, poll, payload)
    else:
        _state(course, kind, payload)


def _part(course: Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    """Take it that numbers and ballots were parted: once, and not while it could be challenged."""
    if course.parted or poll.closed_at is None or _at(payload) < challenge_ends(poll.closed_at):
        raise _Forbidden
    course.parted = True


def _state(course: Course, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    voter = VoterId(payload["voter"])
    course.statements.pop(voter, None)
    if kind is RecordKind.STATED:
        course.statements[voter] = payload["text"], MemberId(payload["by"])


def _require_not_held(course: Course, by: MemberId) -> None:
    """Refuse what somebody did before their new account was confirmed."""
    if by in course.held:
        raise _Forbidden


def _require_in_time(poll: Poll, at: datetime) -> None:
    """Refuse what came at the deadline or later.

    That it came after the opening and before the close its place in the chain tells: the clock of
    a server can be put back.
    """
    if at >= poll.closes_at:
        raise _Forbidden


def _at(payload: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(payload["at"])
