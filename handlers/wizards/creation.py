"""How a new event comes together: what each step takes, and what its buttons do."""

from collections.abc import Callable

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.domain.events import checked_duration
from bot.domain.moments import read_duration
from handlers.callbacks import BoardButton, ManageButton
from handlers.wizards.desks import desk_of
from handlers.wizards.inputs import Take
from handlers.wizards.messages import finish
from handlers.wizards.plans import FIELDS, field_before, first_missing, plan_of


class Creating(StatesGroup):
    """A step for each field, in the order in which they are asked for, and what comes after."""

    title = State()
    description = State()
    day = State()
    time = State()
    duration = State()
    place = State()
    audience = State()
    preview = State()
    leaving = State()
    resuming = State()


def step_of(manager: DialogManager) -> str:
    """Return the name of the step that is open: a field, or one of those that follow."""
    return str(manager.current_context().state.state).partition(":")[2]


def has_draft(manager: DialogManager) -> bool:
    """Tell whether anything has been given yet."""
    return any(field in manager.dialog_data for field in FIELDS)


async def set_aside(manager: DialogManager, question: State) -> None:
    """Ask a question about the draft, and remember the step to come back to."""
    if step_of(manager) not in {"leaving", "resuming"}:
        manager.dialog_data["left"] = step_of(manager)
    await manager.switch_to(question)


async def _forward(manager: DialogManager) -> None:
    missing = first_missing(manager.dialog_data)
    await manager.switch_to(Creating.preview if missing is None else getattr(Creating, missing))


async def _give(manager: DialogManager, **fields: str | int) -> None:
    manager.dialog_data.update(fields)
    await _forward(manager)


def taker(field: str, checked: Callable[[str], str]) -> Take:
    """Return what takes a text for a field, once the rule of that field lets it through."""

    async def take(text: str, manager: DialogManager) -> None:
        await _give(manager, **{field: checked(text)})

    return take


async def take_start(fields: dict[str, str], manager: DialogManager) -> None:
    """Take a day and ask for the time again, or take both."""
    manager.dialog_data.pop("time", None)
    await _give(manager, **fields)


async def take_duration(text: str, manager: DialogManager) -> None:
    """Take a duration as typed."""
    duration = checked_duration(read_duration(text))
    await _give(manager, duration=int(duration.total_seconds() // 60))


async def tap_duration(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Take the duration of the button."""
    await _give(manager, duration=int(_suffix(button)))


async def tap_audience(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Take the audience of the button."""
    await _give(manager, audience=_suffix(button))


async def skip_description(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Go without a description."""
    await _give(manager, description="")


async def keep(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Leave what was given and go on."""
    await _forward(manager)


async def back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Go to the step before."""
    before = field_before(step_of(manager))
    await manager.switch_to(getattr(Creating, before or "title"))


async def change(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Go from the preview to the field of the button."""
    await manager.switch_to(getattr(Creating, _suffix(button)))


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
    if has_draft(manager):
        await set_aside(manager, Creating.leaving)
    else:
        await discard(query, button, manager)


async def discard(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Throw the draft away and end the wizard."""
    t = desk_of(manager).t
    await finish(query, manager, t("wizard-discarded"), t.plain("wizard-to-list"), ManageButton())


async def publish(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Publish the event: what follows is told through the outbox."""
    desk = desk_of(manager)
    t = desk.t
    plan = plan_of(manager.dialog_data, t.zone)
    draft = f"{desk.member.id}:{manager.current_context().id}"
    event = await desk.events.publish(desk.member.id, plan, draft)
    published = t("wizard-published", title=plan.title)
    await finish(query, manager, published, t.plain("wizard-to-board"), BoardButton(event_id=event))


def _suffix(button: Button) -> str:
    return str(button.widget_id).partition("_")[2]
