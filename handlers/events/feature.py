"""What events declare to the Telegram interface."""

from handlers.events import (
    attendees,
    calendars,
    companions,
    doors,
    events,
    guest_links,
    guests,
    helpers,
    inline,
    letters,
    lists,
    manage,
    messages,
    posts,
    substitutions,
)
from handlers.events.forms import opening
from handlers.ui.commands import Command, Whom
from handlers.ui.features import HandlerFeature

FEATURE = HandlerFeature(
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
        opening.ROUTES,
        posts.READERS_ROUTES,
        posts.ROUTES,
        substitutions.ROUTES,
    ),
    inline=(inline.coming_events,),
    letters=letters.LETTERS,
    forms=opening.FORMS,
    commands=(Command("events"), Command("event", Whom.ORGANISERS)),
    help={Whom.EVERYBODY: "help-events", Whom.ORGANISERS: "help-events-manage"},
)
