"""The one list of the nouns with a Telegram interface: a new noun adds a line here.

It is central so that no noun has to know another one's handlers. The menu and the help have this
order.
"""

from typing import Any, cast

from bot.wiring import Services
from handlers.administration.feature import FEATURE as ADMINISTRATION
from handlers.announcements.feature import FEATURE as ANNOUNCEMENTS
from handlers.applications.feature import FEATURE as APPLICATIONS
from handlers.directory.feature import FEATURE as DIRECTORY
from handlers.events.feature import FEATURE as EVENTS
from handlers.exchange.feature import FEATURE as EXCHANGE
from handlers.forms.form import Form
from handlers.forms.opener import ROUTES as FORM_ROUTES
from handlers.meetings.feature import FEATURE as MEETINGS
from handlers.minutes.feature import FEATURE as MINUTES
from handlers.people.feature import FEATURE as PEOPLE
from handlers.polls.feature import FEATURE as POLLS
from handlers.rooms.feature import FEATURE as ROOMS
from handlers.ui.commands import CommandMenu, Menus
from handlers.ui.inline import inline_routes
from handlers.ui.letters import Deliverers, Renderers

FEATURES = (
    EVENTS,
    POLLS,
    MEETINGS,
    MINUTES,
    ANNOUNCEMENTS,
    DIRECTORY,
    EXCHANGE,
    ROOMS,
    APPLICATIONS,
    ADMINISTRATION,
    PEOPLE,
)

INLINE_ROUTES = inline_routes([one for feature in FEATURES for one in feature.inline])

ROUTES = (FORM_ROUTES, INLINE_ROUTES, *(one for feature in FEATURES for one in feature.routes))
"""The routes of all nouns; those of forms come first, since typed text belongs to an open form."""

FORMS = {one.name: cast("Form[Any]", one) for feature in FEATURES for one in feature.forms}
"""The forms of all nouns by their names."""

MENU = CommandMenu(
    commands=tuple(one for feature in FEATURES for one in feature.commands),
    help_lines=tuple(line for feature in FEATURES for line in feature.help.items()),
)
"""The command menu and the help, in the order of the nouns."""


def menus_of(services: Services) -> Menus:
    """Return the menus: without a meeting ahead or under way only those who plan one have it."""
    return Menus(MENU, {"meeting": services.meeting_planning.is_idle})


LETTERS: Renderers = {
    content: render for feature in FEATURES for content, render in feature.letters.items()
}
"""The renderer of each letter."""

DELIVERIES: Deliverers = {
    content: deliver for feature in FEATURES for content, deliver in feature.deliveries.items()
}
"""The delivery function of each other letter."""
