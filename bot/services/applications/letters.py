"""Compose the notices of applications."""

from bot.domain.applications import notices
from bot.domain.applications.applications import Application
from bot.domain.applications.cards import ApplicationLetter, QueueLetter
from bot.ports import Transaction
from bot.services.applications.views import application_card, queued_card
from bot.services.notices import Asked, NoticeRules, NoticesByKind


def _found(tx: Transaction, subject: notices.ApplicationSubject) -> Application | None:
    """Return the application; None if there is nothing left to say about it."""
    application = tx.applications.get(subject.application)
    return application if application is not None and subject.concerns(application) else None


def compose_news(
    tx: Transaction, asked: Asked[notices.ApplicationSubject]
) -> ApplicationLetter | None:
    """Return news of an application with its card."""
    application = _found(tx, asked.subject)
    if application is None:
        return None
    return ApplicationLetter(asked.subject, application_card(tx, application), None, asked.member)


def compose_sent(
    tx: Transaction, asked: Asked[notices.ApplicationSent]
) -> ApplicationLetter | None:
    """Return a new application as those who decide see it."""
    application = _found(tx, asked.subject)
    if application is None:
        return None
    return ApplicationLetter(asked.subject, queued_card(tx, application), None, asked.member)


def compose_remark(
    tx: Transaction, asked: Asked[notices.ApplicationAsked | notices.ApplicationReplied]
) -> ApplicationLetter | None:
    """Return the question or answer; None once it was erased."""
    subject, application = asked.subject, _found(tx, asked.subject)
    if application is None:
        return None
    card = application_card(tx, application)
    remark = next((one for one in card.remarks if one.id == subject.remark), None)
    return None if remark is None else ApplicationLetter(subject, card, remark, asked.member)


def compose_queue(tx: Transaction, asked: Asked[notices.QueueChanged]) -> QueueLetter | None:
    """Return what happened to the queue, for a person who still is chair or secretary."""
    if asked.member is None or not asked.member.presides:
        return None
    sent, withdrawn = tx.applications.changes_since(asked.subject.since)
    return QueueLetter(sent, withdrawn, len(tx.applications.open()))


NOTICES: NoticesByKind = {
    notices.ApplicationSent: NoticeRules(compose_sent),
    notices.ApplicationAsked: NoticeRules(compose_remark),
    notices.ApplicationReplied: NoticeRules(compose_remark),
    notices.ApplicationWithdrawn: NoticeRules(compose_news),
    notices.ApplicationPutToVote: NoticeRules(compose_news),
    notices.ApplicationDelayed: NoticeRules(compose_news),
    notices.ApplicationAdmitted: NoticeRules(compose_news),
    notices.ApplicationRefused: NoticeRules(compose_news),
    notices.AdmissionAnnounced: NoticeRules(compose_news),
    notices.QueueChanged: NoticeRules(compose_queue),
}
