"""How news of an application gets into the outbox, and how one is taken back."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.applications.applications import Application, ApplicationState
from bot.domain.applications.notices import (
    ApplicationSent,
    ApplicationSubject,
    ApplicationWithdrawn,
)
from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.rules import Rules


def tell_applicant(
    tx: Transaction,
    application: Application,
    subject: ApplicationSubject,
    rules: Rules,
    now: datetime,
) -> None:
    """Tell whoever applied, not in their quiet hours; nobody once they have been erased."""
    applicant = None if application.applicant is None else tx.members.get(application.applicant)
    if applicant is not None:
        _tell(tx, [applicant], subject, rules, now)


def tell_presiding(
    tx: Transaction, subject: ApplicationSubject, rules: Rules, now: datetime
) -> None:
    """Tell the chair and the secretary, each once the own quiet hours are over."""
    presiding = [member for member in tx.members.all() if member.presides and member.has_joined]
    _tell(tx, presiding, subject, rules, now)


def tell_sent(tx: Transaction, application: Application, rules: Rules, now: datetime) -> None:
    """Tell the chair and the secretary of a new application."""
    tell_presiding(tx, ApplicationSent(application.id), rules, now)


def take_back(tx: Transaction, application: Application, rules: Rules, now: datetime) -> None:
    """Withdraw an application: what it says of people is forgotten, those who decide are told."""
    tx.applications.save(application.withdrawn(now))
    tx.applications.delete_remarks(application.id)
    voting = application.state is ApplicationState.VOTING
    tell_presiding(tx, ApplicationWithdrawn(application.id, voting), rules, now)
    tx.audit.add(
        application.applicant, "application.withdraw", f"application:{application.id}", now
    )


def take_back_all(tx: Transaction, applicant: MemberId, rules: Rules, now: datetime) -> None:
    """Withdraw whatever somebody has under consideration: they are about to be erased."""
    for application in tx.applications.of_applicant(applicant):
        if application.is_open:
            take_back(tx, application, rules, now)


def _tell(
    tx: Transaction,
    people: Iterable[Member],
    subject: ApplicationSubject,
    rules: Rules,
    now: datetime,
) -> None:
    kind = type(subject).__name__
    notices = [
        Notice(
            key=f"application:{subject.application}:{kind}:{member.id}:{now.timestamp():.6f}",
            recipient=member.id,
            subject=subject,
            priority=Priority.REMINDER,
            not_before=rules.daytime_of(member, now),
        )
        for member in people
    ]
    tx.outbox.add(notices, now)
