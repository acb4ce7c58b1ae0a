"""What delegates do in a meeting: look, ask for the floor, declare a conflict, object."""

from bot.domain.meetings import acts
from bot.domain.meetings.plans import ItemId, Meeting, MeetingId, checked_words
from bot.domain.meetings.refusals import OnlyForPresent
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.views import DelegateView, MeetingView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_insider
from bot.services.meetings.delegates import delegate_view
from bot.services.meetings.meetings import require_convened
from bot.services.meetings.news import refresh_meeting, shown_in
from bot.services.meetings.states import do, note_heard
from bot.services.shown import show
from bot.services.transactions import RuledService, repeatable, transaction


class Delegating(RuledService):
    """A delegate's part; each act returns the card after it, which a tapped `message` shows."""

    @repeatable
    def look(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        message: MessageRef | None = None,
    ) -> DelegateView:
        """Return the meeting as a member sees it; `message` shows it from now on."""
        member = require_insider(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        shown = shown_in(message, meeting, member, MeetingView.DELEGATE)
        if shown is not None:
            show(tx, shown)
        return delegate_view(tx, found, state, member, self._clock.now())

    @transaction
    def ask_floor(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        message: MessageRef | None = None,
        *,
        voter: VoterId | None = None,
        point: bool = False,
    ) -> DelegateView:
        """Ask for the floor, or to speak to a point of order; for the only voter represented."""
        member, found, state = self._here(tx, actor, meeting)
        whom = _voter(state, member, voter)
        mandate = state.mandate(whom, member.id)
        name = mandate.name if mandate else member.name
        said = {"voter": whom, "person": member.id, "name": name, "point": point}
        return self._acts(tx, member, found, state, message, acts.FloorAsked, **said)

    @transaction
    def leave_queue(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        message: MessageRef | None = None,
    ) -> DelegateView:
        """No longer want the floor."""
        member, found, state = self._here(tx, actor, meeting)
        return self._acts(tx, member, found, state, message, acts.FloorLeft, person=member.id)

    @transaction
    def recuse(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        voter: VoterId | None = None,
        message: MessageRef | None = None,
    ) -> DelegateView:
        """Declare a conflict of interest on an item before its vote; the voter stays present."""
        member, found, state = self._here(tx, actor, meeting)
        said = {"item": item, "voter": _voter(state, member, voter), "person": member.id}
        return self._acts(tx, member, found, state, message, acts.RecusedFromItem, **said)

    @transaction
    def raise_objection(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        words: str,
        item: ItemId | None = None,
        mandate: VoterId | None = None,
        voter: VoterId | None = None,
    ) -> DelegateView:
        """Put an objection on record; `mandate` is whose mandate it challenges."""
        member, found, state = self._here(tx, actor, meeting)
        said = {
            "voter": _voter(state, member, voter),
            "person": member.id,
            "words": checked_words(words),
            "item": item,
            "mandate": mandate,
        }
        return self._acts(tx, member, found, state, None, acts.Objected, **said)

    # --- how --------------------------------------------------------------------------------

    def _here(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_insider(tx, actor, self._rules)
        return member, *require_convened(tx, meeting)

    def _acts(
        self,
        tx: Transaction,
        member: Member,
        meeting: Meeting,
        state: MeetingState,
        message: MessageRef | None,
        kind: type[acts.MeetingAct],
        **said: object,
    ) -> DelegateView:
        now = self._clock.now()
        act = kind(meeting=meeting.id, by=member.id, at=now, **said)
        after = do(tx, state, act)
        note_heard(tx, after, member.id, now)
        tapped = shown_in(message, meeting.id, member, MeetingView.DELEGATE)
        refresh_meeting(tx, after, now, tapped)
        return delegate_view(tx, meeting, after, member, now)


def _voter(state: MeetingState, member: Member, voter: VoterId | None) -> VoterId:
    """Return for whom somebody acts here; refuse who represents nobody, or not this one."""
    mine = state.represented_by(member.id)
    if not mine or (voter is not None and voter not in mine):
        raise OnlyForPresent
    return mine[0] if voter is None else voter
