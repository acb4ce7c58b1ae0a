"""What events declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass
from datetime import timedelta

from bot.services.declarations import Feature, Kit, Sweep
from bot.services.events.attendance import Attendance
from bot.services.events.doors import Doors
from bot.services.events.events import Events
from bot.services.events.guests import Guests
from bot.services.events.helpers import Helpers
from bot.services.events.letters import NOTICES
from bot.services.events.posts import Posts
from bot.services.events.reminders import Reminders
from bot.services.events.retractions import Retractions
from bot.services.events.rsvps import Rsvps
from bot.services.events.substitutions import Substitutions
from bot.services.events.waitlists import Waitlists


@dataclass(frozen=True)
class EventServices:
    """The use cases of events."""

    events: Events
    retractions: Retractions
    rsvps: Rsvps
    substitutions: Substitutions
    waitlists: Waitlists
    posts: Posts
    guests: Guests
    doors: Doors
    helpers: Helpers
    attendance: Attendance
    reminders: Reminders


def _services(kit: Kit) -> EventServices:
    common = kit.common
    undo = timedelta(seconds=kit.config.announcements.undo_seconds)
    return EventServices(
        events=Events(*common, undo=undo),
        retractions=Retractions(*common),
        rsvps=Rsvps(*common),
        substitutions=Substitutions(*common),
        waitlists=Waitlists(*common),
        posts=Posts(*common),
        guests=Guests(*common),
        doors=Doors(*common),
        helpers=Helpers(*common),
        attendance=Attendance(*common),
        reminders=Reminders(*common),
    )


def _sweeps(use: EventServices) -> tuple[Sweep, ...]:
    return (
        Sweep("publications", 1, use.events.publish_due),
        Sweep("waitlists", 1, use.waitlists.sweep),
        Sweep("reminders", 1, use.reminders.sweep),
        Sweep("posts", 30, use.posts.close_over),
        Sweep("screens", 2, use.doors.turn_screens),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)
