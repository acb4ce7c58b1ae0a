"""How forms of a meeting end: back to the panel, the desk, the plan."""

from collections.abc import Callable
from functools import partial
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot.domain.meetings.plans import MeetingId
from handlers.forms.context import Filling
from handlers.forms.form import Ending
from handlers.meetings.callbacks.delegates import MeetingButton
from handlers.meetings.callbacks.desks import DeskVoterButton, TellersButton
from handlers.meetings.callbacks.panels import PanelButton
from handlers.meetings.callbacks.planning import PlanButton, UntoldButton


def at_panel(form: Filling, words: str) -> Ending:
    """End with the way back to the panel."""
    return _at("button-meeting-to-panel", PanelButton, form, words)


def at_plan(form: Filling, words: str) -> Ending:
    """End with the way back to the plan."""
    return _at("button-meeting-to-plan", PlanButton, form, words)


def at_tellers(form: Filling, words: str) -> Ending:
    """End with the way back to the votes that are counted."""
    return _at("button-meeting-tell", TellersButton, form, words)


def at_untold(form: Filling, words: str) -> Ending:
    """End with the way back to the members that were not told."""
    return _at("button-back", UntoldButton, form, words)


def at_card(form: Filling, words: str) -> Ending:
    """End with the way back to a delegate's card."""
    return _at("button-meeting-to-card", MeetingButton, form, words)


def at_voter(form: Filling, words: str) -> Ending:
    """End with the way back to the organisation at the desk."""
    back = DeskVoterButton(meeting_id=MeetingId(form.concerned), voter_id=form.draft.voter)
    return Ending(words, form.t.plain("button-meeting-to-voter"), back)


def _at(key: str, back: Callable[..., CallbackData], form: Filling, words: str) -> Ending:
    return Ending(words, form.t.plain(key), back(meeting_id=MeetingId(form.concerned)))


async def _unchanged(end: Any, form: Filling) -> Ending:
    ending: Ending = end(form, form.t("wizard-unchanged"))
    return ending


unchanged_at_panel = partial(_unchanged, at_panel)
unchanged_at_plan = partial(_unchanged, at_plan)
unchanged_at_tellers = partial(_unchanged, at_tellers)
unchanged_at_untold = partial(_unchanged, at_untold)
unchanged_at_card = partial(_unchanged, at_card)
unchanged_at_voter = partial(_unchanged, at_voter)
