"""How an event comes together: its steps."""

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.domain.events.events import EventId
from handlers.events.forms.boards import finish_at_board
from handlers.events.forms.plans import FIELDS
from handlers.forms.desks import desk_of
from handlers.forms.flows import Flow, draft_at_start, subject_of
from handlers.forms.messages import finish
from handlers.ui.callbacks import ManageButton

OPTIONS = (
    "kind",
    "cover",
    "point",
    "room",
    "link",
    "capacity",
    "quota",
    "deadline",
    "guests",
    "leads",
    "rhythm",
    "publication",
)
"""What need not be said; each is a step too."""


class Creating(StatesGroup):
    """A step for each field, in the order in which they are asked for, and what comes after."""

    title = State()
    description = State()
    day = State()
    time = State()
    duration = State()
    place = State()
    audience = State()
    municipalities = State()
    people = State()
    preview = State()
    settings = State()
    kind = State()
    cover = State()
    point = State()
    room = State()
    link = State()
    capacity = State()
    quota = State()
    deadline = State()
    deadline_time = State()
    guests = State()
    leads = State()
    rhythm = State()
    ending = State()
    publication = State()
    publication_time = State()
    leaving = State()
    resuming = State()


def changed_event(manager: DialogManager) -> EventId | None:
    """Return the event that is being changed; None while a new one is made."""
    subject = subject_of(manager)
    return None if subject is None else EventId(subject)


def is_published(manager: DialogManager) -> bool:
    """Tell whether an event is changed that people have heard of already."""
    changing = changed_event(manager) is not None
    return changing and draft_at_start(manager).get("publish_day") is None


async def _discard(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Throw the draft away and end the wizard."""
    t = desk_of(manager).t
    if changed_event(manager) is not None:
        await finish_at_board(query, manager, t("wizard-unchanged"))
        return
    await finish(query, manager, t("wizard-discarded"), t.plain("wizard-to-list"), ManageButton())


flow = Flow(Creating, lambda _: FIELDS, "title", _discard)
