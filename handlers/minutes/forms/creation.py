"""How minutes come together: their steps."""

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.forms.desks import desk_of
from handlers.forms.flows import Flow
from handlers.forms.messages import finish
from handlers.minutes.forms.plans import FIELDS
from handlers.ui.callbacks import MinutesListButton


class Recording(StatesGroup):
    """A step for each field, in the order in which they are asked for, and what comes after.

    The `course` of the vote is not asked for: it stands in the minutes where a member wants it.
    """

    polls = State()
    place = State()
    starts = State()
    ends = State()
    chair = State()
    secretary = State()
    counted = State()
    course = State()
    preview = State()
    confirm = State()
    leaving = State()
    resuming = State()


async def _discard(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Throw the draft away and end the wizard."""
    t = desk_of(manager).t
    words, button = t("wizard-discarded"), MinutesListButton()
    await finish(query, manager, words, t.plain("minutes-to-list"), button)


flow = Flow(Recording, lambda _: FIELDS, "place", _discard)
