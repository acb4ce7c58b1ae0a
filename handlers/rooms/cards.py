"""How resources and bookings look in messages, and their buttons."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from aiogram.types import InlineKeyboardMarkup

from bot.domain.rooms.hours import Span, Week
from bot.domain.rooms.resources import Closure
from bot.services.rooms.rooms import DayView, ResourceView
from handlers.rooms.callbacks import (
    BookButton,
    ChangeRoomButton,
    CloseRoomButton,
    ClosuresButton,
    DoorCodeButton,
    RemoveRoomButton,
    RoomButton,
    RoomCalendarButton,
    RoomDayButton,
    RoomsButton,
    RoomWeekButton,
)
from handlers.ui.buttons import Row, button, keyboard, pairs
from handlers.ui.texts import WEEKDAYS, Markup, Texts

CLOSURES = 3
"""How many closed periods a card names."""
DATES = 5
A_ROW = 3


def day_of(day: date, t: Texts) -> str:
    """Return a day of the alliance's calendar as text."""
    return t.day(datetime(day.year, day.month, day.day, 12, tzinfo=t.zone))


def span_of(span: Span, t: Texts) -> Markup:
    """Return a time as text: a moment and the time at which it ends, with the day if another."""
    local = [one.astimezone(t.zone) for one in (span.start, span.end)]
    same = local[0].date() == local[1].date()
    end = t.time(span.end) if same else t.moment(span.end)
    return t("room-span", start=span.start, end=end)


def week_of(week: Week, t: Texts) -> str:
    """Return opening hours as text; days with the same ones are put together."""
    parts: list[tuple[int, int, str]] = []
    for number, hours in enumerate(week.days):
        said = t.plain("room-shut") if hours is None else str(hours)
        if parts and parts[-1][2] == said:
            parts[-1] = (parts[-1][0], number, said)
        else:
            parts.append((number, number, said))
    return "; ".join(_days(first, last, said, t) for first, last, said in parts)


def _days(first: int, last: int, hours: str, t: Texts) -> str:
    if (first, last) == (0, 6):
        return t.plain("room-daily", hours=hours)
    names = [t.plain("room-weekday", weekday=WEEKDAYS[one]) for one in (first, last)]
    joined = names[0] if first == last else "–".join(names)
    return f"{joined} {hours}"


# --- resources ------------------------------------------------------------------------------------


def resource_words(view: ResourceView, today: date, t: Texts) -> Markup:
    """Return the card of a resource as HTML."""
    return Markup("\n".join(_resource_lines(view, today, t)))


def _resource_lines(view: ResourceView, today: date, t: Texts) -> Iterator[str]:
    resource, plan = view.resource, view.resource.plan
    yield t("room-card", kind=plan.kind, name=plan.name)
    yield ""
    if plan.capacity is not None:
        yield t("room-card-capacity", people=plan.capacity)
    if plan.count > 1:
        yield t("room-card-count", kind=plan.kind, count=plan.count)
    if plan.equipment:
        yield t("room-card-equipment", equipment=plan.equipment)
    yield t("room-card-hours", kind=plan.kind, hours=week_of(plan.week, t))
    yield t("room-card-rules", longest=plan.longest, ahead=plan.ahead)
    if plan.claim_within is not None:
        yield t("room-card-claim", within=plan.claim_within)
    if plan.key_holder:
        yield t("room-card-key", holder=plan.key_holder)
    if view.keeper:
        yield t("room-card-keeper", name=view.keeper)
    ahead = [one for one in resource.closures if one.last >= today]
    for closure in ahead[:CLOSURES]:
        yield closure_words(closure, t)
    if not view.books:
        yield ""
        yield t("room-card-speakers")


def closure_words(closure: Closure, t: Texts) -> Markup:
    """Return a closed period as text."""
    return t(
        "room-closure",
        first=day_of(closure.first, t),
        last=day_of(closure.last, t),
        single=closure.first == closure.last,
        reason=closure.reason,
        given=bool(closure.reason),
    )


def resource_rows(view: ResourceView, t: Texts) -> InlineKeyboardMarkup:
    """Return the buttons of a resource's card."""
    id_ = view.resource.id
    rows: list[Row] = [
        [t.button("button-room-day", RoomDayButton(resource_id=id_), "primary")],
        [
            t.button("button-room-week", RoomWeekButton(resource_id=id_)),
            t.button("button-room-calendar", RoomCalendarButton(resource_id=id_)),
        ],
    ]
    if view.keeps:
        rows.append([t.button("button-room-door", DoorCodeButton(resource_id=id_))])
    if view.organises:
        more = [
            t.button("button-room-change", ChangeRoomButton(resource_id=id_)),
            t.button("button-room-close", CloseRoomButton(resource_id=id_)),
        ]
        if view.resource.closures:
            more.append(t.button("button-room-closures", ClosuresButton(resource_id=id_)))
        more.append(t.button("button-room-remove", RemoveRoomButton(resource_id=id_), "danger"))
        rows += pairs(more)
    return keyboard([*rows, [t.button("button-back", RoomsButton())]])


def day_words(view: DayView, t: Texts) -> Markup:
    """Return when a resource is free on a day, as HTML."""
    free = ", ".join(f"{t.time(one.start)}–{_end(one, t)}" for one in view.free)
    closure = view.resource.closure_on(view.day)
    return t(
        "room-day",
        name=view.resource.plan.name,
        day=day_of(view.day, t),
        free=free,
        some=bool(view.free),
        books=view.books,
        closed=closure is not None or view.resource.plan.week.on(view.day) is None,
    )


def _end(span: Span, t: Texts) -> str:
    """Return an end: midnight is 24:00."""
    said = t.time(span.end)
    return "24:00" if said == "00:00" else said


def day_rows(view: DayView, starts: list[datetime], t: Texts) -> InlineKeyboardMarkup:
    """Return times to begin at, the days beside this one, and the way to any other."""
    id_ = view.resource.id
    times = [button(t.time(one), BookButton(resource_id=id_, at=_minute(one))) for one in starts]
    rows = [times[n : n + A_ROW] for n in range(0, len(times), A_ROW)] if view.books else []
    turns: Row = []
    if view.day > view.first:
        before = RoomDayButton(resource_id=id_, day=view.day.toordinal() - 1)
        turns.append(t.button("button-earlier", before))
    if view.day < view.last:
        after = RoomDayButton(resource_id=id_, day=view.day.toordinal() + 1)
        turns.append(t.button("button-later", after))
    if view.books:
        rows.append([t.button("button-room-other-time", BookButton(resource_id=id_))])
    week = RoomWeekButton(resource_id=id_, day=view.day.toordinal())
    rows.append([t.button("button-room-week", week)])
    back = t.button("button-back", RoomButton(resource_id=id_))
    return keyboard([*rows, turns, [back]])


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def moment_of(minute: int) -> datetime | None:
    """Return the moment of a button; None without one."""
    return datetime.fromtimestamp(minute * 60, UTC) if minute else None
