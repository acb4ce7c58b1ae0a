"""What members do with events: see what comes, answer, bring guests, take a seat or give it up."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.events.calendars import CalendarEntry, calendar_entry
from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event, EventId
from bot.domain.events.refusals import EventNotFound
from bot.domain.events.rsvps import Answer, Rsvp, Standing, checked_guest_name
from bot.domain.events.seats import Seat
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member, MemberId, TelegramId
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.access import require_account, require_member
from bot.services.events.answering import bring_guests, take_answer
from bot.services.events.news import refresh_tapped
from bot.services.events.requests import withdraw_request
from bot.services.events.seating import reseat
from bot.services.events.views import event_card, number_in_line
from bot.services.events.visibility import event_open_to, event_seen_by
from bot.services.prompts import end_prompt
from bot.services.shown import leave_message
from bot.services.transactions import RuledService, reading, repeatable, transaction


@dataclass(frozen=True, slots=True)
class SeriesAnswered:
    """What one answer to a whole series came to: to how many dates, and on how many one waits."""

    dates: int
    waiting: int


@dataclass(frozen=True, slots=True)
class AnswerTaken:
    """Where an answer puts the person, and the language in which they are told."""

    standing: Standing
    language: str


class Rsvps(RuledService):
    """What members do with events."""

    # --- looking ----------------------------------------------------------------------------

    @repeatable
    def upcoming(
        self, tx: Transaction, actor: MemberId, message: MessageRef | None, *, mine: bool = False
    ) -> list[EventCard]:
        """List what comes, for this person; `mine` leaves only what they answered.

        `message` shows the list from now on, no card.
        """
        now = self._clock.now()
        member = require_member(tx, actor, self._rules)
        if message is not None:
            leave_message(tx, member.id, message)
        answers = tx.rsvps.of_member(member.id)
        return [
            EventCard(event, answers.get(event.id), now)
            for event in tx.events.ending_after(now)
            if event.audience.includes(member)
            and not (event.is_cancelled or event.is_scheduled)
            and (event.id in answers or not mine)
        ]

    @repeatable
    def open_card(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None
    ) -> EventCard:
        """Show a person an event in `message`, which follows its changes from now on.

        None is a message that is not sent yet.
        """
        member, found = self._visible(tx, actor, event)
        if message is not None:
            tx.shown.save(Shown(found.id, member.id, message))
        return event_card(tx, found, member, self._clock.now())

    @reading
    def look(self, tx: Transaction, actor: MemberId, event: EventId) -> EventCard:
        """Return an event as a person sees it, without showing it anywhere new."""
        member, found = self._visible(tx, actor, event)
        return event_card(tx, found, member, self._clock.now())

    @reading
    def look_again(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef
    ) -> tuple[EventCard, bool]:
        """Return an event as a person sees it, and whether `message` is their card of it."""
        member, found = self._visible(tx, actor, event)
        shown = tx.shown.get(message)
        follows = shown is not None and (shown.view, shown.subject, shown.member) == (
            EventView.CARD,
            found.id,
            member.id,
        )
        return event_card(tx, found, member, self._clock.now()), follows

    @repeatable
    def attendees(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None
    ) -> list[tuple[Member, Rsvp]]:
        """List who has a seat, in the order of their answers; `message` shows that from now on."""
        _, found = self._visible(tx, actor, event)
        if message is not None:
            leave_message(tx, actor, message)
        return [(member, rsvp) for member, rsvp in tx.rsvps.answered(found.id) if rsvp.has_seat]

    @reading
    def calendar(
        self, tx: Transaction, actor: MemberId, event: EventId, *, series: bool = False
    ) -> list[CalendarEntry]:
        """Return the event for a calendar, or all dates of its series that lie ahead.

        With a cancelled one come those of its series that are cancelled too.
        """
        member, found = self._visible(tx, actor, event)
        now = self._clock.now()
        whole = series and found.series is not None
        events = tx.events.of_series(found.series, now) if whole and found.series else [found]
        answers = tx.rsvps.of_member(member.id)
        return [
            calendar_entry(one, answers.get(one.id), self._rules.alliance)
            for one in events
            if not one.is_scheduled and (one.is_cancelled or not found.is_cancelled)
        ]

    # --- answering --------------------------------------------------------------------------

    @transaction
    def answer(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        answer: Answer,
        message: MessageRef | None = None,
        order: int = 0,
    ) -> Standing:
        """Take a person's answer, tapped on `message`; the last one counts, by `order`.

        Anybody who wants to come has a seat or waits for one, in the order of the answers. Refuses
        events that are cancelled or over, newcomers after the RSVP deadline, and people the event
        is not for. Every card of this event in the person's chat is renewed, and the counts.
        """
        member, found = self._invited(tx, actor, event)
        return self._answer(tx, found, member, answer, message, order)

    @transaction
    def answer_as(
        self,
        tx: Transaction,
        account: TelegramId,
        event: EventId,
        answer: Answer,
        message: MessageRef,
        order: int,
    ) -> AnswerTaken:
        """Take the answer of the person of a Telegram account, as `answer` does."""
        member = require_account(tx, account, self._rules)
        found = event_open_to(tx, member, event, self._clock.now())
        standing = self._answer(tx, found, member, answer, message, order)
        return AnswerTaken(standing, member.language)

    @transaction
    def answer_series(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        answer: Answer,
        message: MessageRef | None = None,
        order: int = 0,
    ) -> SeriesAnswered:
        """Take one answer to every date of the event's series that still takes it."""
        member, found = self._invited(tx, actor, event)
        if found.series is None:
            raise EventNotFound
        now = self._clock.now()
        dates = [
            one
            for one in tx.events.of_series(found.series, now)
            if not (one.is_cancelled or one.is_scheduled)
            and one.audience.includes(member)
            and (answer is Answer.DECLINED or one.takes_rsvps(now))
        ]
        standings = [
            self._answer(tx, one, member, answer, message if one.id == found.id else None, order)
            for one in dates
        ]
        waiting = sum(standing.seat is Seat.WAITING for standing in standings)
        return SeriesAnswered(len(standings), waiting)

    @transaction
    def withdraw(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef | None = None
    ) -> None:
        """Take an answer back: as if nothing had been said."""
        now = self._clock.now()
        member, found = self._invited(tx, actor, event)
        if tx.rsvps.get(found.id, member.id) is not None:
            before = tx.rsvps.roster(found)
            withdraw_request(tx, found.id, member.id, now)
            tx.rsvps.remove(found.id, member.id)
            reseat(tx, found, before, before.without(member.id), self._rules, now, member.id)
        self._refresh(tx, found, member, message)

    @transaction
    def bring(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        guests: int,
        message: MessageRef | None = None,
    ) -> Standing:
        """Come with so many guests, counted; a party sits together or waits together.

        Refuses guests without names where the organiser wants to know them, and more of them than
        before after the RSVP deadline.
        """
        return self._bring(tx, actor, event, guests, (), message)

    @transaction
    def bring_named(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        names: Sequence[str],
        message: MessageRef | None = None,
    ) -> Standing:
        """Come with these guests; refuse names that are missing or too long."""
        checked = tuple(checked_guest_name(name) for name in names)
        end_prompt(tx, actor)
        return self._bring(tx, actor, event, len(checked), checked, message)

    @transaction
    def mute(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        message: MessageRef | None = None,
        *,
        muted: bool,
    ) -> None:
        """Want no reminders of one event, or want them again; news of a change still come."""
        member, found = self._invited(tx, actor, event)
        tx.events.save_muted(found.id, member.id, muted=muted)
        self._refresh(tx, found, member, message)

    # --- how -------------------------------------------------------------------------------

    def _answer(
        self,
        tx: Transaction,
        event: Event,
        member: Member,
        answer: Answer,
        message: MessageRef | None,
        order: int,
    ) -> Standing:
        said = take_answer(tx, event, member, answer, order, self._rules, self._clock.now())
        self._refresh(tx, event, member, message)
        return Standing(said.answer, said.seat, number_in_line(tx, event, said))

    def _bring(
        self,
        tx: Transaction,
        actor: MemberId,
        event: EventId,
        guests: int,
        names: tuple[str, ...],
        message: MessageRef | None,
    ) -> Standing:
        now = self._clock.now()
        member, found = self._invited(tx, actor, event)
        said = bring_guests(tx, found, member, guests, names, self._rules, now)
        self._refresh(tx, found, member, message)
        return Standing(said.answer, said.seat, number_in_line(tx, found, said))

    def _visible(self, tx: Transaction, actor: MemberId, event: EventId) -> tuple[Member, Event]:
        member = require_member(tx, actor, self._rules)
        return member, event_seen_by(tx, member, event)

    def _invited(self, tx: Transaction, actor: MemberId, event: EventId) -> tuple[Member, Event]:
        member = require_member(tx, actor, self._rules)
        return member, event_open_to(tx, member, event, self._clock.now())

    def _refresh(
        self, tx: Transaction, event: Event, member: Member, message: MessageRef | None
    ) -> None:
        refresh_tapped(tx, event, member.id, message, self._clock.now())
