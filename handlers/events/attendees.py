"""Who comes to an event: a list that also distinguishes people with the same name."""

from collections.abc import Sequence

from aiogram.types import CallbackQuery

from bot.domain.events.rsvps import Rsvp
from bot.domain.people.members import Member
from bot.services.events.rsvps import Rsvps
from handlers.events import card_keyboards
from handlers.events.callbacks.events import AttendeesButton
from handlers.ui.edits import replaced, show
from handlers.ui.lengths import clipped
from handlers.ui.pages import page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

LINES = 25
"""People on a page: with names and organisations of any length they fit into one message."""

LONGEST = 60
"""The most characters of a name and of an organisation."""


async def list_attendees(
    query: CallbackQuery, callback_data: AttendeesButton, member: Member, rsvps: Rsvps, t: Texts
) -> None:
    """Show a page of the people who have a seat, instead of the card."""
    event = callback_data.event_id
    attendees = await rsvps.attendees(member.id, event, replaced(query))
    page = page_of(attendees, callback_data.page, LINES)
    first = page.number * LINES + 1
    lines = [_line(number, *one, t) for number, one in enumerate(page.items, first)]
    text = "\n".join([_head(attendees, t), "", *lines]) if lines else t("attendees-none")
    await show(query, text, card_keyboards.attendees(event, page, t))


def _head(attendees: Sequence[tuple[Member, Rsvp]], t: Texts) -> str:
    guests = sum(rsvp.guests for _, rsvp in attendees)
    words = t("attendees", count=len(attendees))
    return f"{words} {t('attendees-guests', count=guests)}" if guests else words


def _line(number: int, member: Member, rsvp: Rsvp, t: Texts) -> str:
    return t(
        "attendee",
        number=number,
        name=clipped(member.name, LONGEST),
        known=bool(member.organisation_name),
        organisation=clipped(member.organisation_name or "", LONGEST),
        guests=rsvp.guests,
    )


ROUTES = Routes(buttons={AttendeesButton: list_attendees})
