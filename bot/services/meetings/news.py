"""Enqueue news of meetings: the notice, and edits of messages that show one."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.meetings.notices import MeetingAnnounced, MeetingDropped
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.views import MeetingView
from bot.domain.notices import Notice, Subject
from bot.domain.people.members import Member
from bot.domain.polls.voters import VoterId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.polls.electing import voter_today
from bot.services.polls.news import refresh_ballot
from bot.services.shown import refresh


def refresh_meeting(tx: Transaction, state: MeetingState, now: datetime) -> None:
    """Enqueue an edit of every message that shows the meeting."""
    refresh(tx, tx.shown.of(MeetingView, state.id), Priority.ANSWER, now)


def refresh_ballots_of(tx: Transaction, state: MeetingState, voter: VoterId, now: datetime) -> None:
    """Enqueue an edit of what shows a voter's ballots: who may cast them now has changed."""
    for vote in state.open_votes.values():
        poll = tx.polls.get(vote.poll)
        if poll is not None:
            refresh_ballot(tx, poll, voter_today(tx, poll, voter), voter, now)


def tell_convened(
    tx: Transaction, meeting: MeetingId, people: Iterable[Member], now: datetime
) -> None:
    """Send the notice to everybody who may represent a member; its delivery is the proof."""
    _tell(tx, f"meeting-notice:{meeting}", MeetingAnnounced(meeting), people, now)


def tell_called_off(
    tx: Transaction, meeting: MeetingId, people: Iterable[Member], now: datetime
) -> None:
    """Tell everybody who got the notice that the meeting does not take place."""
    _tell(tx, f"meeting-called-off:{meeting}", MeetingDropped(meeting), people, now)


def _tell(
    tx: Transaction, key: str, news: Subject, people: Iterable[Member], now: datetime
) -> None:
    told = [
        Notice(f"{key}:{one.id}", one.id, news, Priority.ANSWER, now)
        for one in people
        if one.has_joined
    ]
    tx.outbox.add(told, now)
