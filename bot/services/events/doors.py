"""Check-in: show and scan passes, find people by name, record arrivals."""

from dataclasses import replace

from bot.domain.events.doors import (
    DOOR_OPENS,
    FOUND_LIMIT,
    SCREEN_TIME,
    Arrival,
    Door,
    Found,
    Pass,
    ScanOutcome,
    Visitor,
    Way,
    require_door,
)
from bot.domain.events.dues import EventDue
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import ScreenOpened
from bot.domain.events.passes import code_in, new_code, next_turn, screen_code_holds, screen_event
from bot.domain.events.refusals import NoSeatYet, NotGoing, NotHelper, PassInvalid, ScreenTurned
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member, MemberId, folded
from bot.domain.people.searches import is_called
from bot.domain.priorities import Priority
from bot.domain.refusals import ButtonTooOld
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.access import require_event, require_member
from bot.services.events.news import refresh_door, take_down
from bot.services.events.views import event_door
from bot.services.shown import refresh, show
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, repeatable, transaction


class Doors(RuledService):
    """The check-in of events."""

    # --- for participants -------------------------------------------------------------------

    @repeatable
    def pass_for(self, tx: Transaction, actor: MemberId, event: EventId) -> Pass:
        """Return a person's pass, always the same; refuse people without a seat."""
        member = require_member(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_visible(member)
        found.require_open(self._clock.now())
        rsvp = tx.rsvps.get(found.id, member.id)
        if rsvp is None or rsvp.seat is None:
            raise NotGoing
        if not rsvp.has_seat:
            raise NoSeatYet
        code = tx.doors.pass_code(found.id, member.id)
        if code is None:
            code = new_code()
            tx.doors.add_pass(found.id, member.id, code)
        return Pass(found, member.name, code)

    @transaction
    def check_in_self(self, tx: Transaction, actor: MemberId, payload: str) -> Arrival:
        """Record the arrival of a person who scanned the screen's code, by the payload of its link.

        Refuses a code that is no longer shown, and people whom the event is not for.
        """
        member = require_member(tx, actor, self._rules)
        event, code = screen_event(payload)
        now = self._clock.now()
        found = tx.events.get(event)
        if found is None or not screen_code_holds(event, tx.events.secret(event), code, now):
            raise ScreenTurned
        found.require_invited(member)
        require_door(found, now)
        return self._note(tx, found, member, Way.SCREEN, None)

    # --- for helpers ------------------------------------------------------------------------

    @repeatable
    def door(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None
    ) -> Door:
        """Return who came; `message`, if given, shows it and is kept up to date."""
        helper, found = self._at_door(tx, actor, event)
        if message is not None:
            show(tx, Shown(found.id, helper.id, message, EventView.DOOR))
        return event_door(tx, found, helper, self._clock.now())

    @transaction
    def scan(self, tx: Transaction, actor: MemberId, payload: str) -> Arrival:
        """Record the owner of a scanned pass, by the payload of its link.

        A person who no longer has a seat is not recorded; `tick` does that if they are let in.
        """
        helper = require_member(tx, actor, self._rules)
        owner = tx.doors.by_pass(code_in(payload))
        if owner is None:
            raise PassInvalid
        found, member = require_event(tx, owner[0]), tx.members.get(owner[1])
        if member is None or not _lets_in(tx, found, helper):
            raise NotHelper
        require_door(found, self._clock.now())
        visitor = _visitor(tx, found, member)
        if not visitor.expected and visitor.arrived_at is None:
            return Arrival(found, visitor, ScanOutcome.UNSEATED)
        return self._note(tx, found, member, Way.PASS, helper.id)

    @reading
    def find(self, tx: Transaction, actor: MemberId, event: EventId, text: str) -> Found:
        """Find people of the audience by name; an empty text finds nobody."""
        _, found = self._at_door(tx, actor, event)
        require_door(found, self._clock.now())
        rsvps = {member.id: rsvp for member, rsvp in tx.rsvps.answered(found.id)}
        arrivals = tx.doors.arrivals(found.id)
        visitors = [
            Visitor(member, rsvps.get(member.id), arrivals.get(member.id))
            for member in _people(tx, found)
            if is_called(member.name, text)
        ]
        visitors.sort(key=_seated_by_name)
        return Found(found, tuple(visitors[:FOUND_LIMIT]), len(visitors))

    @transaction
    def tick(self, tx: Transaction, actor: MemberId, event: EventId, member: MemberId) -> Arrival:
        """Record somebody who was found by name, with or without a seat."""
        helper, found, person = self._person(tx, actor, event, member)
        return self._note(tx, found, person, Way.NAME, helper.id)

    @transaction
    def untick(self, tx: Transaction, actor: MemberId, event: EventId, member: MemberId) -> Visitor:
        """Undo a recorded arrival."""
        _, found, person = self._person(tx, actor, event, member)
        tx.doors.remove_arrival(found.id, person.id)
        refresh_door(tx, found, self._clock.now())
        return _visitor(tx, found, person)

    @reading
    def event(self, tx: Transaction, actor: MemberId, event: EventId) -> Event:
        """Return the event whose check-in a person may use; refuse everybody else."""
        _, found = self._at_door(tx, actor, event)
        require_door(found, self._clock.now())
        return found

    # --- the hall's screen ------------------------------------------------------------------

    @transaction
    def open_screen(self, tx: Transaction, actor: MemberId, event: EventId) -> None:
        """Send the code for the hall's screen: a picture that is replaced every minute."""
        helper, found = self._at_door(tx, actor, event)
        now = self._clock.now()
        require_door(found, now)
        until = min(now + SCREEN_TIME, found.ends_at + DOOR_OPENS)
        key = f"screen:{found.id}:{helper.id}:{now.timestamp():.6f}"
        notice = Notice(key, helper.id, ScreenOpened(found.id, until), Priority.ANSWER, now)
        tx.outbox.add([notice], now)

    @transaction
    def close_screen(self, tx: Transaction, actor: MemberId, message: MessageRef) -> None:
        """End one's own screen before its time; refuse any other message."""
        member = require_member(tx, actor, self._rules)
        screen = tx.shown.get(message)
        if screen is None or screen.view is not EventView.SCREEN or screen.member != member.id:
            raise ButtonTooOld
        now = self._clock.now()
        tx.shown.save(replace(screen, until=now))
        take_down(tx, screen, now, now)

    def _with_screens(self, tx: Transaction) -> list[EventId]:
        return tx.shown.with_screens(self._clock.now())

    @each_due(EventDue.SCREEN, _with_screens)
    def turn_screens(self, tx: Transaction, event: EventId) -> int:
        """Enqueue the next edit of each screen, due when its code changes; return how many screens.

        Calling this more often does not add edits: there is one a minute.
        """
        now = self._clock.now()
        screens = tx.shown.screens(event, now)
        refresh(tx, screens, Priority.REMINDER, now, at=next_turn(now))
        return len(screens)

    # --- internal ----------------------------------------------------------------------------

    def _at_door(self, tx: Transaction, actor: MemberId, event: EventId) -> tuple[Member, Event]:
        member = require_member(tx, actor, self._rules)
        found = require_event(tx, event)
        if not _lets_in(tx, found, member):
            found.require_visible(member)
            raise NotHelper
        return member, found

    def _person(
        self, tx: Transaction, actor: MemberId, event: EventId, member: MemberId
    ) -> tuple[Member, Event, Member]:
        helper, found = self._at_door(tx, actor, event)
        require_door(found, self._clock.now())
        person = next((one for one in _people(tx, found) if one.id == member), None)
        if person is None:
            raise ButtonTooOld
        return helper, found, person

    def _note(
        self, tx: Transaction, event: Event, member: Member, way: Way, noted_by: MemberId | None
    ) -> Arrival:
        now = self._clock.now()
        visitor = _visitor(tx, event, member)
        if not tx.doors.add_arrival(event.id, member.id, now, way, noted_by):
            return Arrival(event, visitor, ScanOutcome.AGAIN)
        refresh_door(tx, event, now)
        return Arrival(event, replace(visitor, arrived_at=now), ScanOutcome.NOTED)


def _lets_in(tx: Transaction, event: Event, member: Member) -> bool:
    return member.is_organiser or member.id in tx.doors.helpers(event.id)


def _people(tx: Transaction, event: Event) -> list[Member]:
    """Return the audience, joined or not, without erased people."""
    return [member for member in tx.members.all() if event.audience.includes(member)]


def _visitor(tx: Transaction, event: Event, member: Member) -> Visitor:
    rsvp = tx.rsvps.get(event.id, member.id)
    return Visitor(member, rsvp, tx.doors.arrived_at(event.id, member.id))


def _seated_by_name(visitor: Visitor) -> tuple[bool, str, str]:
    member = visitor.member
    return not visitor.expected, folded(member.name), folded(member.organisation_name or "")
