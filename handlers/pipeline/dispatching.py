"""Assemble the steps that an update passes on the way to its handler, in order."""

from dataclasses import fields
from functools import cache

from aiogram import Bot

from bot.documents.files import DocumentRenderer
from bot.ports import Clock
from bot.wiring import Services
from handlers.features import FORMS, MENU, ROUTES, menus_of
from handlers.forms.engine import FormEngine
from handlers.pipeline.context import Context, replace_deleted_message
from handlers.pipeline.floods import Floods
from handlers.pipeline.handling import FindHandler, RunHandler
from handlers.pipeline.refusals import Refusals
from handlers.pipeline.repeats import Repeats
from handlers.pipeline.routing import RouteTable
from handlers.pipeline.steps import Pipeline
from handlers.polls.chart_files import Charts
from handlers.polls.half_filled import HalfFilledBallots
from handlers.ui.routes import Data
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import AllianceInfo


@cache
def table() -> RouteTable:
    """Return the table of all handlers."""
    return RouteTable(ROUTES)


def pipeline(
    bot: Bot,
    services: Services,
    texts: AllTexts,
    alliance: AllianceInfo,
    clock: Clock,
    repeats: Repeats,
    floods: Floods,
    context: Context,
    renderer: DocumentRenderer,
) -> Pipeline:
    """Return the pipeline: it recognises the person and turns refusals into text."""
    given: Data = {
        "bot": bot,
        "texts": texts,
        "alliance": alliance,
        "clock": clock,
        "renderer": renderer,
        "charts": Charts(renderer),
        "half_filled": HalfFilledBallots(),
        "menu": MENU,
        "menus": menus_of(services),
        "form_engine": FormEngine(FORMS, services.drafts),
        **{field.name: getattr(services, field.name) for field in fields(services)},
    }
    steps = (
        Refusals(texts),
        replace_deleted_message,
        repeats,
        FindHandler(table()),
        floods,
        context,
    )
    return Pipeline(steps, RunHandler(table(), services.prompts), given)
