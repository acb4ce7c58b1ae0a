"""What organisers do with events, and what members answer."""

from datetime import datetime, timedelta

from bot.domain.events import (
    Answer,
    Audience,
    Event,
    EventBoard,
    EventCard,
    EventId,
    EventPlan,
    Reach,
)
from bot.domain.mailings import Occasion
from bot.domain.members import Member, MemberId
from bot.domain.notices import (
    EventAnnounced,
    EventCancelled,
    EventMoved,
    MessageRef,
)
from bot.domain.priorities import Priority
from bot.domain.refusals import AudienceEmpty, EventNotFound, NotMember
from bot.domain.reminders import reminders_for
from bot.ports import Card, Clock, Storage, Transaction
from bot.services.boards import event_board
from bot.services.news import refresh_boards, refresh_cards, tell_many
from bot.services.transactions import Service, reading, transaction


class Events(Service):
    """What members and organisers do with events; each public method is one transaction."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        *,
        leads: tuple[timedelta, ...],
        consent_version: int,
    ) -> None:
        super().__init__(storage, clock)
        self._leads = leads
        self._consent_version = consent_version

    # --- what organisers do -----------------------------------------------------------------

    @reading
    def reach(self, tx: Transaction, actor: MemberId, audience: Audience) -> Reach:
        """Tell whom an announcement would touch, before anything is sent."""
        self._organiser(tx, actor)
        return self._reach(tx, audience)

    @transaction
    def publish(
        self, tx: Transaction, actor: MemberId, plan: EventPlan, draft: str | None = None
    ) -> EventId:
        """Publish an event and tell its audience; refuse a plan that breaks a rule.

        `draft` names what it was drafted in: the same draft is published once, however often the
        button is tapped and whatever crashes in between.
        """
        now = self._clock.now()
        organiser = self._organiser(tx, actor)
        published = tx.events.by_draft(draft) if draft else None
        if published is not None:
            return published
        checked = plan.checked(now)
        recipients = self._recipients(tx, checked.audience)
        if not recipients:
            raise AudienceEmpty
        event = self._saved(tx, tx.events.add(checked, organiser.id, now, draft))
        tx.reminders.replace(event.id, reminders_for(event, self._leads, now))
        tell_many(
            tx,
            Occasion.PUBLISHED,
            event,
            organiser,
            EventAnnounced(event.id),
            recipients,
            now,
            not_joined=self._reach(tx, event.audience).not_joined,
        )
        tx.audit.add(organiser.id, "event.publish", f"event:{event.id}", now, title=event.title)
        return event.id

    @transaction
    def move(
        self, tx: Transaction, actor: MemberId, event: EventId, starts_at: datetime
    ) -> EventBoard:
        """Give an event another time (UTC) and tell those who answered; the reminders move too."""
        now = self._clock.now()
        organiser = self._organiser(tx, actor)
        old = self._saved(tx, event)
        new = old.moved(starts_at, now)
        tx.events.save(new)
        tx.reminders.replace(new.id, reminders_for(new, self._leads, now))
        news = EventMoved(new.id, old_start=old.starts_at, new_start=new.starts_at)
        tell_many(tx, Occasion.MOVED, new, organiser, news, self._answered(tx, new), now)
        refresh_cards(tx, new, tx.events.cards(new.id), Priority.BROADCAST, now)
        refresh_boards(tx, new, now)
        tx.audit.add(
            organiser.id,
            "event.move",
            f"event:{new.id}",
            now,
            old=old.starts_at.isoformat(),
            new=new.starts_at.isoformat(),
        )
        return self._board(tx, new)

    @transaction
    def cancel(self, tx: Transaction, actor: MemberId, event: EventId, reason: str) -> EventBoard:
        """Call an event off, with a reason or without, and tell those who answered."""
        now = self._clock.now()
        organiser = self._organiser(tx, actor)
        cancelled = self._saved(tx, event).cancelled(reason, now)
        tx.events.save(cancelled)
        tx.reminders.replace(cancelled.id, [])
        answered = self._answered(tx, cancelled)
        news = EventCancelled(cancelled.id)
        tell_many(tx, Occasion.CANCELLED, cancelled, organiser, news, answered, now)
        refresh_cards(tx, cancelled, tx.events.cards(cancelled.id), Priority.BROADCAST, now)
        refresh_boards(tx, cancelled, now)
        tx.audit.add(organiser.id, "event.cancel", f"event:{event}", now, reason=cancelled.reason)
        return self._board(tx, cancelled)

    @transaction
    def all_ahead(
        self, tx: Transaction, actor: MemberId, message: MessageRef | None
    ) -> list[EventBoard]:
        """List what is not over, with the counts; `message` shows the list from now on."""
        self._organiser(tx, actor)
        if message is not None:
            tx.events.forget_card(message)
        now = self._clock.now()
        people = tx.members.all()
        return [event_board(tx, event, now, people) for event in tx.events.ending_after(now)]

    @reading
    def board(self, tx: Transaction, actor: MemberId, event: EventId) -> EventBoard:
        """Return an event that can still be changed, with its counts; refuse any other."""
        self._organiser(tx, actor)
        found = self._saved(tx, event)
        found.require_open(self._clock.now())
        return self._board(tx, found)

    @transaction
    def open_board(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef
    ) -> EventBoard:
        """Show an organiser the counts in `message`, which follows them from now on."""
        organiser = self._organiser(tx, actor)
        found = self._saved(tx, event)
        tx.events.add_board(found.id, organiser.id, message)
        return self._board(tx, found)

    # --- what members do --------------------------------------------------------------------

    @transaction
    def upcoming(
        self, tx: Transaction, actor: MemberId, message: MessageRef | None
    ) -> list[EventCard]:
        """List what comes, for this person; `message` shows the list from now on, no card."""
        now = self._clock.now()
        member = self._member(tx, actor)
        if message is not None:
            tx.events.forget_card(message)
        answers = tx.events.answers_of(member.id)
        return [
            EventCard(event, answers.get(event.id), over=False)
            for event in tx.events.ending_after(now)
            if event.audience.includes(member) and not event.is_cancelled
        ]

    @transaction
    def open_card(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef
    ) -> EventCard:
        """Show a person an event in `message`, which follows its changes from now on."""
        member = self._member(tx, actor)
        found = self._saved(tx, event)
        found.require_visible(member)
        tx.events.add_card(found.id, member.id, message)
        answer = tx.events.answer(found.id, member.id)
        return EventCard(found, answer, over=found.is_over(self._clock.now()))

    @transaction
    def rsvp(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        answer: Answer,
        message: MessageRef,
        order: int = 0,
    ) -> Event:
        """Take a person's answer, tapped on `message`; the last one counts, by `order`.

        Refuses events that are cancelled or over, and whoever the event is not for. Every card of
        this event in the person's chat is renewed, and the organisers' counts.
        """
        now = self._clock.now()
        member = self._member(tx, actor)
        found = self._saved(tx, event)
        found.require_invited(member)
        found.require_open(now)
        tx.events.save_answer(found.id, member.id, answer, now, order)
        cards = tx.events.cards_of(found.id, member.id)
        tapped = Card(member.id, message)
        if tapped not in cards:
            tx.events.add_card(found.id, member.id, message)
            cards.append(tapped)
        refresh_cards(tx, found, cards, Priority.ANSWER, now)
        refresh_boards(tx, found, now)
        return found

    # --- how -------------------------------------------------------------------------------

    def _member(self, tx: Transaction, actor: MemberId) -> Member:
        member = tx.members.get(actor)
        if member is None:
            raise NotMember
        member.require_consent(self._consent_version)
        return member

    def _organiser(self, tx: Transaction, actor: MemberId) -> Member:
        member = self._member(tx, actor)
        member.require_organiser()
        return member

    def _saved(self, tx: Transaction, event: EventId) -> Event:
        found = tx.events.get(event)
        if found is None:
            raise EventNotFound
        return found

    def _audience(self, tx: Transaction, audience: Audience) -> list[Member]:
        return [member for member in tx.members.all() if audience.includes(member)]

    def _recipients(self, tx: Transaction, audience: Audience) -> list[Member]:
        return [member for member in self._audience(tx, audience) if member.has_joined]

    def _answered(self, tx: Transaction, event: Event) -> list[Member]:
        return [member for member, _, _ in tx.events.answered(event.id)]

    def _reach(self, tx: Transaction, audience: Audience) -> Reach:
        people = self._audience(tx, audience)
        joined = [member for member in people if member.has_joined]
        reachable = [member for member in joined if member.reachable]
        return Reach(
            people=len(reachable),
            organisations=len({m.organisation for m in reachable if m.organisation is not None}),
            unreachable=len(joined) - len(reachable),
            not_joined=len(people) - len(joined),
        )

    def _board(self, tx: Transaction, event: Event) -> EventBoard:
        return event_board(tx, event, self._clock.now())
