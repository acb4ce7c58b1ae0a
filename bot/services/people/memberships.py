"""An organisation's membership ends: it leaves, its paper is recorded, or a vote excludes it."""

from bot.domain.people.affairs import Ended, OrganisationGone, checked_reason
from bot.domain.people.members import MemberId, Organisation, OrganisationId
from bot.ports import Transaction
from bot.services.access import require_confirmed_presiding
from bot.services.people.leaving import end_membership
from bot.services.people.own import led_by, member_house
from bot.services.people.telling import tell
from bot.services.transactions import RuledService, transaction


class Memberships(RuledService):
    """How an organisation's membership ends. Its rights end in the same transaction."""

    @transaction
    def leave(self, tx: Transaction, actor: MemberId) -> Organisation:
        """End the membership of one's own organisation, by its leader; chair and secretary hear."""
        leader, house = led_by(tx, actor, self._rules)
        now = self._clock.now()
        end_membership(tx, house, Ended.LEFT, "", self._rules, now)
        tx.audit.add(leader.id, "organisation.leave", f"organisation:{house.id}", now)
        presiding = [one for one in tx.members.all() if one.presides]
        tell(tx, presiding, OrganisationGone(house.id), f"{house.id}", self._rules, now)
        return house

    @transaction
    def record(
        self, tx: Transaction, actor: MemberId, organisation: OrganisationId, paper: str
    ) -> Organisation:
        """Record that an organisation has left, as its paper says (what it is, number and date).

        For chair and secretary. Its people are told, and what was recorded.
        """
        presiding = require_confirmed_presiding(tx, actor, self._rules)
        house, now = member_house(tx, organisation), self._clock.now()
        said = checked_reason(paper)
        end_membership(tx, house, Ended.RECORDED, said, self._rules, now)
        subject = f"organisation:{house.id}"
        tx.audit.add(presiding.id, "organisation.record_leave", subject, now, paper=said)
        return house
