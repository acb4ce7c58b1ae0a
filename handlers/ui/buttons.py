"""What every keyboard is made of: buttons, rows, the row that turns pages."""

from collections.abc import Callable, Iterable
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.ui.lengths import clipped, units
from handlers.ui.pages import Page
from handlers.ui.texts import Texts

BUTTON_LENGTH = 60  # characters that still fit a telephone's width, more or less
SEEN_LENGTH = 48  # characters that a telephone of 390 points shows of a button for certain
SHORTEST_TITLE = 12

Row = list[InlineKeyboardButton]


def button(text: str, data: CallbackData | str, style: str | None = None) -> InlineKeyboardButton:
    """Return a button whose words are nobody's but the data's; of others see `Texts.button`."""
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
    """Return `words` of a title that is cut so that what stands after it is seen on a telephone."""
    over = units(words(title=title)) - SEEN_LENGTH
    return words(title=clipped(title, max(SHORTEST_TITLE, units(title) - over)))


def neighbours(page: Page[Any]) -> list[int]:
    """Return the numbers of the pages before and after, where there are such."""
    return [n for n in (page.number - 1, page.number + 1) if 0 <= n < page.count]


def turning(turns: Iterable[tuple[int, str]], number: int, t: Texts) -> Row:
    """Return the row that turns the pages: (number, data) of each neighbour; it may be empty."""
    return [
        button(t.plain("button-earlier" if other < number else "button-later"), data)
        for other, data in turns
    ]
