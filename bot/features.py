"""The one list of what the nouns declare: whoever adds a noun adds a line here.

It is central so that nobody else has to know every noun. Importing it also defines every subject,
so that each stored kind has its class before anything takes a notice from the outbox.
"""

from bot.services import mailings, sweeping
from bot.services.announcements import letters as announcements
from bot.services.applications import letters as applications
from bot.services.events import letters as events
from bot.services.notices import NoticesByKind
from bot.services.people import letters as people
from bot.services.polls import letters as polls

FEATURES = (events, polls, applications, announcements, people, mailings, sweeping)

NOTICES: NoticesByKind = {
    subject: rules for feature in FEATURES for subject, rules in feature.NOTICES.items()
}
"""How each kind of notice is treated."""
