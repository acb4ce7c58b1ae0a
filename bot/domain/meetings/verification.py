"""Verification: replay a meeting's log, and compare its votes with their polls."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.meetings.acts import Convened, VoteClosed, VoteOpened
from bot.domain.meetings.folding import Logged, applied, require_allowed
from bot.domain.meetings.plans import Meeting
from bot.domain.meetings.state import MeetingState
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.majorities import votes_needed
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class KeptVote:
    """What the tables hold of a poll that is a vote: who may vote, was present, has voted.

    `by_hand` is what the entry of its close says that tellers counted.
    """

    poll: Poll
    roll: frozenset[VoterId]
    present: frozenset[VoterId]
    voted: frozenset[VoterId]
    by_hand: HandCount | None


def examine_meeting(
    meeting: Meeting, log: Sequence[Logged], votes: Mapping[PollId, KeptVote]
) -> list[Finding]:
    """Return what in a log the rules forbade then, and where its votes differ from their polls."""
    state, found = MeetingState(id=meeting.id, plan=meeting.plan), list[Finding]()
    for logged in log:
        try:
            require_allowed(state, logged.act)
        except (Refusal, ValueError):
            found.append(Finding(Mismatch.FORBIDDEN, UNKNOWN, logged.head.number))
        found += _compared(meeting, state, logged, votes)
        try:
            state = applied(state, logged)
        except (LookupError, ValueError):  # what was forbidden may make no sense at all
            found.append(Finding(Mismatch.MEETING, UNKNOWN, logged.head.number))
    return list(dict.fromkeys(found))


def _compared(
    meeting: Meeting, state: MeetingState, logged: Logged, votes: Mapping[PollId, KeptVote]
) -> Iterator[Finding]:
    number = logged.head.number
    match logged.act:
        case Convened(plan=plan) if plan != meeting.plan:
            yield Finding(Mismatch.MEETING, UNKNOWN, number)
        case VoteOpened() as opened:
            yield from _opening_compared(state, opened, votes.get(opened.vote), number)
        case VoteClosed() as closed:
            yield from _close_compared(state, closed, votes.get(closed.vote), number)


def _opening_compared(
    state: MeetingState, opened: VoteOpened, kept: KeptVote | None, number: int
) -> Iterator[Finding]:
    """Recompute the roll, the presence and the quorum of a vote from the log."""
    if kept is None:
        yield Finding(Mismatch.POLL_MISSING, opened.vote, number)
        return
    if kept.roll != state.voters.keys():
        yield Finding(Mismatch.ROLL, opened.vote, number)
    if kept.present != state.taking_part_in(opened.item):
        yield Finding(Mismatch.PRESENCE, opened.vote, number)
    needed = votes_needed(kept.poll.rules.quorum.share, state.entitled)
    if (opened.needed, opened.secret) != (needed, kept.poll.is_secret):
        yield Finding(Mismatch.MEETING, opened.vote, number)


def _close_compared(
    state: MeetingState, closed: VoteClosed, kept: KeptVote | None, number: int
) -> Iterator[Finding]:
    """Compare what tellers counted, and see that nobody voted on paper and electronically."""
    found = state.vote_of(closed.vote)
    if kept is None or found is None:
        yield Finding(Mismatch.POLL_MISSING, closed.vote, number)
        return
    if kept.by_hand != closed.counted:
        yield Finding(Mismatch.COUNT, closed.vote, number)
    if kept.voted & found[1].on_paper:
        yield Finding(Mismatch.BALLOTS, closed.vote, number)
