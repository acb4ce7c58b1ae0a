"""Second rounds: who votes in one, and how a tie was settled in the end."""

from dataclasses import replace
from datetime import datetime

from bot.domain.polls.cards import Settlement
from bot.domain.polls.plans import Candidate, CandidateId, PollPlan
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.tallies import Outcome, Tie
from bot.ports import Transaction
from bot.services.meetings.states import is_annulled, leaves_tie


def second_round(tx: Transaction, poll: Poll, tie: Tie, closes_at: datetime) -> PollPlan:
    """Return the plan of a round between the tied candidates, for the seats that are left.

    Its voters are those of the first round who are still in the body, with their present people:
    those who made the tie settle it. Newcomers, perhaps elected by this very poll, have no vote, or
    the winners would choose their colleagues; voters who have left do not count for the quorum.
    """
    return replace(
        poll.plan,
        candidates=tuple(c for c in poll.candidates if c.id in tie.candidates),
        seats=tie.seats,
        voters=tuple(voter.id for voter in tx.electorates.voters(poll.id)),
        opens_at=None,
        closes_at=closes_at,
    )


def last_round(tx: Transaction, poll: PollId) -> PollId:
    """Return the poll, or the last of the rounds after it that settled nothing.

    Those were cancelled, had no quorum, or were annulled. The next round follows the one returned.
    """
    last = tx.polls.last_round(poll)
    after = tx.polls.run_off(last)
    return last if after is None or not leaves_tie(tx, after) else last_round(tx, after)


def next_round(tx: Transaction, poll: PollId) -> PollId | None:
    """Return the second round for a poll's tie, which is void if the poll was annulled.

    A round that settled nothing is none.
    """
    return None if is_annulled(tx, poll) else tx.polls.run_off(last_round(tx, poll))


def elected_before(tx: Transaction, poll: Poll) -> tuple[Candidate, ...]:
    """Return whom the rounds before this one elected, without those that were annulled."""
    found: tuple[Candidate, ...] = ()
    before = None if poll.run_off_of is None else tx.polls.get(poll.run_off_of)
    while before is not None:
        declared = None if is_annulled(tx, before.id) else tx.outcomes.declared(before.id)
        elected = declared.result.having(Outcome.ELECTED) if declared else ()
        found = (*(one for one in before.candidates if one.id in elected), *found)
        before = None if before.run_off_of is None else tx.polls.get(before.run_off_of)
    return found


def settlement(tx: Transaction, poll: Poll) -> Settlement | None:
    """Return how later rounds settled a tie; None if none has yet.

    A round that settled nothing does not count. One that elects fewer people than there are seats
    has decided that: the seats stay empty, and no lot fills them.
    """
    elected: tuple[CandidateId, ...] = ()
    after = next_round(tx, poll.id)
    if after is None:
        return None
    while after is not None:
        found, declared = tx.polls.get(after), tx.outcomes.declared(after)
        if found is None or declared is None or found.state is not PollState.CLOSED:
            return Settlement(elected, running=True)
        result, lot = declared.result, tx.outcomes.lot(after)
        elected += result.having(Outcome.ELECTED)
        if result.tie is None:
            return Settlement(elected, vacant=result.vacant)
        if lot is not None:
            return Settlement((*elected, *lot.winners))
        tied, after = result.tie.candidates, next_round(tx, after)
    return Settlement(elected, tied=tied)
