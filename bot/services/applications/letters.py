"""What a notice of an application says by the time it is sent."""

from bot.domain.applications.cards import ApplicationLetter, QueueLetter
from bot.domain.applications.notices import (
    ApplicationAsked,
    ApplicationReplied,
    ApplicationSent,
    ApplicationSubject,
    QueueChanged,
    still_holds,
)
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.applications.views import application_card, queued_card


def application_content(
    tx: Transaction, subject: ApplicationSubject, member: Member | None
) -> ApplicationLetter | None:
    """Return what the notice says of its application; None when nothing is left to say."""
    application = tx.applications.get(subject.application)
    if application is None or not still_holds(subject, application):
        return None
    decides = isinstance(subject, ApplicationSent)
    card = queued_card(tx, application) if decides else application_card(tx, application)
    if not isinstance(subject, ApplicationAsked | ApplicationReplied):
        return ApplicationLetter(subject, card, None, member)
    remark = next((one for one in card.remarks if one.id == subject.remark), None)
    return None if remark is None else ApplicationLetter(subject, card, remark, member)


def queue_content(
    tx: Transaction, changed: QueueChanged, member: Member | None
) -> QueueLetter | None:
    """Return what has become of the queue meanwhile, for whoever still presides."""
    if member is None or not member.presides:
        return None
    sent, withdrawn = tx.applications.changes_since(changed.since)
    return QueueLetter(sent, withdrawn, len(tx.applications.open()))
