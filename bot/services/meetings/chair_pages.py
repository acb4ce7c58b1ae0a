"""What the pages of the chair and of the tellers show and do; each by its secret."""

from collections.abc import Sequence

from bot.domain.meetings.chairs import ChairAct, ChairSaid, ChairView, MotionSaid
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.plans import AgendaPoint, ItemId
from bot.domain.meetings.refusals import OnlyForTellers
from bot.domain.meetings.rights import may_conduct, require_conducting
from bot.domain.meetings.telling import SlipsView, TellersView
from bot.domain.meetings.terms import Office
from bot.domain.meetings.views import CountState
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.meetings.chair_views import chair_view
from bot.services.meetings.chairing import Chairing, chaired
from bot.services.meetings.motions import amended, moved
from bot.services.meetings.news import refresh_meeting
from bot.services.meetings.page_secrets import issue_page, owner_of_page
from bot.services.meetings.tallying import enter_count, hand_out, slips_view, spoil, tellers_view
from bot.services.transactions import RuledService, reading, transaction


class ChairPages(RuledService):
    """The use cases behind the pages; the owner's offices tell what they may do."""

    @reading
    def chair(self, tx: Transaction, secret: str) -> ChairView:
        """Return the panel for the page of somebody who conducts the meeting."""
        chairing = self._chair(tx, secret)
        return chair_view(tx, chairing.meeting, chairing.state, chairing.now)

    @transaction
    def chair_acts(self, tx: Transaction, secret: str, said: ChairSaid) -> str:
        """Do what `Conducting` does, by the owner of a page.

        Once a chair is elected, that one conducts the meeting: return the secret of a page for
        them, else nothing. A former secretary, and a new account that is not confirmed, get none.
        """
        by = self._chair(tx, secret)
        after = chaired(by, said)
        refresh_meeting(tx, after, by.now)
        elects_chair = said.act is ChairAct.ELECT and said.office is Office.CHAIR
        unconfirmed = by.chair.unconfirmed_since is not None
        if not elects_chair or unconfirmed or may_conduct(after, by.chair):
            return ""
        chair = after.officers[Office.CHAIR].people[0]
        return issue_page(tx, after.id, PageKind.DESK, chair, by.chair.id, by.now)

    @transaction
    def chair_moves(self, tx: Transaction, secret: str, said: MotionSaid) -> None:
        """Record a procedural vote, as `Conducting.procedural` does."""
        by = self._chair(tx, secret)
        refresh_meeting(tx, moved(by, said), by.now)

    @transaction
    def chair_amends(
        self, tx: Transaction, secret: str, item: ItemId, parts: tuple[AgendaPoint, ...]
    ) -> None:
        """Put amendments or sections before an item, as `Conducting.amend` does."""
        by = self._chair(tx, secret)
        refresh_meeting(tx, amended(by, item, parts), by.now)

    @transaction
    def page_for_teller(self, tx: Transaction, secret: str, teller: MemberId) -> str:
        """Return the secret of a new page for a teller, issued by who conducts the meeting."""
        by = self._chair(tx, secret)
        by.chair.require_account_confirmed()
        if not by.state.holds(teller, Office.TELLER):
            raise OnlyForTellers
        return issue_page(tx, by.meeting.id, PageKind.DESK, teller, by.chair.id, by.now)

    def _chair(self, tx: Transaction, secret: str) -> Chairing:
        chair, meeting, state = owner_of_page(tx, secret)
        require_conducting(state, chair)
        return Chairing(tx, meeting, state, chair, self._rules, self._clock.now())

    # --- the tellers' page ------------------------------------------------------------------

    @reading
    def tellers(self, tx: Transaction, secret: str) -> TellersView:
        """Return the votes that are counted by hand, for a teller or a registrar."""
        member, _, state = owner_of_page(tx, secret)
        return tellers_view(tx, state, member)

    @reading
    def slips(self, tx: Transaction, secret: str, item: ItemId, query: str = "") -> SlipsView:
        """Return the voters of an open vote that match, to hand out slips."""
        member, _, state = owner_of_page(tx, secret)
        return slips_view(tx, state, member, item, query)

    @transaction
    def change_slip(
        self, tx: Transaction, secret: str, item: ItemId, voter: VoterId, number: int = 0
    ) -> None:
        """Issue a slip to a voter; note that the one with this `number` is spoiled."""
        member, _, state = owner_of_page(tx, secret)
        now = self._clock.now()
        if number:
            spoil(tx, state, member, item, voter, number, now)
        else:
            hand_out(tx, state, member, item, voter, now)

    @transaction
    def enter_count(
        self,
        tx: Transaction,
        secret: str,
        item: ItemId,
        figures: Sequence[int],
        spoiled: int = 0,
        unreturned: int = 0,
    ) -> CountState:
        """Enter one's own figures, as `Counting.count` does."""
        member, _, state = owner_of_page(tx, secret)
        now = self._clock.now()
        return enter_count(tx, state, member, item, figures, spoiled, unreturned, now)
