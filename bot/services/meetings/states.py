"""The state of a meeting within a transaction, and how an act is added to its log."""

from bot.domain.meetings.acts import MeetingAct
from bot.domain.meetings.folding import Logged, applied, fold, require_allowed
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.records import recorded
from bot.domain.meetings.refusals import MeetingNotFound
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.voting import require_ballot
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import VoteOfMeeting
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.polls.clocks import require_clock

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


def do(tx: Transaction, state: MeetingState, act: MeetingAct) -> MeetingState:
    """Add an act to the log, if the rules allow it; return the state after it."""
    require_clock(tx, act.at)
    require_allowed(state, act)
    return applied(state, Logged(tx.entries.add(recorded(act)), act))


def require_at_meeting(tx: Transaction, poll: Poll, voter: VoterId) -> None:
    """Refuse a ballot in a meeting's vote of a voter who may not cast one there now."""
    meeting = tx.meetings.of_poll(poll.id) if poll.mode is Mode.MEETING else None
    if meeting is None:
        return
    state = state_of(tx, require_meeting(tx, meeting))
    found = state.vote_of(poll.id)
    if found is not None:
        require_ballot(state, *found, voter)


def require_outside_meeting(tx: Transaction, poll: PollId) -> None:
    """Refuse to close, cancel or repeat elsewhere a vote of a meeting that is not over."""
    meeting = tx.meetings.of_poll(poll)
    if meeting is None:
        return
    phase = state_of(tx, require_meeting(tx, meeting)).phase
    if phase not in {Phase.ENDED, Phase.CALLED_OFF}:
        raise VoteOfMeeting
