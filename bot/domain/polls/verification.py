"""Verification: whether a vote's record is whole, and agrees with the chain of its entries."""

import json
from collections.abc import Iterable, Iterator, Sequence

from bot.domain.polls import records
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.electorates import (
    electorate_of,
)
from bot.domain.polls.findings import UNKNOWN, Archived, Finding, Kept, Mismatch
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.records import RecordKind, plain
from bot.domain.polls.retracing import Course, follow
from bot.domain.polls.seals import Entry, Seal, canonical, numbers_digest, sealed
from bot.domain.polls.tallies import Result, tally
from bot.domain.refusals import Refusal


def poll_of(entry: Entry) -> PollId | None:
    """Return the poll that an entry is about; None of one that is about none, or unreadable."""
    try:
        poll = json.loads(entry.payload)["poll"]
    except (ValueError, KeyError, TypeError):
        return None
    return PollId(poll) if isinstance(poll, int) else None


def examine(kept: Kept, entries: Sequence[Entry]) -> list[Finding]:
    """Return what does not agree between a poll's tables and its own entries, in their order."""
    course = Course(electorate_of(kept.voters))
    found = [one for entry in entries for one in follow(course, kept, entry)]
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


def _compared(course: Course, kept: Kept) -> Iterator[Finding]:
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


def _voters_compared(course: Course, kept: Kept) -> Iterator[Finding]:
    """Yield each voter whose place on the roll, or whose named ballot, is not what was recorded."""
    names = {voter.id: voter.name for voter in kept.voters}
    for voter in sorted(course.voted ^ kept.voted):
        yield Finding(Mismatch.ROLL, kept.poll.id, voter=names.get(voter, str(voter)))
    held = {v: (str(one.ballot), one.cast_by, plain(one.cast_at)) for v, one in kept.named.items()}
    for voter in sorted(course.ballots.keys() | held.keys()):
        if course.ballots.get(voter) != held.get(voter):
            yield Finding(Mismatch.BALLOTS, kept.poll.id, voter=names.get(voter, str(voter)))
    count = kept.secret.count if kept.poll.is_secret else len(kept.written)
    if count != len(kept.voted):
        yield Finding(Mismatch.BALLOTS, kept.poll.id)
    yield from _numbers_compared(course, kept)


def _numbers_compared(course: Course, kept: Kept) -> Iterator[Finding]:
    """Make each secret ballot's number again, in an open poll too: none was changed since.

    Those without a nonce are as many as were cast under a release that gave random numbers.
    """
    secret = kept.secret
    random = sum(not one.nonce for one in secret.ballots)
    whole = not secret.unreadable and secret.parted is None
    if not all(one.is_unchanged(kept.poll.id) for one in secret.ballots) or (
        random > course.random_numbers or (whole and random != course.random_numbers)
    ):
        yield Finding(Mismatch.NUMBERS, kept.poll.id)


def _end_compared(course: Course, kept: Kept) -> Iterator[Finding]:
    poll = kept.poll
    ended = poll.state in {PollState.CLOSED, PollState.CANCELLED}
    if len(course.closings) != ended:
        yield Finding(Mismatch.CLOSING, poll.id)
    elif poll.state is PollState.CANCELLED:
        (end,) = course.closings
        if end.kind != RecordKind.CANCELLED or json.loads(end.payload)["reason"] != poll.reason:
            yield Finding(Mismatch.CLOSING, poll.id, end.number)
    elif poll.state is PollState.CLOSED:
        yield from _close_compared(course, course.closings[0], kept)


def _close_compared(course: Course, end: Entry, kept: Kept) -> Iterator[Finding]:
    """Count and seal the ballots again: all must come to what was recorded at the close."""
    poll, result, seal = kept.poll, kept.result, kept.seal
    if result is None or seal is None or kept.closing_entry != end.number:
        yield Finding(Mismatch.CLOSING, poll.id, end.number)
        return
    if end.payload != canonical(records.closed(poll, result, seal, kept.statements_until).payload):
        yield Finding(Mismatch.CLOSING, poll.id, end.number)
    if _recounted(kept) != result:
        yield Finding(Mismatch.COUNT, poll.id)
    if not _is_sealed(kept, seal) or course.parted is (kept.secret.parted is None):
        yield Finding(Mismatch.SEAL, poll.id)


def _is_sealed(kept: Kept, seal: Seal) -> bool:
    """Tell whether the ballots are those that were sealed; parted ones have their numbers alone."""
    parted = kept.secret.parted
    if parted is not None:
        whole = len(parted.numbers) == len(parted.written) and not kept.written
        return whole and numbers_digest(kept.poll.id, parted.numbers) == seal.numbers
    return sealed(kept.poll.id, kept.salt, kept.written) == seal


def _recounted(kept: Kept) -> Result | None:
    """Return the result of the ballots that are there; None if they cannot be counted."""
    try:
        parted = kept.secret.parted
        written = kept.written.values() if parted is None else parted.written
        ballots = [read_ballot(kept.poll, text) for text in written]
        return tally(kept.poll, kept.electorate.headcount(kept.voted), ballots)
    except (Refusal, ValueError):
        return None
