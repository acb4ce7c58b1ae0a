"""A letter in words, and what a noun declares of its letters."""

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
    `menu_of` is whose commands are others from then on.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    photo: str | bytes | None = None
    menu_of: Member | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a letter is read: `username` is the bot's, for links to it.

    The words are to fit a `caption` when they go under a picture that is already there.
    """

    username: str
    caption: bool = False


Renderers: TypeAlias = Mapping[type[LetterContent], Callable[[Any, Texts, Sight], Rendered]]
"""By the class of what a letter says, what puts it into words."""

Deliverers: TypeAlias = Mapping[
    type[LetterContent], Callable[[Bot, Letter, Any, Texts, Sight], Awaitable[MessageRef | None]]
]
"""Of letters that are more than one message, or none: what does all that they ask for.

It returns the message that is to be remembered; None if there is none.
"""
