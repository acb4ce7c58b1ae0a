"""How a poll comes together: its steps."""

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.forms.desks import desk_of
from handlers.forms.flows import Flow, subject_of
from handlers.forms.messages import finish
from handlers.polls.forms.boards import finish_at_board
from handlers.polls.forms.plans import fields_of
from handlers.ui.callbacks import PollsButton

OPTIONS = (
    "secrecy",
    "mode",
    "quorum",
    "majority",
    "recusal",
    "voters",
    "materials",
    "leads",
    "opening",
)
"""What the preset has settled, or what need not be said; each is a step too."""

SWITCHES = ("live", "all_voted", "tells")
"""What is either so or not so, and is turned over by a tap."""


class Balloting(StatesGroup):
    """A step for each field, in the order in which they are asked for, and what comes after."""

    preset = State()
    question = State()
    candidates = State()
    applications = State()
    people = State()
    seats = State()
    day = State()
    time = State()
    preview = State()
    confirm = State()
    settings = State()
    secrecy = State()
    mode = State()
    correspondence = State()
    quorum = State()
    quorum_clause = State()
    majority = State()
    base = State()
    majority_clause = State()
    recusal = State()
    recusal_clause = State()
    voters = State()
    materials = State()
    leads = State()
    opening = State()
    opening_time = State()
    leaving = State()
    resuming = State()


async def _discard(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Throw the draft away and end the wizard."""
    t = desk_of(manager).t
    if subject_of(manager) is not None:
        await finish_at_board(query, manager, t("wizard-unchanged"))
        return
    await finish(query, manager, t("wizard-discarded"), t.plain("poll-to-list"), PollsButton())


flow = Flow(Balloting, fields_of, "question", _discard)
