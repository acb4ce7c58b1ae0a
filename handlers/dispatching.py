"""The one ordered list of routers, and the way of an update to them."""

from dataclasses import dataclass, fields

from aiogram import Dispatcher, Router

from bot.documents.files import Press
from bot.ports import Clock
from bot.services.announcements.announcements import Announcements
from bot.services.announcements.circles import Circles
from bot.services.announcements.corrections import Corrections
from bot.services.announcements.drafts import AnnouncementDrafts
from bot.services.announcements.reports import AnnouncementReports
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.templates import Templates
from bot.services.applications.applications import Applications
from bot.services.applications.queue import ApplicationQueue
from bot.services.drafts import Drafts
from bot.services.events.attendance import Attendance
from bot.services.events.doors import Doors
from bot.services.events.events import Events
from bot.services.events.guests import Guests
from bot.services.events.helpers import Helpers
from bot.services.events.messages import Messages
from bot.services.events.posts import Posts
from bot.services.events.rsvps import Rsvps
from bot.services.events.substitutions import Substitutions
from bot.services.minutes.minutes import PollMinutes
from bot.services.people.members import Members
from bot.services.people.reachability import Reachability
from bot.services.polls.ballots import Ballots
from bot.services.polls.electorates import Electorates
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.straw_polls import StrawPolls
from bot.services.prompts import Prompts
from handlers.announcements.announcements import announcements_router
from handlers.announcements.audiences import announcement_audiences_router
from handlers.announcements.boards import announcement_boards_router
from handlers.announcements.drafts import announcement_drafts_router, offers_router
from handlers.announcements.previews import announcement_previews_router
from handlers.announcements.second_yes import second_yes_router
from handlers.announcements.settings import announcement_settings_router
from handlers.announcements.subscriptions import subscriptions_router
from handlers.announcements.templates import templates_router
from handlers.answering import Answering
from handlers.applications.applications import applications_router
from handlers.applications.queue import application_queue_router
from handlers.context import Context, PrivateTaps
from handlers.drafts import DraftStorage
from handlers.draining import Draining
from handlers.events.doors import doors_router
from handlers.events.events import events_router
from handlers.events.guest_links import guest_links_router
from handlers.events.guests import guests_router
from handlers.events.helpers import helpers_router
from handlers.events.lists import lists_router
from handlers.events.manage import manage_router
from handlers.events.messages import messages_router
from handlers.events.posts import posts_router
from handlers.events.substitutions import substitutions_router
from handlers.fallback import fallback_router
from handlers.mailings import mailings_router
from handlers.minutes.lists import minutes_router
from handlers.people.me import me_router
from handlers.people.reachability import reachability_router
from handlers.people.start import start_router
from handlers.people.welcome import Alliance
from handlers.polls.polls import polls_router
from handlers.polls.presiding import presiding_router
from handlers.polls.straw_polls import straw_polls_router
from handlers.prompts import TapsElsewhere
from handlers.refusals import Refusals
from handlers.texts import AllTexts
from handlers.wizards.routers import wizards_router


@dataclass(frozen=True, slots=True)
class UseCases:
    """The services; handlers get each by its name."""

    members: Members
    events: Events
    rsvps: Rsvps
    substitutions: Substitutions
    posts: Posts
    guests: Guests
    applications: Applications
    application_queue: ApplicationQueue
    attendance: Attendance
    messages: Messages
    polls: Polls
    electorates: Electorates
    ballots: Ballots
    proxies: Proxies
    minutes: PollMinutes
    announcements: Announcements
    corrections: Corrections
    announcement_reports: AnnouncementReports
    templates: Templates
    announcement_drafts: AnnouncementDrafts
    circles: Circles
    subscriptions: Subscriptions
    doors: Doors
    helpers: Helpers
    straw_polls: StrawPolls
    reachability: Reachability
    prompts: Prompts
    drafts: Drafts


def routers(use_cases: UseCases, alliance: Alliance, clock: Clock) -> list[Router]:
    """Return all that the bot answers to, in order; what is tapped most stands first."""
    drafts = DraftStorage(use_cases.drafts)
    return [
        events_router(),
        polls_router(),
        presiding_router(),
        minutes_router(),
        posts_router(),
        guests_router(),
        substitutions_router(),
        doors_router(),
        helpers_router(),
        start_router(),
        me_router(),
        application_queue_router(),
        manage_router(),
        guest_links_router(),
        lists_router(),
        messages_router(),
        announcement_drafts_router(),
        announcement_settings_router(),
        announcement_audiences_router(),
        announcement_previews_router(),
        announcements_router(),
        announcement_boards_router(),
        templates_router(),
        mailings_router(),
        second_yes_router(),
        subscriptions_router(),
        reachability_router(),
        straw_polls_router(),
        wizards_router(drafts, clock, alliance.consent_version),
        applications_router(),
        offers_router(),
        fallback_router(),
    ]


def dispatcher(
    ordered: list[Router],
    use_cases: UseCases,
    texts: AllTexts,
    alliance: Alliance,
    draining: Draining,
    press: Press,
) -> Dispatcher:
    """Return the dispatcher: each update is counted, its person recognised, its refusal worded.

    aiogram's own state machine is off: only the wizards need one, and they bring it along.
    """
    services = {field.name: getattr(use_cases, field.name) for field in fields(use_cases)}
    made = Dispatcher(disable_fsm=True, texts=texts, alliance=alliance, press=press, **services)
    made.update.outer_middleware(draining)
    made.update.outer_middleware(Refusals(texts))
    made.update.outer_middleware(Answering(use_cases.rsvps, use_cases.ballots, texts))
    made.update.outer_middleware(Context(use_cases.members, texts))
    made.callback_query.outer_middleware(PrivateTaps())
    made.callback_query.outer_middleware(TapsElsewhere(use_cases.prompts))
    made.include_routers(*ordered)
    return made
