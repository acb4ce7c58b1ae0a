"""How people register themselves: from the hall's screen, or from afar; and who is lost."""

from collections.abc import Sequence

from bot.domain.due_times import DueKind
from bot.domain.events.doors import require_door
from bot.domain.events.passes import screen_code_holds, screen_event
from bot.domain.events.refusals import ScreenTurned
from bot.domain.meetings.attendance import voter_of
from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.refusals import NotRegistered
from bot.domain.meetings.state import Phase
from bot.domain.meetings.terms import Leaving
from bot.domain.meetings.views import DelegateView, Heard, MeetingView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_event, require_member
from bot.services.meetings.delegates import delegate_view
from bot.services.meetings.meetings import require_convened
from bot.services.meetings.news import shown_in
from bot.services.meetings.registering import arrive, depart
from bot.services.meetings.states import note_heard, require_meeting, state_of
from bot.services.polls.clocks import clock_behind
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, repeatable, transaction


class MeetingDue(DueKind):
    """Kinds of due times of meetings. The value is stored."""

    LOST = "meeting_lost"


class Attending(RuledService):
    """One's own arrival and departure; each returns the card after it."""

    @transaction
    def arrive_self(self, tx: Transaction, actor: MemberId, payload: str) -> DelegateView:
        """Register a representative who scanned the hall's screen, by the payload of its link.

        A leader needs no paper; a delegate only the document on file.
        """
        now = self._clock.now()
        member = require_member(tx, actor, self._rules)
        event, code = screen_event(payload)
        meeting = tx.meetings.of_event(event)
        if meeting is None or not screen_code_holds(event, tx.events.secret(event), code, now):
            raise ScreenTurned
        require_door(require_event(tx, event), now)
        found, state = require_convened(tx, meeting)
        voter, rules = voter_of(state, member), self._rules
        after = arrive(tx, found, state, voter, member.id, member.id, rules, now)
        return delegate_view(tx, found, after, member, now)

    @transaction
    def arrive_afar(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        message: MessageRef | None = None,
    ) -> DelegateView:
        """Register oneself from afar: the own account is the identification.

        Needs the charter's clause, and a mandate as at the desk. The tapped `message` shows the
        card.
        """
        now = self._clock.now()
        member = require_member(tx, actor, self._rules)
        member.require_confirmed(now)
        found, state = require_convened(tx, meeting)
        tapped = shown_in(message, meeting, member, MeetingView.DELEGATE)
        by, rules = member.id, self._rules
        after = arrive(
            tx, found, state, voter, member.id, by, rules, now, remote=True, tapped=tapped
        )
        return delegate_view(tx, found, after, member, now)

    @repeatable
    def ping(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> Heard:
        """Note that somebody afar is still there: for how many voters, and until when."""
        member = require_member(tx, actor, self._rules)
        state = state_of(tx, require_meeting(tx, meeting))
        mine = state.represented_by(member.id)
        if not mine:
            raise NotRegistered
        now = self._clock.now()
        note_heard(tx, state, member.id, now)
        return Heard(len(mine), now + state.plan.grace)

    @transaction
    def leave(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        message: MessageRef | None = None,
    ) -> DelegateView:
        """Leave the meeting, by one's own word; the tapped `message` shows the card."""
        member = require_member(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        tapped = shown_in(message, meeting, member, MeetingView.DELEGATE)
        now, by = self._clock.now(), member.id
        after = depart(tx, found, state, voter, by, by, now, tapped=tapped)
        return delegate_view(tx, found, after, member, now)

    # --- who was lost -----------------------------------------------------------------------

    def _with_pings(self, tx: Transaction) -> Sequence[MeetingId]:
        return tx.meeting_attendance.with_pings()

    @each_due(MeetingDue.LOST, _with_pings)
    def drop_lost(self, tx: Transaction, meeting: MeetingId) -> int:
        """Have those leave who were not heard of for longer than the grace; return how many.

        Nobody is lost while the meeting is suspended, or the clock set back.
        """
        now = self._clock.now()
        found = require_meeting(tx, meeting)
        state, count = state_of(tx, found), 0
        if clock_behind(tx, now):
            return 0
        if state.phase in {Phase.ENDED, Phase.CALLED_OFF, Phase.PAUSED}:
            return 0
        for (voter, person), seen in sorted(tx.meeting_attendance.pings(meeting).items()):
            if state.mandate(voter, person) is not None and state.is_lost(seen, now):
                state = depart(tx, found, state, voter, person, None, now, Leaving.LOST)
                count += 1
        return count
