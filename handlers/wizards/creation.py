"""How an event comes together: the steps, and the ways from one to another."""

from collections.abc import Callable
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.domain.events import EventId
from handlers.callbacks.boards import ManageButton
from handlers.wizards.boards import finish_at_board
from handlers.wizards.desks import desk_of
from handlers.wizards.inputs import Take
from handlers.wizards.messages import finish
from handlers.wizards.plans import FIELDS, field_before, first_missing

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


def step_of(manager: DialogManager) -> str:
    """Return the name of the step that is open: a field, or one of those that follow."""
    return str(manager.current_context().state.state).partition(":")[2]


async def fill(start_data: Any, manager: DialogManager) -> None:
    """Begin with the draft that the wizard was opened with, if any."""
    manager.dialog_data.update((start_data or {}).get("draft", {}))


def changed_event(manager: DialogManager) -> EventId | None:
    """Return the event that is being changed; None while a new one is made."""
    data = manager.start_data
    return EventId(data["event"]) if isinstance(data, dict) and "event" in data else None


def is_copy(manager: DialogManager) -> bool:
    """Tell whether the draft began as a copy."""
    data = manager.start_data
    return isinstance(data, dict) and "event" not in data


def is_published(manager: DialogManager) -> bool:
    """Tell whether an event is changed that people have heard of already."""
    data = manager.start_data
    before = data["draft"] if changed_event(manager) and isinstance(data, dict) else None
    return before is not None and before.get("publish_day") is None


def has_draft(manager: DialogManager) -> bool:
    """Tell whether anything has been given yet."""
    return any(field in manager.dialog_data for field in FIELDS)


def has_changes(manager: DialogManager) -> bool:
    """Tell whether the draft differs from the event that is being changed."""
    before = draft_at_start(manager)
    return any(manager.dialog_data.get(name) != value for name, value in before.items())


def draft_at_start(manager: DialogManager) -> dict[str, Any]:
    """Return the draft that the wizard was opened with; nothing if there was none."""
    data = manager.start_data
    return dict(data["draft"]) if isinstance(data, dict) else {}


async def set_aside(manager: DialogManager, question: State) -> None:
    """Ask a question about the draft, and remember the step to come back to."""
    if step_of(manager) not in {"leaving", "resuming"}:
        manager.dialog_data["left"] = step_of(manager)
    await manager.switch_to(question)


async def forward(manager: DialogManager) -> None:
    """Go to the first field that is missing, or to the preview."""
    missing = first_missing(manager.dialog_data)
    await manager.switch_to(Creating.preview if missing is None else getattr(Creating, missing))


async def give(manager: DialogManager, **fields: Any) -> None:
    """Put what was asked for into the draft, and go on."""
    manager.dialog_data.update(fields)
    await forward(manager)


async def settle(manager: DialogManager, **options: Any) -> None:
    """Put an option into the draft, and go back to the list of them."""
    manager.dialog_data.update(options)
    await manager.switch_to(Creating.settings)


def taker(field: str, checked: Callable[[str], str]) -> Take:
    """Return what takes a text for a field, once the rule of that field lets it through."""

    async def take(text: str, manager: DialogManager) -> None:
        await give(manager, **{field: checked(text)})

    return take


def goer(state: State) -> Callable[[CallbackQuery, Button, DialogManager], Any]:
    """Return what a button does that leads to a step."""

    async def go(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.switch_to(state)

    return go


async def keep(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Leave what was given and go on."""
    await forward(manager)


async def back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Go to the step before."""
    before = field_before(step_of(manager))
    await manager.switch_to(getattr(Creating, before or "title"))


async def change(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Go to the step of the button."""
    await manager.switch_to(getattr(Creating, suffix(button)))


async def resume(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Go on where the draft was left."""
    await manager.switch_to(getattr(Creating, str(manager.dialog_data["left"])))


async def start_over(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Throw the draft away and begin another."""
    manager.dialog_data.clear()
    manager.current_context().widget_data.clear()
    await manager.switch_to(Creating.title)


async def leave(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Leave the wizard; ask first when something would be lost."""
    loses = has_draft(manager) if changed_event(manager) is None else has_changes(manager)
    if loses:
        await set_aside(manager, Creating.leaving)
    else:
        await discard(query, button, manager)


async def discard(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Throw the draft away and end the wizard."""
    t = desk_of(manager).t
    if changed_event(manager) is not None:
        await finish_at_board(query, manager, t("wizard-unchanged"))
        return
    await finish(query, manager, t("wizard-discarded"), t.plain("wizard-to-list"), ManageButton())


def suffix(button: Button) -> str:
    """Return what a button's id says after its first underscore."""
    return str(button.widget_id).partition("_")[2]
