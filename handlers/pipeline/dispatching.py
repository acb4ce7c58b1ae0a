"""The way of an update: what it passes on the way to its handler, in this order."""

from dataclasses import fields
from functools import cache

from aiogram import Dispatcher

from bot.documents.files import DocumentRenderer
from bot.ports import Clock
from bot.wiring import Services
from handlers.features import ROUTES
from handlers.forms.drafts import DraftStorage
from handlers.pipeline.context import Context, DeletedMessages
from handlers.pipeline.floods import Floods
from handlers.pipeline.handling import Finding, Handling, the_rest
from handlers.pipeline.refusals import Refusals
from handlers.pipeline.repeats import Repeats
from handlers.pipeline.routing import Table
from handlers.pipeline.wizards import wizards_router
from handlers.polls.chart_files import Charts
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import Alliance


@cache
def table() -> Table:
    """Return every handler by what it is for."""
    return Table(ROUTES)


def dispatcher(
    services: Services,
    texts: AllTexts,
    alliance: Alliance,
    clock: Clock,
    repeats: Repeats,
    context: Context,
    renderer: DocumentRenderer,
) -> Dispatcher:
    """Return the dispatcher: each update's person is recognised, its refusal worded.

    aiogram's own state machine is off: only the wizards need one, and they bring it along.
    """
    each = {field.name: getattr(services, field.name) for field in fields(services)}
    charts = Charts(renderer)
    made = Dispatcher(
        disable_fsm=True, texts=texts, alliance=alliance, renderer=renderer, charts=charts, **each
    )
    made.update.outer_middleware(Refusals(texts))
    made.update.outer_middleware(DeletedMessages())
    made.update.outer_middleware(repeats)
    made.update.outer_middleware(Finding(table()))
    made.update.outer_middleware(Floods(texts))
    made.update.outer_middleware(context)
    made.update.outer_middleware(Handling(table(), services.prompts))
    wizards = wizards_router(DraftStorage(services.drafts), clock, alliance.consent_version)
    made.include_routers(wizards, the_rest(table()))
    return made
