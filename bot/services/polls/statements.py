"""The time in which those who were against may have that recorded (ГК 181.2 п. 4).

The law gives them the right and sets no time for it. The minutes wait for a configured time after
the close, or until all who could ask have asked; if nobody was against they do not wait. Later
requests are recorded too: once there are minutes, in an addendum.
"""

import json
from datetime import datetime, timedelta

from bot.domain.minutes.notices import AddendumDue
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import is_against
from bot.domain.polls.dues import PollDue
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.records import RecordKind
from bot.domain.polls.refusals import NotAgainst
from bot.domain.polls.tallies import Result
from bot.domain.polls.voters import VoterId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.polls.news import refresh_turnout, tell_minutes_ready
from bot.services.rules import AllianceRules

MINUTE = timedelta(minutes=1)


def waiting_until(
    tx: Transaction, closed: Poll, result: Result, rules: AllianceRules, now: datetime
) -> datetime | None:
    """Return until when the minutes wait, as a whole minute, counted from when people are told.

    That may be after the deadline, if the bot was down. None if there is nobody to wait for.
    """
    if not _silent(tx, closed, result):
        return None
    until = now + rules.voting.statements_for
    whole = until.replace(second=0, microsecond=0)
    return until if until == whole else whole + MINUTE


def require_against(tx: Transaction, poll: Poll, voter: VoterId, now: datetime) -> None:
    """Refuse a voter who did not vote against, as far as anybody can know it."""
    if poll.state is PollState.CANCELLED:
        poll.require_open(now)
    if poll.is_secret:
        result = _result(tx, poll)  # None before the close: nothing is told then
        nobody = result is not None and result.told_against == 0
        against = tx.ballots.has_voted(poll.id, voter) and not nobody
    else:
        named = tx.ballots.named(poll, voter)
        against = named is not None and is_against(poll, named.ballot)
    if not against:
        raise NotAgainst


def take_back_statement(
    tx: Transaction, poll: PollId, voter: VoterId, by: MemberId, now: datetime
) -> None:
    """Forget, and record, that a voter wanted to be named as one who was against."""
    if tx.ballots.remove_statement(poll, voter):
        tx.entries.add(records.unstated(poll, voter, by, now))


def awaited_until(tx: Transaction, poll: Poll, now: datetime) -> datetime | None:
    """Return until when the minutes of a closed poll wait; None if they do not."""
    if poll.state is not PollState.CLOSED:
        return None
    declared = tx.outcomes.declared(poll.id)
    if declared is None or declared.statements_until is None or declared.statements_until <= now:
        return None
    return declared.statements_until if _silent(tx, poll, declared.result) else None


def end_waiting(tx: Transaction, poll: Poll, rules: AllianceRules, now: datetime) -> None:
    """Tell chair and secretary once everybody who could ask has asked."""
    if poll.state is not PollState.CLOSED or _silent(tx, poll, _result(tx, poll)):
        return
    if tx.dues.clear(PollDue.STATEMENTS, poll.id):
        tell_minutes_ready(tx, poll, rules, now)
    refresh_turnout(tx, poll, now)


def _result(tx: Transaction, poll: Poll) -> Result | None:
    declared = tx.outcomes.declared(poll.id)
    return None if declared is None else declared.result


def _silent(tx: Transaction, poll: Poll, result: Result | None) -> frozenset[VoterId]:
    """Return who could ask and has not; in a secret vote all who voted, if any was against.

    Of one without a quorum that is not told, and it decided nothing: nobody is waited for.
    """
    if poll.is_secret:
        against = tx.ballots.voted(poll.id) if result and result.told_against else frozenset()
    else:
        named = tx.ballots.all_named(poll).items()
        against = frozenset(voter for voter, one in named if is_against(poll, one.ballot))
    return against - tx.ballots.statements(poll.id).keys()


def stated_late(tx: Transaction, poll: PollId) -> frozenset[VoterId]:
    """Return who asked after the newest minutes were issued, and is in no addendum yet.

    The right does not end with the minutes: later requests are appended.
    """
    issued = tx.minutes.of_poll(poll)
    if not issued:
        return frozenset()
    last = tx.minutes.last_entry(issued[0].id)
    entries = tx.entries.of_poll(poll, RecordKind.STATED)
    later = (VoterId(json.loads(one.payload)["voter"]) for one in entries if one.number > last)
    return frozenset(later) & tx.ballots.statements(poll).keys()


def tell_addendum_due(
    tx: Transaction, poll: PollId, voter: VoterId, rules: AllianceRules, now: datetime
) -> None:
    """Tell chair and secretary, outside quiet hours, that a voter's request needs an addendum."""
    if voter not in stated_late(tx, poll):
        return
    minutes = tx.minutes.of_poll(poll)[0].id
    key = f"addendum-due:{minutes}:{poll}:{voter}"
    tx.outbox.add(
        [
            Notice(
                f"{key}:{member.id}",
                member.id,
                AddendumDue(minutes),
                Priority.ANSWER,
                rules.daytime_of(member, now),
            )
            for member in tx.members.all()
            if member.presides and member.has_joined
        ],
        now,
    )
