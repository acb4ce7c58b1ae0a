"""Change the plan of a meeting part by part, until members are told of it."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.meetings.plan_views import PlanView
from bot.domain.meetings.plans import AgendaPoint, ItemId, MeetingId, MeetingPlan
from bot.domain.meetings.refusals import AgendaFrozen, ItemUnknown
from bot.domain.meetings.state import Phase
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_presiding
from bot.services.meetings.meetings import plan_view
from bot.services.meetings.states import require_meeting, state_of
from bot.services.transactions import RuledService, transaction


class MeetingAgendas(RuledService):
    """Changes of the plan; each refuses one that was announced, and returns the plan."""

    @transaction
    def save_item(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, point: AgendaPoint
    ) -> PlanView:
        """Replace the item with the number of `point`; number 0 adds it at the end."""

        def change(plan: MeetingPlan) -> MeetingPlan:
            if not point.id:
                number = ItemId(max((one.id for one in plan.agenda), default=0) + 1)
                return replace(plan, agenda=(*plan.agenda, replace(point, id=number)))
            _place(plan, point.id)
            items = tuple(point if one.id == point.id else one for one in plan.agenda)
            return replace(plan, agenda=items)

        return self._changed(tx, actor, meeting, change)

    @transaction
    def drop_item(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PlanView:
        """Take an item off the agenda; refuse the last one."""

        def change(plan: MeetingPlan) -> MeetingPlan:
            _place(plan, item)
            return replace(plan, agenda=tuple(one for one in plan.agenda if one.id != item))

        return self._changed(tx, actor, meeting, change)

    @transaction
    def raise_item(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PlanView:
        """Put an item before the one above it; the first one stays."""

        def change(plan: MeetingPlan) -> MeetingPlan:
            place, items = _place(plan, item), list(plan.agenda)
            if place:
                items[place - 1], items[place] = items[place], items[place - 1]
            return replace(plan, agenda=tuple(items))

        return self._changed(tx, actor, meeting, change)

    @transaction
    def change_terms(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, terms: MeetingPlan
    ) -> PlanView:
        """Change title, time, place, mode, length and the day for proposals; not the agenda."""

        def change(plan: MeetingPlan) -> MeetingPlan:
            return replace(
                plan,
                title=terms.title,
                starts_at=terms.starts_at,
                place=terms.place,
                mode=terms.mode,
                lasts=terms.lasts,
                proposals_until=terms.proposals_until,
            )

        return self._changed(tx, actor, meeting, change)

    def _changed(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        change: Callable[[MeetingPlan], MeetingPlan],
    ) -> PlanView:
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        found = require_meeting(tx, meeting)
        if state_of(tx, found).phase is not Phase.PLANNED:
            raise AgendaFrozen
        tx.meetings.save_plan(meeting, change(found.plan).checked(now))
        tx.audit.add(secretary.id, "meeting.change", f"meeting:{meeting}", now)
        return plan_view(tx, require_meeting(tx, meeting))


def _place(plan: MeetingPlan, item: ItemId) -> int:
    """Return the place of an item, from 0; refuse an unknown one."""
    places = {one.id: place for place, one in enumerate(plan.agenda)}
    if item not in places:
        raise ItemUnknown
    return places[item]
