"""The sweep that reminds people who have not voted."""

from datetime import datetime
from operator import attrgetter

import structlog

from bot.domain.due_times import DueTime
from bot.domain.notices import Notice
from bot.domain.people.members import Member
from bot.domain.polls.dues import PollDue
from bot.domain.polls.notices import BallotReminder
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_poll
from bot.services.polls.electing import electorate_today
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService

log = structlog.get_logger(__name__)


class PollReminders(RuledService):
    """Reminds people of missing ballots, outside quiet hours; people who have voted get nothing."""

    def _polls_due(self, tx: Transaction) -> list[PollId]:
        return list(map(PollId, tx.dues.due(PollDue.REMINDERS, self._clock.now())))

    @each_due(PollDue.REMINDERS, _polls_due)
    def sweep(self, tx: Transaction, poll: PollId) -> int:
        """Enqueue what has fallen due and return how many notices that made.

        After downtime only the reminder nearest to the close is sent. Whether the ballot is still
        missing is checked again when a reminder is sent.
        """
        now = self._clock.now()
        due = tx.dues.take_due(PollDue.REMINDERS, poll, now)
        if not due:
            return 0
        nearest = min(due, key=attrgetter("lead"))
        notices = self._notices(tx, require_poll(tx, poll), nearest, now)
        tx.outbox.add(notices, now)
        return len(notices)

    def _notices(self, tx: Transaction, poll: Poll, due: DueTime, now: datetime) -> list[Notice]:
        if poll.state is not PollState.OPEN or now >= poll.closes_at:
            log.info("reminder too late", poll_id=poll.id)
            return []
        electorate = electorate_today(tx, poll)
        awaited = electorate.awaited(tx.ballots.voted(poll.id))
        casters = {one for voter in awaited for one in electorate.casters(voter, now)}
        people = [member for member in tx.members.all() if member.id in casters]
        made = (self._notice(poll, due, person, now) for person in people if person.has_joined)
        return [notice for notice in made if notice is not None]

    def _notice(self, poll: Poll, due: DueTime, person: Member, now: datetime) -> Notice | None:
        """Return a person's reminder; None if their quiet hours last until the close."""
        moment = self._rules.daytime_of(person, now)
        if moment >= poll.closes_at:
            return None
        # Reminders that quiet hours delay to the same moment are sent as one.
        when = (
            f"{due.lead.total_seconds():.0f}" if moment == now else f"at:{moment.timestamp():.0f}"
        )
        return Notice(
            key=f"ballot-reminder:{poll.id}:{when}:{person.id}",
            recipient=person.id,
            subject=BallotReminder(poll.id, poll.closes_at, due.lead, due.last),
            priority=Priority.REMINDER,
            not_before=moment,
        )
