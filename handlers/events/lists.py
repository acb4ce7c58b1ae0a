"""An event's people by group, for organisers: by name, and as XLSX."""

import asyncio
import re
from functools import partial

from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from bot.documents.attendance import AttendanceRow, attendance_sheet
from bot.domain.events.attendance import Attendee, Attendees
from bot.domain.events.events import Event
from bot.domain.events.rsvps import Group
from bot.domain.events.seats import Seat
from bot.domain.people.members import Member
from bot.services.events.attendance import Attendance
from handlers.events.boards import to_board
from handlers.events.callbacks.boards import AnswersButton, SheetButton
from handlers.ui.buttons import Row, pairs, turning
from handlers.ui.callbacks import WriteButton
from handlers.ui.edits import acknowledge, show, tapped
from handlers.ui.lengths import clipped
from handlers.ui.pages import Page, page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

LINES = 25  # with names and organisations cut, a page fits into 4096 characters
NAME_LIMIT = 60
FILE_NAME_LIMIT = 60
NOT_IN_A_FILE_NAME = re.compile(r"[^\w ()«»,.-]+")
COLUMNS = (
    *("name", "organisation", "municipality", "position", "answer"),
    *("guests", "guest-names", "answered-at", "line", "arrived-at"),
)


async def list_people(
    query: CallbackQuery,
    callback_data: AnswersButton,
    member: Member,
    attendance: Attendance,
    t: Texts,
) -> None:
    """Show a page of a group instead of the board or another page."""
    attendees = await attendance.answers(member.id, callback_data.event_id, tapped(query))
    group = callback_data.group
    page = page_of(attendees.groups[group], callback_data.page, LINES)
    await show(query, _page(attendees, group, page, t), _keyboard(attendees, group, page, t))


def _page(attendees: Attendees, group: Group, page: Page[Attendee], t: Texts) -> str:
    people = attendees.groups[group]
    guests = sum(person.guests for person in people)
    title = t(
        "list-title",
        title=attendees.event.title,
        group=t.plain("list-group", group=group),
        count=len(people),
        guests=guests if group is Group.GOING else 0,
    )
    first = page.number * LINES + 1
    lines = [_line(number, person, group, t) for number, person in enumerate(page.items, first)]
    return f"{title}\n\n" + ("\n".join(lines) or t("list-empty"))


def _line(number: int, person: Attendee, group: Group, t: Texts) -> str:
    """Return a person's line; organisation or position distinguish people of one name."""
    member = person.member
    came = person.arrived_at if group is Group.CAME else None
    offered = person.rsvp is not None and person.rsvp.seat is Seat.OFFERED
    return t(
        "list-line",
        number=number,
        name=clipped(member.name, NAME_LIMIT),
        origin=clipped(_origin(member, t), NAME_LIMIT),
        guests=person.guests,
        note="offered" if offered else "came" if came else "none",
        time=t.time(came) if came else "",
    )


def _origin(member: Member, t: Texts) -> str:
    if member.guest:
        return t.plain("list-guest")
    return member.organisation_name or member.position or "—"


def _keyboard(
    attendees: Attendees, group: Group, page: Page[Attendee], t: Texts
) -> InlineKeyboardMarkup:
    """Return the pages, the button to write, the other groups with their sizes, the way back."""
    event = attendees.event.id
    groups = pairs(
        t.button(
            "list-button",
            AnswersButton(event_id=event, group=one),
            group=t.plain("list-group", group=one),
            count=len(people),
        )
        for one, people in attendees.groups.items()
        if one is not group
    )
    return to_board(
        event,
        t,
        [
            turning(page, AnswersButton(event_id=event, group=group), t),
            _write(attendees, group, t),
            *groups,
        ],
    )


def _write(attendees: Attendees, group: Group, t: Texts) -> Row:
    """Return the button that writes to a group; None if it is empty."""
    data = WriteButton(event_id=attendees.event.id, group=group)
    return [t.button("list-write", data)] if attendees.groups[group] else []


async def send_sheet(
    query: CallbackQuery,
    callback_data: SheetButton,
    member: Member,
    attendance: Attendance,
    t: Texts,
) -> None:
    """Send everybody of an event as a workbook."""
    attendees = await attendance.sheet(member.id, callback_data.event_id)
    await acknowledge(query, t.plain("sheet-coming"))
    content = await asyncio.to_thread(partial(_workbook, attendees, t))
    if isinstance(query.message, Message):
        file = BufferedInputFile(content, _file_name(attendees.event, t))
        await query.message.answer_document(
            file, caption=t("sheet-caption", title=attendees.event.title)
        )


def _workbook(attendees: Attendees, t: Texts) -> bytes:
    shares = attendees.by_organisation()
    return attendance_sheet(
        t.plain("sheet-people"),
        [t.plain(f"sheet-{column}") for column in COLUMNS],
        [_row(person, t) for person in attendees.people],
        t.plain("sheet-organisations"),
        [t.plain(f"sheet-{column}") for column in ("organisation", "going", "arrived")],
        [(share.organisation or "—", share.going, share.arrived) for share in shares],
        t.zone,
    )


def _row(person: Attendee, t: Texts) -> AttendanceRow:
    member, rsvp = person.member, person.rsvp
    return AttendanceRow(
        name=member.name,
        organisation=member.organisation_name or "",
        municipality=member.municipality,
        position=member.position,
        answer=t.plain("sheet-said", answer=_answer(person)),
        guests=person.guests,
        guest_names=rsvp.guest_names if rsvp else (),
        answered_at=rsvp.answered_at if rsvp else None,
        line=person.number,
        arrived_at=person.arrived_at,
    )


def _answer(person: Attendee) -> str:
    """Return the Fluent variable for a person's answer."""
    if person.group is None:
        return "untold"
    if person.group is Group.SILENT and not person.member.reachable:
        return "unreachable"
    if person.rsvp is not None and person.rsvp.seat is Seat.OFFERED:
        return "offered"
    return person.group


def _file_name(event: Event, t: Texts) -> str:
    """Return a file name valid on every system, with the event's day and title."""
    words = t.plain("sheet-file", day=f"{event.starts_at.astimezone(t.zone):%Y-%m-%d}")
    title = NOT_IN_A_FILE_NAME.sub(" ", event.title)
    return f"{clipped(' '.join(f'{words} {title}'.split()), FILE_NAME_LIMIT)}.xlsx"


ROUTES = Routes(buttons={AnswersButton: list_people, SheetButton: send_sheet})
