"""What a notice of an application says by the time it is sent."""

from bot.domain.applications.cards import ApplicationLetter
from bot.domain.applications.notices import (
    ApplicationAsked,
    ApplicationReplied,
    ApplicationSubject,
    still_holds,
)
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.applications.views import application_card


def application_content(
    tx: Transaction, subject: ApplicationSubject, member: Member | None
) -> ApplicationLetter | None:
    """Return what the notice says of its application; None when nothing is left to say."""
    application = tx.applications.get(subject.application)
    if application is None or not still_holds(subject, application):
        return None
    card = application_card(tx, application)
    if not isinstance(subject, ApplicationAsked | ApplicationReplied):
        return ApplicationLetter(subject, card, None, member)
    remark = next((one for one in card.remarks if one.id == subject.remark), None)
    return None if remark is None else ApplicationLetter(subject, card, remark, member)
