"""Substitutions: a seat is handed to a colleague of the same organisation, who confirms."""

from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import SubstituteAsked
from bot.domain.events.refusals import (
    AlreadyGoing,
    ColleagueUnavailable,
    NotOfOneOrganisation,
    SubstitutionOver,
)
from bot.domain.events.rsvps import Rsvp
from bot.domain.events.substitutions import (
    Colleagues,
    Substitution,
    SubstitutionId,
    SubstitutionState,
    handed_over,
    may_stand_in,
    require_ahead,
    require_one_organisation,
    require_seat,
)
from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_event, require_member
from bot.services.events.news import refresh_tapped
from bot.services.events.requests import tell_asker, withdraw_request
from bot.services.events.seating import reseat
from bot.services.shown import leave_message
from bot.services.transactions import RuledService, repeatable, transaction


class Substitutions(RuledService):
    """Handing over seats."""

    # --- for people with a seat -------------------------------------------------------------

    @repeatable
    def colleagues(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None
    ) -> Colleagues:
        """List the colleagues who could take over, by name; `message` now shows the list.

        Refuses people without a seat or without an organisation, and events that have begun.
        """
        member, found = self._seated(tx, actor, event)
        if member.organisation is None:
            raise NotOfOneOrganisation
        if message is not None:
            leave_message(tx, member.id, message)
        people = tx.members.of_organisation(member.organisation)
        available = [one for one in people if self._is_available(tx, found, member, one)]
        return Colleagues(found, available)

    @transaction
    def ask(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        colleague: MemberId,
        message: MessageRef | None = None,
    ) -> None:
        """Ask a colleague to take over; this withdraws an earlier request.

        The seat does not move until the colleague agrees. Refuses people without a seat, events
        that have begun, people of other organisations, and colleagues who cannot be asked.
        """
        now = self._clock.now()
        member, found = self._seated(tx, actor, event)
        asked = require_one_organisation(member, tx.members.get(colleague))
        current = tx.substitutions.open_of(found.id, member.id)
        if current is None or current.colleague != asked.id:
            if not self._is_available(tx, found, member, asked):
                raise ColleagueUnavailable
            withdraw_request(tx, found.id, member.id, now)
            request = tx.substitutions.add(found.id, member.id, asked.id, now)
            tx.outbox.add([self._notice(found, request, asked)], now)
        refresh_tapped(tx, found, member.id, message, now)

    @transaction
    def take_back(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None = None
    ) -> None:
        """Withdraw the request; refuse this once the colleague has the seat."""
        now = self._clock.now()
        member = require_member(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_invited(member)
        found.require_open(now)
        seat = tx.rsvps.get(found.id, member.id)
        if seat is None or not seat.has_seat:
            raise SubstitutionOver
        withdraw_request(tx, found.id, member.id, now)
        refresh_tapped(tx, found, member.id, message, now)

    # --- for the colleague ------------------------------------------------------------------

    @transaction
    def answer(
        self,
        tx: Transaction,
        actor: MemberId,
        substitution: SubstitutionId,
        message: MessageRef | None = None,
        order: int = 0,
        *,
        accept: bool,
    ) -> None:
        """Take over the seat with its place and guests, or decline.

        The person who asked is told. Refuses a request that is over or for somebody else, events
        that are cancelled or have begun, and people with a seat of their own. After a yes,
        `message` is the event's card; `order` is the id of the update with the yes.
        """
        now = self._clock.now()
        colleague = require_member(tx, actor, self._rules)
        request = tx.substitutions.get(substitution)
        if request is None or request.colleague != colleague.id or not request.is_open:
            raise SubstitutionOver
        event = require_event(tx, request.event)
        require_ahead(event, now)
        if accept:
            self._hand_over(tx, event, request, colleague, order)
            tx.substitutions.save(request.id, SubstitutionState.ACCEPTED, now)
            refresh_tapped(tx, event, colleague.id, message, now)
            self._turn_down_others(tx, event, colleague)
        else:
            tx.substitutions.save(request.id, SubstitutionState.REFUSED, now)
        tell_asker(tx, request, self._rules, now)

    # --- internal ----------------------------------------------------------------------------

    def _seated(self, tx: Transaction, actor: MemberId, event: EventId) -> tuple[Member, Event]:
        member = require_member(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_invited(member)
        require_ahead(found, self._clock.now())
        require_seat(tx.rsvps.get(found.id, member.id))
        return member, found

    def _is_available(
        self, tx: Transaction, event: Event, member: Member, colleague: Member
    ) -> bool:
        """Tell whether a colleague can be asked, and told before the event begins."""
        if colleague.id == member.id or not (colleague.has_joined and colleague.reachable):
            return False
        if not may_stand_in(event, colleague) or _has_seat(tx.rsvps.get(event.id, colleague.id)):
            return False
        if colleague.id in tx.substitutions.refused_by(event.id, member.id):
            return False
        return self._rules.daytime_of(colleague, self._clock.now()) < event.starts_at

    def _notice(self, event: Event, request: SubstitutionId, colleague: Member) -> Notice:
        return Notice(
            key=f"substitution:{request}:asked",
            recipient=colleague.id,
            subject=SubstituteAsked(event.id, request),
            priority=Priority.REMINDER,
            not_before=self._rules.daytime_of(colleague, self._clock.now()),
        )

    def _hand_over(
        self, tx: Transaction, event: Event, request: Substitution, colleague: Member, order: int
    ) -> None:
        now = self._clock.now()
        asker, seat = tx.members.get(request.member), tx.rsvps.get(event.id, request.member)
        if asker is None or seat is None or not seat.has_seat:
            raise SubstitutionOver
        require_one_organisation(asker, colleague)
        if _has_seat(tx.rsvps.get(event.id, colleague.id)):
            raise AlreadyGoing
        if not may_stand_in(event, colleague):
            raise SubstitutionOver
        if not event.audience.includes(colleague):
            tx.events.save(event.with_chosen([colleague.id]))
        before = tx.rsvps.roster(event)
        given, taken = handed_over(seat, now, order)
        tx.rsvps.save(event.id, asker.id, given)  # first: two answers cannot share a place
        tx.rsvps.save(event.id, colleague.id, taken)
        reseat(tx, event, before, tx.rsvps.roster(event), self._rules, now, colleague.id)

    def _turn_down_others(self, tx: Transaction, event: Event, colleague: Member) -> None:
        """Decline all other requests to this colleague: one person takes one seat."""
        now = self._clock.now()
        for request in tx.substitutions.open_to(colleague.id):
            if request.event == event.id:
                tx.substitutions.save(request.id, SubstitutionState.REFUSED, now)
                tell_asker(tx, request, self._rules, now)


def _has_seat(rsvp: Rsvp | None) -> bool:
    return rsvp is not None and rsvp.has_seat
