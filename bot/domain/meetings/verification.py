"""Verification: replay a meeting's log, and compare its votes with their polls."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.meetings.acts import Convened, ItemDone, LotDrawn, VoteClosed, VoteOpened
from bot.domain.meetings.facts import IssuedCode
from bot.domain.meetings.folding import Logged, applied, require_allowed
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plans import Meeting
from bot.domain.meetings.rights import may_have_done
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.voting import require_ballot, silent_in
from bot.domain.people.members import MemberId
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.majorities import votes_needed
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.records import RecordKind
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class KeptVote:
    """What the tables hold of a poll that is a vote: who may vote, was present, has voted.

    `by_hand` is what the entry of its close says that tellers counted; `tied` tells that its result
    has a tie, `has_lot` that a lot has settled it.
    """

    poll: Poll
    roll: frozenset[VoterId]
    present: frozenset[VoterId]
    voted: frozenset[VoterId]
    recused: frozenset[VoterId]
    by_hand: HandCount | None
    tied: bool = False
    has_lot: bool = False


@dataclass(frozen=True, slots=True)
class BallotEntry:
    """What the chain says of a voter in a vote: a ballot, or a conflict of interest.

    `person` is by whose hand, and `ballot` what it says; neither is known of a secret one.
    """

    number: int
    kind: RecordKind
    poll: PollId
    voter: VoterId
    person: MemberId | None
    ballot: str


def examine_meeting(
    meeting: Meeting,
    log: Sequence[Logged],
    votes: Mapping[PollId, KeptVote],
    ballots: Sequence[BallotEntry] = (),
    codes: Mapping[VoterId, IssuedCode] | None = None,
) -> list[Finding]:
    """Return what in a log the rules forbade then, and where its votes differ from their polls.

    `ballots` are compared with who was there when each was cast, the stored `codes` with those that
    were issued.
    """
    state, found = MeetingState(id=meeting.id, plan=meeting.plan), list[Finding]()
    waiting = list(reversed(ballots))
    for logged in log:
        while waiting and waiting[-1].number < logged.head.number:
            found += _ballot_compared(state, waiting.pop())
        found += _allowed(state, logged)
        found += _compared(meeting, state, logged, votes)
        try:
            state = applied(state, logged)
        except (LookupError, ValueError):  # what was forbidden may make no sense at all
            found.append(Finding(Mismatch.MEETING, UNKNOWN, logged.head.number))
    for ballot in reversed(waiting):
        found += _ballot_compared(state, ballot)
    found += _ends_compared(state, votes)
    found += _codes_compared(state, codes or {})
    return list(dict.fromkeys(found))


def _allowed(state: MeetingState, logged: Logged) -> Iterator[Finding]:
    """Yield an act that the rules did not allow then, or not to who did it."""
    try:
        require_allowed(state, logged.act)
        allowed = may_have_done(state, logged.act)
    except (Refusal, ValueError):
        allowed = False
    if not allowed:
        yield Finding(Mismatch.FORBIDDEN, UNKNOWN, logged.head.number)


def _ballot_compared(state: MeetingState, said: BallotEntry) -> Iterator[Finding]:
    """Yield a ballot that nobody could cast then, or not by this hand."""
    found = state.vote_of(said.poll)
    if found is None or not _could_cast(state, found[1], said):
        yield Finding(Mismatch.FORBIDDEN, said.poll, said.number)


def _could_cast(state: MeetingState, vote: ItemVote, said: BallotEntry) -> bool:
    item = next(one for one in state.items.values() if vote in one.votes)
    if said.kind is RecordKind.RECUSED:
        return item.recused.get(said.voter) == said.person
    posting = state.postings.get(said.voter)
    if posting is not None and item.point.id in posting.ballots and not vote.run_off:
        kept = posting.person, posting.ballots[item.point.id]
        return vote.is_open and (said.person, said.ballot) == kept
    try:
        require_ballot(state, item, vote, said.voter, said.person)
    except Refusal:
        return False
    return vote.is_open and said.voter not in item.recused


def _ends_compared(state: MeetingState, votes: Mapping[PollId, KeptVote]) -> Iterator[Finding]:
    """Yield each vote whose poll is open, closed or cancelled where the log says otherwise."""
    for item in state.items.values():
        for vote in item.votes:
            kept = votes.get(vote.poll)
            if kept is not None and kept.poll.state is not _state_of(vote):
                yield Finding(Mismatch.MEETING, vote.poll, state.last.number)


def _state_of(vote: ItemVote) -> PollState:
    if vote.cancelled:
        return PollState.CANCELLED
    return PollState.OPEN if vote.is_open else PollState.CLOSED


def _codes_compared(state: MeetingState, codes: Mapping[VoterId, IssuedCode]) -> Iterator[Finding]:
    """Yield each voter whose stored code is not the one that was issued last."""
    for voter, code in codes.items():
        if state.codes.get(voter) != code:
            name = state.voters[voter].name if voter in state.voters else str(voter)
            yield Finding(Mismatch.CODE, UNKNOWN, voter=name)


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
        case ItemDone(item=item) | LotDrawn(item=item) if item in state.items:
            vote = state.items[item].standing
            kept = None if vote is None else votes.get(vote.poll)
            if kept is not None and kept.tied and not kept.has_lot:
                yield Finding(Mismatch.LOT, kept.poll.id, number)


def _opening_compared(
    state: MeetingState, opened: VoteOpened, kept: KeptVote | None, number: int
) -> Iterator[Finding]:
    """Recompute the roll, the presence and the quorum of a vote from the log."""
    if kept is None:
        yield Finding(Mismatch.POLL_MISSING, opened.vote, number)
        return
    if kept.roll != state.voters.keys():
        yield Finding(Mismatch.ROLL, opened.vote, number)
    run_off = opened.run_off_of is not None
    if kept.present != state.taking_part_in(opened.item, run_off=run_off):
        yield Finding(Mismatch.PRESENCE, opened.vote, number)
    needed = votes_needed(kept.poll.rules.quorum.share, state.entitled)
    strayed = run_off and opened.run_off_of != kept.poll.run_off_of
    if (opened.needed, opened.secret) != (needed, kept.poll.is_secret) or strayed:
        yield Finding(Mismatch.MEETING, opened.vote, number)
    item = state.items.get(opened.item)
    if item is not None and kept.recused != item.recused.keys() & kept.present:
        yield Finding(Mismatch.RECUSALS, opened.vote, number)


def _close_compared(
    state: MeetingState, closed: VoteClosed, kept: KeptVote | None, number: int
) -> Iterator[Finding]:
    """Compare what tellers counted, and see that nobody voted on paper and electronically.

    Nor may a vote be closed without a last call before somebody who was still there.
    """
    found = state.vote_of(closed.vote)
    if kept is None or found is None:
        yield Finding(Mismatch.POLL_MISSING, closed.vote, number)
        return
    if kept.by_hand != closed.counted:
        yield Finding(Mismatch.COUNT, closed.vote, number)
    if kept.voted & found[1].on_paper:
        yield Finding(Mismatch.BALLOTS, closed.vote, number)
    if kept.tied is not closed.tied:
        yield Finding(Mismatch.COUNT, closed.vote, number)
    if found[1].last_call is None and silent_in(state, *found, kept.voted):
        yield Finding(Mismatch.FORBIDDEN, closed.vote, number)
