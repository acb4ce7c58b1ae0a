"""How a ballot is cast: checked, kept, recorded, shown, each in one transaction."""

from datetime import datetime

from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.domain.polls import records
from bot.domain.polls.ballots import (
    Ballot,
    Named,
    Said,
    ballot_said,
    is_against,
    order_without_update,
)
from bot.domain.polls.cards import Cast
from bot.domain.polls.electorates import Electorate
from bot.domain.polls.polls import Poll
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.meetings.states import require_at_meeting
from bot.services.polls.courses import close_if_due
from bot.services.polls.news import ballots_in, refresh_ballot, refresh_turnout, show_ballots
from bot.services.polls.numbers import owe_number
from bot.services.polls.statements import take_back_statement
from bot.services.polls.views import poll_card
from bot.services.rules import AllianceRules


def take_ballot(
    tx: Transaction,
    poll: Poll,
    electorate: Electorate,
    voter: VoterId,
    person: Member,
    said: Said,
    message: MessageRef | None,
    order: int | None,
    rules: AllianceRules,
    now: datetime,
) -> Cast:
    """Cast a voter's ballot by a person's hand, if it may be cast now; `message` shows it.

    `order` is the update's, if one brought it. The last ballot awaited may close the poll.
    """
    voted = poll.is_secret and tx.ballots.has_voted(poll.id, voter)
    poll.require_votable(electorate, voter, person.id, now, voted=voted)
    require_at_meeting(tx, poll, voter, person.id, now)
    ballot = ballot_said(poll, said)
    if poll.is_secret:
        show_ballots(tx, poll, person, message)
        number = _cast_secretly(tx, poll, voter, ballot)
        after = close_if_due(tx, poll, rules, now)
        owe_number(tx, after, voter, person.id, now)
        refresh_turnout(tx, after, now)
        return Cast(voter, poll_card(tx, after, person, now), number)
    changed = _cast(tx, poll, voter, ballot, person, order, now)
    after = poll if changed is None else close_if_due(tx, poll, rules, now)
    shown = None if message is None else ballots_in(message, poll, person)
    refresh_ballot(tx, after, electorate, voter, now, shown)
    card = poll_card(tx, after, person, now) if message is None else None
    return Cast(voter, card, changed=bool(changed))


def _cast_secretly(tx: Transaction, poll: Poll, voter: VoterId, ballot: Ballot) -> str:
    """Save a secret ballot and, separately, who voted; return its number."""
    number = tx.secret_ballots.cast(poll, voter, ballot)
    tx.entries.add(records.voted(poll.id, voter))
    return number


def _cast(
    tx: Transaction,
    poll: Poll,
    voter: VoterId,
    ballot: Ballot,
    person: Member,
    order: int | None,
    now: datetime,
) -> bool | None:
    """Save a named ballot; return whether it replaced another, None if nothing changes."""
    before = tx.ballots.named(poll, voter)
    known = order_without_update(before, now) if order is None else order
    named = Named(ballot, person.id, now, known)
    if order is not None and before is not None and named.overtaken_by(before):
        return None
    if before is not None and named.repeats(before):
        _repeat(tx, poll, voter, before, named)
        return None
    tx.ballots.cast(poll.id, voter, named)
    tx.entries.add(records.cast(poll.id, voter, named))
    was_against = before is not None and is_against(poll, before.ballot)
    if was_against and not is_against(poll, named.ballot):
        take_back_statement(tx, poll.id, voter, named.cast_by, named.cast_at)
    return before is not None


def _repeat(tx: Transaction, poll: Poll, voter: VoterId, before: Named, named: Named) -> None:
    """Have a ballot that is said again overtake what lies between the two updates as well."""
    if named.order != before.order:
        tx.ballots.cast(poll.id, voter, named)
        tx.entries.add(records.repeated(poll.id, voter, named))
