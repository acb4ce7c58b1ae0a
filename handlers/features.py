"""The one list of the nouns that speak Telegram: whoever adds a noun adds a line here.

It is central so that no noun has to know another one's handlers. Its order matters to nobody.
"""

from handlers.announcements.feature import FEATURE as ANNOUNCEMENTS
from handlers.applications.feature import FEATURE as APPLICATIONS
from handlers.events.feature import FEATURE as EVENTS
from handlers.minutes.feature import FEATURE as MINUTES
from handlers.people.feature import FEATURE as PEOPLE
from handlers.polls.feature import FEATURE as POLLS
from handlers.ui.letters import Deliverers, Renderers

FEATURES = (EVENTS, POLLS, MINUTES, ANNOUNCEMENTS, APPLICATIONS, PEOPLE)

ROUTES = tuple(routes for feature in FEATURES for routes in feature.routes)
"""What all nouns answer to."""

LETTERS: Renderers = {
    content: render for feature in FEATURES for content, render in feature.letters.items()
}
"""What puts each letter into words."""

DELIVERIES: Deliverers = {
    content: deliver for feature in FEATURES for content, deliver in feature.deliveries.items()
}
"""What delivers each of the other letters."""
