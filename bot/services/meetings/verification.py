"""Verification of meetings: read what the tables and the chain have of each."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.meetings.acts import PREFIX
from bot.domain.meetings.folding import Logged
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.refusals import MeetingUnreadable
from bot.domain.meetings.verification import BallotEntry, KeptVote, examine_meeting
from bot.domain.people.members import MemberId
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.polls import PollId
from bot.domain.polls.records import RecordKind
from bot.domain.polls.seals import Entry, canonical
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.polls.tellers import by_hand_of

OF_VOTERS = frozenset(
    {RecordKind.BALLOT, RecordKind.REPEATED, RecordKind.VOTED, RecordKind.RECUSED}
)
"""Kinds of entries that only somebody who is there brings about, in a meeting."""


def meetings_examined(tx: Transaction, entries: Sequence[Entry]) -> list[Finding]:
    """Return the inconsistencies of all meetings."""
    of: dict[MeetingId | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind.startswith(PREFIX):
            of[meeting_of(entry)].append(entry)
    found = [Finding(Mismatch.UNREADABLE, UNKNOWN, one.number) for one in of.pop(None, [])]
    ballots = [said for entry in entries if (said := ballot_of(entry)) is not None] if of else []
    for meeting, log in of.items():
        if meeting is not None:
            found += _examined(tx, meeting, log, ballots)
    return found


def meeting_of(entry: Entry) -> MeetingId | None:
    """Return the meeting of an entry; None if it is unreadable, or not the one text of it."""
    try:
        said = json.loads(entry.payload)
        meeting = said["meeting"]
        whole = canonical(said) == entry.payload
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return MeetingId(meeting) if type(meeting) is int and whole else None


def ballot_of(entry: Entry) -> BallotEntry | None:
    """Return what an entry says of a voter in a vote; None for any other, and for unreadable."""
    if entry.kind not in OF_VOTERS:
        return None
    try:
        said = json.loads(entry.payload)
        by = said.get("by")
        return BallotEntry(
            number=entry.number,
            kind=RecordKind(entry.kind),
            poll=PollId(int(said["poll"])),
            voter=VoterId(int(said["voter"])),
            person=None if by is None else MemberId(int(by)),
            ballot=str(said.get("ballot", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # found where its poll is examined


def _examined(
    tx: Transaction, meeting: MeetingId, entries: Sequence[Entry], ballots: Sequence[BallotEntry]
) -> list[Finding]:
    """Return the inconsistencies of a meeting; whatever cannot be read is one."""
    found: list[Finding] = []
    log: list[Logged] = []
    for entry in entries:
        try:
            log.append(tx.meetings.read(entry))
        except MeetingUnreadable:
            found.append(Finding(Mismatch.UNREADABLE, UNKNOWN, entry.number))
    try:
        kept = tx.meetings.get(meeting)
        if kept is None:
            return [*found, Finding(Mismatch.MEETING, UNKNOWN, entries[0].number)]
        votes = _votes(tx, log)
        said = [one for one in ballots if one.poll in votes]
        return found + examine_meeting(kept, log, votes, said, tx.meeting_codes.of_meeting(meeting))
    except Exception:  # noqa: BLE001  whatever cannot be read is a finding, and the rest is read
        return [*found, Finding(Mismatch.MEETING, UNKNOWN, entries[0].number)]


def _votes(tx: Transaction, log: Iterable[Logged]) -> Mapping[PollId, KeptVote]:
    """Return the polls that are votes of a meeting, as the tables have them."""
    polls = {vote for one in log if (vote := getattr(one.act, "vote", None)) is not None}
    kept: dict[PollId, KeptVote] = {}
    for id_ in sorted(polls):
        poll, presence = tx.polls.get(id_), tx.presences.of_poll(id_)
        declared = tx.outcomes.declared(id_)
        if poll is not None:
            kept[id_] = KeptVote(
                poll=poll,
                roll=frozenset(tx.electorates.of_poll(id_).delegates),
                present=frozenset() if presence is None else presence.voters,
                voted=tx.ballots.voted(id_),
                recused=frozenset(tx.electorates.of_poll(id_).recused),
                by_hand=by_hand_of(tx, id_),
                tied=declared is not None and declared.result.tie is not None,
                has_lot=tx.outcomes.lot(id_) is not None,
            )
    return kept
