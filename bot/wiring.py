"""Build every service of the bot from the configuration."""

from dataclasses import dataclass

from bot.config.config import Config
from bot.domain.people.consents import ConsentText
from bot.features import FEATURES, NOTICES
from bot.ports import Clock, Storage
from bot.services.administration.feature import AdministrationServices
from bot.services.announcements.feature import AnnouncementServices
from bot.services.applications.feature import ApplicationServices
from bot.services.current import CurrentRules
from bot.services.declarations import Kit, Sweep
from bot.services.deliveries import Deliveries
from bot.services.directory.feature import DirectoryServices
from bot.services.drafts import Drafts
from bot.services.events.feature import EventServices
from bot.services.exchange.feature import ExchangeServices
from bot.services.health import Health
from bot.services.meetings.feature import MeetingServices
from bot.services.minutes.feature import MinutesServices
from bot.services.people.feature import PeopleServices
from bot.services.polls.feature import PollServices
from bot.services.prompts import Prompts
from bot.services.rooms.feature import RoomServices
from bot.services.schedules import Schedules
from bot.services.sweeping import Failures
from bot.services.updates import HandledUpdates


@dataclass(frozen=True)
class Services(
    EventServices,
    PollServices,
    MinutesServices,
    AnnouncementServices,
    ApplicationServices,
    PeopleServices,
    AdministrationServices,
    DirectoryServices,
    ExchangeServices,
    MeetingServices,
    RoomServices,
):
    """The services of all nouns and those of no noun; handlers get each by its name."""

    deliveries: Deliveries
    schedules: Schedules
    prompts: Prompts
    drafts: Drafts
    failures: Failures
    health: Health
    handled_updates: HandledUpdates


def services_of(config: Config, storage: Storage, clock: Clock, consent: ConsentText) -> Services:
    """Return the services on a storage, with the configuration's settings."""
    kit = Kit(storage, clock, CurrentRules(config, consent.version), config, consent)
    made = [feature.services(kit) for feature in FEATURES if feature.services is not None]
    return Services(
        **{name: service for nouns in made for name, service in vars(nouns).items()},
        deliveries=Deliveries(
            *kit.common,
            notices=NOTICES,
            max_attempts=config.delivery.max_attempts,
            language=config.alliance.language,
        ),
        schedules=Schedules(*kit.common),
        prompts=Prompts(storage, clock),
        drafts=Drafts(storage, clock),
        failures=Failures(storage, clock),
        health=Health(storage, clock),
        handled_updates=HandledUpdates(storage, clock),
    )


def sweeps_of(services: Services) -> list[Sweep]:
    """Return the sweeps of all nouns."""
    return [sweep for feature in FEATURES for sweep in feature.sweeps(services)]
