"""Seats in the council that a vote of a meeting gave, and their loss with a vote that is void."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.domain.meetings.acts import LotDrawn
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.meetings.voting import tied_vote_on
from bot.domain.people.members import Member, MemberId, Role
from bot.domain.polls.polls import Poll
from bot.domain.polls.tallies import Outcome
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.meetings.states import do, state_of_poll
from bot.services.people.granting import take_role
from bot.services.polls.electing import present_candidates


def councillors(tx: Transaction) -> frozenset[MemberId]:
    """Return who is in the council now."""
    return frozenset(tx.members.holders(Role.COUNCIL))


def seated_since(tx: Transaction, before: frozenset[MemberId]) -> tuple[MemberId, ...]:
    """Return who is in the council now and was not before."""
    return tuple(sorted(councillors(tx) - before))


def note_lot(
    tx: Transaction, poll: Poll, by: Member, before: frozenset[MemberId], now: datetime
) -> None:
    """Note in the log of a meeting under way to whom a lot on its vote's board gave a seat.

    The lot itself stands with the poll: the seats are noted so that they can be taken back.
    """
    state = state_of_poll(tx, poll)
    found = None if state is None else state.vote_of(poll.id)
    if state is None or found is None or state.phase is Phase.ENDED:
        return
    if tied_vote_on(found[0]) == poll.id:
        item, seated = found[0].point.id, seated_since(tx, before)
        act = LotDrawn(meeting=state.id, by=by.id, at=now, item=item, vote=poll.id, seated=seated)
        do(tx, state, act)


def annulled_between(before: MeetingState, after: MeetingState) -> tuple[ItemVote, ...]:
    """Return the votes that were annulled between two states of a meeting."""
    earlier = {vote.poll for vote in _votes(before) if vote.annulled}
    return tuple(vote for vote in _votes(after) if vote.annulled and vote.poll not in earlier)


def unseat(
    tx: Transaction, state: MeetingState, void: Iterable[ItemVote], by: Member, now: datetime
) -> None:
    """Take the role from those elected by votes of a meeting that are void now.

    Who had it before the meeting's votes keeps it, and so does who was elected by one that stands.
    A vote annulled earlier may have given the role to somebody whom these elected as well.
    """
    seated = {one for vote in _votes(state) if vote.annulled for one in vote.seated}
    standing = [vote for vote in _votes(state) if not vote.annulled]
    lost = set(tx.members.present(seated).values()) & _elected(tx, void) - _elected(tx, standing)
    for person in sorted(lost):
        member = tx.members.get(person)
        if member is not None:
            take_role(tx, member, Role.COUNCIL, by.id, now)
            tx.planned_roles.replace(person, Role.COUNCIL, None, None)


def _votes(state: MeetingState) -> Iterator[ItemVote]:
    return (vote for item in state.items.values() for vote in item.votes)


def _elected(tx: Transaction, votes: Iterable[ItemVote]) -> set[MemberId]:
    """Return whom these votes elected to the council."""
    found: set[MemberId] = set()
    for vote in votes:
        poll, declared = require_poll(tx, vote.poll), tx.outcomes.declared(vote.poll)
        if poll.elects_council and declared is not None:
            lot = tx.outcomes.lot(vote.poll)
            winners = (*declared.result.having(Outcome.ELECTED), *(lot.winners if lot else ()))
            found.update(present_candidates(tx, poll, winners).values())
    return found
