"""What events bring to the Telegram interface."""

from handlers.events import (
    attendees,
    calendars,
    companions,
    doors,
    events,
    guest_links,
    guests,
    helpers,
    letters,
    lists,
    manage,
    messages,
    posts,
    substitutions,
)
from handlers.ui.features import Feature

FEATURE = Feature(
    routes=(
        attendees.ROUTES,
        calendars.ROUTES,
        companions.ROUTES,
        doors.ROUTES,
        events.ROUTES,
        guest_links.ROUTES,
        guests.ROUTES,
        helpers.ROUTES,
        lists.ROUTES,
        manage.ROUTES,
        messages.ROUTES,
        posts.READERS_ROUTES,
        posts.ROUTES,
        substitutions.ROUTES,
    ),
    letters=letters.LETTERS,
)
