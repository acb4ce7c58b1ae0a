"""Screens beside the panel, a desk and a delegate's card."""

from bot.domain.meetings.desk_views import DeskView, DeskVoter
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.refusals import OnlyForPresent, OnlyForRegistrars
from bot.domain.meetings.rights import (
    may_conduct,
    may_register,
    require_conducting,
    require_registrar,
)
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.telling import ObjectionLine
from bot.domain.meetings.views import DelegateView, MeetingsHome, PanelView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId, folded
from bot.domain.people.searches import Match
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_insider, require_member
from bot.services.meetings.delegates import delegate_view
from bot.services.meetings.desks import FOUND_LIMIT, desk_view, desk_voter_of, people_named
from bot.services.meetings.meetings import meetings_of, require_convened
from bot.services.meetings.showing import objections_of, organisation_name, panel_view
from bot.services.shown import leave_message
from bot.services.transactions import RuledService, reading, repeatable


class MeetingScreens(RuledService):
    """Screens that are not kept up to date.

    Those with a `message` replace one that was; it shows nothing that changes any more.
    """

    @reading
    def home(self, tx: Transaction, actor: MemberId) -> MeetingsHome:
        """Return the meetings, and the card of the only one that is convened or held now."""
        member = require_insider(tx, actor, self._rules)
        meetings = meetings_of(tx, member, self._clock.now())
        current = [one.id for one in meetings if one.is_current]
        if len(current) != 1:
            return MeetingsHome(meetings, None)
        found, state = require_convened(tx, current[0])
        return MeetingsHome(meetings, delegate_view(tx, found, state, member, self._clock.now()))

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
    def own_arrivals(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, message: MessageRef
    ) -> DeskView:
        """Return the organisations whose people registered themselves, for registrars."""
        member, found, state = self._at(tx, actor, meeting)
        require_registrar(state, member)
        leave_message(tx, actor, message)
        return desk_view(tx, found, state, "", own=True)

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
        return delegate_view(tx, found, state, member, self._clock.now())

    @reading
    def people(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, text: str
    ) -> list[Match]:
        """Find people by name, for those who name officers or register proxies."""
        member, _, state = self._at(tx, actor, meeting)
        if not (may_conduct(state, member) or may_register(state, member)):
            raise OnlyForRegistrars
        return people_named(tx, text)

    @reading
    def voters_there(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, text: str
    ) -> list[tuple[VoterId, str]]:
        """Find organisations that are there by name, for who challenges a mandate."""
        member, _, state = self._at(tx, actor, meeting)
        if not state.represented_by(member.id):
            raise OnlyForPresent
        words = folded(text).split()
        names = [(one, organisation_name(tx, state, one)) for one in state.present]
        found = [one for one in names if all(word in folded(one[1]) for word in words)]
        return sorted(found, key=lambda one: folded(one[1]))[:FOUND_LIMIT]

    @repeatable
    def objections(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, message: MessageRef
    ) -> tuple[ObjectionLine, ...]:
        """Return the objections on record, with names."""
        member, _, state = self._at(tx, actor, meeting)
        require_conducting(state, member)
        leave_message(tx, actor, message)
        return objections_of(tx, state)

    def _at(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId
    ) -> tuple[Member, Meeting, MeetingState]:
        member = require_member(tx, actor, self._rules)
        return member, *require_convened(tx, meeting)
