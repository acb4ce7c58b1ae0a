"""What nobody may see on any screen: raw markup, a text's key, more buttons than one reads."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.people.members import LANGUAGES
from handlers.forms.callbacks import FormButton
from handlers.ui.pages import PAGE
from tests.wording import texts

LOCALES = Path("handlers/locales")
KEY = re.compile(r"^([a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]+")
OWN_TAG = re.compile(r"<(?:b|i|s|u|code|pre|blockquote)>[^<{\n]{3,}")
ESCAPED_TWICE = re.compile(r"&amp;(?:lt|gt|amp|quot);")
ENTITY = re.compile(r"&(?:lt|gt|amp|quot);")
HTML = ("text", "caption")
GRID = {"day", "month", "hour", "time", "page", "-"}
"""Keys of a form's calendar, of its hours, and of what turns pages or does nothing."""

LISTED = (
    *("board", "event", "poll", "apoll", "app", "qapp", "aview", "pmat", "house", "lead"),
    *("mtvot", "mtitem", "mtreadi", "mtslip", "mtarr", "mtregn", "mtpagx", "mtplan", "meet"),
    *("dirc", "ann"),
)
"""Kinds of buttons that are the lines of a list: events, polls, applications, files, lead times,
and of a meeting organisations, items, slips, people and addresses; organisations of the directory,
announcements.
"""

BALLOT = "m"
"""The kind of a mark on a ballot, which has a row of them for each candidate."""

WAYS_OUT = (
    *("wizard-leave", "wizard-stay", "wizard-keep", "wizard-done"),
    *("button-polls", "button-all-events"),
)
"""Ways back without an arrow: out of a form, on with what is given, to the list of a noun."""


@cache
def keys() -> frozenset[str]:
    """Return the keys of texts that no sentence has as a word: those of several words."""
    found = {key for file in LOCALES.rglob("*.ftl") for key in KEY.findall(file.read_text("utf-8"))}
    return frozenset(key for key in found if "-" in key or re.search("[a-z][A-Z]", key))


@cache
def own_tags() -> tuple[str, ...]:
    """Return what the locales mark up with a word of their own in it, such as «<b>Когда:»."""
    files = [file.read_text("utf-8") for file in LOCALES.rglob("*.ftl")]
    return tuple({tag.strip() for text in files for tag in OWN_TAG.findall(text)})


@cache
def escaped_tags() -> tuple[str, ...]:
    """Return them as they are when they are escaped by mistake."""
    escaped = (tag.replace("<", "&lt;").replace(">", "&gt;") for tag in own_tags())
    return (*escaped, "&lt;tg-time", "&lt;/b&gt;:")


def faults_in_html(html: str) -> list[str]:
    """Return what is wrong with a text that Telegram parses as HTML."""
    seen = [tag for tag in escaped_tags() if tag in html] if "&lt;" in html else []
    words = WORD.findall(re.sub("<[^>]*>", " ", html))
    return [*seen, *ESCAPED_TWICE.findall(html), *(keys() & set(words))]


def faults_in_plain(text: str) -> list[str]:
    """Return what is wrong with a text that is shown as it is: a button, the answer to a tap."""
    seen = [tag for tag in (*own_tags(), "<tg-time") if tag in text] if "<" in text else []
    return [*seen, *ENTITY.findall(text), *(keys() & set(WORD.findall(text)))]


class Screens(BaseRequestMiddleware):
    """Looks at all that a bot sends."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Remember what is wrong with a message before it goes out."""
        self.faults += [f"{type(method).__name__}: {fault}" for fault in faults_of(method)]
        return await make_request(bot, method)


def faults_of(method: TelegramMethod[Any]) -> Iterator[str]:
    """Yield what is wrong with what people will see of a call."""
    parsed = type(method).__name__ != "AnswerCallbackQuery"
    for name in HTML:
        text = getattr(method, name, None)
        if isinstance(text, str) and not getattr(method, f"{name}_entities", None):
            entities = getattr(method, "entities", None)
            faults = faults_in_html if parsed and not entities else faults_in_plain
            yield from (f"{fault!r} in {text!r}" for fault in faults(text))
    keyboard = getattr(method, "reply_markup", None)
    if isinstance(keyboard, InlineKeyboardMarkup):
        for row in keyboard.inline_keyboard:
            for button in row:
                yield from (f"{one!r} on [{button.text}]" for one in faults_in_plain(button.text))
        yield from too_many_buttons(keyboard)


def too_many_buttons(keyboard: InlineKeyboardMarkup) -> Iterator[str]:
    """Yield the buttons of a screen with more than eight, beside turning and back.

    A list has no more than eight lines, and no more than eight buttons around them.
    """
    counted = [one for row in keyboard.inline_keyboard for one in row if is_counted(one)]
    for kind in (*LISTED, ""):
        words = [one.text for one in counted if kind == _listed(one)]
        if len(words) > PAGE:
            yield f"{len(words)} buttons: {words}"


def _listed(button: InlineKeyboardButton) -> str:
    """Return the kind of a button that is a line of a list, or nothing."""
    kind = (button.callback_data or "").partition(":")[0]
    return kind if kind in LISTED else ""


def is_counted(button: InlineKeyboardButton) -> bool:
    """Tell whether a button is one to choose from: no way back, page, day, hour or mark."""
    if button.text.startswith("‹") or button.text.endswith("›") or button.text in ways_out():
        return False
    kind = (button.callback_data or "").partition(":")[0]
    if kind == FormButton.__prefix__:
        return FormButton.unpack(button.callback_data or "").key not in GRID
    return kind != BALLOT


@cache
def ways_out() -> frozenset[str]:
    """Return the words of the ways back without an arrow."""
    return frozenset(texts(one).plain(key) for one in LANGUAGES for key in WAYS_OUT)
