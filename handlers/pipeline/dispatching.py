"""The one ordered list of routers, and the way of an update to them."""

from dataclasses import fields

from aiogram import Dispatcher, Router

from bot.documents.files import Press
from bot.ports import Clock
from bot.wiring import Services
from handlers.announcements.announcements import announcements_router
from handlers.announcements.audiences import announcement_audiences_router
from handlers.announcements.boards import announcement_boards_router
from handlers.announcements.drafts import announcement_drafts_router, offers_router
from handlers.announcements.mailings import mailings_router
from handlers.announcements.previews import announcement_previews_router
from handlers.announcements.searches import announcement_searches_router
from handlers.announcements.second_yes import second_yes_router
from handlers.announcements.settings import announcement_settings_router
from handlers.announcements.subscriptions import subscriptions_router
from handlers.announcements.templates import templates_router
from handlers.applications.applications import applications_router
from handlers.applications.queue import application_queue_router
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
from handlers.forms.drafts import DraftStorage
from handlers.forms.prompts import TapsElsewhere
from handlers.forms.routers import wizards_router
from handlers.minutes.lists import minutes_router
from handlers.people.me import me_router
from handlers.people.reachability import reachability_router
from handlers.people.rebindings import rebindings_router
from handlers.people.start import start_router
from handlers.people.welcome import Alliance
from handlers.pipeline.answering import Answering
from handlers.pipeline.context import Context, DeletedMessages, PrivateTaps
from handlers.pipeline.fallback import fallback_router
from handlers.pipeline.floods import Floods
from handlers.pipeline.refusals import Refusals
from handlers.pipeline.repeats import Repeats
from handlers.polls.polls import polls_router
from handlers.polls.presiding import presiding_router
from handlers.polls.straw_polls import straw_polls_router
from handlers.ui.texts import AllTexts


def routers(services: Services, alliance: Alliance, clock: Clock) -> list[Router]:
    """Return all that the bot answers to, in order; what is tapped most stands first."""
    drafts = DraftStorage(services.drafts)
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
        announcement_searches_router(),
        announcement_previews_router(),
        announcements_router(),
        announcement_boards_router(),
        templates_router(),
        mailings_router(),
        second_yes_router(),
        subscriptions_router(),
        reachability_router(),
        rebindings_router(),
        straw_polls_router(),
        wizards_router(drafts, clock, alliance.consent_version),
        applications_router(),
        offers_router(),
        fallback_router(),
    ]


def dispatcher(
    ordered: list[Router],
    services: Services,
    texts: AllTexts,
    alliance: Alliance,
    repeats: Repeats,
    press: Press,
) -> Dispatcher:
    """Return the dispatcher: each update's person is recognised, its refusal worded.

    What many tap at once, votes above all, is taken before anybody's updates are limited.
    aiogram's own state machine is off: only the wizards need one, and they bring it along.
    """
    each = {field.name: getattr(services, field.name) for field in fields(services)}
    made = Dispatcher(disable_fsm=True, texts=texts, alliance=alliance, press=press, **each)
    made.update.outer_middleware(Refusals(texts))
    made.update.outer_middleware(DeletedMessages())
    made.update.outer_middleware(repeats)
    made.update.outer_middleware(Answering(services.rsvps, services.ballots, texts))
    made.update.outer_middleware(Floods(texts))
    made.update.outer_middleware(Context(services.members, texts))
    made.callback_query.outer_middleware(PrivateTaps())
    made.callback_query.outer_middleware(TapsElsewhere(services.prompts))
    made.include_routers(*ordered)
    return made
