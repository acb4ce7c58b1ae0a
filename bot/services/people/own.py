"""What people do with their own organisation: see it, name who speaks for it, leave it."""

from datetime import datetime

from bot.domain.people.affairs import Colleague, ColleagueLeft, OwnOrganisation
from bot.domain.people.handovers import Office
from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId
from bot.domain.people.people import PersonDetails
from bot.domain.people.refusals import (
    ColleagueNotFound,
    LeaderMustHandOver,
    NotOfOrganisation,
    OnlyForLeaders,
    OrganisationFull,
    OrganisationLeft,
    OrganisationNotFound,
    PersonKnown,
)
from bot.domain.people.rows import Column, check_cell
from bot.ports import Transaction
from bot.services.access import known_member, require_insider
from bot.services.people.leaving import depart
from bot.services.people.telling import tell
from bot.services.polls.news import note_authority
from bot.services.rules import AllianceRules
from bot.services.transactions import RuledService, reading, transaction

PEOPLE_LIMIT = 50
"""The most people of one organisation: its leader adds them, and nobody checks who they are."""


def house_of(tx: Transaction, actor: MemberId, rules: AllianceRules) -> tuple[Member, Organisation]:
    """Return the acting person and their organisation; refuse people who are of none."""
    member = require_insider(tx, actor, rules)
    house = None if member.organisation is None else tx.organisations.get(member.organisation)
    if house is None:
        raise NotOfOrganisation
    return member, house


def led_by(tx: Transaction, actor: MemberId, rules: AllianceRules) -> tuple[Member, Organisation]:
    """Return the acting leader and their organisation, as they are in the database now.

    Refuse anybody else, and a leader whose new account nobody has confirmed.
    """
    member, house = house_of(tx, actor, rules)
    if house.leader != member.id:
        raise OnlyForLeaders
    member.require_account_confirmed()
    return member, house


def _leaving(tx: Transaction, actor: MemberId, rules: AllianceRules) -> tuple[Member, Organisation]:
    """Return a person who may leave their organisation, and the organisation."""
    member, house = house_of(tx, actor, rules)
    if house.leader == member.id:
        raise LeaderMustHandOver
    return member, house


def own_organisation(tx: Transaction, member: Member, house: Organisation) -> OwnOrganisation:
    """Return an organisation as one of its people sees it."""
    people = tuple(tx.members.of_organisation(house.id))
    handover = tx.handovers.of_organisation(house.id)
    return OwnOrganisation(house, member, people, handover)


def colleague_of(tx: Transaction, house: Organisation, member: MemberId) -> Member:
    """Return a person of an organisation; refuse others."""
    for one in tx.members.of_organisation(house.id):
        if one.id == member:
            return one
    raise ColleagueNotFound


def member_house(tx: Transaction, organisation: OrganisationId) -> Organisation:
    """Return a member organisation; refuse one that has left."""
    house = tx.organisations.get(organisation)
    if house is None:
        raise OrganisationNotFound
    if not house.is_member:
        raise OrganisationLeft(house.display_name)
    return house


class OwnOrganisations(RuledService):
    """An organisation's affairs, for its own people; whom it names, for its leader."""

    @reading
    def look(self, tx: Transaction, actor: MemberId) -> OwnOrganisation:
        """Return a person's own organisation."""
        return own_organisation(tx, *house_of(tx, actor, self._rules))

    @reading
    def colleague(self, tx: Transaction, actor: MemberId, member: MemberId) -> Colleague:
        """Return a person of one's own organisation."""
        viewer, house = house_of(tx, actor, self._rules)
        return Colleague(house, viewer, colleague_of(tx, house, member))

    @reading
    def require_leader(self, tx: Transaction, actor: MemberId) -> None:
        """Refuse anybody who does not lead their organisation."""
        led_by(tx, actor, self._rules)

    @transaction
    def add(self, tx: Transaction, actor: MemberId, name: str, position: str) -> Colleague:
        """Add a person to one's own organisation, to be invited.

        Refuses cells that an import refuses, a name that the organisation has, and too many people.
        """
        leader, house = led_by(tx, actor, self._rules)
        cleaned = check_cell(Column.PERSON, name)
        if tx.members.find(house.id, cleaned) is not None:
            raise PersonKnown(cleaned)
        if len(tx.members.of_organisation(house.id)) >= PEOPLE_LIMIT:
            raise OrganisationFull(PEOPLE_LIMIT)
        details = PersonDetails(cleaned, check_cell(Column.POSITION, position))
        added, now = tx.members.add(details, house.id), self._clock.now()
        tx.audit.add(leader.id, "colleague.add", f"member:{added}", now, organisation=house.id)
        return Colleague(house, leader, known_member(tx, added))

    @transaction
    def appoint(
        self, tx: Transaction, actor: MemberId, member: MemberId, office: Office | None
    ) -> Colleague:
        """Name a colleague as delegate or substitute, in place of who is; None takes it back.

        Open polls keep those who were named at their opening: a new delegate votes in later ones.
        """
        leader, house = led_by(tx, actor, self._rules)
        person, now = colleague_of(tx, house, member), self._clock.now()
        for one in tx.members.of_organisation(house.id):
            if office is not None and one.id != person.id and office.is_held_by(one):
                self._name(tx, leader, one, None, now)
        self._name(tx, leader, person, office, now)
        note_authority(tx, house.id, now)
        return Colleague(house, leader, known_member(tx, person.id))

    def _name(
        self, tx: Transaction, leader: Member, person: Member, office: Office | None, now: datetime
    ) -> None:
        before = next((one for one in Office if one.is_held_by(person)), None)
        if before is office:
            return
        substitute = office is Office.SUBSTITUTE
        tx.members.save_office(person.id, delegate=office is not None, substitute=substitute)
        subject = f"member:{person.id}"
        tx.audit.add(leader.id, "member.office", subject, now, before=before, after=office)

    @transaction
    def withdraw_invitation(self, tx: Transaction, actor: MemberId, member: MemberId) -> Colleague:
        """Take back the invitation of a colleague: no link of theirs works any more."""
        leader, house = led_by(tx, actor, self._rules)
        person, now = colleague_of(tx, house, member), self._clock.now()
        tx.invitations.withdraw(person.id, now)
        tx.tombstones.add_invitations(person.id)
        tx.audit.add(leader.id, "invitation.withdraw", f"member:{person.id}", now)
        return Colleague(house, leader, person)

    @transaction
    def remove(self, tx: Transaction, actor: MemberId, member: MemberId) -> OwnOrganisation:
        """Take a colleague out of the organisation; who never joined is erased.

        The leader is not removed: they hand over first.
        """
        leader, house = led_by(tx, actor, self._rules)
        person, now = colleague_of(tx, house, member), self._clock.now()
        if person.id == leader.id:
            raise LeaderMustHandOver
        depart(tx, person, self._rules, now)
        if person.telegram_id is None and not person.roles:
            tx.tombstones.add_person(person.id)
            tx.members.erase(person.id, now)
        tx.audit.add(leader.id, "colleague.remove", f"member:{person.id}", now, of=house.id)
        note_authority(tx, house.id, now)
        return own_organisation(tx, leader, house)

    @reading
    def about_to_leave(self, tx: Transaction, actor: MemberId) -> OwnOrganisation:
        """Return the organisation of a person who may leave it; a leader hands over first."""
        return own_organisation(tx, *_leaving(tx, actor, self._rules))

    @transaction
    def leave(self, tx: Transaction, actor: MemberId) -> Member:
        """Leave one's own organisation; the leader is told. A leader hands over first."""
        member, house = _leaving(tx, actor, self._rules)
        now = self._clock.now()
        after = depart(tx, member, self._rules, now)
        tx.audit.add(member.id, "organisation.quit", f"member:{member.id}", now, of=house.id)
        note_authority(tx, house.id, now)
        leader = None if house.leader is None else tx.members.get(house.leader)
        told = [] if leader is None else [leader]
        tell(tx, told, ColleagueLeft(house.id, member.id), f"{member.id}", self._rules, now)
        return after
