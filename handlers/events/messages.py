"""Groups of an event that an organiser can write to, and the event below such a message."""

from aiogram.types import CallbackQuery, Message

from bot.domain.people.members import Member
from bot.services.events.attendance import Attendance
from bot.services.events.rsvps import Rsvps
from handlers.events.boards import to_board
from handlers.events.posts import send_card
from handlers.ui.buttons import pairs
from handlers.ui.callbacks import OpenButton, WriteButton
from handlers.ui.edits import acknowledge, show, tapped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts


async def choose_group(
    query: CallbackQuery,
    callback_data: WriteButton,
    member: Member,
    attendance: Attendance,
    t: Texts,
) -> None:
    """Offer the groups that are not empty, instead of the board."""
    event = callback_data.event_id
    attendees = await attendance.answers(member.id, event, tapped(query))
    there = {group: len(people) for group, people in attendees.groups.items() if people}
    groups = pairs(
        t.button(
            "list-button",
            WriteButton(event_id=event, group=group),
            group=t.plain("list-group", group=group),
            count=count,
        )
        for group, count in there.items()
    )
    words = "message-to-whom" if there else "message-to-nobody"
    await show(query, t(words, title=attendees.event.title), to_board(event, t, groups))


async def open_event(
    query: CallbackQuery, callback_data: OpenButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Show the recipient the event of a message, below it."""
    if isinstance(query.message, Message):
        await send_card(query.message, callback_data.event_id, member, rsvps, t)
    await acknowledge(query)


ROUTES = Routes(buttons={on(WriteButton, group=None): choose_group, OpenButton: open_event})
