"""The nouns that speak Telegram. Their order matters to nobody: the most special handler wins."""

from collections.abc import Iterator

from handlers.announcements.feature import FEATURE as ANNOUNCEMENTS
from handlers.applications.feature import FEATURE as APPLICATIONS
from handlers.events.feature import FEATURE as EVENTS
from handlers.minutes.feature import FEATURE as MINUTES
from handlers.people.feature import FEATURE as PEOPLE
from handlers.polls.feature import FEATURE as POLLS
from handlers.ui.routes import Routes

FEATURES = (EVENTS, POLLS, MINUTES, ANNOUNCEMENTS, APPLICATIONS, PEOPLE)


def all_routes() -> Iterator[Routes]:
    """Give what all nouns answer to."""
    for feature in FEATURES:
        yield from feature.routes
