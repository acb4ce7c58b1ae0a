"""The one ordered list of routers, and the way of an update to them."""

from aiogram import Dispatcher, Router

from bot.ports import Clock
from bot.services.drafts import Drafts
from bot.services.events import Events
from bot.services.members import Members
from handlers.context import Context, PrivateTaps
from handlers.drafts import DraftStorage
from handlers.draining import Draining
from handlers.events import events_router
from handlers.fallback import fallback_router
from handlers.manage import manage_router
from handlers.me import me_router
from handlers.refusals import Refusals
from handlers.start import start_router
from handlers.texts import AllTexts
from handlers.welcome import Alliance
from handlers.wizards.routers import wizards_router


def routers(drafts: Drafts, events: Events, alliance: Alliance, clock: Clock) -> list[Router]:
    """Return all that the bot answers to, in order; what is tapped most stands first."""
    return [
        events_router(),
        start_router(),
        me_router(),
        manage_router(),
        wizards_router(DraftStorage(drafts), events, clock, alliance.consent_version),
        fallback_router(),
    ]


def dispatcher(
    ordered: list[Router],
    members: Members,
    events: Events,
    texts: AllTexts,
    alliance: Alliance,
    draining: Draining,
) -> Dispatcher:
    """Return the dispatcher: each update is counted, its person recognised, its refusal worded.

    Handlers get the services by their names. aiogram's own state machine is off: only the wizards
    need one, and they bring it along.
    """
    made = Dispatcher(
        disable_fsm=True, members=members, events=events, texts=texts, alliance=alliance
    )
    made.update.outer_middleware(draining)
    made.update.outer_middleware(Refusals(texts))
    made.update.outer_middleware(Context(members, texts))
    made.callback_query.outer_middleware(PrivateTaps())
    made.include_routers(*ordered)
    return made
