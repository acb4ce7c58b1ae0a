"""The one list of what the nouns declare to Telegram: whoever adds a noun adds a line here.

It is central so that no noun has to know another one's handlers.
"""

from handlers.announcements import letters as announcements
from handlers.applications import letters as applications
from handlers.events import letters as events
from handlers.people import letters as people
from handlers.pipeline import failures
from handlers.polls import letters as polls
from handlers.ui.letters import Deliverers, Renderers

FEATURES = (events, polls, applications, announcements, people, failures)

LETTERS: Renderers = {
    content: render for feature in FEATURES for content, render in feature.LETTERS.items()
}
"""What puts each letter into words."""

DELIVERIES: Deliverers = announcements.DELIVERIES
"""What delivers each of the other letters."""
