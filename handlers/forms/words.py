"""Widgets that say things in the organiser's language."""

from collections.abc import Awaitable, Callable, Sequence
from html import escape
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.text import Text

from handlers.forms.desks import desk_of
from handlers.ui.texts import Value

Widget = Text | Keyboard | BaseInput
Getter = Callable[..., Awaitable[dict[str, Any]]]

NOTE = "note"


def note(manager: DialogManager, words: str) -> None:
    """Have the window that follows begin with a remark, in plain words."""
    manager.middleware_data[NOTE] = words


class Say(Text):
    """A sentence as HTML; `names` are taken from what the window's getter returns."""

    def __init__(self, key: str, *names: str, when: WhenCondition = None, **values: Value) -> None:
        super().__init__(when=when)
        self.key = key
        self.names = names
        self.values = values

    def _values(self, data: dict[str, Any]) -> dict[str, Value]:
        return {**self.values, **{name: data[name] for name in self.names}}

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return desk_of(manager).t(self.key, **self._values(data))


class Label(Say):
    """The plain words of a button."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return desk_of(manager).t.plain(self.key, **self._values(data))


class Remark(Text):
    """What was wrong with the last message or tap, above the step that is still open."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        words = manager.middleware_data.get(NOTE)
        return f"⚠️ {escape(words, quote=False)}\n" if words else ""


def window(state: State, *widgets: Widget, getters: Sequence[Getter] = ()) -> Window:
    """Return a window of a wizard: HTML, with room for a remark above it."""
    return Window(Remark(), *widgets, state=state, getter=list(getters), parse_mode="HTML")
