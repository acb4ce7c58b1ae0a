"""The course of a poll: opening, closing and cancelling, each in one transaction."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.domain.due_times import DueTime
from bot.domain.people.members import Member, MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.declared import Declared
from bot.domain.polls.dues import PollDue
from bot.domain.polls.electorates import electorate_of
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.plans import PollPlan
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.presences import Gathering, Presence
from bot.domain.polls.seals import new_salt, sealed
from bot.domain.polls.tallies import Result, tally
from bot.ports import Transaction
from bot.services.applications.admissions import put_back, take_up
from bot.services.minutes.deadlines import plan_drawing_up
from bot.services.polls.clocks import require_clock
from bot.services.polls.electing import omitted_of, people_of, settled, voters_of
from bot.services.polls.news import declare_outcome, send_ballots, tell_cancelled
from bot.services.polls.outcomes import carry_out
from bot.services.polls.statements import waiting_until
from bot.services.rules import AllianceRules

SETTLING = 0.25
"""The share of a vote's duration, from its opening, without reminders."""


def add_poll(
    tx: Transaction,
    chair: Member,
    plan: PollPlan,
    rules: AllianceRules,
    now: datetime,
    *,
    draft: str | None = None,
    run_off_of: PollId | None = None,
    gathering: Gathering | None = None,
) -> Poll:
    """Add a checked plan, and open it unless it opens later; at a `gathering` among its members."""
    added = tx.polls.add(plan, chair.id, now, draft=draft, run_off_of=run_off_of)
    take_up(tx, added, rules, now)
    if plan.opens_at is None or plan.opens_at <= now:
        added = open_poll(tx, added, rules, now, gathering=gathering)
    tx.audit.add(chair.id, "poll.open", f"poll:{added.id}", now, state=added.state)
    return added


def open_poll(
    tx: Transaction,
    poll: Poll,
    rules: AllianceRules,
    now: datetime,
    opener: MemberId | None = None,
    gathering: Gathering | None = None,
) -> Poll:
    """Open a scheduled poll: freeze the electorate, record it, send out the ballots.

    `opener` is who opens it by hand; None if it was due. At a `gathering` its roll is the
    electorate, those present are listed at once, and nobody else gets a ballot.

    Refuses a poll without voters or without enough time left, and anything while the clock is set
    back.
    """
    require_clock(tx, now)
    voters = voters_of(tx, poll) if gathering is None else gathering.voters
    omitted = omitted_of(tx, poll)
    opened = settled(tx, poll).opened(electorate_of(voters), now)
    tx.electorates.add(opened.id, voters, omitted)
    tx.polls.save(opened)
    tx.entries.add(records.opened(opened, voters, omitted, opener))
    if gathering is None:
        tx.dues.replace(PollDue.REMINDERS, opened.id, dues_of(opened, rules, now))
        send_ballots(tx, opened, rules, now)
    else:
        list_present(tx, opened, gathering.presence)
        send_ballots(tx, opened, rules, now, gathering.people)
    return opened


def dues_of(poll: Poll, rules: AllianceRules, now: datetime) -> list[DueTime]:
    """Return when people who have not voted are reminded, without times in the past.

    A lead time of about the whole vote is left out too: the ballot has only just been sent.
    """
    leads = rules.voting.leads if poll.leads is None else poll.leads
    last = rules.voting.last_call
    every: set[timedelta] = {*leads, *(() if last is None else (last,))}
    dues = [DueTime(poll.id, lead, poll.closes_at - lead, lead == last) for lead in sorted(every)]
    soonest = now + (poll.closes_at - now) * SETTLING
    return [due for due in dues if due.due_at > now and due.due_at >= soonest]


def list_present(tx: Transaction, poll: Poll, presence: Presence) -> None:
    """Store and record who is at the meeting, right before the poll closes."""
    require_clock(tx, presence.recorded_at)
    tx.presences.add(poll.id, presence)
    tx.entries.add(records.present(poll.id, presence))


def close_poll(
    tx: Transaction,
    closed: Poll,
    rules: AllianceRules,
    now: datetime,
    by: MemberId | None = None,
    by_hand: HandCount | None = None,
    *,
    in_meeting: bool = False,
) -> None:
    """Close a poll: count, seal, record, carry out, tell. `closed` says why and when.

    `by` is who closed it by hand, if anybody did; `by_hand` is what tellers counted besides. After
    a vote in a meeting nothing waits for those who were against: they say so there.

    Everything happens in one transaction: ballots cast before are counted, later ones refused. An
    inconsistent record raises ValueError, and nothing is stored.
    """
    require_clock(tx, now)
    written = tx.ballots.written(closed)
    result, salt = _counted(tx, closed, written, by_hand), new_salt()
    seal = sealed(closed.id, salt, written)
    if closed.is_secret:
        tx.secret_ballots.publish(closed.id)
    tx.polls.save(closed)
    until = None if in_meeting else waiting_until(tx, closed, result, rules, now)
    head = tx.entries.add(records.closed(closed, result, seal, until, by, by_hand))
    tx.outcomes.declare(closed.id, Declared(result, seal, head, until), salt)
    tx.dues.clear(PollDue.REMINDERS, closed.id)
    if until is not None:
        tx.dues.replace(PollDue.STATEMENTS, closed.id, [DueTime(closed.id, timedelta(0), until)])
    plan_drawing_up(tx, closed, rules, now)
    carry_out(tx, closed, result, rules, now)
    declare_outcome(tx, closed, rules, now)


def _counted(
    tx: Transaction, closed: Poll, written: Mapping[str, str], by_hand: HandCount | None
) -> Result:
    """Return the result by the ballots as written, by number, and by what tellers counted."""
    presence = tx.presences.of_poll(closed.id)
    present = frozenset() if presence is None else presence.voters
    headcount = tx.electorates.of_poll(closed.id).headcount(tx.ballots.voted(closed.id), present)
    ballots = [read_ballot(closed, written[number]) for number in sorted(written)]
    return tally(closed, headcount, ballots, by_hand)


def close_if_due(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> Poll:
    """Close the poll if its deadline has passed, or if all have voted and it waits for that."""
    asks = poll.closes_when_all_voted or poll.awaits_presence(now)
    all_voted = asks and tx.ballots.turnout(poll.id).awaited == 0
    closed = poll.closed_if_due(now, all_voted=all_voted)
    if closed is not poll:
        close_poll(tx, closed, rules, now)
    return closed


def call_off_poll(
    tx: Transaction,
    found: Poll,
    cancelled: Poll,
    by: MemberId | None,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Call a poll off and tell the people who know of it; None is `by` the bot itself.

    Chair and secretary are told if the bot had to.
    """
    require_clock(tx, now)
    tx.polls.save(cancelled)
    put_back(tx, cancelled, rules, now)
    tx.dues.clear(PollDue.REMINDERS, cancelled.id)
    tx.entries.add(records.cancelled(cancelled, by, now))
    if found.state is PollState.OPEN:
        people = people_of(tx, tx.electorates.voters(found.id))
        people += [] if by is not None else _presiding(tx, people)
    else:  # only the planner knows about it
        people = [] if by is not None else _author(tx, found)
    tell_cancelled(tx, cancelled, people, now)


def _presiding(tx: Transaction, others: list[Member]) -> list[Member]:
    """Return chair and secretary, as far as they are not among the others."""
    return [one for one in tx.members.all() if one.presides and one not in others]


def _author(tx: Transaction, poll: Poll) -> list[Member]:
    author = tx.members.get(poll.created_by)
    return [] if author is None else [author]
