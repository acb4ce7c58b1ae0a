"""Deadlines of minutes, of which chair and secretary are reminded."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.due_times import DueTime
from bot.domain.minutes.deadlines import registration_ends
from bot.domain.minutes.dues import MinutesDue
from bot.domain.minutes.notices import ChallengeOver, DrawingUpDue, RegistrationDue
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.notices import Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.polls.challenge import last_day_to_challenge
from bot.domain.polls.polls import Poll, PollId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.minutes.filing import require_minutes
from bot.services.rules import AllianceRules
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, transaction

AHEAD = timedelta(days=2)
"""How long before the last day of a registration the reminder comes; another comes on that day."""
MORNING = time(9)


def plan_drawing_up(tx: Transaction, closed: Poll, rules: AllianceRules, now: datetime) -> None:
    """Plan a reminder for the case that the minutes of a poll are not drawn up in time."""
    due = DueTime(closed.id, timedelta(0), now + rules.voting.minutes_within)
    tx.dues.replace(MinutesDue.DRAWING_UP, closed.id, [due])


def plan_challenge(tx: Transaction, issued: IssuedMinutes, rules: AllianceRules) -> None:
    """Plan the notice of the end of the time to challenge; end the drawing-up reminder."""
    for poll in issued.polls:
        tx.dues.clear(MinutesDue.DRAWING_UP, poll)
    day = last_day_to_challenge(decided_on(tx, issued, rules)) + timedelta(days=1)
    due = DueTime(issued.id, timedelta(0), _morning(day, rules))
    tx.dues.replace(MinutesDue.CHALLENGE, issued.id, [due])


def decided_on(tx: Transaction, issued: IssuedMinutes, rules: AllianceRules) -> date:
    """Return the day on which the last of the decisions was taken."""
    polls = [require_poll(tx, poll) for poll in issued.polls]
    closed = max(poll.closed_at or poll.closes_at for poll in polls)
    return closed.astimezone(rules.zone).date()


def _morning(day: date, rules: AllianceRules) -> datetime:
    return datetime.combine(day, MORNING, tzinfo=rules.zone)


class MinutesDeadlines(RuledService):
    """Reminders of deadlines, for chair and secretary."""

    @transaction
    def track_registration(
        self, tx: Transaction, actor: MemberId, minutes: MinutesId
    ) -> tuple[IssuedMinutes, date]:
        """Plan reminders to register a changed head or charter; return the last day."""
        chair = require_presiding(tx, actor, self._rules)
        issued = require_minutes(tx, minutes)
        day, now = registration_ends(decided_on(tx, issued, self._rules)), self._clock.now()
        last = _morning(day, self._rules)
        dues = [DueTime(issued.id, lead, last - lead) for lead in (AHEAD, timedelta(0))]
        ahead = [due for due in dues if due.due_at > now]
        tx.dues.replace(MinutesDue.REGISTRATION, issued.id, ahead)
        tx.audit.add(chair.id, "minutes.register", f"minutes:{issued.number}", now)
        return issued, day

    def _drawing_up(self, tx: Transaction) -> Iterable[PollId]:
        return map(PollId, tx.dues.due(MinutesDue.DRAWING_UP, self._clock.now()))

    @each_due(MinutesDue.DRAWING_UP, _drawing_up)
    def remind_drawing_up(self, tx: Transaction, poll: PollId) -> int:
        """Remind of minutes that should be drawn up; return how many."""
        closed = require_poll(tx, poll).closed_at
        return self._tell(tx, MinutesDue.DRAWING_UP, poll, DrawingUpDue(poll), f"{closed}")

    def _challenge(self, tx: Transaction) -> Iterable[MinutesId]:
        return map(MinutesId, tx.dues.due(MinutesDue.CHALLENGE, self._clock.now()))

    @each_due(MinutesDue.CHALLENGE, _challenge)
    def tell_challenge_over(self, tx: Transaction, minutes: MinutesId) -> int:
        """Tell that decisions can no longer be challenged; return of how many minutes."""
        day = decided_on(tx, require_minutes(tx, minutes), self._rules)
        return self._tell(tx, MinutesDue.CHALLENGE, minutes, ChallengeOver(minutes), f"{day}")

    def _registration(self, tx: Transaction) -> Iterable[MinutesId]:
        return map(MinutesId, tx.dues.due(MinutesDue.REGISTRATION, self._clock.now()))

    @each_due(MinutesDue.REGISTRATION, _registration)
    def remind_registration(self, tx: Transaction, minutes: MinutesId) -> int:
        """Remind of registrations that are due; return how many."""
        day = decided_on(tx, require_minutes(tx, minutes), self._rules)
        return self._tell(tx, MinutesDue.REGISTRATION, minutes, RegistrationDue(minutes), f"{day}")

    def _tell(
        self, tx: Transaction, kind: MinutesDue, subject: int, news: Subject, since: str
    ) -> int:
        """Tell chair and secretary once of what is due, with the day counted from `since`."""
        now = self._clock.now()
        taken = tx.dues.take_due(kind, subject, now)
        if not taken:
            return 0
        key = f"{kind}:{subject}:{since}:{int(taken[-1].lead.total_seconds())}"
        told = [one for one in tx.members.all() if one.presides and one.has_joined]
        notices = [
            Notice(
                f"{key}:{member.id}",
                member.id,
                news,
                Priority.REMINDER,
                self._rules.daytime_of(member, now),
            )
            for member in told
        ]
        tx.outbox.add(notices, now)
        return 1
