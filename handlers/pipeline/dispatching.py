"""The way of an update: what it passes on the way to its handler, in this order."""

from dataclasses import fields
from functools import cache

from aiogram import Dispatcher

from bot.documents.files import DocumentRenderer
from bot.ports import Clock
from bot.wiring import Services
from handlers.features import FORMS, ROUTES
from handlers.forms.engine import FormEngine
from handlers.pipeline.context import Context, DeletedMessages
from handlers.pipeline.floods import Floods
from handlers.pipeline.handling import FindHandler, RunHandler, the_rest
from handlers.pipeline.refusals import Refusals
from handlers.pipeline.repeats import Repeats
from handlers.pipeline.routing import RouteTable
from handlers.polls.chart_files import Charts
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import AllianceInfo


@cache
def table() -> RouteTable:
    """Return every handler by what it is for."""
    return RouteTable(ROUTES)


def dispatcher(
    services: Services,
    texts: AllTexts,
    alliance: AllianceInfo,
    clock: Clock,
    repeats: Repeats,
    context: Context,
    renderer: DocumentRenderer,
) -> Dispatcher:
    """Return the dispatcher: each update's person is recognised, its refusal worded.

    aiogram's own state machine is off: the forms keep what they need themselves.
    """
    each = {field.name: getattr(services, field.name) for field in fields(services)}
    charts = Charts(renderer)
    engine = FormEngine(FORMS, services.drafts)
    made = Dispatcher(
        disable_fsm=True,
        texts=texts,
        alliance=alliance,
        charts=charts,
        renderer=renderer,
        clock=clock,
        form_engine=engine,
        **each,
    )
    made.update.outer_middleware(Refusals(texts))
    made.update.outer_middleware(DeletedMessages())
    made.update.outer_middleware(repeats)
    made.update.outer_middleware(FindHandler(table()))
    made.update.outer_middleware(Floods(texts))
    made.update.outer_middleware(context)
    made.update.outer_middleware(RunHandler(table(), services.prompts))
    made.include_router(the_rest(table()))
    return made
