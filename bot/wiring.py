"""Every service of the bot, and how the configuration settles each."""

from dataclasses import dataclass
from datetime import timedelta

from bot.config.config import Config
from bot.domain.events.reminders import Leads
from bot.domain.events.seats import WaitlistPolicy
from bot.domain.people.members import TelegramId
from bot.features import NOTICES
from bot.ports import Clock, Storage
from bot.services.announcements.announcements import Announcements
from bot.services.announcements.circles import Circles
from bot.services.announcements.corrections import Corrections
from bot.services.announcements.drafts import AnnouncementDrafts
from bot.services.announcements.reports import AnnouncementReports
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.templates import Templates
from bot.services.applications.applications import Applications
from bot.services.applications.queue import ApplicationQueue
from bot.services.deliveries import Deliveries
from bot.services.drafts import Drafts
from bot.services.events.attendance import Attendance
from bot.services.events.doors import Doors
from bot.services.events.events import Events
from bot.services.events.guests import Guests
from bot.services.events.helpers import Helpers
from bot.services.events.messages import Messages
from bot.services.events.posts import Posts
from bot.services.events.reminders import Reminders
from bot.services.events.rsvps import Rsvps
from bot.services.events.substitutions import Substitutions
from bot.services.events.waitlists import Waitlists
from bot.services.mailings import Mailings
from bot.services.minutes.minutes import PollMinutes
from bot.services.people.members import Members
from bot.services.people.reachability import Reachability
from bot.services.people.rebindings import Rebindings
from bot.services.polls.ballots import Ballots
from bot.services.polls.electorates import Electorates
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.reminders import PollReminders
from bot.services.polls.straw_polls import StrawPolls
from bot.services.polls.ties import Ties
from bot.services.prompts import Prompts
from bot.services.rules import Rules, VotingPolicy
from bot.services.schedules import Schedules
from bot.services.sweeping import Failures
from bot.services.updates import HandledUpdates


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases by noun; handlers get each by its name."""

    members: Members
    events: Events
    rsvps: Rsvps
    substitutions: Substitutions
    waitlists: Waitlists
    posts: Posts
    guests: Guests
    doors: Doors
    helpers: Helpers
    attendance: Attendance
    messages: Messages
    reminders: Reminders
    applications: Applications
    application_queue: ApplicationQueue
    polls: Polls
    ties: Ties
    electorates: Electorates
    ballots: Ballots
    proxies: Proxies
    poll_reminders: PollReminders
    minutes: PollMinutes
    straw_polls: StrawPolls
    announcements: Announcements
    announcement_drafts: AnnouncementDrafts
    announcement_reports: AnnouncementReports
    corrections: Corrections
    circles: Circles
    subscriptions: Subscriptions
    templates: Templates
    reachability: Reachability
    rebindings: Rebindings
    deliveries: Deliveries
    mailings: Mailings
    schedules: Schedules
    prompts: Prompts
    drafts: Drafts
    failures: Failures
    handled_updates: HandledUpdates


def services_of(config: Config, storage: Storage, clock: Clock) -> Services:
    """Return the services on a storage, as the configuration has them."""
    alliance = config.alliance
    rules = rules_of(config)
    common = (storage, clock, rules)
    return Services(
        members=Members(
            storage,
            clock,
            rules=rules,
            administrators=frozenset(map(TelegramId, alliance.administrators)),
            language=alliance.language,
        ),
        events=Events(*common),
        rsvps=Rsvps(*common),
        substitutions=Substitutions(*common),
        waitlists=Waitlists(*common),
        posts=Posts(*common, group=alliance.group, channel=alliance.channel),
        guests=Guests(*common),
        doors=Doors(*common),
        helpers=Helpers(*common),
        attendance=Attendance(*common),
        messages=Messages(*common),
        reminders=Reminders(*common),
        applications=Applications(*common),
        application_queue=ApplicationQueue(*common),
        polls=Polls(*common),
        ties=Ties(*common),
        electorates=Electorates(*common),
        ballots=Ballots(*common),
        proxies=Proxies(*common),
        poll_reminders=PollReminders(*common),
        minutes=PollMinutes(*common),
        straw_polls=StrawPolls(*common),
        announcements=Announcements(
            *common,
            group=alliance.group,
            channel=alliance.channel,
            undo=timedelta(seconds=config.announcements.undo_seconds),
            second_yes=config.announcements.second_yes,
        ),
        announcement_drafts=AnnouncementDrafts(*common),
        announcement_reports=AnnouncementReports(*common),
        corrections=Corrections(*common),
        circles=Circles(*common),
        subscriptions=Subscriptions(*common),
        templates=Templates(*common),
        reachability=Reachability(
            *common, valid_for=config.invitations.valid_for, weekly=config.reachability.weekly
        ),
        rebindings=Rebindings(*common),
        deliveries=Deliveries(
            *common,
            notices=NOTICES,
            max_attempts=config.delivery.max_attempts,
            language=alliance.language,
        ),
        mailings=Mailings(storage, clock),
        schedules=Schedules(*common),
        prompts=Prompts(storage, clock),
        drafts=Drafts(storage, clock),
        failures=Failures(storage, clock),
        handled_updates=HandledUpdates(storage, clock),
    )


def rules_of(config: Config) -> Rules:
    """Return what the configuration settles for the use cases."""
    events = config.events
    return Rules(
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
            announce=_announced_in(config),
        ),
        council_group=config.alliance.council_group,
        group=config.alliance.group,
    )


def _announced_in(config: Config) -> tuple[int, ...]:
    """Return the chats that hear of a new member organisation; the same chat hears it once."""
    chats = {"group": config.alliance.group, "channel": config.alliance.channel}
    wanted = (chats[name] for name in config.voting.announce_admissions)
    return tuple(dict.fromkeys(chat for chat in wanted if chat is not None))
