"""Compose the notices of minutes."""

from bot.domain.minutes.deadlines import registration_ends
from bot.domain.minutes.notices import (
    AddendumDue,
    AddendumDueLetter,
    ChallengeOver,
    DrawingUpDue,
    DrawingUpDueLetter,
    MinutesDeadlineLetter,
    RegistrationDue,
)
from bot.domain.polls.challenge import last_day_to_challenge
from bot.ports import Transaction
from bot.services.minutes.deadlines import decided_on
from bot.services.notices import Asked, NoticeRules, NoticesByKind
from bot.services.polls.statements import stated_late


def compose_addendum_due(tx: Transaction, asked: Asked[AddendumDue]) -> AddendumDueLetter | None:
    """Return the minutes that need an addendum; None once there is one."""
    issued = tx.minutes.get(asked.subject.minutes)
    if issued is None or asked.member is None or not asked.member.presides:
        return None
    late = any(stated_late(tx, poll) for poll in issued.polls)
    return AddendumDueLetter(issued) if late else None


def compose_drawing_up_due(
    tx: Transaction, asked: Asked[DrawingUpDue]
) -> DrawingUpDueLetter | None:
    """Return the poll whose minutes should be drawn up; None once they are."""
    poll = tx.polls.get(asked.subject.poll)
    presides = asked.member is not None and asked.member.presides
    if poll is None or not presides or tx.minutes.of_poll(poll.id):
        return None
    return DrawingUpDueLetter(poll)


def compose_deadline(
    tx: Transaction, asked: Asked[ChallengeOver | RegistrationDue]
) -> MinutesDeadlineLetter | None:
    """Return a deadline of minutes, for a person who still is chair or secretary."""
    issued = tx.minutes.get(asked.subject.minutes)
    if issued is None or asked.member is None or not asked.member.presides:
        return None
    over = isinstance(asked.subject, ChallengeOver)
    ends = last_day_to_challenge if over else registration_ends
    return MinutesDeadlineLetter(asked.subject, issued, ends(decided_on(tx, issued, asked.rules)))


NOTICES: NoticesByKind = {
    AddendumDue: NoticeRules(compose_addendum_due),
    DrawingUpDue: NoticeRules(compose_drawing_up_due),
    ChallengeOver: NoticeRules(compose_deadline),
    RegistrationDue: NoticeRules(compose_deadline),
}
