"""Compose the notices of events, and record the results of sending."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import TypeVar

from bot.domain.events import letters, notices
from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event
from bot.domain.events.passes import screen_payload
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import SubstitutionState
from bot.domain.events.views import EventView
from bot.domain.letters import LetterContent
from bot.domain.people.members import Member
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.events.news import refresh_counts, take_down
from bot.services.events.seating import pass_over
from bot.services.events.views import event_board, event_card, event_door
from bot.services.notices import Asked, Compose, Lost, NoticeRules, NoticesByKind, Sent, new_message
from bot.services.shown import refresh, still_shown

E = TypeVar("E", bound=notices.EventSubject)


def of_event(compose: Callable[[Transaction, Asked[E], Event], LetterContent | None]) -> Compose[E]:
    """Compose the notice with its event; None if that no longer exists."""

    @wraps(compose)
    def composed(tx: Transaction, asked: Asked[E]) -> LetterContent | None:
        event = tx.events.get(asked.subject.event)
        return None if event is None else compose(tx, asked, event)

    return composed


def _card(tx: Transaction, asked: Asked[notices.EventSubject], event: Event) -> EventCard | None:
    """Return the person's card of the event; None if the notice is not for them any more."""
    if asked.member is None:
        return None
    card = event_card(tx, event, asked.member, asked.now)
    concerned = asked.subject.concerns(event, asked.member, card.rsvp, asked.now)
    return card if concerned else None


@of_event
def compose_news(
    tx: Transaction, asked: Asked[notices.EventSubject], event: Event
) -> letters.EventLetter | None:
    """Return news of an event with the person's card."""
    card = _card(tx, asked, event)
    return None if card is None else letters.EventLetter(asked.subject, card, asked.now)


@of_event
def compose_call(
    tx: Transaction, asked: Asked[notices.SeatCalled], event: Event
) -> letters.EventLetter | None:
    """Return that a seat is free; None if somebody else has taken it."""
    card = _card(tx, asked, event)
    free = card is not None and card.called
    return letters.EventLetter(asked.subject, card, asked.now) if card and free else None


@of_event
def compose_cancelled(
    tx: Transaction, asked: Asked[notices.EventCancelled], _event: Event
) -> letters.EventLetter | None:
    """Return the cancelled dates that the person answered and that still lie ahead."""
    subject, member, now = asked.subject, asked.member, asked.now
    if member is None:
        return None
    answers = tx.rsvps.of_member(member.id)
    found = [tx.events.get(one) for one in (subject.event, *subject.others) if one in answers]
    ahead = [one for one in found if one and subject.concerns(one, member, None, now)]
    if not ahead:
        return None
    dates = tuple(one.starts_at for one in ahead) if len(ahead) > 1 else ()
    return letters.EventLetter(subject, event_card(tx, ahead[0], member, now), now, dates)


@of_event
def compose_request(
    tx: Transaction, asked: Asked[notices.SubstituteAsked], event: Event
) -> letters.SubstituteRequestLetter | None:
    """Return the request to a colleague; None once it is over."""
    card = _card(tx, asked, event)
    request = tx.substitutions.get(asked.subject.substitution)
    if card is None or request is None or not request.is_open:
        return None
    asker, seated = tx.members.get(request.member), tx.rsvps.get(request.event, request.member)
    if asker is None or seated is None:
        return None
    return letters.SubstituteRequestLetter(
        request.id, card, asker.name, asker.position, seated.guests
    )


@of_event
def compose_reply(
    tx: Transaction, asked: Asked[notices.SubstituteAnswered], event: Event
) -> letters.SubstituteReplyLetter | None:
    """Return the answer for the person who asked; None if they have no seat any more.

    A request of an erased colleague is deleted: that counts as a no without a name.
    """
    card = _card(tx, asked, event)
    request = tx.substitutions.get(asked.subject.substitution)
    accepted = request is not None and request.state is SubstitutionState.ACCEPTED
    if card is None or not (accepted or card.seat is Seat.SEATED):
        return None
    colleague = tx.members.get(request.colleague) if request else None
    name, position = (colleague.name, colleague.position) if colleague else ("", "")
    return letters.SubstituteReplyLetter(card, name, position, accepted)


@of_event
def compose_message(
    tx: Transaction, asked: Asked[notices.EventMessage], event: Event
) -> letters.MessageLetter | None:
    """Return what an organiser wrote before 0.1.0; see `EventMessage`."""
    card = _card(tx, asked, event)
    return (
        None
        if card is None
        else letters.MessageLetter(card, tx.mailings.text(asked.subject.mailing))
    )


@of_event
def compose_post(
    tx: Transaction, asked: Asked[notices.EventPosted], event: Event
) -> letters.PostLetter | None:
    """Return the card for a group or channel; None once the event is over or cancelled."""
    gone = event.is_cancelled or event.is_over(asked.now)
    return None if gone else letters.PostLetter(event_board(tx, event, asked.now))


@of_event
def compose_screen(
    tx: Transaction, asked: Asked[notices.ScreenOpened], event: Event
) -> letters.ScreenLetter:
    """Return the code for the hall's screen."""
    return _screen(tx, event, asked.subject.until, asked.now)


@of_event
def compose_shown(
    tx: Transaction, asked: Asked[notices.EventCardChanged], event: Event
) -> LetterContent | None:
    """Return what a message should show of the event; None if it now shows something else."""
    shown = still_shown(tx, asked, EventView, event.id)
    return None if shown is None else _view(tx, shown, event, asked.member, asked.now)


def _view(
    tx: Transaction, shown: Shown, event: Event, member: Member | None, now: datetime
) -> LetterContent | None:
    match shown.view:
        case EventView.POST:
            return letters.PostLetter(event_board(tx, event, now))
        case EventView.BOARD if member and member.is_organiser:
            return letters.BoardLetter(event_board(tx, event, now))
        case EventView.DOOR if member and _helps(tx, event, member):
            return letters.DoorLetter(event_door(tx, event, member, now))
        case EventView.SCREEN if member and shown.until and _helps(tx, event, member):
            return _screen(tx, event, shown.until, now)
        case EventView.CARD if member:
            card = event_card(tx, event, member, now)
            return letters.EventLetter(notices.EventCardChanged(event.id), card, now)
        case _:
            return None


def _screen(tx: Transaction, event: Event, until: datetime, now: datetime) -> letters.ScreenLetter:
    on = now < until and not event.is_cancelled
    payload = screen_payload(event.id, tx.events.secret(event.id), now) if on else None
    return letters.ScreenLetter(event, payload, tx.doors.count_arrivals(event.id))


def _helps(tx: Transaction, event: Event, member: Member) -> bool:
    return member.is_organiser or member.id in tx.doors.helpers(event.id)


def keep_card(tx: Transaction, sent: Sent[notices.EventSubject]) -> None:
    """Record a message with the event's buttons as a card, unless it shows something else.

    It is renewed if something happened while it was being sent: an answer elsewhere, a change of
    the event, a seat. Nobody could edit it then.
    """
    message = new_message(tx, sent)
    if message is None or sent.tapped:
        return
    shown = Shown(sent.subject.event, sent.notice.recipient, message)
    tx.shown.save(shown)
    if isinstance(sent.content, letters.EventLetter) and _is_behind(tx, sent.content.card, sent):
        refresh(tx, [shown], Priority.ANSWER, sent.now)


def _is_behind(tx: Transaction, card: EventCard, sent: Sent[notices.EventSubject]) -> bool:
    """Tell whether a card that was sent shows what is no longer so.

    Seats that others took make a difference once there is none left, or one again.
    """
    event, recipient = tx.events.get(card.event.id), sent.notice.recipient
    member = None if recipient is None else tx.members.get(recipient)
    if event is None or member is None:
        return False
    newest = event_card(tx, event, member, card.now)
    return newest.is_full != card.is_full or replace(newest, taken=card.taken) != card


def keep_post(tx: Transaction, sent: Sent[notices.EventPosted]) -> None:
    """Record a post, and renew its counts, which may have changed while it was being sent."""
    message = new_message(tx, sent)
    if message is None:
        return
    tx.shown.save(Shown(sent.subject.event, None, message, EventView.POST))
    event = tx.events.get(sent.subject.event)
    if event is not None:
        refresh_counts(tx, event, sent.now)


def keep_screen(tx: Transaction, sent: Sent[notices.ScreenOpened]) -> None:
    """Record a screen, and plan its removal when its time is over."""
    message, owner = new_message(tx, sent), sent.notice.recipient
    if message is None:
        return
    until = sent.subject.until
    screen = Shown(sent.subject.event, owner, message, EventView.SCREEN, until)
    tx.shown.save(screen)
    take_down(tx, screen, until, sent.now)


def offer_to_next(tx: Transaction, lost: Lost[notices.SeatOffered]) -> None:
    """Offer the seat to the next person: the offer could not be delivered."""
    if lost.notice.recipient is not None:
        pass_over(tx, lost.subject.event, lost.notice.recipient, lost.rules, lost.now)


NOTICES: NoticesByKind = {
    notices.EventAnnounced: NoticeRules(compose_news, sent=keep_card),
    notices.EventMoved: NoticeRules(compose_news),
    notices.EventCancelled: NoticeRules(compose_cancelled),
    notices.EventReminder: NoticeRules(compose_news, sent=keep_card),
    notices.SeatPromoted: NoticeRules(compose_news, sent=keep_card),
    notices.SeatOffered: NoticeRules(compose_news, sent=keep_card, unreachable=offer_to_next),
    notices.SeatCalled: NoticeRules(compose_call, sent=keep_card),
    notices.OfferLapsed: NoticeRules(compose_news),
    notices.SeatLost: NoticeRules(compose_news),
    notices.SubstituteAsked: NoticeRules(compose_request),
    notices.SubstituteAnswered: NoticeRules(compose_reply),
    notices.HelperNamed: NoticeRules(compose_news),
    notices.ScreenOpened: NoticeRules(compose_screen, sent=keep_screen),
    notices.EventMessage: NoticeRules(compose_message),
    notices.EventPosted: NoticeRules(compose_post, sent=keep_post),
    notices.EventCardChanged: NoticeRules(compose_shown),
}
