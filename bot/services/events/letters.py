"""What a notice of an event says by the time it is sent, composed from what is stored."""

from datetime import datetime

from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event
from bot.domain.events.letters import (
    BoardLetter,
    DoorLetter,
    EventContent,
    EventLetter,
    MessageLetter,
    PostLetter,
    ScreenLetter,
    SubstituteLetter,
)
from bot.domain.events.notices import (
    EventCancelled,
    EventCardChanged,
    EventMessage,
    EventPosted,
    EventSubject,
    ScreenOpened,
    SeatCalled,
    SubstituteAnswered,
    SubstituteAsked,
    concerns,
)
from bot.domain.events.passes import screen_payload
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import SubstitutionState
from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member
from bot.ports import Card, Transaction, View
from bot.services.events.views import event_board, event_card, event_door


def event_content(
    tx: Transaction, notice: Notice, subject: EventSubject, member: Member | None, now: datetime
) -> EventContent | None:
    """Return what the notice says of its event; None when nothing is left to say."""
    event = tx.events.get(subject.event)
    if event is None:
        return None
    if isinstance(subject, EventCardChanged):
        return _shown(tx, event, notice.edits, member, now)
    if isinstance(subject, EventPosted):
        gone = event.is_cancelled or event.is_over(now)
        return None if gone else PostLetter(event_board(tx, event, now))
    if isinstance(subject, ScreenOpened):
        return _screen(tx, event, subject.until, now)
    return None if member is None else _news(tx, subject, event, member, now)


def _news(
    tx: Transaction, subject: EventSubject, event: Event, member: Member, now: datetime
) -> EventContent | None:
    if isinstance(subject, EventCancelled):
        return _called_off(tx, subject, member, now)
    card = event_card(tx, event, member, now)
    taken = isinstance(subject, SeatCalled) and not card.called  # somebody was quicker
    if taken or not concerns(subject, event, member, card.rsvp, now):
        return None
    match subject:
        case SubstituteAsked() | SubstituteAnswered():
            return _substitute(tx, subject, card)
        case EventMessage(mailing=mailing):
            return MessageLetter(card, tx.mailings.text(mailing))
        case EventCardChanged() | EventPosted() | ScreenOpened():
            return None  # composed above
        case _:
            return EventLetter(subject, card, now)


def _called_off(
    tx: Transaction, subject: EventCancelled, member: Member, now: datetime
) -> EventLetter | None:
    """Return the letter that names those dates which the person answered and are still ahead."""
    answers = tx.rsvps.of_member(member.id)
    found = [tx.events.get(one) for one in (subject.event, *subject.others) if one in answers]
    ahead = [one for one in found if one and concerns(subject, one, member, None, now)]
    if not ahead:
        return None
    dates = tuple(one.starts_at for one in ahead) if len(ahead) > 1 else ()
    return EventLetter(subject, event_card(tx, ahead[0], member, now), now, dates)


def _substitute(
    tx: Transaction, subject: SubstituteAsked | SubstituteAnswered, card: EventCard
) -> SubstituteLetter | None:
    if isinstance(subject, SubstituteAsked):
        return _request(tx, subject, card)
    return _reply(tx, subject, card)


def _request(tx: Transaction, subject: SubstituteAsked, card: EventCard) -> SubstituteLetter | None:
    """Return what a colleague is asked; None once the request is over."""
    request = tx.substitutions.get(subject.substitution)
    if request is None or not request.is_open:
        return None
    asker, seated = tx.members.get(request.member), tx.rsvps.get(request.event, request.member)
    if asker is None or seated is None:
        return None
    return SubstituteLetter(
        subject, card, asker.name, asker.position, guests=seated.guests, accepted=None
    )


def _reply(
    tx: Transaction, subject: SubstituteAnswered, card: EventCard
) -> SubstituteLetter | None:
    """Return the answer to whoever asked; None if they have given the seat up meanwhile.

    A request goes with a colleague who is erased: then it is a no without a name.
    """
    request = tx.substitutions.get(subject.substitution)
    accepted = request is not None and request.state is SubstitutionState.ACCEPTED
    if not accepted and card.seat is not Seat.SEATED:
        return None
    colleague = tx.members.get(request.colleague) if request else None
    name, position = (colleague.name, colleague.position) if colleague else ("", "")
    return SubstituteLetter(subject, card, name, position, guests=0, accepted=accepted)


def _shown(
    tx: Transaction,
    event: Event,
    message: MessageRef | None,
    member: Member | None,
    now: datetime,
) -> EventContent | None:
    """Return what a message that shows the event is to show; None if it shows something else."""
    card = None if message is None else tx.cards.get(message)
    if card is None or card.event != event.id or card.member != (member.id if member else None):
        return None
    return _view(tx, card, event, member, now)


def _view(
    tx: Transaction, card: Card, event: Event, member: Member | None, now: datetime
) -> EventContent | None:
    match card.view:
        case View.POST:
            return PostLetter(event_board(tx, event, now))
        case View.BOARD if member and member.is_organiser:
            return BoardLetter(event_board(tx, event, now))
        case View.DOOR if member and _helps(tx, event, member):
            return DoorLetter(event_door(tx, event, member, now))
        case View.SCREEN if member and card.until and _helps(tx, event, member):
            return _screen(tx, event, card.until, now)
        case View.CARD if member:
            shown = event_card(tx, event, member, now)
            return EventLetter(EventCardChanged(event.id), shown, now)
        case _:
            return None


def _screen(tx: Transaction, event: Event, until: datetime, now: datetime) -> ScreenLetter:
    on = now < until and not event.is_cancelled
    payload = screen_payload(event.id, tx.events.secret(event.id), now) if on else None
    return ScreenLetter(event, payload, tx.doors.count_arrivals(event.id))


def _helps(tx: Transaction, event: Event, member: Member) -> bool:
    return member.is_organiser or member.id in tx.doors.helpers(event.id)
