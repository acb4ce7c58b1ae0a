"""Choices to tap: one of several, or several of many."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol

from bot.domain.refusals import ChoiceGone
from handlers.forms.desks import desk_of
from handlers.forms.pickers import BLANK, Picker
from handlers.ui.buttons import BUTTON_LENGTH
from handlers.ui.edits import acknowledge
from handlers.ui.refusals import refusal_words


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to choose; its id is ASCII and short."""

    id: str
    words: str
    chosen: bool = False


ListOptions = Callable[[DialogManager], Awaitable[list[Option]]]
OnPick = Callable[[str, DialogManager], Awaitable[None]]
"""Takes an id of `ListOptions`; what it stands for may be gone since the list was read."""

Found = TypeVar("Found")


def still_there(found: Found | None) -> Found:
    """Return what a choice stands for; refuse one that is gone by now."""
    if found is None:
        raise ChoiceGone
    return found


class Options(Picker):
    """A choice of one or several, those chosen marked; long lists are paged.

    Only what is on offer at the moment of the tap is taken: of anything else the person is told
    that it is gone, and sees the list as it is now.
    """

    def __init__(
        self,
        id: str,  # noqa: A002  the library's own name
        options: ListOptions,
        on_pick: OnPick,
        *,
        width: int = 1,
        rows: int = 8,
    ) -> None:
        super().__init__(id=id)
        self._options = options
        self._on_pick = on_pick
        self._width = width
        self._size = width * rows

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        options = await self._options(manager)
        last = max(0, (len(options) - 1) // self._size)
        page = min(self.get_widget_data(manager, 0), last)
        shown = options[page * self._size : (page + 1) * self._size]
        buttons = [self._choice(option) for option in shown]
        rows: RawKeyboard = [
            list(buttons[n : n + self._width]) for n in range(0, len(buttons), self._width)
        ]
        if last:
            rows.append(
                [
                    self.button("‹", f"page:{page - 1}") if page else self.button(BLANK),
                    self.button(f"{page + 1} / {last + 1}"),
                    self.button("›", f"page:{page + 1}") if page < last else self.button(BLANK),
                ]
            )
        return rows

    def _choice(self, option: Option) -> InlineKeyboardButton:
        words = f"✓ {option.words}" if option.chosen else option.words
        short = words if len(words) <= BUTTON_LENGTH else words[: BUTTON_LENGTH - 1] + "…"
        return self.button(short, f"pick:{option.id}")

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        kind, _, value = data.partition(":")
        if kind == "page" and value.isdecimal() and len(value) < 4:  # noqa: PLR2004  no such book
            self.set_widget_data(manager, int(value))
        elif kind == "pick":
            try:
                await self._pick(value, manager)
            except ChoiceGone as refusal:
                words = refusal_words(refusal, desk_of(manager).t)
                await acknowledge(callback, words, alert=True)
        return True

    async def _pick(self, value: str, manager: DialogManager) -> None:
        if value not in {option.id for option in await self._options(manager)}:
            raise ChoiceGone
        await self._on_pick(value, manager)
