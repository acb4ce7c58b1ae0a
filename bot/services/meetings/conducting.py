"""What chair and secretary of a meeting do in it, by the buttons of the panel."""

from bot.domain.meetings.chairs import ChairSaid, MotionSaid
from bot.domain.meetings.plans import AgendaPoint, ItemId, MeetingId
from bot.domain.meetings.rights import require_conducting
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Hands, Motion
from bot.domain.meetings.views import MeetingView, PanelView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_member
from bot.services.meetings.chairing import Chairing, chaired
from bot.services.meetings.meetings import require_convened
from bot.services.meetings.motions import amended, moved
from bot.services.meetings.news import refresh_meeting, shown_in
from bot.services.meetings.showing import panel_view
from bot.services.shown import show
from bot.services.transactions import RuledService, repeatable, transaction


class Conducting(RuledService):
    """The course of a meeting; each act returns the panel after it.

    The tapped `message`, if there is one, shows the panel from then on.
    """

    @repeatable
    def panel(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        message: MessageRef | None = None,
    ) -> PanelView:
        """Return the panel."""
        by = self._by(tx, actor, meeting)
        shown = shown_in(message, meeting, by.chair, MeetingView.PANEL)
        if shown is not None:
            show(tx, shown)
        return panel_view(tx, by.meeting, by.state, by.now)

    @transaction
    def act(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        said: ChairSaid,
        message: MessageRef | None = None,
    ) -> PanelView:
        """Do what is said; refused to who does not conduct the meeting."""
        by = self._by(tx, actor, meeting)
        return self._done(by, chaired(by, said), message)

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
        minutes: int = 0,
        message: MessageRef | None = None,
    ) -> PanelView:
        """Record a procedural vote; without `hands` nobody was against. It takes effect at once.

        REORDER takes `item` next, ADD makes a question of `text`, BREAK lasts `minutes`. Rejected
        ones are recorded too.
        """
        by = self._by(tx, actor, meeting)
        said = MotionSaid(motion, hands, text, item, items, minutes)
        after = moved(by, said)
        return self._done(by, after, message)

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
        by = self._by(tx, actor, meeting)
        return self._done(by, amended(by, item, parts))

    # --- how --------------------------------------------------------------------------------

    def _by(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> Chairing:
        """Return who conducts the meeting; refuse anybody else."""
        member = require_member(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        require_conducting(state, member)
        return Chairing(tx, found, state, member, self._rules, self._clock.now())

    def _done(
        self, by: Chairing, after: MeetingState, message: MessageRef | None = None
    ) -> PanelView:
        tapped = shown_in(message, after.id, by.chair, MeetingView.PANEL)
        refresh_meeting(by.tx, after, by.now, tapped)
        return panel_view(by.tx, by.meeting, after, by.now)
