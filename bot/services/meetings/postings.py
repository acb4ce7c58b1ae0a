"""Ballots that were sent before a mixed meeting, as the secretary records them."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.meetings.acts import Posted
from bot.domain.meetings.attendance import on_roll, require_postings
from bot.domain.meetings.desk_views import PostedItem, PostingView
from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.refusals import PostingInSecret
from bot.domain.meetings.state import MeetingState
from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import read_ballot
from bot.domain.polls.plans import PollPlan
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_confirmed_presiding, require_presiding
from bot.services.meetings.meetings import require_convened
from bot.services.meetings.news import refresh_meeting
from bot.services.meetings.showing import organisation_name
from bot.services.meetings.states import do
from bot.services.meetings.votes import poll_plan
from bot.services.transactions import RuledService, reading, transaction


class Postings(RuledService):
    """Ballots by correspondence, for chair and secretary of the alliance."""

    @reading
    def look(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, voter: VoterId
    ) -> PostingView:
        """Return what a voter may have sent: who signs, and the items of open votes.

        Refuses a voter who is there or has sent ballots, and a meeting that takes none.
        """
        require_presiding(tx, actor, self._rules)
        _, state = require_convened(tx, meeting)
        require_postings(state, voter, self._clock.now())
        return PostingView(
            meeting=meeting,
            voter=voter,
            name=organisation_name(tx, state, voter),
            people=tuple((one.member, one.name) for one in on_roll(state, voter).people),
            starts_at=state.plan.starts_at,
            items=tuple(self._items(state)),
        )

    def _items(self, state: MeetingState) -> list[PostedItem]:
        now = self._clock.now()
        voted = [one.point for one in state.items.values() if one.point.is_voted_on]
        plans = [(point, poll_plan(state, point, self._rules, now)) for point in voted]
        return [_item(point.id, plan) for point, plan in plans if not plan.is_secret]

    @transaction
    def take(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        person: MemberId,
        received_at: datetime,
        ballots: Mapping[ItemId, str],
    ) -> None:
        """Record the ballots of a voter that were received in time, signed by its `person`.

        Each is written as `str(ballot)` writes it; refuses invalid ones, and secret votes.
        """
        now = self._clock.now()
        secretary = require_confirmed_presiding(tx, actor, self._rules)
        _, state = require_convened(tx, meeting)
        for item, said in ballots.items():
            point = state.item(item).point
            if point.is_voted_on:
                plan = poll_plan(state, point, self._rules, now)
                read_ballot(plan, said)
                if plan.is_secret:
                    raise PostingInSecret
        act = Posted(
            meeting=meeting,
            by=secretary.id,
            at=now,
            voter=voter,
            person=person,
            received_at=received_at,
            ballots=ballots,
        )
        refresh_meeting(tx, do(tx, state, act), now)


def _item(item: ItemId, plan: PollPlan) -> PostedItem:
    return PostedItem(item, plan.question, plan.kind, plan.candidates, plan.seats)
