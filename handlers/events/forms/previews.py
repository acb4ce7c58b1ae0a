"""The last steps of the wizard for events: what comes of the draft, and the way out."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.events.cards import EventBoard
from bot.domain.events.plans import EventPlan
from bot.domain.events.recurrence import occurrences
from bot.domain.refusals import Refusal
from handlers.events.callbacks.boards import BoardButton
from handlers.events.cards import event_card
from handlers.events.forms.boards import concerned, finish_at_board
from handlers.events.forms.creation import Creating, changed_event, flow
from handlers.events.forms.navigation import LEAVE, mode
from handlers.events.forms.plans import card_of, plan_of, publication_of, recurrence_of
from handlers.events.forms.values import option_value
from handlers.forms.desks import Desk, desk_of
from handlers.forms.flows import draft_at_start, has_changes
from handlers.forms.inputs import Typed
from handlers.forms.messages import finish
from handlers.forms.moments import Draft
from handlers.forms.navigation import aside_windows
from handlers.forms.words import Label, Say, window
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import Value

CHANGEABLE = ("title", "description", "day", "duration", "place", "audience")
DATES = 4
"""So many dates of a series are named."""

UNSEEN = ("cover", "point", "link")
"""What the card does not show to everybody, and the preview therefore mentions."""


def closing_windows() -> tuple[Window, ...]:
    """Return the preview, and the questions before a draft is lost."""
    return _preview_window(), *aside_windows(flow, "wizard-leaving-changes")


def _preview_window() -> Window:
    changes = [
        Button(Label(f"wizard-change-{field}"), id=f"change_{field}", on_click=flow.change)
        for field in CHANGEABLE
    ]
    return window(
        Creating.preview,
        Say("wizard-preview-wrong", "wrong", when="wrong"),
        Say("wizard-preview", "card"),
        Say("wizard-preview-unseen", "unseen", when="unseen"),
        Say("wizard-preview-series", "rule", "dates", "count", when="count"),
        Say("wizard-preview-publication", "publication", when="publication"),
        Say("wizard-preview-reach", "people", "organisations", when="fresh"),
        Say("wizard-reach-unreachable", "unreachable", when="unreachable"),
        Say("wizard-reach-not-joined", "not_joined", when="not_joined"),
        Say("wizard-preview-told", "told", when="tells"),
        Say("wizard-preview-unseated", "unseated", when="unseated"),
        *_acts(),
        Button(Label("wizard-more"), id="more_settings", on_click=flow.change),
        Group(*changes, width=2),
        Row(*LEAVE),
        Typed("wizard-tap-expected"),
        getters=[mode, _preview],
    )


def _acts() -> tuple[Button, ...]:
    green = Style(ButtonStyle.SUCCESS)
    return (
        Button(Label("wizard-publish"), "publish", publish, when="at_once", style=green),
        Button(Label("wizard-schedule"), "schedule", publish, when="later", style=green),
        Button(Label("wizard-save"), "save", save, when="changing", style=green),
    )


# --- what the preview says --------------------------------------------------------------------


async def _preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk, draft = desk_of(dialog_manager), dialog_manager.dialog_data
    plan, t = plan_of(draft, desk.t.zone), desk.t
    event = changed_event(dialog_manager)
    board = None if event is None else await desk.board(event)
    taken = 0 if board is None else board.turnout.going + board.turnout.guests
    return {
        "card": event_card(card_of(plan, desk.member.id, desk.clock.now(), taken), t),
        "unseen": "\n".join(
            t.plain("wizard-unseen", name=name, value=option_value(name, draft, t))
            for name in UNSEEN
            if draft.get(name)
        ),
        "publication": _publication(draft, desk),
        **(
            await _novelty(draft, plan, desk)
            if board is None
            else _change(draft, plan, board, desk)
        ),
    }


def _publication(draft: Draft, desk: Desk) -> Value | None:
    if draft.get("publish_day") is None:
        return None
    return option_value("publication", draft, desk.t)


async def _novelty(draft: Draft, plan: EventPlan, desk: Desk) -> dict[str, Any]:
    """Return what a new event's preview says besides the card."""
    reach = await desk.events.reach(desk.member.id, plan.audience)
    later = draft.get("publish_day") is not None
    return {
        "people": reach.people,
        "organisations": reach.organisations,
        "unreachable": reach.unreachable,
        "not_joined": reach.not_joined,
        "at_once": not later,
        "later": later,
        **_series(draft, plan, desk),
    }


def _series(draft: Draft, plan: EventPlan, desk: Desk) -> dict[str, Any]:
    """Return the dates of a series, and what stands against the draft as it is."""
    t, recurrence = desk.t, recurrence_of(draft)
    try:
        plan.checked(desk.clock.now())
        publication_of(draft, t.zone)
        dates = occurrences(recurrence, plan.starts_at, t.zone) if recurrence else []
    except Refusal as refusal:
        return {"wrong": refusal_words(refusal, t)}
    named = [t.day(day) for day in dates[:DATES]]
    rule = option_value("rhythm", draft, t)
    return {"rule": rule, "dates": "; ".join(named), "count": len(dates)}


def _change(draft: Draft, plan: EventPlan, board: EventBoard, desk: Desk) -> dict[str, Any]:
    """Return what people will hear of a change, and who loses a seat by it."""
    old = board.event
    try:
        old.changed(plan, desk.clock.now(), desk.t.zone)
        publication_of(draft, desk.t.zone)
    except Refusal as refusal:
        return {"wrong": refusal_words(refusal, desk.t)}
    moved = (plan.starts_at, plan.place, plan.room) != (old.starts_at, old.place, old.room)
    taken = board.turnout.going + board.turnout.guests
    return {
        "tells": moved and not old.is_scheduled,
        "told": concerned(board),
        "unseated": max(0, taken - (plan.capacity or taken)),
    }


# --- what its buttons do ----------------------------------------------------------------------


async def publish(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Publish the event, or have it published later: what follows is told through the outbox."""
    desk, draft = desk_of(manager), manager.dialog_data
    t = desk.t
    plan, publication = plan_of(draft, t.zone), publication_of(draft, t.zone)
    key = f"{desk.member.id}:{manager.current_context().id}"
    event = await desk.events.publish(desk.member.id, plan, key, publication)
    words = (
        t("wizard-published", title=plan.title)
        if publication.at is None
        else t("wizard-scheduled", title=plan.title, at=publication.at)
    )
    await finish(query, manager, words, t.plain("wizard-to-board"), BoardButton(event_id=event))


async def save(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Change the event: who is concerned is told through the outbox."""
    desk, event = desk_of(manager), changed_event(manager)
    if event is None or not has_changes(manager):
        await finish_at_board(query, manager, desk.t("wizard-unchanged"))
        return
    draft, zone = manager.dialog_data, desk.t.zone
    seen = draft_at_start(manager)
    plan, at = plan_of(draft, zone), publication_of(draft, zone).at
    publish_at = None if at == publication_of(seen, zone).at else at
    await desk.events.change(desk.member.id, event, plan, publish_at, plan_of(seen, zone))
    await finish_at_board(query, manager, desk.t("wizard-saved", title=plan.title))
