"""Verification: whether the record of a vote is complete and agrees with the chain of entries."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.electorates import electorate_of
from bot.domain.polls.findings import UNKNOWN, Archived, Finding, Kept, Mismatch
from bot.domain.polls.hand_counts import HandCount, read_count
from bot.domain.polls.payloads import plain
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.presences import Presence
from bot.domain.polls.records import Record, RecordKind
from bot.domain.polls.retracing import Course, follow
from bot.domain.polls.seals import Entry, Json, Seal, canonical, numbers_digest, sealed
from bot.domain.polls.tallies import Result, tally
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal

NO_SALT = "0" * 64
"""The salt of a seal after numbers and ballots were separated."""

ARCHIVED = frozenset({RecordKind.MINUTES, RecordKind.FILED})
"""Kinds of entries about the archive of minutes."""
OF_NO_POLL = ARCHIVED | {RecordKind.RESTORED}
"""Kinds of entries about several polls, or none."""


OF_MEETINGS = "meeting."
"""How the kinds of entries of meetings begin; `bot.domain.meetings` examines them."""


def poll_of(entry: Entry) -> PollId | None:
    """Return the poll of an entry; None for one that concerns none or is unreadable."""
    try:
        poll = json.loads(entry.payload)["poll"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return PollId(poll) if type(poll) is int else None


def unplaced(entries: Iterable[Entry]) -> list[Finding]:
    """Return the entries that name no poll though their kind should."""
    return [
        Finding(Mismatch.UNREADABLE, UNKNOWN, entry.number)
        for entry in entries
        if poll_of(entry) is None
        and entry.kind not in OF_NO_POLL
        and not entry.kind.startswith(OF_MEETINGS)
    ]


def examine(kept: Kept, entries: Sequence[Entry]) -> list[Finding]:
    """Return the inconsistencies between a poll's tables and its entries, in their order."""
    course = Course(electorate_of(kept.voters))
    found = [one for entry in entries for one in follow(course, kept, entry)]
    found += _compared(course, kept)
    return found


def missing(entries: Iterable[Entry], known: Iterable[PollId]) -> list[Finding]:
    """Return the polls that are in the chain and not in the tables."""
    told = {poll for entry in entries if (poll := poll_of(entry)) is not None}
    return [Finding(Mismatch.POLL_MISSING, poll) for poll in sorted(told - set(known))]


def gone_back(entries: Iterable[Entry]) -> list[Finding]:
    """Return the entries that are dated before an earlier entry: the clock was set back."""
    found: list[Finding] = []
    latest: datetime | None = None
    for entry in entries:
        at = _made_at(entry)
        if at is not None and latest is not None and at < latest:
            found.append(Finding(Mismatch.CLOCK, poll_of(entry) or UNKNOWN, entry.number))
        latest = max(filter(None, (at, latest)), default=None)
    return found


def _made_at(entry: Entry) -> datetime | None:
    """Return when an entry was made (a close: its deadline); None if it has no time."""
    try:
        payload = json.loads(entry.payload)
        if payload.get("closing") == Closing.DEADLINE:
            return None
        of = payload["lot"]["recorded_at"] if "lot" in payload else payload["at"]
        at = datetime.fromisoformat(of)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return at if at.tzinfo is not None else None


def examine_minutes(archive: Iterable[Archived], entries: Iterable[Entry]) -> list[Finding]:
    """Return the minutes that were changed, added or removed, or whose stored files were."""
    recorded = [entry for entry in entries if entry.kind in ARCHIVED]
    found: list[Finding] = []
    for one in archive:
        said = [records.issued(one.issued), *(records.filed(one.issued, f) for f, _ in one.filed)]
        taken = [_taken(recorded, record) for record in said]
        numbers = tuple(entry.number if entry else None for entry in taken)
        if numbers != one.entries or not one.is_whole:
            first = one.issued.polls[0] if one.issued.polls else UNKNOWN
            found.append(Finding(Mismatch.MINUTES, first, numbers[0]))
    return found + [_unarchived(entry) for entry in recorded]


def _taken(recorded: list[Entry], record: Record) -> Entry | None:
    """Remove the entry with this payload from the recorded ones, and return it."""
    said = record.kind, canonical(record.payload)
    entry = next((one for one in recorded if (one.kind, one.payload) == said), None)
    if entry is not None:
        recorded.remove(entry)
    return entry


def _unarchived(entry: Entry) -> Finding:
    try:
        poll = PollId(int(json.loads(entry.payload)["polls"][0]))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        poll = UNKNOWN
    return Finding(Mismatch.MINUTES, poll, entry.number)


def _compared(course: Course, kept: Kept) -> Iterator[Finding]:
    poll = kept.poll
    if poll.opened_at is not None and not course.opened:
        yield Finding(Mismatch.OPENING, poll.id)
    yield from _voters_compared(course, kept)
    if (course.electorate.recused, course.recusers) != (kept.electorate.recused, kept.recusers):
        yield Finding(Mismatch.RECUSALS, poll.id)
    named = {v: one for v, one in kept.holders.items() if v in course.appointed}
    given = set(kept.electorate.proxies), named, kept.registrars
    if (set(course.electorate.proxies), course.appointed, course.registrars) != given:
        yield Finding(Mismatch.PROXIES, poll.id)
    said = {voter: (one.text, one.member) for voter, one in kept.statements.items()}
    if course.statements != said:
        yield Finding(Mismatch.STATEMENTS, poll.id)
    listed = [] if kept.presence is None else [canonical(_present(kept.presence, poll.id))]
    if course.presences != listed:
        yield Finding(Mismatch.PRESENCE, poll.id)
    lot = [] if kept.lot is None else [canonical(records.drawn(poll.id, kept.lot).payload)]
    if course.lots != lot:
        yield Finding(Mismatch.LOT, poll.id)
    if kept.lot is not None and kept.run_off is not None:
        yield Finding(Mismatch.FORBIDDEN, poll.id)
    yield from _end_compared(course, kept)


def _present(presence: Presence, poll: PollId) -> Mapping[str, Json]:
    return records.present(poll, presence).payload


def _voters_compared(course: Course, kept: Kept) -> Iterator[Finding]:
    """Yield each voter whose place on the roll, or named ballot, differs from the record."""
    names = {voter.id: voter.name for voter in kept.voters}
    for voter in sorted(course.voted ^ kept.voted):
        yield Finding(Mismatch.ROLL, kept.poll.id, voter=names.get(voter, str(voter)))
    held = {v: (str(one.ballot), one.cast_by, plain(one.cast_at)) for v, one in kept.named.items()}
    for voter in sorted(course.ballots.keys() | held.keys()):
        if course.ballots.get(voter) != held.get(voter) or _is_reordered(course, kept, voter):
            yield Finding(Mismatch.BALLOTS, kept.poll.id, voter=names.get(voter, str(voter)))
    count = kept.secret.count if kept.poll.is_secret else len(kept.written)
    if count != len(kept.voted):
        yield Finding(Mismatch.BALLOTS, kept.poll.id)
    yield from _numbers_compared(course, kept)


def _numbers_compared(course: Course, kept: Kept) -> Iterator[Finding]:
    """Recompute each secret ballot's number, in an open poll too, to show it is unchanged.

    Ballots without a nonce must be as many as the earlier release cast with random numbers.
    """
    secret = kept.secret
    random = sum(not one.nonce for one in secret.ballots)
    whole = not secret.unreadable and secret.parted is None
    if not all(one.is_unchanged(kept.poll.id) for one in secret.ballots) or (
        random > course.random_numbers or (whole and random != course.random_numbers)
    ):
        yield Finding(Mismatch.NUMBERS, kept.poll.id)


def _is_reordered(course: Course, kept: Kept, voter: VoterId) -> bool:
    """Tell whether a ballot's update differs from the recorded one, if one was recorded."""
    order = course.orders.get(voter)
    return order is not None and voter in kept.named and kept.named[voter].order != order


def _end_compared(course: Course, kept: Kept) -> Iterator[Finding]:
    poll = kept.poll
    ended = poll.state in {PollState.CLOSED, PollState.CANCELLED}
    if len(course.closings) != ended or not _is_as_its_state(course, kept):
        yield Finding(Mismatch.CLOSING, poll.id)
    elif poll.state is PollState.CANCELLED:
        (end,) = course.closings
        if end.kind != RecordKind.CANCELLED or json.loads(end.payload)["reason"] != poll.reason:
            yield Finding(Mismatch.CLOSING, poll.id, end.number)
    elif poll.state is PollState.CLOSED:
        yield from _close_compared(course, course.closings[0], kept)


def _is_as_its_state(course: Course, kept: Kept) -> bool:
    """Tell whether a poll has only the fields that belong to its state."""
    poll, closed = kept.poll, kept.poll.state is PollState.CLOSED
    begun = course.opened or course.over
    return (
        begun == (poll.state is not PollState.SCHEDULED)
        and course.opened == (poll.opened_at is not None)
        and closed == (poll.closing is not None) == (poll.closed_at is not None)
        and closed == (kept.outcome is not None)
        and not (poll.reason and not course.over)
    )


def _close_compared(course: Course, end: Entry, kept: Kept) -> Iterator[Finding]:
    """Count and seal the ballots again, and compare with the record of the close."""
    poll, result, seal = kept.poll, kept.result, kept.seal
    if result is None or seal is None or kept.closing_entry != end.number:
        yield Finding(Mismatch.CLOSING, poll.id, end.number)
        return
    by_hand, closer = read_count(json.loads(end.payload)), _closer(poll, end)
    record = records.closed(poll, result, seal, kept.statements_until, closer, by_hand)
    if end.payload != canonical(record.payload):
        yield Finding(Mismatch.CLOSING, poll.id, end.number)
    if _recounted(kept, by_hand) != result or kept.outcome != result.outcome:
        yield Finding(Mismatch.COUNT, poll.id)
    if not _is_sealed(kept, seal) or course.parted is (kept.secret.parted is None):
        yield Finding(Mismatch.SEAL, poll.id)


def _closer(poll: Poll, end: Entry) -> MemberId | None:
    """Return who closed a poll by hand, which only the chain records."""
    said = json.loads(end.payload).get("by")
    return MemberId(said) if poll.closing is Closing.BY_HAND and type(said) is int else None


def _is_sealed(kept: Kept, seal: Seal) -> bool:
    """Tell whether the ballots match the seal; separated ones match by their numbers only."""
    parted = kept.secret.parted
    if parted is not None:
        whole = len(parted.numbers) == len(parted.written) and not kept.written
        whole = whole and kept.salt == NO_SALT
        return whole and numbers_digest(kept.poll.id, parted.numbers) == seal.numbers
    return sealed(kept.poll.id, kept.salt, kept.written) == seal


def _recounted(kept: Kept, by_hand: HandCount | None) -> Result | None:
    """Return the result of counting the stored ballots; None if they cannot be counted."""
    try:
        parted = kept.secret.parted
        written = kept.written.values() if parted is None else parted.written
        ballots = [read_ballot(kept.poll, text) for text in written]
        present = frozenset() if kept.presence is None else kept.presence.voters
        headcount = kept.electorate.headcount(kept.voted, present)
        return tally(kept.poll, headcount, ballots, by_hand)
    except (Refusal, ValueError):
        return None
