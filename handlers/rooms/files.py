"""Bookings as files: the week as a picture, the calendar, the month and the year as tables."""

import asyncio
from datetime import date, datetime, timedelta

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.blocks import WeekBar, WeekPicture
from bot.documents.calendars import calendar_file, calendar_name
from bot.documents.files import DocumentRenderer
from bot.documents.workbooks import Sheet, wall_clock, workbook_of
from bot.domain.people.members import Member
from bot.domain.refusals import ButtonTooOld
from bot.domain.rooms.notices import BookingView
from bot.ports import Clock
from bot.services.rooms.reports import HouseUse, RoomReports
from bot.services.rooms.rooms import Rooms, WeekView
from handlers.rooms.booking_cards import who_of
from handlers.rooms.callbacks import (
    MonthTableButton,
    RoomCalendarButton,
    RoomWeekButton,
    YearTableButton,
)
from handlers.rooms.cards import day_of
from handlers.ui.edits import acknowledge
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

MONTH_WIDTHS = (18, 18, 28, 36, 24, 40, 10, 10, 20)
YEAR_WIDTHS = (44, 14, 14, 18, 18)
HOUR = timedelta(hours=1)
DAY_MINUTES = 24 * 60


async def send_week(
    query: CallbackQuery,
    callback_data: RoomWeekButton,
    member: Member,
    rooms: Rooms,
    renderer: DocumentRenderer,
    t: Texts,
) -> None:
    """Send the week as a picture."""
    day = date.fromordinal(callback_data.day) if callback_data.day else None
    view = await rooms.week(member.id, callback_data.resource_id, day)
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query, t.plain("room-week-coming"))
    picture = await renderer.week(week_picture(view, t))
    caption = t("room-week", name=view.resource.plan.name, day=day_of(view.monday, t))
    await query.message.answer_photo(BufferedInputFile(picture, "week.png"), caption=caption)


def week_picture(view: WeekView, t: Texts) -> WeekPicture:
    """Return the picture of a week: a column for each day, a bar for each booking."""
    days = [view.monday + timedelta(days=number) for number in range(7)]
    hours = [one for one in view.resource.plan.week.days if one is not None]
    bars = [bar for one in view.bookings for bar in _bars(one, days, t)]
    edges = [(bar.start, bar.end) for bar in bars]
    return WeekPicture(
        title=t.plain("room-week", name=view.resource.plan.name, day=day_of(view.monday, t)),
        days=tuple(_heading(one, t) for one in days),
        first=min([one.opens for one in hours] + [start for start, _ in edges], default=0) // 60,
        last=-(-max([one.closes for one in hours] + [end for _, end in edges], default=1440) // 60),
        shut=tuple(
            view.resource.closure_on(one) is not None or view.resource.plan.week.on(one) is None
            for one in days
        ),
        bars=tuple(bars),
    )


def _heading(day: date, t: Texts) -> str:
    return t.day_short(datetime(day.year, day.month, day.day, 12, tzinfo=t.zone))


def _bars(view: BookingView, days: list[date], t: Texts) -> list[WeekBar]:
    """Return a booking as a bar on each day that it touches."""
    start, end = (
        one.astimezone(t.zone) for one in (view.booking.span.start, view.booking.span.end)
    )
    bars: list[WeekBar] = []
    for column, day in enumerate(days):
        first = _minutes(start, day)
        last = _minutes(end, day)
        if first < last:
            words = f"{start:%H:%M}–{end:%H:%M} {who_of(view, t)}"
            bars.append(WeekBar(column, first, last, words))
    return bars


def _minutes(moment: datetime, day: date) -> int:
    """Return the minutes of a day that have passed at a moment, by the clock on the wall."""
    days = (moment.date() - day).days
    wall = moment.hour * 60 + moment.minute
    return min(max(days * DAY_MINUTES + wall, 0), DAY_MINUTES)


async def send_calendar(
    query: CallbackQuery,
    callback_data: RoomCalendarButton,
    member: Member,
    room_reports: RoomReports,
    t: Texts,
) -> None:
    """Send the bookings of a resource as a calendar file."""
    found = await room_reports.calendar(member.id, callback_data.resource_id)
    if not found.entries:
        await acknowledge(query, t.plain("room-calendar-empty"), alert=True)
        return
    await acknowledge(query)
    name = found.resource.plan.name
    content = await asyncio.to_thread(calendar_file, found.entries, name)
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, calendar_name(name))
        await query.message.answer_document(file, caption=t("room-calendar", name=name))


async def send_month(
    query: CallbackQuery,
    callback_data: MonthTableButton,
    member: Member,
    room_reports: RoomReports,
    clock: Clock,
    t: Texts,
) -> None:
    """Send the bookings of a month as a table."""
    first = clock.now().astimezone(t.zone).date().replace(day=1)
    for _ in range(callback_data.ago):
        first = (first - timedelta(days=1)).replace(day=1)
    views = await room_reports.month(member.id, first)
    await acknowledge(query, t.plain("room-file-coming"))
    title = t.plain("room-month", month=f"{first:%m.%Y}")
    sheet = Sheet(title, _headings("month", MONTH_WIDTHS, t), _month_rows(views, t), MONTH_WIDTHS)
    await _send(query, sheet)


def _month_rows(
    views: list[BookingView], t: Texts
) -> list[tuple[str | int | datetime | None, ...]]:
    return [
        (
            wall_clock(one.booking.span.start, t.zone),
            wall_clock(one.booking.span.end, t.zone),
            one.resource.plan.name,
            who_of(one, t),
            one.person,
            one.booking.purpose,
            one.booking.people,
            one.booking.quantity,
            t.plain(
                "booking-column-came",
                state=one.booking.state,
                claimed=one.booking.claimed_at is not None,
            ),
        )
        for one in views
    ]


async def send_year(
    query: CallbackQuery,
    callback_data: YearTableButton,
    member: Member,
    room_reports: RoomReports,
    clock: Clock,
    t: Texts,
) -> None:
    """Send how much each organisation used in a year, as a table."""
    year = clock.now().astimezone(t.zone).year - callback_data.ago
    uses = await room_reports.year(member.id, year)
    await acknowledge(query, t.plain("room-file-coming"))
    title = t.plain("room-year", year=f"{year}")
    sheet = Sheet(title, _headings("year", YEAR_WIDTHS, t), _year_rows(uses, t), YEAR_WIDTHS)
    await _send(query, sheet)


def _year_rows(uses: list[HouseUse], t: Texts) -> list[tuple[str | int, ...]]:
    return [
        (
            one.organisation or t.plain("booking-alliance"),
            one.bookings,
            round(one.length / HOUR),
            one.missed,
            one.things,
        )
        for one in uses
    ]


def _headings(table: str, widths: tuple[int, ...], t: Texts) -> list[str]:
    return [t.plain(f"booking-{table}-column-{number}") for number, _ in enumerate(widths, start=1)]


async def _send(query: CallbackQuery, sheet: Sheet) -> None:
    content = await asyncio.to_thread(workbook_of, sheet)
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, f"{sheet.title}.xlsx")
        await query.message.answer_document(file, caption=sheet.title, parse_mode=None)


ROUTES = Routes(
    buttons={
        RoomWeekButton: send_week,
        RoomCalendarButton: send_calendar,
        MonthTableButton: send_month,
        YearTableButton: send_year,
    }
)
