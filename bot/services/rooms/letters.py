"""Compose the letters about bookings."""

from collections.abc import Mapping

from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.notices import (
    BookingAsked,
    BookingCalledOff,
    BookingConfirmed,
    BookingGivenUp,
    BookingLetter,
    BookingRefused,
    BookingReleased,
    ComingAsked,
    HallLost,
    OfBooking,
    RenewalAsked,
    RequestLapsed,
    ReturnOverdue,
    SlotAccepted,
    SlotOffered,
    SlotOfferLapsed,
)
from bot.ports import Transaction
from bot.services.notices import Asked, Lost, NoticeRules, NoticesByKind
from bot.services.rooms.current import concerned, event_of, others_to_tell, view_of
from bot.services.rooms.settling import tell
from bot.services.rooms.sweeps import pass_over

STATES: Mapping[type[OfBooking], frozenset[BookingState]] = {
    BookingAsked: frozenset({BookingState.ASKED}),
    BookingConfirmed: frozenset({BookingState.CONFIRMED}),
    BookingRefused: frozenset({BookingState.REFUSED}),
    SlotAccepted: frozenset({BookingState.CONFIRMED}),
    SlotOffered: frozenset({BookingState.OFFERED}),
    SlotOfferLapsed: frozenset({BookingState.LAPSED}),
    RequestLapsed: frozenset({BookingState.LAPSED}),
    ComingAsked: frozenset({BookingState.CONFIRMED}),
    RenewalAsked: frozenset({BookingState.CONFIRMED}),
    BookingReleased: frozenset({BookingState.RELEASED}),
    BookingCalledOff: frozenset({BookingState.CALLED_OFF}),
    BookingGivenUp: frozenset({BookingState.WITHDRAWN, BookingState.RELEASED}),
    HallLost: frozenset({BookingState.WITHDRAWN, BookingState.CALLED_OFF, BookingState.RELEASED}),
    ReturnOverdue: frozenset({BookingState.CONFIRMED}),
}
"""In which states the news is still true."""


def compose(tx: Transaction, asked: Asked[OfBooking]) -> BookingLetter | None:
    """Return the news of a booking; None once it is not true any more, or not the reader's."""
    subject, member = asked.subject, asked.member
    booking = tx.bookings.get(subject.booking)
    if booking is None or member is None or booking.state not in STATES[type(subject)]:
        return None
    view = view_of(tx, booking, member)
    if not (view.mine or view.kept) or not _is_timely(subject, booking, asked):
        return None
    event, news = event_of(tx, booking), subject.kind.removeprefix("room.")
    if isinstance(subject, HallLost) and (event is None or event.is_over(asked.now)):
        return None
    if news in tx.room_news.unwanted(member.id):
        return None
    reason = getattr(subject, "reason", "")
    until = getattr(subject, "until", None)
    return BookingLetter(news, view, reason, until, asked.now, event)


def _is_timely(subject: OfBooking, booking: Booking, asked: Asked[OfBooking]) -> bool:
    match subject:
        case SlotOffered():
            return booking.offered_until == subject.until and asked.now < subject.until
        case ComingAsked():
            answered = booking.coming or booking.event is not None
            return not answered and asked.now < booking.span.start
        case RenewalAsked():
            return not booking.renewed
        case BookingAsked() | BookingConfirmed() | SlotAccepted():
            return asked.now < booking.span.end
        case ReturnOverdue():
            return booking.is_out()
        case _:
            return True


def _offer_lost(tx: Transaction, lost: Lost[SlotOffered]) -> None:
    """Tell others of the organisation of an offer; pass it over if nobody can be reached."""
    booking, person = tx.bookings.get(lost.subject.booking), lost.notice.recipient
    if booking is None or person is None or booking.offered_until != lost.subject.until:
        return
    others = others_to_tell(tx, booking, person)
    if not others:
        pass_over(tx, booking.id, lost.rules, lost.now)
    elif concerned(tx, booking) == [person]:  # the others were not told of it yet
        tell(tx, lost.subject, others, lost.now, priority=lost.notice.priority)


NOTICES: NoticesByKind = {
    **{subject: NoticeRules(compose, disturbs=True) for subject in STATES},
    SlotOffered: NoticeRules(compose, unreachable=_offer_lost, failed=_offer_lost),
}
