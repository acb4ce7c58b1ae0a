"""How a draft comes together: its steps, and the ways from one to another."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from handlers.forms.inputs import Take
from handlers.forms.moments import Draft

OnTap = Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]


def step_of(manager: DialogManager) -> str:
    """Return the name of the step that is open: a field, or one of those that follow."""
    return str(manager.current_context().state.state).partition(":")[2]


def suffix(button: Button) -> str:
    """Return what a button's id says after its first underscore."""
    return str(button.widget_id).partition("_")[2]


def subject_of(manager: DialogManager) -> int | None:
    """Return the id of what the wizard was opened for; None while something new is made."""
    data = manager.start_data
    return int(str(data["subject"])) if isinstance(data, dict) and "subject" in data else None


def is_copy(manager: DialogManager) -> bool:
    """Tell whether the draft began as a copy."""
    data = manager.start_data
    return isinstance(data, dict) and "subject" not in data


def draft_at_start(manager: DialogManager) -> dict[str, Any]:
    """Return the draft that the wizard was opened with; nothing if there was none."""
    data = manager.start_data
    return dict(data.get("draft", {})) if isinstance(data, dict) else {}


def has_changes(manager: DialogManager) -> bool:
    """Tell whether the draft differs from what is being changed."""
    before = draft_at_start(manager)
    return any(manager.dialog_data.get(name) != value for name, value in before.items())


async def fill(start_data: Any, manager: DialogManager) -> None:
    """Begin with the draft that the wizard was opened with, if any."""
    manager.dialog_data.update((start_data or {}).get("draft", {}))


def goer(state: State) -> OnTap:
    """Return what a button does that leads to a step."""

    async def go(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.switch_to(state)

    return go


class Flow:
    """The ways through a wizard that fills a draft, which has a step for each of its fields.

    `fields` tells what a draft needs, in the order in which it is asked for. The wizard also has
    the steps `preview`, `settings` (all that need not be said), `leaving` and `resuming`. A draft
    is worth keeping once the field `title` is given. `discard` ends the wizard without a result.
    """

    def __init__(
        self,
        states: type[StatesGroup],
        fields: Callable[[Draft], Sequence[str]],
        title: str,
        discard: OnTap,
    ) -> None:
        self.states = states
        self.title = title
        self.discard = discard
        self._fields = fields

    def state(self, name: str) -> State:
        """Return the step of this name."""
        state: State = getattr(self.states, name)
        return state

    def missing(self, draft: Draft) -> str | None:
        """Return the first field that has not been given; None when the plan is whole."""
        return next((field for field in self._fields(draft) if field not in draft), None)

    def before(self, field: str, draft: Draft) -> str | None:
        """Return the field that is asked for before this one."""
        fields = self._fields(draft)
        index = fields.index(field) if field in fields else 0
        return fields[index - 1] if index else None

    def has_draft(self, manager: DialogManager) -> bool:
        """Tell whether anything has been given that would be missed."""
        return self.title in manager.dialog_data

    async def begin(self, manager: DialogManager) -> None:
        """Open the wizard at its first step."""
        await manager.start(self.state(self._fields({})[0]), show_mode=ShowMode.SEND)

    async def set_aside(self, manager: DialogManager, question: State) -> None:
        """Ask a question about the draft, and remember the step to come back to."""
        if step_of(manager) not in {"leaving", "resuming"}:
            manager.dialog_data["left"] = step_of(manager)
        await manager.switch_to(question)

    async def forward(self, manager: DialogManager) -> None:
        """Go to the first field that is missing, or to the preview."""
        await manager.switch_to(self.state(self.missing(manager.dialog_data) or "preview"))

    async def give(self, manager: DialogManager, **fields: Any) -> None:
        """Put what was asked for into the draft, and go on."""
        manager.dialog_data.update(fields)
        await self.forward(manager)

    async def settle(self, manager: DialogManager, **options: Any) -> None:
        """Put an option into the draft, and go back to the list of them."""
        manager.dialog_data.update(options)
        await manager.switch_to(self.state("settings"))

    def taker(self, field: str, checked: Callable[[str], str]) -> Take:
        """Return what takes a text for a field, once the rule of that field lets it through."""

        async def take(text: str, manager: DialogManager) -> None:
            await self.give(manager, **{field: checked(text)})

        return take

    async def keep(self, _: CallbackQuery, __: Button, manager: DialogManager) -> None:
        """Leave what was given and go on."""
        await self.forward(manager)

    async def back(self, _: CallbackQuery, __: Button, manager: DialogManager) -> None:
        """Go to the step before."""
        draft = manager.dialog_data
        await manager.switch_to(
            self.state(self.before(step_of(manager), draft) or self._fields(draft)[0])
        )

    async def change(self, _: CallbackQuery, button: Button, manager: DialogManager) -> None:
        """Go to the step of the button."""
        await manager.switch_to(self.state(suffix(button)))

    async def resume(self, _: CallbackQuery, __: Button, manager: DialogManager) -> None:
        """Go on where the draft was left."""
        await manager.switch_to(self.state(str(manager.dialog_data["left"])))

    async def start_over(self, _: CallbackQuery, __: Button, manager: DialogManager) -> None:
        """Throw the draft away and begin another."""
        manager.dialog_data.clear()
        manager.current_context().widget_data.clear()
        await self.forward(manager)

    async def leave(self, query: CallbackQuery, button: Button, manager: DialogManager) -> None:
        """Leave the wizard; ask first when something would be lost."""
        new = subject_of(manager) is None
        if self.has_draft(manager) if new else has_changes(manager):
            await self.set_aside(manager, self.state("leaving"))
        else:
            await self.discard(query, button, manager)
