"""Parts of keyboards: buttons, rows, the row that turns pages."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.ui.lengths import clipped, units
from handlers.ui.pages import Page
from handlers.ui.texts import Texts

BUTTON_LENGTH = 60  # characters that usually fit the width of a telephone
SEEN_LENGTH = 48  # characters that a 390-point-wide phone always shows on a button
SHORTEST_TITLE = 12

T = TypeVar("T")
Row = list[InlineKeyboardButton]
Line: TypeAlias = Callable[[T, Texts], InlineKeyboardButton]


def button(text: str, data: CallbackData | str, style: str | None = None) -> InlineKeyboardButton:
    """Return a button whose text comes from the data; for others see `Texts.button`."""
    packed = data if isinstance(data, str) else data.pack()
    return InlineKeyboardButton(text=text, callback_data=packed, style=style)


def keyboard(lines: Iterable[Row]) -> InlineKeyboardMarkup:
    """Return a keyboard of the rows that are not empty."""
    return InlineKeyboardMarkup(inline_keyboard=[line for line in lines if line])


def pairs(buttons: Iterable[InlineKeyboardButton]) -> list[Row]:
    """Return buttons two a row."""
    every = list(buttons)
    return [every[index : index + 2] for index in range(0, len(every), 2)]


def short(text: str) -> str:
    """Return a text that fits on a button."""
    return clipped(text, BUTTON_LENGTH)


def titled(title: str, words: Callable[..., str]) -> str:
    """Return `words` with the title cut so that the text after it is visible on a telephone."""
    over = units(words(title=title)) - SEEN_LENGTH
    return words(title=clipped(title, max(SHORTEST_TITLE, units(title) - over)))


def turning(
    page: Page[Any], data: CallbackData, t: Texts, *, part: str = "page", first: int = 0
) -> Row:
    """Return the row that turns to the pages beside this one; it may be empty.

    `data` is that of the list's button; `part` is its field for the page number, which counts from
    `first`.
    """
    beside = (("button-earlier", page.number - 1), ("button-later", page.number + 1))
    return [
        button(t.plain(key), data.model_copy(update={part: first + number}))
        for key, number in beside
        if 0 <= number < page.count
    ]


def lines(items: Iterable[T], line: Line[T], t: Texts) -> list[Row]:
    """Return a button for each item of a list."""
    return [[line(one, t)] for one in items]


def listed(page: Page[T], line: Line[T], data: CallbackData, t: Texts) -> list[Row]:
    """Return a button for each item of a list, and the row that turns its pages."""
    return [*lines(page.items, line, t), turning(page, data, t)]
