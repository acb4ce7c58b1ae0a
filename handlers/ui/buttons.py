"""What every keyboard is made of: buttons, rows, the row that turns pages."""

from collections.abc import Iterable
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.ui.pages import Page
from handlers.ui.texts import Texts

BUTTON_LENGTH = 60  # characters that still fit a telephone's width, more or less

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
    return text if len(text) <= BUTTON_LENGTH else text[: BUTTON_LENGTH - 1] + "…"


def neighbours(page: Page[Any]) -> list[int]:
    """Return the numbers of the pages before and after, where there are such."""
    return [n for n in (page.number - 1, page.number + 1) if 0 <= n < page.count]


def turning(turns: Iterable[tuple[int, str]], number: int, t: Texts) -> Row:
    """Return the row that turns the pages: (number, data) of each neighbour; it may be empty."""
    return [
        button(t.plain("button-earlier" if other < number else "button-later"), data)
        for other, data in turns
    ]
