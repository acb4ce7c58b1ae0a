"""Screens beside the panel, a desk and a delegate's card, and what tellers see."""

from bot.domain.meetings.acts import Office, VotingForm
from bot.domain.meetings.plans import ItemId, Meeting, MeetingId
from bot.domain.meetings.refusals import OnlyForRegistrars
from bot.domain.meetings.rights import (
    may_conduct,
    may_register,
    require_conducting,
    require_registrar,
    require_slips,
)
from bot.domain.meetings.state import ItemVote, MeetingState
from bot.domain.meetings.telling import (
    ObjectionLine,
    SlipsView,
    SlipVoter,
    TellersView,
    TellersVote,
)
from bot.domain.meetings.views import DelegateView, DeskVoter, PanelView
from bot.domain.meetings.voting import open_vote_on
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId, folded
from bot.domain.people.searches import Match, search
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_insider, require_member, require_poll
from bot.services.meetings.delegates import delegate_view
from bot.services.meetings.desks import FOUND_LIMIT, desk_voter_of
from bot.services.meetings.planning import require_convened
from bot.services.meetings.showing import count_state, organisation_name, panel_view
from bot.services.shown import leave_message
from bot.services.transactions import RuledService, reading, repeatable


class MeetingScreens(RuledService):
    """Screens that are not kept up to date.

    Those with a `message` replace one that was; it shows nothing that changes any more.
    """

    @repeatable
    def panel(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, message: MessageRef
    ) -> PanelView:
        """Return the panel for a screen beside it."""
        member, found, state = self._at(tx, actor, meeting)
        require_conducting(state, member)
        leave_message(tx, actor, message)
        return panel_view(tx, found, state, self._clock.now())

    @repeatable
    def voter(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        message: MessageRef,
    ) -> DeskVoter:
        """Return an organisation for a screen beside the desk."""
        member, _, state = self._at(tx, actor, meeting)
        require_registrar(state, member)
        leave_message(tx, actor, message)
        return desk_voter_of(tx, state, voter)

    @repeatable
    def delegate(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, message: MessageRef
    ) -> DelegateView:
        """Return a delegate's card for a screen beside it."""
        member = require_insider(tx, actor, self._rules)
        found, state = require_convened(tx, meeting)
        leave_message(tx, actor, message)
        return delegate_view(tx, found, state, member)

    @reading
    def people(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, text: str
    ) -> list[Match]:
        """Find people by name, for those who name officers or register proxies."""
        member, _, state = self._at(tx, actor, meeting)
        if not (may_conduct(state, member) or may_register(state, member)):
            raise OnlyForRegistrars
        found = search(tx.members.all(), text, 2 * FOUND_LIMIT)
        return [one for one in found if not one.whole][:FOUND_LIMIT]

    @reading
    def objections(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[ObjectionLine, ...]:
        """Return the objections on record, with names."""
        member, _, state = self._at(tx, actor, meeting)
        require_conducting(state, member)
        return tuple(
            ObjectionLine(
                number=one.number,
                at=one.at,
                organisation=organisation_name(tx, state, one.voter),
                words=one.words,
                mandate="" if one.mandate is None else organisation_name(tx, state, one.mandate),
                upheld=one.upheld,
            )
            for one in state.objections
        )

    @reading
    def counting(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> TellersView:
        """Return the votes that tellers count, for them and for registrars."""
        member, _, state = self._at(tx, actor, meeting)
        require_slips(state, member)
        return TellersView(
            meeting=meeting,
            title=state.plan.title,
            may_count=state.holds(member.id, Office.TELLER),
            votes=tuple(
                _tellers_vote(tx, state, item, vote, member)
                for item, vote in _countable(state).items()
            ),
        )

    @reading
    def slips(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, item: ItemId, query: str = ""
    ) -> SlipsView:
        """Return the voters of an open vote that match; those with a slip come first."""
        member, _, state = self._at(tx, actor, meeting)
        require_slips(state, member)
        vote = open_vote_on(state, item)
        held = {voter: number for number, voter in vote.slips.items()}
        voted = frozenset(tx.ballots.voted(vote.poll))
        names = {one: organisation_name(tx, state, one) for one in vote.present}
        words = folded(query).split()
        found = [one for one, name in names.items() if all(w in folded(name) for w in words)]
        found.sort(key=lambda one: (one not in held, folded(names[one])))
        return SlipsView(
            meeting=meeting,
            item=item,
            title=state.items[item].point.question,
            voters=tuple(
                SlipVoter(one, names[one], held.get(one), one in voted)
                for one in found[:FOUND_LIMIT]
            ),
            count=len(found),
        )

    def _at(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_member(tx, actor, self._rules)
        return member, *require_convened(tx, meeting)


def _countable(state: MeetingState) -> dict[ItemId, ItemVote]:
    """Return the open votes, and the last one on the current item, which may be counted again."""
    found = dict(state.open_votes)
    last = None if state.current is None else state.items[state.current].vote
    if state.current is not None and last is not None and last.closed_at is not None:
        found[state.current] = last
    return found


def _tellers_vote(
    tx: Transaction, state: MeetingState, item: ItemId, vote: ItemVote, member: Member
) -> TellersVote:
    poll = require_poll(tx, vote.poll)
    counts = vote.counts if vote.is_open else vote.recounts
    return TellersVote(
        item=item,
        title=state.items[item].point.question,
        kind=poll.kind,
        candidates=poll.candidates,
        seats=poll.seats,
        form=vote.form,
        is_open=vote.is_open,
        by_hand=vote.form is VotingForm.HANDS or bool(vote.slips or vote.spoiled),
        mine=member.id in counts,
        state=count_state(state, item),
    )
