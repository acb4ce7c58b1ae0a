"""How an event looks: the card that members see, and the organisers' board."""

from bot.domain.events import Event, EventBoard, EventCard
from handlers.texts import Markup, Texts


def event_head(event: Event, t: Texts) -> Markup:
    """Return title, time and place: what every message about an event begins with."""
    start, end = (moment.astimezone(t.zone) for moment in (event.starts_at, event.ends_at))
    one_day = start.date() == end.date()
    return Markup(
        t(
            "event-head",
            title=event.title,
            starts=event.starts_at,
            ends=t.time(end) if one_day else event.ends_at,
            days="one" if one_day else "several",
            zone=t.zone_name(),
            place=event.place,
        )
    )


def event_card(card: EventCard, t: Texts) -> Markup:
    """Return the card that a member sees: at most some 2,500 characters of HTML."""
    event = card.event
    status = _ending(event, t, over=card.over) or t("event-answer", answer=card.answer or "none")
    description = t("event-description", text=event.description) if event.description else ""
    return Markup("\n\n".join(filter(None, [event_head(event, t), description, status])))


def event_board(board: EventBoard, t: Texts) -> Markup:
    """Return what an organiser sees: the event and the counts."""
    event, counts = board.event, board.turnout
    audience = t("event-audience", audience=event.audience)
    answers = t(
        "event-counts",
        going=counts.going,
        maybe=counts.maybe,
        declined=counts.declined,
        silent=counts.silent,
    )
    ending = _ending(event, t, over=board.over)
    return Markup("\n\n".join(filter(None, [event_head(event, t), audience, answers, ending])))


def _ending(event: Event, t: Texts, *, over: bool) -> str:
    """Return why the event takes no answers any more; nothing while it does."""
    if event.is_cancelled:
        return t("event-cancelled", reason=event.reason, given="yes" if event.reason else "no")
    return t("event-over") if over else ""
