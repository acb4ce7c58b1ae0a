"""The text of event cards for members."""

from dataclasses import replace
from html import escape

from bot.documents.typography import with_numbers_glued
from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event
from bot.domain.events.plans import Kind
from bot.domain.events.rsvps import Answer, Standing
from bot.domain.events.seats import Seat
from handlers.ui.lengths import MESSAGE_LIMIT, clipped, length
from handlers.ui.texts import Markup, Texts

GAP = 2  # characters between two paragraphs


def event_head(event: Event, t: Texts) -> Markup:
    """Return title, time and place, with which every message about an event begins."""
    start, end = (moment.astimezone(t.zone) for moment in (event.starts_at, event.ends_at))
    one_day = start.date() == end.date()
    lines = [
        t("event-title", title=event.title),
        "" if event.kind is Kind.MEETING else t("event-kind", kind=event.kind),
        "\n"
        + t(
            "event-when",
            starts=event.starts_at,
            ends=t.time(end) if one_day else event.ends_at,
            days="one" if one_day else "several",
            zone=t.zone_name(),
        ),
        t(
            "event-where",
            place=with_numbers_glued(", ".join(filter(None, [event.place, event.room]))),
        ),
    ]
    return Markup("\n".join(filter(None, lines)))


def answer_taken(standing: Standing, t: Texts) -> str:
    """Return the result of an answer in a sentence, with the true state of the seat."""
    if standing.seat is Seat.WAITING:
        return t.plain("rsvp-waiting", number=standing.number or 1)
    return t.plain("rsvp-taken", answer=standing.answer)


def event_card(
    card: EventCard, t: Texts, *, opening: str = "", limit: int = MESSAGE_LIMIT
) -> Markup:
    """Return the card that a member sees, as HTML of at most `limit` characters once parsed.

    The description is cut first. `opening` is HTML at the beginning.
    """
    whole = _without_description(card, t, opening)
    if length("".join(whole)) + 2 * GAP > limit:
        card = replace(card, event=tightened(card.event))
        whole = _without_description(card, t, opening)
    above, below = whole
    room = limit - length(above + below) - 2 * GAP
    description = clipped(card.event.description, max(0, room))
    text = t("event-description", text=description) if description else ""
    return Markup("\n\n".join(filter(None, [above, text, below])))


def _without_description(card: EventCard, t: Texts, opening: str) -> tuple[str, str]:
    """Return the text above and below the description."""
    above = filter(None, [opening, event_head(card.event, t), _facts(card, t)])
    return "\n\n".join(above), _ending(card.event, t, over=card.over) or _standing(card, t)


def tightened(event: Event) -> Event:
    """Return the event with its longest texts cut, to fit into a caption."""
    return replace(
        event,
        title=clipped(event.title, 80),
        place=clipped(event.place, 50),
        room=clipped(event.room, 30),
        reason=clipped(event.reason, 300),
    )


def _facts(card: EventCard, t: Texts) -> str:
    """Return further facts about a future event, a line each."""
    event = card.event
    if event.is_cancelled or card.over:
        return ""
    lines = []
    if card.rhythm is not None and card.series_ahead > 1:
        lines.append(t("event-series", rhythm=card.rhythm, count=card.series_ahead))
    if event.link and card.has_seat:
        lines.append(t("event-link", link=Markup(escape(event.link))))
    if event.capacity is not None:
        lines.append(t("event-capacity", capacity=event.capacity, full=card.is_full))
    if event.quota is not None:
        lines.append(t("event-quota", quota=event.quota))
    if event.guests:
        lines.append(t("event-guests", guests=event.guests))
    if event.rsvp_until is not None and card.takes_newcomers:
        lines.append(t("event-deadline", until=event.rsvp_until))
    return "\n".join(lines)


def _standing(card: EventCard, t: Texts) -> str:
    """Return whether the person has a seat, and what they could do."""
    rsvp = card.rsvp
    lines = [
        t("event-asked-again") if card.is_asked_again else "",
        _answer(card, t),
        _guests(card, t),
        t("event-substitute", name=clipped(card.substitute, 100)) if card.substitute else "",
        t("event-stand-in", name=clipped(card.stand_in, 100)) if card.stand_in else "",
        t("event-muted") if card.muted and rsvp is not None and rsvp.is_expected else "",
    ]
    return "\n".join(filter(None, lines))


def _answer(card: EventCard, t: Texts) -> str:
    event, rsvp = card.event, card.rsvp
    if rsvp is not None and rsvp.offered_until is not None:
        return t("event-offered", until=rsvp.offered_until)
    if card.seat is Seat.WAITING:
        return t("event-called") if card.called else t("event-waiting", number=card.number or 1)
    if not card.invited:
        return t("event-for-others")
    if card.answer in {None, Answer.DECLINED} and not card.takes_newcomers and event.rsvp_until:
        return t("event-closed", answer=card.answer or "none", until=event.rsvp_until)
    if card.answer is None and card.is_full:
        return t("event-full")
    return t("event-answer", answer=card.answer or "none")


def _guests(card: EventCard, t: Texts) -> str:
    names = card.rsvp.guest_names if card.rsvp else ()
    if names:
        return t("event-with-named", names=clipped(t.listed(list(names)), 120))
    return t("event-with-guests", guests=card.guests) if card.guests else ""


def _ending(event: Event, t: Texts, *, over: bool) -> str:
    """Return why the event takes no more answers; empty if it does."""
    if event.is_cancelled:
        return t("event-cancelled", reason=event.reason, given=bool(event.reason))
    return t("event-over") if over else ""
