"""Calendar files of events, which also update existing entries."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.documents.calendars import calendar_file, calendar_name
from bot.domain.people.members import Member
from bot.services.events.rsvps import Rsvps
from handlers.events.callbacks.events import CalendarButton
from handlers.ui.edits import acknowledge
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def send_calendar(
    query: CallbackQuery, callback_data: CalendarButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Send an event, or all dates of its series, as a file."""
    series = callback_data.series
    entries = await rsvps.calendar(member.id, callback_data.event_id, series=series)
    title = entries[0].title
    content = await asyncio.to_thread(calendar_file, entries, title)
    await acknowledge(query)
    if isinstance(query.message, Message):
        cancelled = all(entry.cancelled for entry in entries)
        words = t("calendar-file", state="cancelled" if cancelled else "ahead", title=title)
        file = BufferedInputFile(content, calendar_name(title))
        await query.message.answer_document(file, caption=words)


ROUTES = Routes(buttons={CalendarButton: send_calendar})
