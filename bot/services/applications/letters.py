"""What notices of applications say by the time they are sent."""

from bot.domain.applications.applications import Application
from bot.domain.applications.cards import ApplicationLetter, QueueLetter
from bot.domain.applications.notices import (
    AdmissionAnnounced,
    ApplicationAdmitted,
    ApplicationAsked,
    ApplicationDelayed,
    ApplicationPutToVote,
    ApplicationRefused,
    ApplicationReplied,
    ApplicationSent,
    ApplicationSubject,
    ApplicationWithdrawn,
    QueueChanged,
)
from bot.ports import Transaction
from bot.services.applications.views import application_card, queued_card
from bot.services.notices import Asked, NoticeRules, NoticesByKind


def _found(tx: Transaction, subject: ApplicationSubject) -> Application | None:
    """Return the application; None when nothing is left to say of it."""
    application = tx.applications.get(subject.application)
    return application if application is not None and subject.concerns(application) else None


def compose_news(tx: Transaction, asked: Asked[ApplicationSubject]) -> ApplicationLetter | None:
    """Return news of an application with its card."""
    application = _found(tx, asked.subject)
    if application is None:
        return None
    return ApplicationLetter(asked.subject, application_card(tx, application), None, asked.member)


def compose_sent(tx: Transaction, asked: Asked[ApplicationSent]) -> ApplicationLetter | None:
    """Return a new application as those see it who decide."""
    application = _found(tx, asked.subject)
    if application is None:
        return None
    return ApplicationLetter(asked.subject, queued_card(tx, application), None, asked.member)


def compose_remark(
    tx: Transaction, asked: Asked[ApplicationAsked | ApplicationReplied]
) -> ApplicationLetter | None:
    """Return what was asked or answered; None once that was forgotten."""
    subject, application = asked.subject, _found(tx, asked.subject)
    if application is None:
        return None
    card = application_card(tx, application)
    remark = next((one for one in card.remarks if one.id == subject.remark), None)
    return None if remark is None else ApplicationLetter(subject, card, remark, asked.member)


def compose_queue(tx: Transaction, asked: Asked[QueueChanged]) -> QueueLetter | None:
    """Return what has become of the queue meanwhile, for a person who still presides."""
    if asked.member is None or not asked.member.presides:
        return None
    sent, withdrawn = tx.applications.changes_since(asked.subject.since)
    return QueueLetter(sent, withdrawn, len(tx.applications.open()))


NOTICES: NoticesByKind = {
    ApplicationSent: NoticeRules(compose_sent),
    ApplicationAsked: NoticeRules(compose_remark),
    ApplicationReplied: NoticeRules(compose_remark),
    ApplicationWithdrawn: NoticeRules(compose_news),
    ApplicationPutToVote: NoticeRules(compose_news),
    ApplicationDelayed: NoticeRules(compose_news),
    ApplicationAdmitted: NoticeRules(compose_news),
    ApplicationRefused: NoticeRules(compose_news),
    AdmissionAnnounced: NoticeRules(compose_news),
    QueueChanged: NoticeRules(compose_queue),
}
