"""Paper and hands: slips, and what two tellers count, each without seeing the other's figures."""

from collections.abc import Sequence

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.telling import SlipChange, SlipsView, TellersView
from bot.domain.meetings.views import CountState
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_member
from bot.services.meetings.meetings import require_convened
from bot.services.meetings.tallying import enter_count, hand_out, slips_view, spoil, tellers_view
from bot.services.transactions import RuledService, reading, transaction


class Counting(RuledService):
    """Slips and counts."""

    @reading
    def look(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> TellersView:
        """Return the votes that tellers count, for them and for registrars."""
        member, state = self._at(tx, actor, meeting)
        return tellers_view(tx, state, member)

    @reading
    def slips(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId, query: str = ""
    ) -> SlipsView:
        """Return the voters of an open vote that match; those with a slip come first."""
        member, state = self._at(tx, actor, meeting)
        return slips_view(tx, state, member, item, query)

    @transaction
    def issue_slip(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        voter: VoterId,
        number: int | None = None,
    ) -> SlipChange:
        """Issue a numbered slip of paper to a voter: the next number unless one is said."""
        member, state = self._at(tx, actor, meeting)
        after, chosen = hand_out(tx, state, member, item, voter, self._clock.now(), number)
        return SlipChange(chosen, slips_view(tx, after, member, item))

    @transaction
    def spoil_slip(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        voter: VoterId,
        number: int,
    ) -> SlipChange:
        """Note that a slip came back spoiled and is void; the voter may have another."""
        member, state = self._at(tx, actor, meeting)
        after = spoil(tx, state, member, item, voter, number, self._clock.now())
        return SlipChange(number, slips_view(tx, after, member, item))

    @transaction
    def count(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        figures: Sequence[int],
        spoiled: int = 0,
        unreturned: int = 0,
    ) -> CountState:
        """Enter one's own figures as a teller; return how far the tellers are, and no figures.

        Of a motion there are three; of an election the ballots, the votes of each candidate, and
        those against all.
        """
        member, state = self._at(tx, actor, meeting)
        now = self._clock.now()
        return enter_count(tx, state, member, item, figures, spoiled, unreturned, now)

    def _at(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, MeetingState]:
        return require_member(tx, actor, self._rules), require_convened(tx, meeting)[1]
