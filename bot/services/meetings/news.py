"""Enqueue news of meetings: the notice, and edits of messages that show one."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.meetings.notices import MeetingAnnounced, MeetingDropped, ObjectionAccepted
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.views import MeetingView
from bot.domain.notices import MessageRef, Notice, Subject
from bot.domain.people.members import Member
from bot.domain.people.roles import MenuChanged
from bot.domain.polls.voters import VoterId
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.polls.electing import voter_today
from bot.services.polls.news import refresh_ballot
from bot.services.shown import BOARD_DELAY, refresh, show

LEAST = Priority.BROADCAST
"""Menus can wait for all else."""


def refresh_meeting(
    tx: Transaction, state: MeetingState, now: datetime, tapped: Shown | None = None
) -> None:
    """Enqueue an edit of every message that shows the meeting.

    The `tapped` one shows it from now on. It is edited as the tap is answered; the edit from the
    outbox follows later, in case that one was lost.
    """
    messages = tx.shown.of(MeetingView, state.id)
    if tapped is not None:
        show(tx, tapped)
        messages = [one for one in messages if one.message != tapped.message]
        refresh(tx, [tapped], Priority.ANSWER, now, at=now + BOARD_DELAY)
    refresh(tx, messages, Priority.ANSWER, now)


def shown_in(
    message: MessageRef | None, meeting: MeetingId, member: Member, view: MeetingView
) -> Shown | None:
    """Return that a message, if there is one, shows the meeting to a person."""
    return None if message is None else Shown(meeting, member.id, message, view)


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


def tell_upheld(tx: Transaction, state: MeetingState, objection: int, now: datetime) -> None:
    """Tell who objected that it was upheld; after a challenged mandate everybody who is there."""
    found = next(one for one in state.objections if one.number == objection)
    people = {found.person}
    repeats = {Stage.REPEATED, Stage.TIED}
    if found.mandate and found.item is not None and state.items[found.item].stage in repeats:
        people |= {one.person for mandates in state.present.values() for one in mandates}
    members = (tx.members.get(person) for person in sorted(people))
    news = ObjectionAccepted(state.id, objection)
    key = f"meeting-upheld:{state.id}:{objection}"
    _tell(tx, key, news, [one for one in members if one is not None], now)


def renew_menus(tx: Transaction, now: datetime) -> None:
    """Have everybody's menu of commands offer meetings, or no longer, as there are any now."""
    told = [
        Notice(f"menu:meeting:{one.id}:{now.timestamp():.6f}", one.id, MenuChanged(), LEAST, now)
        for one in tx.members.all()
        if one.has_joined
    ]
    tx.outbox.add(told, now)


def _tell(
    tx: Transaction, key: str, news: Subject, people: Iterable[Member], now: datetime
) -> None:
    told = [
        Notice(f"{key}:{one.id}", one.id, news, Priority.ANSWER, now)
        for one in people
        if one.has_joined
    ]
    tx.outbox.add(told, now)
