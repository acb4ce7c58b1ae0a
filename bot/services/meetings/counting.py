"""Paper and hands: slips, and what two tellers count, each without seeing the other's figures."""

from bot.domain.meetings.acts import Counted, Slip, SlipTaken
from bot.domain.meetings.plans import ItemId, Meeting, MeetingId
from bot.domain.meetings.refusals import VotedAlready, VoteNotOpen
from bot.domain.meetings.rights import require_slips
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.views import CountState
from bot.domain.meetings.voting import open_vote_on
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_member, require_poll
from bot.services.meetings.news import refresh_ballots_of, refresh_meeting
from bot.services.meetings.planning import require_convened
from bot.services.meetings.showing import count_state
from bot.services.meetings.states import do
from bot.services.transactions import RuledService, reading, transaction


class Counting(RuledService):
    """Slips and counts."""

    @transaction
    def issue_slip(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        voter: VoterId,
        number: int | None = None,
    ) -> int:
        """Issue a numbered slip of paper to a voter; return its number, the next one unless said.

        Refuses who has voted electronically: who took paper cannot, and conversely.
        """
        member, _, state = self._at(tx, actor, meeting)
        require_slips(state, member)
        vote = open_vote_on(state, item)
        if voter in tx.ballots.voted(vote.poll):
            raise VotedAlready
        used = {*vote.slips, *vote.spoiled}
        chosen = max(used, default=0) + 1 if number is None else number
        self._slip(tx, state, member, item, voter, chosen, Slip.ISSUED)
        return chosen

    @transaction
    def spoil_slip(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        voter: VoterId,
        number: int,
    ) -> None:
        """Note that a slip came back spoiled and is void; the voter may have another."""
        member, _, state = self._at(tx, actor, meeting)
        require_slips(state, member)
        self._slip(tx, state, member, item, voter, number, Slip.SPOILED)

    def _slip(
        self,
        tx: Transaction,
        state: MeetingState,
        member: Member,
        item: ItemId,
        voter: VoterId,
        number: int,
        becomes: Slip,
    ) -> None:
        now = self._clock.now()
        act = SlipTaken(
            meeting=state.id,
            by=member.id,
            at=now,
            item=item,
            number=number,
            voter=voter,
            state=becomes,
        )
        after = do(tx, state, act)
        refresh_meeting(tx, after, now)
        refresh_ballots_of(tx, after, voter, now)

    @transaction
    def count(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        count: HandCount,
        spoiled: int = 0,
        unreturned: int = 0,
        *,
        recount: bool = False,
    ) -> CountState:
        """Enter one's own figures as a teller; return how far the tellers are, and no figures.

        `recount` counts again after the close, before the next item; the first count stays.
        """
        member, _, state = self._at(tx, actor, meeting)
        vote = state.item(item).vote
        if vote is None:
            raise VoteNotOpen
        count.checked(require_poll(tx, vote.poll))
        now = self._clock.now()
        act = Counted(
            meeting=meeting,
            by=member.id,
            at=now,
            item=item,
            count=count,
            spoiled=spoiled,
            unreturned=unreturned,
            recount=recount,
        )
        after = do(tx, state, act)
        refresh_meeting(tx, after, now)
        return count_state(after, item)

    @reading
    def look(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> CountState:
        """Return how far the tellers are; refuse an item without a vote."""
        member, _, state = self._at(tx, actor, meeting)
        require_slips(state, member)
        if state.item(item).vote is None:
            raise VoteNotOpen
        return count_state(state, item)

    def _at(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_member(tx, actor, self._rules)
        return member, *require_convened(tx, meeting)
