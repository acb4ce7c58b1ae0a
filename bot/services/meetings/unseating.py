"""Seats in the council that a vote of a meeting gave, and their loss with a vote that is void."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.state import MeetingState
from bot.domain.people.members import Member, MemberId, Role
from bot.domain.polls.polls import PollId
from bot.domain.polls.tallies import Outcome
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.people.granting import take_role
from bot.services.polls.electing import present_candidates


def councillors(tx: Transaction) -> frozenset[MemberId]:
    """Return who is in the council now."""
    return frozenset(tx.members.holders(Role.COUNCIL))


def seated_since(tx: Transaction, before: frozenset[MemberId]) -> tuple[MemberId, ...]:
    """Return who is in the council now and was not before."""
    return tuple(sorted(councillors(tx) - before))


def unseat(
    tx: Transaction, before: MeetingState, after: MeetingState, by: Member, now: datetime
) -> None:
    """Take the role from those whom only the votes that were annulled between gave it.

    Who had it before keeps it, and so does who was elected by another vote of the meeting.
    """
    void = _annulled(after).keys() - _annulled(before).keys()
    seated = {one for poll in void for one in _annulled(after)[poll].seated}
    lost = set(tx.members.present(seated).values()) - _elected(tx, after) if seated else ()
    for person in sorted(lost):
        member = tx.members.get(person)
        if member is not None:
            take_role(tx, member, Role.COUNCIL, by.id, now)
            tx.planned_roles.replace(person, Role.COUNCIL, None, None)


def _annulled(state: MeetingState) -> dict[PollId, ItemVote]:
    return {one.poll: one for one in _votes(state) if one.annulled}


def _votes(state: MeetingState) -> Iterator[ItemVote]:
    return (vote for item in state.items.values() for vote in item.votes)


def _elected(tx: Transaction, state: MeetingState) -> set[MemberId]:
    """Return whom the votes that stand elected to the council."""
    found: set[MemberId] = set()
    for vote in _votes(state):
        poll, declared = require_poll(tx, vote.poll), tx.outcomes.declared(vote.poll)
        if poll.elects_council and declared is not None and not vote.annulled:
            lot = tx.outcomes.lot(vote.poll)
            winners = (*declared.result.having(Outcome.ELECTED), *(lot.winners if lot else ()))
            found.update(present_candidates(tx, poll, winners).values())
    return found
