"""A lot that settles a tie, within a transaction."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.people.members import Member
from bot.domain.polls import records
from bot.domain.polls.lots import Lot
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import Poll
from bot.domain.polls.refusals import NoTie, TieSettled
from bot.domain.polls.tallies import Tie
from bot.ports import Transaction
from bot.services.meetings.states import is_annulled
from bot.services.polls.clocks import require_clock
from bot.services.polls.news import declare_lot
from bot.services.polls.outcomes import seat
from bot.services.polls.rounds import next_round
from bot.services.rules import AllianceRules


def open_tie(tx: Transaction, poll: Poll) -> Tie:
    """Return a tie that waits for a second round or a lot; refuse a poll without one."""
    declared = None if is_annulled(tx, poll.id) else tx.outcomes.declared(poll.id)
    tie = declared.result.tie if declared else None
    if tie is None:
        raise NoTie
    if tx.outcomes.lot(poll.id) is not None or next_round(tx, poll.id) is not None:
        raise TieSettled
    return tie


def settle_by_lot(
    tx: Transaction,
    poll: Poll,
    winners: Iterable[CandidateId],
    how: str,
    by: Member,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Record a lot that was drawn before witnesses; the bot itself never draws one.

    `how` says who drew it and how. Refused without a tie, or once it is settled.
    """
    require_clock(tx, now)
    lot = Lot(tuple(winners), how, by.id, now).checked(open_tie(tx, poll))
    tx.outcomes.save_lot(poll.id, lot)
    tx.entries.add(records.drawn(poll.id, lot))
    if poll.elects_council:
        seat(tx, poll, lot.winners, rules, now)
    declare_lot(tx, poll, rules, now)
    tx.audit.add(by.id, "poll.lot", f"poll:{poll.id}", now)
