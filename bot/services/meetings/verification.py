"""Verification of meetings: read what the tables and the chain have of each."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.meetings.acts import PREFIX
from bot.domain.meetings.folding import Logged
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.refusals import MeetingUnreadable
from bot.domain.meetings.verification import KeptVote, examine_meeting
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Entry, canonical
from bot.ports import Transaction
from bot.services.polls.tellers import by_hand_of


def meetings_examined(tx: Transaction, entries: Iterable[Entry]) -> list[Finding]:
    """Return the inconsistencies of all meetings."""
    of: dict[MeetingId | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind.startswith(PREFIX):
            of[meeting_of(entry)].append(entry)
    found = [Finding(Mismatch.UNREADABLE, UNKNOWN, one.number) for one in of.pop(None, [])]
    for meeting, log in of.items():
        if meeting is not None:
            found += _examined(tx, meeting, log)
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


def _examined(tx: Transaction, meeting: MeetingId, entries: Sequence[Entry]) -> list[Finding]:
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
        return found + examine_meeting(kept, log, _votes(tx, log))
    except Exception:  # noqa: BLE001  whatever cannot be read is a finding, and the rest is read
        return [*found, Finding(Mismatch.MEETING, UNKNOWN, entries[0].number)]


def _votes(tx: Transaction, log: Iterable[Logged]) -> Mapping[PollId, KeptVote]:
    """Return the polls that are votes of a meeting, as the tables have them."""
    polls = {vote for one in log if (vote := getattr(one.act, "vote", None)) is not None}
    kept: dict[PollId, KeptVote] = {}
    for id_ in sorted(polls):
        poll, presence = tx.polls.get(id_), tx.presences.of_poll(id_)
        if poll is not None:
            kept[id_] = KeptVote(
                poll=poll,
                roll=frozenset(tx.electorates.of_poll(id_).delegates),
                present=frozenset() if presence is None else presence.voters,
                voted=tx.ballots.voted(id_),
                by_hand=by_hand_of(tx, id_),
            )
    return kept
