"""Second rounds: who votes in one, and what came of a tie in the end."""

from dataclasses import replace
from datetime import datetime

from bot.domain.polls.cards import Settlement
from bot.domain.polls.plans import CandidateId, PollPlan
from bot.domain.polls.polls import Poll, PollState
from bot.domain.polls.tallies import Outcome, Tie
from bot.ports import Transaction


def second_round(tx: Transaction, poll: Poll, tie: Tie, closes_at: datetime) -> PollPlan:
    """Return the plan of a round between those who are level, for the seats that are left.

    Those vote in it who voted in this one and are still of the body, by their people of today:
    who made the tie settles it. Who came in since, perhaps by this very election, does not,
    or the winners would choose their colleagues; who has left has no vote any more, and does
    not keep the quorum from being reached.
    """
    return replace(
        poll.plan,
        candidates=tuple(c for c in poll.candidates if c.id in tie.candidates),
        seats=tie.seats,
        voters=tuple(voter.id for voter in tx.electorates.voters(poll.id)),
        opens_at=None,
        closes_at=closes_at,
    )


def settlement(tx: Transaction, poll: Poll) -> Settlement | None:
    """Return what became of a tie in the rounds that follow it; None if there is none yet.

    A round that came to nothing does not count. One that elects fewer than there are seats has
    decided that: the seats stay empty, and no lot fills them.
    """
    elected: tuple[CandidateId, ...] = ()
    after = tx.polls.run_off(poll.id)
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
        tied, after = result.tie.candidates, tx.polls.run_off(after)
    return Settlement(elected, tied=tied)
