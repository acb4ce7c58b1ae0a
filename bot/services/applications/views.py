"""Compose applications for display; decide who may see which."""

from dataclasses import replace
from datetime import datetime

from bot.domain.applications.applications import Application, ApplicationState
from bot.domain.applications.cards import ApplicationCard
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.refusals import (
    ApplicationNotFound,
    OrganisationIsMember,
    OrganisationIsVotedOn,
)
from bot.domain.people.members import Member, MemberId
from bot.ports import Transaction
from bot.services.polls.views import may_see


def application_card(tx: Transaction, application: Application) -> ApplicationCard:
    """Return an application with all data of its card."""
    applicant = None if application.applicant is None else tx.members.get(application.applicant)
    poll = None if application.poll is None else tx.polls.get(application.poll)
    voting = application.state is ApplicationState.VOTING
    return ApplicationCard(
        application,
        tx.applications.remarks(application.id),
        closes_at=poll.closes_at if poll is not None and voting else None,
        reachable=applicant is not None and applicant.has_joined and applicant.reachable,
    )


def queued_card(tx: Transaction, application: Application) -> ApplicationCard:
    """Return an application's card with the data that those who decide need."""
    details = application.details
    others = tx.applications.open_with(details.inn, details.ogrn)
    return replace(
        application_card(tx, application),
        rivals=sum(one.id != application.id for one in others),
        member=application.is_open and _is_member(tx, details.inn),
    )


def require_only_vote(tx: Transaction, application: Application) -> None:
    """Refuse to vote on an application while another one of the organisation is being voted on.

    Also refuse it once the organisation is a member, by another application or an import.
    """
    details = application.details
    if _is_member(tx, details.inn):
        raise OrganisationIsMember(details.display_name)
    for other in tx.applications.open_with(details.inn, details.ogrn):
        if other.id != application.id and other.state is ApplicationState.VOTING:
            raise OrganisationIsVotedOn(details.display_name)


def _is_member(tx: Transaction, inn: str) -> bool:
    """Tell whether an organisation is a member now; one that left may apply again."""
    known = tx.organisations.by_inn(inn)
    return known is not None and known.is_member


def require_application(tx: Transaction, application: ApplicationId) -> Application:
    """Return an application that was sent; refuse a draft, which only its applicant may see."""
    found = tx.applications.get(application)
    if found is None or found.is_draft:
        raise ApplicationNotFound
    return found


def require_own(tx: Transaction, applicant: MemberId, application: ApplicationId) -> Application:
    """Return a person's own application; refuse another person's as if it did not exist."""
    found = tx.applications.get(application)
    if found is None or found.applicant != applicant:
        raise ApplicationNotFound
    return found


def require_visible(
    tx: Transaction, member: Member, application: ApplicationId, now: datetime
) -> Application:
    """Return an application for its applicant, chair, secretary, and people who see its poll."""
    found = require_application(tx, application)
    poll = None if found.poll is None else tx.polls.get(found.poll)
    votes = poll is not None and may_see(tx, poll, member, now)
    if not (member.presides or votes or found.applicant == member.id):
        raise ApplicationNotFound
    return found
