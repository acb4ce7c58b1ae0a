"""Retracing: replay a poll entry by entry, as the chain records it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import is_against, read_ballot
from bot.domain.polls.challenge import challenge_ends
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.findings import Finding, Kept, Mismatch
from bot.domain.polls.lots import read_lot
from bot.domain.polls.mandates import read_appointed, read_proxy
from bot.domain.polls.payloads import as_told_then, tells_of_proxies
from bot.domain.polls.polls import Poll
from bot.domain.polls.proxies import Registrars
from bot.domain.polls.records import RecordKind
from bot.domain.polls.seals import Entry, canonical
from bot.domain.polls.voters import Representative, VoterId
from bot.domain.refusals import Refusal

AFTERWARDS = frozenset(
    {
        *(RecordKind.LOT, RecordKind.STATED, RecordKind.UNSTATED, RecordKind.MINUTES),
        RecordKind.PARTED,
    }
)
"""The kinds of entries that may follow the end of a poll."""


@dataclass
class Course:
    """The state of a poll, as replayed from its entries in order."""

    electorate: Electorate
    appointed: dict[VoterId, Representative] = field(default_factory=dict)
    opened: bool = False
    takes_proxies: bool = True
    """Whether the rules allow proxies: not in the council without a clause, once entries tell."""
    over: bool = False
    held: set[MemberId] = field(default_factory=set)
    voted: set[VoterId] = field(default_factory=set)
    random_numbers: int = 0
    """How many secret ballots have a number that does not depend on the ballot."""
    ballots: dict[VoterId, tuple[str, MemberId, str]] = field(default_factory=dict)
    present: frozenset[VoterId] | None = None
    presences: list[str] = field(default_factory=list)
    orders: dict[VoterId, int | None] = field(default_factory=dict)
    recusers: dict[VoterId, MemberId] = field(default_factory=dict)
    registrars: dict[VoterId, Registrars] = field(default_factory=dict)
    closings: list[Entry] = field(default_factory=list)
    statements: dict[VoterId, tuple[str, MemberId]] = field(default_factory=dict)
    lots: list[str] = field(default_factory=list)
    parted: bool = False


class _Forbidden(Exception):  # noqa: N818  a fact about an entry, named as one
    """The entry records something that the rules refused at its time."""


def follow(course: Course, kept: Kept, entry: Entry) -> Iterator[Finding]:
    """Apply one entry to the course; yield the inconsistencies in it."""
    poll = kept.poll
    try:
        kind, payload = _read(entry)
        if _is_misplaced(course, kind):
            yield Finding(Mismatch.MISPLACED, poll.id, entry.number)
        yield from _taken(course, kept, entry, kind, payload)
    except (Refusal, _Forbidden):
        yield Finding(Mismatch.FORBIDDEN, poll.id, entry.number)
    except (ValueError, KeyError, TypeError):
        yield Finding(Mismatch.UNREADABLE, poll.id, entry.number)


def _read(entry: Entry) -> tuple[RecordKind, Mapping[str, Any]]:
    """Return an entry's data; refuse a payload that is not canonical JSON."""
    payload = json.loads(entry.payload)
    if canonical(payload) != entry.payload:
        raise ValueError("not the one text of what it says")
    return RecordKind(entry.kind), payload


def _is_misplaced(course: Course, kind: RecordKind) -> bool:
    if kind is RecordKind.OPENED:
        return course.opened or course.over
    if kind is RecordKind.CANCELLED:
        return course.over
    return not course.opened or (course.over and kind not in AFTERWARDS)


def _taken(
    course: Course, kept: Kept, entry: Entry, kind: RecordKind, payload: Mapping[str, Any]
) -> Iterator[Finding]:
    """Apply an entry; entries of minutes change nothing."""
    match kind:
        case RecordKind.OPENED:
            course.opened = True
            course.takes_proxies = kept.poll.takes_proxies or not tells_of_proxies(payload)
            if payload != _opening(kept, payload):
                yield Finding(Mismatch.OPENING, kept.poll.id, entry.number)
        case RecordKind.PROXY | RecordKind.SEEN | RecordKind.REVOKED:
            _entrust(course, kept.poll, kind, payload)
        case RecordKind.HELD | RecordKind.CONFIRMED:
            _hold(course, kind, payload)
        case RecordKind.RECUSED:
            _recuse(course, kept, payload)
        case RecordKind.BALLOT | RecordKind.REPEATED | RecordKind.VOTED:
            _cast(course, kept.poll, kind, payload)
        case RecordKind.STATED | RecordKind.UNSTATED:
            _state(course, kept.poll, kind, payload)
        case _:
            _end(course, kept, entry, kind, payload)


def _end(
    course: Course, kept: Kept, entry: Entry, kind: RecordKind, payload: Mapping[str, Any]
) -> None:
    """Apply an entry that comes with or after the end of voting."""
    match kind:
        case RecordKind.PRESENT:
            _list_present(course, kept.poll, entry, payload)
        case RecordKind.CLOSED | RecordKind.CANCELLED:
            course.over = True
            course.closings.append(entry)
            _require_present(course)
        case RecordKind.LOT:
            course.lots.append(entry.payload)
            read_lot(payload["lot"]).checked(kept.result.tie if kept.result else None)
        case RecordKind.PARTED:
            _part(course, kept.poll, payload)


def _opening(kept: Kept, payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the opening's entry should say; older entries lack some fields.

    Who opened it, if not the planner, is recorded in the chain only.
    """
    said = payload.get("opened_by")
    opener = MemberId(said) if type(said) is int else None
    record = records.opened(kept.poll, kept.voters, kept.omitted, opener)
    return as_told_then(json.loads(canonical(record.payload)), payload)


def _hold(course: Course, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    member = MemberId(payload["member"])
    if kind is RecordKind.HELD:
        course.held.add(member)
    else:
        course.held.discard(member)


def _entrust(course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Apply a new or revoked proxy; the entry names a holder appointed after the opening."""
    if kind is not RecordKind.PROXY:
        _change_proxy(course, poll, kind, payload)
        return
    given, named = read_proxy(payload), read_appointed(payload)
    appointed = frozenset() if named is None else frozenset({named.member})
    voted, at = frozenset(course.voted), _at(payload)
    _require_in_time(poll, at)
    if not course.takes_proxies:
        raise _Forbidden
    course.electorate = course.electorate.with_proxy(given, voted, at, appointed)
    course.appointed.pop(given.principal, None)
    course.registrars[given.principal] = Registrars(MemberId(payload["by"]))
    if named is not None:
        course.appointed[given.principal] = named


def _change_proxy(course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Apply the check of a proxy's paper, or its revocation."""
    voter, holder, at = VoterId(payload["voter"]), MemberId(payload["holder"]), _at(payload)
    _require_in_time(poll, at)
    before, voted = course.electorate, frozenset(course.voted)
    given, by = course.registrars[voter], MemberId(payload["by"])
    if kind is RecordKind.SEEN:
        course.electorate = before.with_confirmed(voter, holder, voted, at)
        course.registrars[voter] = replace(given, confirmed_by=by)
    else:
        course.electorate = before.with_revoked(voter, holder, at, voted=voter in voted)
        course.registrars[voter] = replace(given, revoked_by=by)


def _recuse(course: Course, kept: Kept, payload: Mapping[str, Any]) -> None:
    """Apply a conflict of interest.

    At a meeting it is declared before the opening, perhaps by somebody who has left since: who
    might is compared with the meeting's log.
    """
    voter, by = VoterId(payload["voter"]), MemberId(payload["by"])
    if not kept.in_meeting:
        _require_not_held(course, by)
        voted = voter in course.voted
        course.electorate.require_recuser(voter, by, _at(payload), voted=voted)
    elif course.voted or voter in course.recusers:
        raise _Forbidden
    _require_in_time(kept.poll, _at(payload))
    course.electorate = course.electorate.with_recused(voter)
    course.recusers[voter] = by
    course.voted.discard(voter)
    course.ballots.pop(voter, None)
    course.orders.pop(voter, None)


def _cast(course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Apply a ballot if it could be cast then; a secret one has neither caster nor time."""
    voter = VoterId(payload["voter"])
    if (kind is RecordKind.VOTED) is not poll.is_secret:
        raise ValueError("a ballot of the other kind")
    if kind is RecordKind.REPEATED:
        _repeat(course, poll, payload)
    elif poll.is_secret:
        if voter in course.voted or voter not in course.electorate.awaited(frozenset()):
            raise _Forbidden
        course.random_numbers += "number" not in payload
    else:
        by = _hand(course, poll, voter, payload)
        course.ballots[voter] = (str(read_ballot(poll, payload["ballot"])), by, payload["at"])
        course.orders[voter] = payload.get("order")  # older entries do not have it
    course.voted.add(voter)


def _list_present(course: Course, poll: Poll, entry: Entry, payload: Mapping[str, Any]) -> None:
    """Apply the attendance list of a meeting; refuse people on it who are no voters."""
    course.present = frozenset(map(VoterId, payload["voters"]))
    course.presences.append(entry.payload)
    if not poll.needs_presence or not course.present <= course.electorate.delegates.keys():
        raise _Forbidden


def _require_present(course: Course) -> None:
    """Refuse an attendance list without somebody who took part."""
    if (
        course.present is not None
        and not course.voted | course.electorate.recused <= course.present
    ):
        raise _Forbidden


def _repeat(course: Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    """Apply a repeated ballot: by the same person, in a later update."""
    voter = VoterId(payload["voter"])
    by = _hand(course, poll, voter, payload)
    ballot, before, _ = course.ballots[voter]
    if by != before:
        raise _Forbidden
    course.ballots[voter] = ballot, by, payload["at"]
    course.orders[voter] = int(payload["order"])


def _hand(course: Course, poll: Poll, voter: VoterId, payload: Mapping[str, Any]) -> MemberId:
    """Return who cast a ballot; refuse a person who could not cast it then."""
    by, at = MemberId(payload["by"]), _at(payload)
    _require_not_held(course, by)
    course.electorate.require_caster(voter, by, at)
    _require_in_time(poll, at)
    return by


def _part(course: Course, poll: Poll, payload: Mapping[str, Any]) -> None:
    """Apply the separation of numbers and ballots: once, after the time to challenge."""
    if course.parted or poll.closed_at is None or _at(payload) < challenge_ends(poll.closed_at):
        raise _Forbidden
    course.parted = True


def _state(course: Course, poll: Poll, kind: RecordKind, payload: Mapping[str, Any]) -> None:
    """Apply a request to be recorded as against, or its end."""
    voter, by = VoterId(payload["voter"]), MemberId(payload["by"])
    if kind is RecordKind.UNSTATED:
        if course.statements.pop(voter, None) is None:
            raise _Forbidden
        return
    course.electorate.require_dissenter(voter, by, _at(payload))
    if not _was_against(course, poll, voter):
        raise _Forbidden
    course.statements[voter] = payload["text"], by


def _was_against(course: Course, poll: Poll, voter: VoterId) -> bool:
    """Tell whether a voter can have been against; a secret ballot must only have been cast."""
    if poll.is_secret:
        return voter in course.voted
    ballot = course.ballots.get(voter)
    return ballot is not None and is_against(poll, read_ballot(poll, ballot[0]))


def _require_not_held(course: Course, by: MemberId) -> None:
    """Refuse acts of a person before their new account was confirmed."""
    if by in course.held:
        raise _Forbidden


def _require_in_time(poll: Poll, at: datetime) -> None:
    """Refuse acts at or after the deadline.

    The order of the chain, and not the server's clock, shows that an entry lies between the opening
    and the close, because the clock can be set back.
    """
    if at >= poll.closes_at:
        raise _Forbidden


def _at(payload: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(payload["at"])
