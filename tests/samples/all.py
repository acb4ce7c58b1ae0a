"""A sample of every kind of notice, in an alliance in which each has something to say."""

from storage.stores import Stores
from tests.samples.announcements import of_announcements
from tests.samples.applications import of_applications
from tests.samples.directory import of_directory
from tests.samples.events import of_events
from tests.samples.exchange import of_exchange
from tests.samples.meetings import of_meetings
from tests.samples.minutes import of_minutes
from tests.samples.people import (
    Sample,
    an_alliance,
    of_backups,
    of_consents,
    of_failures,
    of_mailings,
    of_people,
    of_roles,
)
from tests.samples.polls import of_numbers, of_polls, of_straw_polls
from tests.samples.rooms import of_rooms

NOUNS = (
    of_events,
    of_polls,
    of_straw_polls,
    of_applications,
    of_announcements,
    of_mailings,
    of_people,
    of_failures,
    of_minutes,
    of_numbers,
    of_backups,
    of_roles,
    of_consents,
    of_directory,
    of_meetings,
    of_exchange,
    of_rooms,
)


def every_kind(tx: Stores) -> list[Sample]:
    """Write the alliance into an empty database, and return what there is to say.

    What is new comes last: `storage/former_notices.sql` names what is there by its id.
    """
    an_alliance(tx)
    return [sample for noun in NOUNS for sample in noun(tx)]
