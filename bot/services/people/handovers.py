"""Leadership changes hands: offered and accepted, or settled by the secretary."""

from datetime import datetime

from bot.domain.people.affairs import (
    LeadershipChanged,
    LeadershipOffered,
    OwnOrganisation,
    checked_reason,
)
from bot.domain.people.handovers import Handover
from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId, Role, folded
from bot.domain.people.refusals import HandoverGone, LeaderKnown, SuccessorNotJoined
from bot.ports import Transaction
from bot.services.access import known_member, require_confirmed_presiding, require_presiding
from bot.services.people.granting import give_role
from bot.services.people.own import colleague_of, house_of, led_by, member_house, own_organisation
from bot.services.people.telling import tell
from bot.services.polls.news import note_authority
from bot.services.transactions import RuledService, reading, transaction


class Handovers(RuledService):
    """Who leads an organisation. What a former leader did stays: ballots, proxies, answers."""

    @transaction
    def offer(self, tx: Transaction, actor: MemberId, successor: MemberId) -> OwnOrganisation:
        """Offer the leadership to a colleague who has joined; they are asked to accept it."""
        leader, house = led_by(tx, actor, self._rules)
        person, now = colleague_of(tx, house, successor), self._clock.now()
        if person.id == leader.id:
            raise LeaderKnown(person.name)
        if not person.has_joined:
            raise SuccessorNotJoined(person.name)
        tx.handovers.offer(Handover(house.id, leader.id, person.id, now))
        tx.audit.add(leader.id, "leader.offer", f"organisation:{house.id}", now, to=person.id)
        tell(tx, [person], LeadershipOffered(house.id), f"{house.id}", self._rules, now)
        return own_organisation(tx, leader, house)

    @transaction
    def take_back(self, tx: Transaction, actor: MemberId) -> OwnOrganisation:
        """Take the offer back that nobody has accepted yet."""
        leader, house = led_by(tx, actor, self._rules)
        tx.handovers.close(house.id)
        now = self._clock.now()
        tx.audit.add(leader.id, "leader.take_back", f"organisation:{house.id}", now)
        return own_organisation(tx, leader, house)

    @transaction
    def answer(
        self, tx: Transaction, actor: MemberId, number: int, *, accepted: bool
    ) -> OwnOrganisation:
        """Accept the leadership of one's own organisation, or decline it.

        Refuses an offer that does not stand any more, one by somebody who no longer leads, and a
        `number` that is another offer's.
        """
        member, house = house_of(tx, actor, self._rules)
        offer, now = tx.handovers.of_organisation(house.id), self._clock.now()
        if offer is None or offer.successor != member.id or offer.leader != house.leader:
            raise HandoverGone
        if offer.number != number or not offer.stands(now):
            raise HandoverGone
        member.require_account_confirmed()
        tx.handovers.close(house.id)
        act = "leader.accept" if accepted else "leader.decline"
        tx.audit.add(member.id, act, f"organisation:{house.id}", now)
        if accepted:
            self._appoint(tx, house, member, member.id, "", now)
        return own_organisation(tx, known_member(tx, member.id), member_house(tx, house.id))

    @reading
    def organisations(self, tx: Transaction, actor: MemberId, text: str) -> list[Organisation]:
        """Return the member organisations with every word of a text in their name, by name.

        For chair and secretary.
        """
        require_presiding(tx, actor, self._rules)
        words = folded(text).split()
        return [
            one
            for one in tx.organisations.all()
            if all(word in folded(f"{one.name} {one.short_name}") for word in words)
        ]

    @reading
    def look(
        self, tx: Transaction, actor: MemberId, organisation: OrganisationId
    ) -> OwnOrganisation:
        """Return an organisation with its people, for chair and secretary."""
        presiding = require_presiding(tx, actor, self._rules)
        return own_organisation(tx, presiding, member_house(tx, organisation))

    @transaction
    def replace(
        self,
        tx: Transaction,
        actor: MemberId,
        organisation: OrganisationId,
        successor: MemberId,
        reason: str,
    ) -> OwnOrganisation:
        """Have a person lead their organisation in place of a leader who is lost, with a reason.

        For chair and secretary, as the organisation's paper says; its people are told the reason.
        """
        presiding = require_confirmed_presiding(tx, actor, self._rules)
        house, now = member_house(tx, organisation), self._clock.now()
        said = checked_reason(reason)
        person = colleague_of(tx, house, successor)
        if house.leader == person.id:
            raise LeaderKnown(person.name)
        subject = f"organisation:{house.id}"
        tx.audit.add(presiding.id, "leader.replace", subject, now, to=person.id, reason=said)
        self._appoint(tx, house, person, presiding.id, said, now)
        return own_organisation(tx, presiding, member_house(tx, house.id))

    def _appoint(
        self,
        tx: Transaction,
        house: Organisation,
        person: Member,
        by: MemberId,
        reason: str,
        now: datetime,
    ) -> None:
        """Have a person lead, and tell everybody of the organisation.

        What was planned of their leadership before, as its end, is no longer so.
        """
        today = now.astimezone(self._rules.zone).date()
        tx.planned_roles.replace(person.id, Role.LEADER, None, None)
        give_role(tx, person, Role.LEADER, today, by, now, told=True)
        tx.handovers.close(house.id)
        note_authority(tx, house.id, now)
        people = tx.members.of_organisation(house.id)
        news = LeadershipChanged(house.id, person.id, reason)
        tell(tx, people, news, f"{house.id}", self._rules, now)
