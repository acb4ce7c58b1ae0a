"""Rendered letters, and what a noun declares about its letters."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup

from bot.domain.letters import Letter, LetterContent
from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message ready for Telegram: HTML of at most 4096 characters and a keyboard.

    With `photo`, a file's id at Telegram or a picture's bytes, it is a caption of at most 1024.
    `menu_of` is the person whose command menu changes with it; with an empty `text` nothing else
    does.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    photo: str | bytes | None = None
    menu_of: Member | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """The context of a letter: `username` is the bot's, for links to it.

    With `caption` the text must fit under a picture that exists already.
    """

    username: str
    caption: bool = False


Renderers: TypeAlias = Mapping[type[LetterContent], Callable[[Any, Texts, Sight], Rendered]]
"""Renderers by the class of a letter's content."""

Deliverers: TypeAlias = Mapping[
    type[LetterContent], Callable[[Bot, Letter, Any, Texts, Sight], Awaitable[MessageRef | None]]
]
"""Delivery functions, for letters of several messages or none.

Each returns the message to remember; None if there is none.
"""
