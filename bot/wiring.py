"""Build every service of the bot from the configuration."""

from dataclasses import dataclass

from bot.config.config import Config
from bot.domain.events.reminders import Leads
from bot.domain.events.seats import WaitlistPolicy
from bot.features import FEATURES, NOTICES
from bot.ports import Clock, Storage
from bot.services.announcements.feature import AnnouncementServices
from bot.services.applications.feature import ApplicationServices
from bot.services.declarations import Kit, Sweep
from bot.services.deliveries import Deliveries
from bot.services.directory.feature import DirectoryServices
from bot.services.drafts import Drafts
from bot.services.events.feature import EventServices
from bot.services.health import Health
from bot.services.minutes.feature import MinutesServices
from bot.services.people.feature import PeopleServices
from bot.services.polls.feature import PollServices
from bot.services.prompts import Prompts
from bot.services.rules import AllianceRules, VotingPolicy
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
    DirectoryServices,
):
    """The services of all nouns and those of no noun; handlers get each by its name."""

    deliveries: Deliveries
    schedules: Schedules
    prompts: Prompts
    drafts: Drafts
    failures: Failures
    health: Health
    handled_updates: HandledUpdates


def services_of(config: Config, storage: Storage, clock: Clock) -> Services:
    """Return the services on a storage, with the configuration's settings."""
    kit = Kit(storage, clock, rules_of(config), config)
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


def rules_of(config: Config) -> AllianceRules:
    """Return the settings that services share."""
    events = config.events
    return AllianceRules(
        alliance=config.alliance.name,
        consent_version=config.alliance.consent_version,
        zone=config.alliance.time_zone,
        leads=Leads(config.reminders.event_leads, events.question_lead),
        waitlist=WaitlistPolicy(events.promote_until, events.call_from, events.offer_for),
        quiet_hours=config.reminders.quiet_hours,
        voting=VotingPolicy(
            presets=config.voting.presets,
            leads=config.reminders.poll_leads,
            last_call=config.voting.last_call,
            statements_for=config.voting.statements_for,
            minutes_within=config.voting.minutes_within,
            announce=_announced_in(config),
            proxies_per_holder=config.voting.proxies_per_holder,
        ),
        council_group=config.alliance.council_group,
        group=config.alliance.group,
    )


def _announced_in(config: Config) -> tuple[int, ...]:
    """Return the chats that are told of a new member organisation, each once."""
    chats = {"group": config.alliance.group, "channel": config.alliance.channel}
    wanted = (chats[name] for name in config.voting.announce_admissions)
    return tuple(dict.fromkeys(chat for chat in wanted if chat is not None))
