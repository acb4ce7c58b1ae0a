"""The course of a poll: how it opens, closes and is called off, each in one transaction."""

from datetime import datetime, timedelta

from bot.domain.due_times import DueTime
from bot.domain.failures import DueKind
from bot.domain.people.members import Member
from bot.domain.polls import records
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.declared import Declared
from bot.domain.polls.electorates import electorate_of
from bot.domain.polls.plans import PollPlan
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.seals import new_salt, sealed
from bot.domain.polls.tallies import tally
from bot.ports import Transaction
from bot.services.applications.admissions import take_up
from bot.services.polls.electing import voters_of
from bot.services.polls.news import declare_outcome, send_ballots
from bot.services.polls.outcomes import carry_out
from bot.services.polls.statements import waiting_until
from bot.services.rules import AllianceRules


def add_poll(
    tx: Transaction,
    chair: Member,
    plan: PollPlan,
    rules: AllianceRules,
    now: datetime,
    *,
    draft: str | None = None,
    run_off_of: PollId | None = None,
) -> Poll:
    """Add a checked plan, and open it unless it is for later."""
    added = tx.polls.add(plan, chair.id, now, draft=draft, run_off_of=run_off_of)
    take_up(tx, added, rules, now)
    if plan.opens_at is None or plan.opens_at <= now:
        added = open_poll(tx, added, rules, now)
    tx.audit.add(chair.id, "poll.open", f"poll:{added.id}", now, state=added.state)
    return added


def open_poll(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> Poll:
    """Open a scheduled poll: freeze the electorate, record it, send out the ballots.

    Refuses a poll in which nobody may vote, and one with no time left.
    """
    voters = voters_of(tx, poll)
    opened = poll.opened(electorate_of(voters), now)
    tx.electorates.add(opened.id, voters)
    tx.polls.save(opened)
    tx.entries.add(records.opened(opened, voters))
    tx.dues.replace(DueKind.BALLOT_REMINDERS, opened.id, dues_of(opened, rules, now))
    send_ballots(tx, opened, rules, now)
    return opened


def dues_of(poll: Poll, rules: AllianceRules, now: datetime) -> list[DueTime]:
    """Return when those who have not voted are reminded; what would be past is left out."""
    leads = rules.voting.leads if poll.leads is None else poll.leads
    last = rules.voting.last_call
    every: set[timedelta] = {*leads, *(() if last is None else (last,))}
    dues = [DueTime(poll.id, lead, poll.closes_at - lead, lead == last) for lead in sorted(every)]
    return [due for due in dues if due.due_at > now]


def close_poll(tx: Transaction, closed: Poll, rules: AllianceRules, now: datetime) -> None:
    """Close a poll for good: count, seal, record, carry out, tell. `closed` says why and when.

    All of it is in the transaction of whatever closed it: ballots cast before are counted, later
    ones refused, and there is one result. A record that does not add up is not counted:
    ValueError, and nothing of it happens.
    """
    headcount = tx.electorates.of_poll(closed.id).headcount(tx.ballots.voted(closed.id))
    written = tx.ballots.written(closed)
    ballots = [read_ballot(closed, written[number]) for number in sorted(written)]
    result, salt = tally(closed, headcount, ballots), new_salt()
    seal = sealed(closed.id, salt, written)
    if closed.is_secret:
        tx.secret_ballots.publish(closed.id)
    tx.polls.save(closed)
    until = waiting_until(tx, closed, result, rules, now)
    head = tx.entries.add(records.closed(closed, result, seal, until))
    tx.outcomes.declare(closed.id, Declared(result, seal, head, until), salt)
    tx.dues.clear(DueKind.BALLOT_REMINDERS, closed.id)
    if until is not None:
        waiting = [DueTime(closed.id, timedelta(0), until)]
        tx.dues.replace(DueKind.STATEMENTS, closed.id, waiting)
    carry_out(tx, closed, result, rules, now)
    declare_outcome(tx, closed, rules, now)


def close_if_due(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> Poll:
    """Close the poll if its deadline has passed, or if it waits for all and nobody is awaited."""
    all_voted = poll.closes_when_all_voted and tx.ballots.turnout(poll.id).awaited == 0
    closed = poll.closed_if_due(now, all_voted=all_voted)
    if closed is not poll:
        close_poll(tx, closed, rules, now)
    return closed
