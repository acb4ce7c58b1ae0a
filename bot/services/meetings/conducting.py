"""What chair and secretary of a meeting do in it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.lines import one_line, within
from bot.domain.meetings import acts
from bot.domain.meetings.acts import Hands, MeetingAct, Motion, Office, VotingForm
from bot.domain.meetings.plans import AgendaPoint, ItemId, Meeting, MeetingId
from bot.domain.meetings.refusals import ItemUnknown
from bot.domain.meetings.rights import require_conducting
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.views import MeetingView, PanelView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.refusals import NoTie
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.access import require_member
from bot.services.meetings.chairing import checked_suspension, election, not_told, require_lot
from bot.services.meetings.news import refresh_meeting
from bot.services.meetings.planning import require_convened
from bot.services.meetings.showing import panel_view
from bot.services.meetings.states import do
from bot.services.meetings.votes import cancel_item_vote, close_item_vote, open_item_vote
from bot.services.shown import show
from bot.services.transactions import RuledService, repeatable, transaction

WORDS_LIMIT = 300


class Conducting(RuledService):
    """The course of a meeting; each act returns the panel after it."""

    @repeatable
    def panel(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        message: MessageRef | None = None,
    ) -> PanelView:
        """Return the panel; `message` shows it from now on."""
        chair, found, state = self._conducted(tx, actor, meeting)
        if message is not None:
            show(tx, Shown(meeting, chair.id, message, MeetingView.PANEL))
        return panel_view(tx, found, state, self._clock.now())

    # --- opening and ending -----------------------------------------------------------------

    @transaction
    def begin(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> PanelView:
        """Open the session; refused without a quorum. Who was not told in time is recorded."""
        chair, found, state = self._conducted(tx, actor, meeting)
        missed, now = not_told(tx, state), self._clock.now()
        act = acts.Begun(meeting=meeting, by=chair.id, at=now, unnotified=missed)
        return self._done(tx, found, do(tx, state, act), now)

    @transaction
    def elect(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        office: Office,
        people: tuple[MemberId, ...],
        hands: Hands | None = None,
    ) -> PanelView:
        """Record who was elected to an office by hands; without `hands` nobody was against."""
        chair, found, state = self._conducted(tx, actor, meeting)
        now, counted = self._clock.now(), hands or Hands(len(state.present))
        act = election(tx, found, office, people, counted, chair, now)
        return self._done(tx, found, do(tx, state, act), now)

    @transaction
    def suspend(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, reason: str
    ) -> PanelView:
        """Suspend the meeting, with a reason: ballots stand, and none are taken."""
        return self._acts(tx, actor, meeting, acts.Suspended, reason=checked_suspension(reason))

    @transaction
    def resume(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> PanelView:
        """Go on after a suspension or a break, with the same roll."""
        return self._acts(tx, actor, meeting, acts.Resumed)

    @transaction
    def end(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> PanelView:
        """End the meeting; refused while a vote is open."""
        return self._acts(tx, actor, meeting, acts.Ended)

    # --- the agenda -------------------------------------------------------------------------

    @transaction
    def call(self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId) -> PanelView:
        """Go to an item; refused while a vote is open."""
        return self._acts(tx, actor, meeting, acts.ItemCalled, item=item)

    @transaction
    def finish(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PanelView:
        """Note that an item without a vote is over, or that a recorded lot has settled a tie."""
        _, _, state = self._conducted(tx, actor, meeting)
        require_lot(tx, state, item)
        return self._acts(tx, actor, meeting, acts.ItemDone, item=item)

    @transaction
    def procedural(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        motion: Motion,
        hands: Hands | None = None,
        *,
        text: str = "",
        item: ItemId | None = None,
        items: tuple[ItemId, ...] = (),
        order: tuple[ItemId, ...] = (),
        added: AgendaPoint | None = None,
        until: datetime | None = None,
    ) -> PanelView:
        """Record a procedural vote; without `hands` nobody was against. It takes effect at once.

        An `added` question gets the next free number. Rejected ones are recorded too.
        """
        chair, found, state = self._conducted(tx, actor, meeting)
        now = self._clock.now()
        act = acts.Procedural(
            meeting=meeting,
            by=chair.id,
            at=now,
            motion=motion,
            hands=hands or Hands(len(state.present)),
            text=within(WORDS_LIMIT, one_line(text)),
            item=item,
            items=items,
            order=order,
            added=None if added is None else _numbered(state, (added,))[0],
            until=until,
        )
        return self._done(tx, found, do(tx, state, act), now)

    @transaction
    def amend(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        parts: tuple[AgendaPoint, ...],
    ) -> PanelView:
        """Put amendments or sections before an item, until its vote is opened.

        Each `part` says which it is; numbers are given here.
        """
        _, _, state = self._conducted(tx, actor, meeting)
        numbered = _numbered(state, parts, of=item)
        return self._acts(tx, actor, meeting, acts.Amended, item=item, parts=numbered)

    # --- votes ------------------------------------------------------------------------------

    @transaction
    def open_vote(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        form: VotingForm = VotingForm.BALLOT,
    ) -> PanelView:
        """Open the vote on the current item: who is present, and N, are frozen with it."""
        chair, found, state = self._conducted(tx, actor, meeting)
        now = self._clock.now()
        after = open_item_vote(tx, state, item, form, chair, self._rules, now)
        return self._done(tx, found, after, now)

    @transaction
    def open_second_round(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PanelView:
        """Open a second round of an election among those who are tied."""
        chair, found, state = self._conducted(tx, actor, meeting)
        now = self._clock.now()
        vote = state.item(item).vote
        if vote is None:
            raise NoTie
        poll = vote.poll
        after = open_item_vote(
            tx, state, item, VotingForm.BALLOT, chair, self._rules, now, run_off_of=poll
        )
        return self._done(tx, found, after, now)

    @transaction
    def last_call(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PanelView:
        """Say that a vote is about to close."""
        return self._acts(tx, actor, meeting, acts.LastCall, item=item)

    @transaction
    def close_vote(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PanelView:
        """Close a vote and count it; refused until two tellers agree, if they count."""
        chair, found, state = self._conducted(tx, actor, meeting)
        now = self._clock.now()
        after = close_item_vote(tx, state, item, chair, self._rules, now)
        return self._done(tx, found, after, now)

    @transaction
    def cancel_vote(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId, reason: str
    ) -> PanelView:
        """Cancel a vote with a reason; it may be repeated."""
        chair, found, state = self._conducted(tx, actor, meeting)
        now = self._clock.now()
        after = cancel_item_vote(tx, state, item, reason, chair, self._rules, now)
        return self._done(tx, found, after, now)

    # --- the floor --------------------------------------------------------------------------

    @transaction
    def give_floor(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        person: MemberId | None = None,
        limit: timedelta | None = None,
    ) -> PanelView:
        """Give the floor to the next speaker, or to `person`, who must be the next."""
        _, _, state = self._conducted(tx, actor, meeting)
        order = state.speaking_order
        who = person if person is not None or not order else order[0].person
        if who is None:
            who = MemberId(0)  # refused: nobody has asked
        said = {"person": who, "limit": limit or state.plan.speech}
        return self._acts(tx, actor, meeting, acts.FloorGiven, **said)

    @transaction
    def end_floor(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> PanelView:
        """End the speech."""
        _, _, state = self._conducted(tx, actor, meeting)
        who = MemberId(0) if state.speech is None else state.speech.speaker.person
        return self._acts(tx, actor, meeting, acts.FloorEnded, person=who)

    @transaction
    def drop_speaker(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, person: MemberId
    ) -> PanelView:
        """Take somebody off the queue of speakers."""
        return self._acts(tx, actor, meeting, acts.FloorLeft, person=person)

    @transaction
    def uphold(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, objection: int
    ) -> PanelView:
        """Uphold an objection; after a challenged mandate the item is voted on again."""
        return self._acts(tx, actor, meeting, acts.ObjectionUpheld, objection=objection)

    # --- how --------------------------------------------------------------------------------

    def _conducted(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_member(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        require_conducting(state, member)
        return member, found, state

    def _acts(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        kind: type[MeetingAct],
        **said: object,
    ) -> PanelView:
        """Do one act as who conducts the meeting."""
        chair, found, state = self._conducted(tx, actor, meeting)
        now = self._clock.now()
        act = kind(meeting=meeting, by=chair.id, at=now, **said)
        return self._done(tx, found, do(tx, state, act), now)

    def _done(
        self, tx: Transaction, meeting: Meeting, state: MeetingState, now: datetime
    ) -> PanelView:
        refresh_meeting(tx, state, now)
        return panel_view(tx, meeting, state, now)


def _numbered(
    state: MeetingState, points: tuple[AgendaPoint, ...], of: ItemId | None = None
) -> tuple[AgendaPoint, ...]:
    """Return new items with the next free numbers, each checked."""
    if not points:
        raise ItemUnknown
    first = max(state.items, default=0) + 1
    return tuple(
        replace(point, id=ItemId(first + place), of=of).checked()
        for place, point in enumerate(points)
    )
