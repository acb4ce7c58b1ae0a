"""What nobody may see on any screen: raw markup, what is escaped twice, or a text's key."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup

LOCALES = Path("handlers/locales")
KEY = re.compile(r"^([a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]+")
OWN_TAG = re.compile(r"<(?:b|i|s|u|code|pre|blockquote)>[^<{\n]{3,}")
ESCAPED_TWICE = re.compile(r"&amp;(?:lt|gt|amp|quot);")
ENTITY = re.compile(r"&(?:lt|gt|amp|quot);")
HTML = ("text", "caption")


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


def faults_in_html(html: str) -> list[str]:
    """Return what is wrong with a text that Telegram parses as HTML."""
    escaped = [tag.replace("<", "&lt;").replace(">", "&gt;") for tag in own_tags()]
    seen = [tag for tag in (*escaped, "&lt;tg-time", "&lt;/b&gt;:") if tag in html]
    words = WORD.findall(re.sub("<[^>]*>", " ", html))
    return [*seen, *ESCAPED_TWICE.findall(html), *(keys() & set(words))]


def faults_in_plain(text: str) -> list[str]:
    """Return what is wrong with a text that is shown as it is: a button, the answer to a tap."""
    seen = [tag for tag in (*own_tags(), "<tg-time") if tag in text]
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
