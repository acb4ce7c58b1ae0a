"""The one list of the nouns: a new noun adds a line here, and in `handlers/features.py`.

It is central so that no other module has to know every noun. `bot/wiring.py` names its services,
`bot/ports/storage.py` and `storage/stores.py` its stores, whose types are checked there, and
`storage/privacy.py` its tables. Importing it also defines every
subject, so that each stored kind has its class before a notice is read from the outbox. Sweeps run
in this order, on which none depends.
"""

from bot.services.administration.feature import FEATURE as ADMINISTRATION
from bot.services.announcements.feature import FEATURE as ANNOUNCEMENTS
from bot.services.applications.feature import FEATURE as APPLICATIONS
from bot.services.backups import NOTICES as BACKUPS
from bot.services.declarations import Feature
from bot.services.directory.feature import FEATURE as DIRECTORY
from bot.services.events.feature import FEATURE as EVENTS
from bot.services.exchange.feature import FEATURE as EXCHANGE
from bot.services.meetings.feature import FEATURE as MEETINGS
from bot.services.minutes.feature import FEATURE as MINUTES
from bot.services.notices import NoticesByKind
from bot.services.people.feature import FEATURE as PEOPLE
from bot.services.polls.feature import FEATURE as POLLS
from bot.services.rooms.feature import FEATURE as ROOMS
from bot.services.sweeping import NOTICES as FAILURES

FEATURES = (
    POLLS,  # no vote is accepted after its deadline, so polls come first
    EVENTS,
    MINUTES,
    ANNOUNCEMENTS,
    APPLICATIONS,
    PEOPLE,
    ADMINISTRATION,
    DIRECTORY,
    EXCHANGE,
    MEETINGS,
    ROOMS,
    Feature(notices=FAILURES),
    Feature(notices=BACKUPS),
)

NOTICES: NoticesByKind = {
    subject: rules for feature in FEATURES for subject, rules in feature.notices.items()
}
"""How each kind of notice is handled."""
