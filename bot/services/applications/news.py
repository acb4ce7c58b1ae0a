"""Enqueue news of applications, and withdraw an application."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.applications.applications import Application, ApplicationState
from bot.domain.applications.notices import (
    ApplicationSent,
    ApplicationSubject,
    ApplicationWithdrawn,
    QueueChanged,
)
from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.rules import AllianceRules

GATHERED = timedelta(hours=1)
"""Within this time, the first new application and the first withdrawal are told at once; all others
together at its end.
"""


def tell_applicant(
    tx: Transaction,
    application: Application,
    subject: ApplicationSubject,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Tell the applicant, after their quiet hours; nobody if they have been erased."""
    applicant = None if application.applicant is None else tx.members.get(application.applicant)
    if applicant is not None:
        _tell(tx, [applicant], subject, rules, now)


def tell_presiding(
    tx: Transaction, subject: ApplicationSubject, rules: AllianceRules, now: datetime
) -> None:
    """Tell the chair and the secretary, each after their own quiet hours."""
    _tell(tx, _presiding(tx), subject, rules, now)


def tell_sent(
    tx: Transaction, application: Application, rules: AllianceRules, now: datetime
) -> None:
    """Tell the chair and the secretary of a new application, which must be saved before."""
    _tell_of_queue(tx, ApplicationSent(application.id), rules, now)


def take_back(
    tx: Transaction, application: Application, rules: AllianceRules, now: datetime
) -> None:
    """Withdraw an application, erase its personal data, and tell those who decide."""
    tx.applications.save(application.withdrawn(now))
    tx.applications.delete_remarks(application.id)
    voting = application.state is ApplicationState.VOTING
    tell = tell_presiding if voting else _tell_of_queue
    tell(tx, ApplicationWithdrawn(application.id, voting), rules, now)
    tx.audit.add(
        application.applicant, "application.withdraw", f"application:{application.id}", now
    )


def take_back_all(
    tx: Transaction, applicant: MemberId, rules: AllianceRules, now: datetime
) -> None:
    """Withdraw all open applications of somebody who is about to be erased."""
    for application in tx.applications.of_applicant(applicant):
        if application.is_open:
            take_back(tx, application, rules, now)


def _tell_of_queue(
    tx: Transaction, subject: ApplicationSubject, rules: AllianceRules, now: datetime
) -> None:
    """Tell the chair and the secretary of a change; several in a short time make one notice.

    However many applications are sent and withdrawn, each recipient gets at most three notices an
    hour.
    """
    sent, withdrawn = tx.applications.changes_since(now - GATHERED)
    if (sent if isinstance(subject, ApplicationSent) else withdrawn) <= 1:
        tell_presiding(tx, subject, rules, now)
        return
    begun = now - (now - datetime.min.replace(tzinfo=now.tzinfo)) % GATHERED
    notices = [
        Notice(
            key=f"queue:{begun.timestamp():.0f}:{member.id}",
            recipient=member.id,
            subject=QueueChanged(begun),
            priority=Priority.REMINDER,
            not_before=rules.daytime_of(member, begun + GATHERED),
        )
        for member in _presiding(tx)
    ]
    tx.outbox.add(notices, now)


def _presiding(tx: Transaction) -> list[Member]:
    return [member for member in tx.members.all() if member.presides and member.has_joined]


def _tell(
    tx: Transaction,
    people: Iterable[Member],
    subject: ApplicationSubject,
    rules: AllianceRules,
    now: datetime,
) -> None:
    notices = [
        Notice(
            key=f"application:{subject.application}:{subject.kind}:{member.id}:{now.timestamp():.6f}",
            recipient=member.id,
            subject=subject,
            priority=Priority.REMINDER,
            not_before=rules.daytime_of(member, now),
        )
        for member in people
    ]
    tx.outbox.add(notices, now)
