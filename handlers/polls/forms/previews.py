"""The last steps of the wizard for polls: what the rules come to, whom it touches, the opening."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.polls.cards import Preview
from bot.domain.refusals import Refusal
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer, has_changes, subject_of
from handlers.forms.inputs import Typed
from handlers.forms.messages import finish
from handlers.forms.navigation import aside_windows, novelty
from handlers.forms.words import Label, Say, window
from handlers.polls.callbacks.poll_boards import PollBoardButton
from handlers.polls.forms.boards import finish_at_board, poll_of
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.navigation import LEAVE
from handlers.polls.forms.plans import plan_of
from handlers.polls.forms.values import named
from handlers.polls.plans import QUESTION_LENGTH, plan_words
from handlers.ui.lengths import clipped
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import Texts

CHANGEABLE = ("preset", "question", "candidates", "seats", "day")
NAMED = 5
"""So many voters are named who will not be reached; the rest are counted."""


def closing_windows() -> tuple[Window, ...]:
    """Return the preview, the last question, and those before a draft is lost."""
    return (
        _preview_window(),
        _confirm_window(),
        *aside_windows(flow, "poll-draft-leaving-changes"),
    )


def _preview_window() -> Window:
    green = Style(ButtonStyle.SUCCESS)
    changes = [
        Button(
            Label(f"poll-change-{field}"),
            id=f"change_{field}",
            on_click=flow.change,
            when=f"has_{field}",
        )
        for field in CHANGEABLE
    ]
    go = goer(Balloting.confirm)
    return window(
        Balloting.preview,
        Say("wizard-preview-wrong", "wrong", when="wrong"),
        Say("poll-preview", "card"),
        Say("poll-preview-reach", "entitled", "told", "untold", when="entitled"),
        Say("poll-preview-silent", "silent", when="silent"),
        Say("poll-preview-unreachable", "unreachable", when="unreachable"),
        Button(Label("poll-open"), "open", go, when="at_once", style=green),
        Button(Label("poll-schedule"), "schedule", go, when="later", style=green),
        Button(Label("wizard-save"), "save", save, when="changing", style=green),
        Button(Label("wizard-more"), id="more_settings", on_click=flow.change),
        Group(*changes, width=2),
        Row(*LEAVE),
        Typed("wizard-tap-expected"),
        getters=[novelty, _preview],
    )


def _confirm_window() -> Window:
    green = Style(ButtonStyle.SUCCESS)
    return window(
        Balloting.confirm,
        Say("wizard-preview-wrong", "wrong", when="wrong"),
        Say("poll-confirm", "question", "entitled", when="at_once"),
        Say("poll-confirm-later", "question", "entitled", "opens", when="later"),
        Say("poll-preview-silent", "silent", when="silent"),
        Say("poll-preview-unreachable", "unreachable", when="unreachable"),
        Button(Label("poll-open-yes"), "yes", publish, when="at_once", style=green),
        Button(Label("poll-schedule-yes"), "later", publish, when="later", style=green),
        Button(Label("button-back"), "back", goer(Balloting.preview)),
        Typed("wizard-tap-expected"),
        getters=[novelty, _preview],
    )


# --- what the preview says --------------------------------------------------------------------


async def _preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk, draft = desk_of(dialog_manager), dialog_manager.dialog_data
    t, plan = desk.t, plan_of(draft, desk.t.zone)
    fresh, later = subject_of(dialog_manager) is None, plan.opens_at is not None
    facts = {
        "question": clipped(plan.question, QUESTION_LENGTH),
        "opens": plan.opens_at or "",
        **{f"has_{field}": field in draft for field in CHANGEABLE},
    }
    try:
        preview = await desk.polls.preview(desk.member.id, plan)
    except Refusal as refusal:
        return facts | {
            "wrong": refusal_words(refusal, t),
            "card": plan_words(plan, None, t),
            "entitled": 0,
        }
    return facts | {
        "at_once": fresh and not later,
        "later": fresh and later,
        "card": plan_words(plan, preview.explanation, t),
        **_reach(preview, t),
    }


def _reach(preview: Preview, t: Texts) -> dict[str, Any]:
    """Return how many votes there are, and who would not be heard."""
    return {
        "entitled": preview.explanation.entitled,
        "told": preview.told,
        "untold": preview.untold,
        "silent": named(preview.silent, t, NAMED),
        "unreachable": named(preview.unreachable, t, NAMED),
    }


# --- what its buttons do ----------------------------------------------------------------------


async def publish(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Open the poll, or have it opened later: the ballots go out through the outbox."""
    desk = desk_of(manager)
    t, plan = desk.t, plan_of(manager.dialog_data, desk.t.zone)
    key = f"{desk.member.id}:{manager.current_context().id}"
    poll = await desk.polls.open(desk.member.id, plan, key)
    words = (
        t("poll-opened", question=plan.question)
        if plan.opens_at is None
        else t("poll-scheduled", question=plan.question, at=plan.opens_at)
    )
    await finish(query, manager, words, t.plain("poll-to-board"), PollBoardButton(poll_id=poll))


async def save(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Change a poll that is not open yet."""
    desk = desk_of(manager)
    if not has_changes(manager):
        await finish_at_board(query, manager, desk.t("wizard-unchanged"))
        return
    plan = plan_of(manager.dialog_data, desk.t.zone)
    await desk.polls.change(desk.member.id, poll_of(manager), plan)
    await finish_at_board(query, manager, desk.t("poll-saved", question=plan.question))
