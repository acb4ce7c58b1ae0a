"""Store an admitted organisation and its people."""

from dataclasses import replace
from datetime import datetime

from bot.domain.applications.applications import Application
from bot.domain.applications.details import Details
from bot.domain.people.members import Member, MemberId, Organisation, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.ports import Transaction
from bot.services.people.merging import merge_guest, pass_account
from bot.services.rules import AllianceRules


def admit(
    tx: Transaction, application: Application, rules: AllianceRules, now: datetime
) -> tuple[Application, bool]:
    """Store the organisation of an application, its leader and its representative.

    Return the application, whose applicant may be another row now, and whether they represent the
    organisation. A guest becomes the leader or a delegate. A person of the alliance already stays
    who they are: then those whom the application names are added, to be invited.
    """
    details = application.details
    organisation = _organisation(tx, details)
    applicant = None if application.applicant is None else tx.members.get(application.applicant)
    if applicant is not None and applicant.organisation == organisation.id:  # imported meanwhile
        _appoint(tx, organisation, None if details.representative else applicant.id)
        return application, True
    leader = _person(tx, organisation, _leader(details)) if details.leader else None
    delegate = _representative(details)
    speaker = _person(tx, organisation, delegate) if delegate else leader
    _appoint(tx, organisation, leader)
    if applicant is None or not applicant.guest or speaker is None:
        return application, False
    return _as_person(tx, application, applicant, speaker, rules, now)


def _organisation(tx: Transaction, details: Details) -> Organisation:
    """Add the organisation; if it was imported in the meantime, only fill in missing data.

    One that had left is a member again, without the people and the leader that it had.
    """
    entered = details.organisation
    if entered.ogrn is not None and tx.organisations.by_ogrn(entered.ogrn) is not None:
        entered = replace(entered, ogrn=None)  # another organisation's by now, or its own
    known = tx.organisations.by_inn(details.inn)
    if known is None:
        tx.organisations.add(entered)
    else:
        tx.organisations.update(known.id, _filled(known, entered))
        if not known.is_member:
            tx.organisations.save_left(known.id, None)
    found = tx.organisations.by_inn(details.inn)
    if found is None:  # cannot happen: it was added just now
        raise LookupError(details.inn)
    return found


def _filled(known: Organisation, entered: OrganisationDetails) -> OrganisationDetails:
    return OrganisationDetails(
        name=known.name,
        short_name=known.short_name or entered.short_name,
        inn=known.inn,
        ogrn=known.ogrn or entered.ogrn,
        municipality=known.municipality or entered.municipality,
    )


def _leader(details: Details) -> PersonDetails:
    if details.representative:
        return PersonDetails(details.leader, details.position)
    return PersonDetails(details.leader, details.position, details.phone, details.email)


def _representative(details: Details) -> PersonDetails | None:
    if not details.representative:
        return None
    return PersonDetails(
        details.representative, phone=details.phone, email=details.email, delegate=True
    )


def _person(tx: Transaction, organisation: Organisation, person: PersonDetails) -> MemberId:
    """Return the person with this name in the organisation, added if needed."""
    known = tx.members.find(organisation.id, person.name)
    if known is None:
        return tx.members.add(person, organisation.id)
    before = tx.members.details(known)
    if person.delegate and not before.delegate:
        tx.members.update(known, replace(before, delegate=True))
    return known


def _appoint(tx: Transaction, organisation: Organisation, leader: MemberId | None) -> None:
    """Set the leader of an organisation that has none."""
    if organisation.leader is None and leader is not None:
        tx.organisations.save_leader(organisation.id, leader)


def _as_person(
    tx: Transaction,
    application: Application,
    guest: Member,
    person: MemberId,
    rules: AllianceRules,
    now: datetime,
) -> tuple[Application, bool]:
    """Move a guest's account and consent to a person of the organisation who has not joined yet."""
    known, consent = tx.members.get(person), tx.members.consent(guest.id)
    if known is None or known.telegram_id is not None or guest.telegram_id is None:
        return application, False
    if Role.LEADER not in known.roles:
        tx.members.update(person, replace(tx.members.details(person), delegate=True))
    merge_guest(tx, guest.id, person, rules, now)
    pass_account(tx, guest, consent, person, now)
    return replace(application, applicant=person), True
