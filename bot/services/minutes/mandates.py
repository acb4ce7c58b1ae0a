"""What a meeting's record tells of the people who represented voters in its votes."""

from collections.abc import Iterable, Mapping

from bot.domain.meetings.hands import Represented, there_in_votes
from bot.domain.meetings.plans import MeetingId
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import Poll, PollId
from bot.ports import Transaction
from bot.services.meetings.states import require_meeting, state_of


def there_during(tx: Transaction, polls: Iterable[Poll]) -> Mapping[PollId, frozenset[Represented]]:
    """Return who was there for whom during each of these polls that is a vote of a meeting."""
    found: dict[PollId, frozenset[Represented]] = {}
    for meeting in _meetings(tx, polls):
        found |= there_in_votes(tx.meetings.log(meeting))
    return found


def documents_seen(tx: Transaction, polls: Iterable[Poll]) -> Mapping[MemberId, str]:
    """Return the documents that people registered with, at the meeting whose votes these are."""
    states = (state_of(tx, require_meeting(tx, meeting)) for meeting in _meetings(tx, polls))
    mandates = (one for state in states for them in state.mandates.values() for one in them)
    return {one.person: one.document for one in mandates if one.document}


def _meetings(tx: Transaction, polls: Iterable[Poll]) -> set[MeetingId]:
    found = (tx.meetings.of_poll(poll.id) for poll in polls)
    return {meeting for meeting in found if meeting is not None}
