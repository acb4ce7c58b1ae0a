"""The state of a meeting within a transaction, and how an act is added to its log."""

from datetime import datetime

from bot.domain.events.events import Event
from bot.domain.events.refusals import EventOfMeeting
from bot.domain.meetings.acts import MeetingAct, VoteCancelled
from bot.domain.meetings.folding import Logged, applied, fold, require_allowed
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.records import recorded
from bot.domain.meetings.refusals import ItemHasVote, MeetingNotFound
from bot.domain.meetings.rights import people_in
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.voting import require_ballot
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import VoteOfMeeting
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.ports import Transaction
from bot.services.meetings.news import refresh_meeting
from bot.services.polls.clocks import require_clock
from bot.services.polls.electing import voter_today

NO_REASON = "—"
"""What the log says where the bot itself cancelled a vote, because its ballots were lost."""

_LATEST: dict[MeetingId, MeetingState] = {}
"""The last state of each meeting that was read in this process.

The digest at its last entry covers all entries before: while the chain still has that digest there,
the state is the one that a fold from the beginning gives, so only what came since is folded.
"""


def require_meeting(tx: Transaction, meeting: MeetingId) -> Meeting:
    """Return a meeting; refuse an unknown id."""
    found = tx.meetings.get(meeting)
    if found is None:
        raise MeetingNotFound
    return found


def state_of(tx: Transaction, meeting: Meeting) -> MeetingState:
    """Return the state that the log of a meeting comes to now."""
    known = _LATEST.get(meeting.id)
    if known is not None and tx.meetings.head_at(meeting.id, known.last.number) != known.last:
        known = None
    after = 0 if known is None else known.last.number
    state = fold(meeting.id, meeting.plan, tx.meetings.log(meeting.id, after), known)
    if state.last.number:
        _LATEST[meeting.id] = state
    return state


def meetings_idle(tx: Transaction) -> bool:
    """Tell whether no meeting is ahead or under way."""
    return all(_is_over(state_of(tx, one)) for one in tx.meetings.all())


def do(tx: Transaction, state: MeetingState, act: MeetingAct) -> MeetingState:
    """Add an act to the log, if the rules allow it; return the state after it."""
    require_clock(tx, act.at)
    require_allowed(state, act)
    return applied(state, Logged(tx.entries.add(recorded(act)), act))


def state_of_poll(tx: Transaction, poll: Poll) -> MeetingState | None:
    """Return the state of the meeting in which a poll is a vote; None if it is of none."""
    meeting = tx.meetings.of_poll(poll.id) if poll.mode is Mode.MEETING else None
    return None if meeting is None else state_of(tx, require_meeting(tx, meeting))


def require_at_meeting(
    tx: Transaction, poll: Poll, voter: VoterId, person: MemberId, now: datetime
) -> None:
    """Refuse a ballot in a meeting's vote that may not be cast there now, or not by this person.

    Who casts an open ballot from afar is heard of; of a secret one nothing tells the time.
    """
    state = state_of_poll(tx, poll)
    found = None if state is None else state.vote_of(poll.id)
    if state is not None and found is not None:
        require_ballot(state, *found, voter, person)
        if not poll.is_secret:
            note_heard(tx, state, person, now)


def note_heard(tx: Transaction, state: MeetingState, person: MemberId, now: datetime) -> None:
    """Note that somebody was heard of now, for whom they take part from afar."""
    for voter in state.represented_by(person):
        mandate = state.mandate(voter, person)
        if mandate is not None and mandate.remote:
            tx.meeting_attendance.save_ping(state.id, voter, person, now)


def why_not(
    state: MeetingState, poll: PollId, voter: VoterId, person: MemberId | None = None
) -> str:
    """Return the name of the refusal for which a voter has no ballot now; empty if it has.

    With a `person`, for which they cannot cast it.
    """
    found = state.vote_of(poll)
    if found is None:
        return "VoteNotOpen"
    try:
        require_ballot(state, *found, voter, person)
    except Refusal as refusal:
        return type(refusal).__name__
    return ""


def caster_refusal(
    tx: Transaction,
    state: MeetingState,
    poll: PollId,
    voter: VoterId,
    person: MemberId,
    now: datetime,
) -> str:
    """Return the name of the refusal for which a person cannot cast a voter's ballot now.

    Empty if they can. A proxy in force gives the ballot to its holder alone, even if the holder has
    left and somebody of the voter's own has come.
    """
    refused = why_not(state, poll, voter, person)
    found = None if refused else tx.polls.get(poll)
    if found is None:
        return refused
    try:
        voter_today(tx, found, voter).require_caster(voter, person, now)
    except Refusal as refusal:
        return type(refusal).__name__
    return ""


def require_no_meeting_vote(tx: Transaction, poll: Poll) -> None:
    """Refuse a conflict of interest in a meeting's vote: it is declared before the opening."""
    if state_of_poll(tx, poll) is not None:
        raise ItemHasVote


def require_outside_meeting(tx: Transaction, poll: PollId) -> None:
    """Refuse to close, cancel or repeat elsewhere a vote of a meeting that is not over."""
    if is_in_meeting(tx, poll):
        raise VoteOfMeeting


def is_in_meeting(tx: Transaction, poll: PollId) -> bool:
    """Tell whether a poll is a vote of a meeting that is not over."""
    meeting = tx.meetings.of_poll(poll)
    return meeting is not None and not _is_over(state_of(tx, require_meeting(tx, meeting)))


def is_named_in_meeting(tx: Transaction, member: MemberId) -> bool:
    """Tell whether a meeting that is not over names a person by this id."""
    states = (state_of(tx, one) for one in tx.meetings.all())
    return any(member in people_in(one) for one in states if not _is_over(one))


def require_no_meeting(tx: Transaction, event: Event) -> None:
    """Refuse to move or to cancel elsewhere the event of a meeting that is not over."""
    meeting = tx.meetings.of_event(event.id)
    if meeting is not None and not _is_over(state_of(tx, require_meeting(tx, meeting))):
        raise EventOfMeeting


def _is_over(state: MeetingState) -> bool:
    return state.phase in {Phase.ENDED, Phase.CALLED_OFF}


def is_annulled(tx: Transaction, poll: PollId) -> bool:
    """Tell whether a poll is a vote of a meeting that an upheld challenge has annulled."""
    return _annulled(tx, poll) is not None


def leaves_tie(tx: Transaction, poll: PollId) -> bool:
    """Tell whether a poll is a second round that was annulled, so that its tie waits again.

    Entries of older releases do not say that they are second rounds. After such a one the whole
    item is voted on again.
    """
    vote = _annulled(tx, poll)
    return vote is not None and vote.run_off


def _annulled(tx: Transaction, poll: PollId) -> ItemVote | None:
    found = tx.polls.get(poll)
    state = None if found is None else state_of_poll(tx, found)
    vote = None if state is None else state.vote_of(poll)
    return vote[1] if vote is not None and vote[1].annulled else None


def note_lost_vote(tx: Transaction, poll: Poll, now: datetime) -> None:
    """Note in the meeting's log that the bot itself cancelled a vote: it may be repeated."""
    state = state_of_poll(tx, poll)
    found = None if state is None else state.vote_of(poll.id)
    if state is None or found is None or not found[1].is_open:
        return
    act = VoteCancelled(
        meeting=state.id,
        by=None,
        at=now,
        item=found[0].point.id,
        vote=poll.id,
        reason=poll.reason or NO_REASON,
    )
    refresh_meeting(tx, do(tx, state, act), now)
