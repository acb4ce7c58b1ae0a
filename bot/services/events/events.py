"""What organisers do with events: publish, change, move, cancel, look at the counts."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.events.audiences import Audience, Reach
from bot.domain.events.cards import EventBoard
from bot.domain.events.dues import EventDue
from bot.domain.events.events import Event, EventId
from bot.domain.events.plans import EventPlan, checked_publication, checked_start
from bot.domain.events.recurrence import Recurrence
from bot.domain.events.refusals import AlreadyPublished, AudienceEmpty, EventNotFound
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.people.searches import Match, search
from bot.domain.rooms.bookings import BookingId
from bot.domain.rooms.resources import ResourceId
from bot.domain.shown import Shown
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_event, require_organiser
from bot.services.events.announcing import announce, reach_of, recipients_of
from bot.services.events.changing import left_out, save_change
from bot.services.events.publishing import (
    add_dates,
    call_off,
    plan_reminders,
    publish_dates,
    rest_of,
    tell_cancelled,
    undoable_until,
)
from bot.services.events.views import event_board
from bot.services.meetings.states import require_no_meeting
from bot.services.rooms.for_events import take_rooms
from bot.services.rules import RulesSource
from bot.services.shown import leave_message, show
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, repeatable, transaction


@dataclass(frozen=True, slots=True)
class Publication:
    """When and how often: at once unless `at` (UTC) is given, once unless it repeats.

    One at once that is `undoable` waits until the time to think again is over. `hall` is booked for
    each date; the first one takes place in what was booked already as `booking`.
    """

    at: datetime | None = None
    recurrence: Recurrence | None = None
    undoable: bool = False
    hall: ResourceId | None = None
    booking: BookingId | None = None


AT_ONCE = Publication()
MATCHES = 8
"""So many people and organisations a search shows."""


class Events(RuledService):
    """What organisers do with events."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, undo: timedelta = timedelta(0)
    ) -> None:
        """`undo` is how long an organiser can think again after publishing."""
        super().__init__(storage, clock, rules)
        self._undo = undo

    @property
    def undo(self) -> timedelta:
        """How long one can think again."""
        return self._undo

    # --- looking ----------------------------------------------------------------------------

    @reading
    def reach(self, tx: Transaction, actor: MemberId, audience: Audience) -> Reach:
        """Tell how many an announcement would reach, before anything is sent."""
        require_organiser(tx, actor, self._rules)
        return reach_of(tx, audience)

    @reading
    def municipalities(self, tx: Transaction, actor: MemberId) -> list[str]:
        """List the municipalities that organisations come from."""
        require_organiser(tx, actor, self._rules)
        return tx.organisations.municipalities()

    @reading
    def search_people(self, tx: Transaction, actor: MemberId, text: str) -> list[Match]:
        """Find people to choose by a part of their name or of their organisation's."""
        require_organiser(tx, actor, self._rules)
        return search(tx.members.all(), text, MATCHES)

    @repeatable
    def all_ahead(
        self, tx: Transaction, actor: MemberId, message: MessageRef | None
    ) -> list[EventBoard]:
        """List what is not over, with the counts; `message` shows the list from now on."""
        require_organiser(tx, actor, self._rules)
        if message is not None:
            leave_message(tx, actor, message)
        return self._ahead(tx)

    @repeatable
    def begin_managing(self, tx: Transaction, actor: MemberId) -> tuple[list[EventBoard], bool]:
        """List what is not over, with the counts; tell whether to offer the first steps, once."""
        require_organiser(tx, actor, self._rules)
        return self._ahead(tx), tx.members.offer_tour(actor)

    def _ahead(self, tx: Transaction) -> list[EventBoard]:
        now, people = self._clock.now(), tx.members.all()
        return [event_board(tx, event, now, people) for event in tx.events.ending_after(now)]

    @reading
    def board(self, tx: Transaction, actor: MemberId, event: EventId) -> EventBoard:
        """Return an event that can still be changed, with its counts; refuse any other."""
        require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_open(self._clock.now())
        return self._board(tx, found)

    @reading
    def movable(self, tx: Transaction, actor: MemberId, event: EventId) -> EventBoard:
        """Return an event that can still be moved or cancelled; refuse any other."""
        require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_open(self._clock.now())
        require_no_meeting(tx, found)
        return self._board(tx, found)

    @reading
    def following(self, tx: Transaction, actor: MemberId, event: EventId) -> list[Event]:
        """Return an event and the later dates of its series, as far as they take place."""
        require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        now = self._clock.now()
        return [one for one in rest_of(tx, found, now) if not one.is_cancelled]

    @reading
    def plan(self, tx: Transaction, actor: MemberId, event: EventId) -> EventPlan:
        """Return what was planned for an event, of any state: to copy it."""
        require_organiser(tx, actor, self._rules)
        return require_event(tx, event).plan

    @repeatable
    def open_board(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None
    ) -> EventBoard:
        """Show an organiser the counts in `message`, which follows them from now on.

        None is a message that is not sent yet.
        """
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        if message is not None:
            show(tx, Shown(found.id, organiser.id, message, EventView.BOARD))
        return self._board(tx, found)

    @repeatable
    def leave_board(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef
    ) -> EventBoard:
        """Return an event for a screen beside its board, which `message` shows no longer."""
        require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        leave_message(tx, actor, message)
        return self._board(tx, found)

    # --- publishing -------------------------------------------------------------------------

    @transaction
    def publish(
        self,
        tx: Transaction,
        actor: MemberId,
        plan: EventPlan,
        draft: str | None = None,
        publication: Publication = AT_ONCE,
    ) -> EventId:
        """Publish an event, or all dates of a series, and tell the audience, now or at a time.

        Refuses a plan that breaks a rule. `draft` names what it was drafted in: the same draft is
        published once, however often the button is tapped and whatever crashes in between. Of a
        series, the first date is returned, and it alone is announced.
        """
        now = self._clock.now()
        organiser = require_organiser(tx, actor, self._rules)
        published = tx.events.by_draft(draft) if draft else None
        if published is not None:
            return published
        checked = plan.checked(now)
        if not recipients_of(tx, checked.audience):
            raise AudienceEmpty
        at = self._publish_at(publication, checked, now)
        recurrence, zone = publication.recurrence, self._rules.zone
        events = add_dates(tx, organiser, checked, recurrence, zone, now, draft=draft, at=at)
        first, hall, booking = events[0], publication.hall, publication.booking
        take_rooms(tx, organiser, events, hall, booking, self._rules, now)
        if at is None:
            for event in events:
                plan_reminders(tx, event, self._rules, now)
            announce(tx, first, organiser, now)
        act = "event.publish" if publication.at is None else "event.schedule"
        dates = len(events)
        tx.audit.add(organiser.id, act, f"event:{first.id}", now, title=first.title, dates=dates)
        return first.id

    def _publish_at(
        self, publication: Publication, plan: EventPlan, now: datetime
    ) -> datetime | None:
        """Return when to publish; None is at once."""
        if publication.at is not None:
            at = checked_start(publication.at, now)
            checked_publication(at, plan.starts_at)
            return at
        return undoable_until(plan, self._undo, now) if publication.undoable else None

    @transaction
    def publish_scheduled(self, tx: Transaction, actor: MemberId, event: EventId) -> EventBoard:
        """Publish now what was scheduled for later, with all dates of its series."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        now = self._clock.now()
        found.require_open(now)
        if not found.is_scheduled:
            raise AlreadyPublished
        publish_dates(tx, found, organiser, self._rules, now)
        tx.audit.add(organiser.id, "event.publish", f"event:{found.id}", now, title=found.title)
        return self._board(tx, require_event(tx, event))

    def _due(self, tx: Transaction) -> list[EventId]:
        return tx.events.due_for_publication(self._clock.now())

    @each_due(EventDue.PUBLICATION, _due)
    def publish_due(self, tx: Transaction, event: EventId) -> int:
        """Publish scheduled events that are due; return how many dates."""
        now = self._clock.now()
        found = require_event(tx, event)
        if not found.is_scheduled or found.publish_at is None or found.publish_at > now:
            return 0
        organiser = tx.members.get(found.created_by)
        if organiser is None:  # cannot happen: members are not deleted
            raise EventNotFound
        return publish_dates(tx, found, organiser, self._rules, now)

    # --- changing ---------------------------------------------------------------------------

    @transaction
    def move(
        self, tx: Transaction, actor: MemberId, event: EventId, starts_at: datetime
    ) -> EventBoard:
        """Move an event to another time (UTC): a change like any other."""
        organiser = require_organiser(tx, actor, self._rules)
        old = require_event(tx, event)
        now = self._clock.now()
        new = old.moved(starts_at, now, self._rules.zone)
        save_change(tx, organiser, old, new, "event.move", self._rules, now)
        return self._board(tx, new)

    @transaction
    def change(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        plan: EventPlan,
        publish_at: datetime | None = None,
        seen: EventPlan | None = None,
    ) -> EventBoard:
        """Change the plan of an event; refuse a plan that breaks a rule.

        `seen` is the plan that the organiser began with: what differs from it is changed, and what
        somebody else changed meanwhile stays. A scheduled event is published at `publish_at` (UTC)
        from now on, if that is given.

        Another time or place is told to all who go, may come or wait, once; what is on display
        follows any change. Fewer seats send those who came last back to the line; more seats are
        found their takers.
        """
        organiser = require_organiser(tx, actor, self._rules)
        old = require_event(tx, event)
        now = self._clock.now()
        if old.is_scheduled and publish_at is not None and publish_at != old.publish_at:
            old = replace(old, publish_at=checked_start(publish_at, now))
        merged = plan if seen is None else old.plan.with_changes(seen, plan)
        new = old.changed(merged, now, self._rules.zone)
        new = new.with_chosen(left_out(tx, new))
        save_change(tx, organiser, old, new, "event.change", self._rules, now)
        return self._board(tx, new)

    @transaction
    def cancel(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        reason: str,
        *,
        following: bool = False,
    ) -> EventBoard:
        """Cancel an event, with `following` its later dates too, and tell those who answered."""
        now = self._clock.now()
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_open(now)
        dates = rest_of(tx, found, now) if following else [found]
        dates = [one for one in dates if not one.is_cancelled]
        for one in dates:
            call_off(tx, organiser, one, reason, now)
        tell_cancelled(tx, organiser, [one for one in dates if not one.is_scheduled], now)
        return self._board(tx, require_event(tx, event))

    # --- how -------------------------------------------------------------------------------

    def _board(self, tx: Transaction, event: Event) -> EventBoard:
        return event_board(tx, event, self._clock.now())
