"""What a module answers to, declared: buttons, commands, links, questions, other updates."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeAlias

from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

from bot.domain.people.members import Member
from handlers.ui.texts import Texts
from handlers.ui.welcome import AllianceInfo

Handler: TypeAlias = Callable[..., Awaitable[Any]]
"""Gets the update's message or query, and by name whatever else of an update it asks for.

One that asks for `account` instead of `member` and `t` makes one call of a service, which
recognises the person in its own transaction: the quickest way for what hundreds tap at once.
"""

Recognise: TypeAlias = Callable[[], Awaitable[tuple[Member | None, Texts]]]
"""Looks up the person, for a handler that has only the `account`."""

Data: TypeAlias = dict[str, Any]
"""The arguments by name that a handler can ask for."""

Typed: TypeAlias = Callable[[Message, Data], Awaitable[Data | None]]
"""Returns what a message that nobody asked for means, as arguments by name; None if nothing."""


class Access(Enum):
    """Whom a module's handlers are for; the services check more."""

    ANYBODY = "anybody"
    MEMBERS = "members"
    CONSENTED = "consented"
    """Members who have given the consent in force."""


@dataclass(frozen=True, slots=True)
class On:
    """A button whose data has these values."""

    button: type[CallbackData]
    values: tuple[tuple[str, Any], ...]

    def matches(self, data: CallbackData) -> bool:
        """Tell whether the data of a tapped button is meant."""
        return all(getattr(data, name) == value for name, value in self.values)


def on(button: type[CallbackData], **values: Any) -> On:
    """Return the key of a handler for those of a kind of buttons that have these values."""
    return On(button, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Only:
    """A handler for some people; for anybody else the next one that is declared is asked."""

    whom: Callable[[Member | None, AllianceInfo], bool]
    handler: Handler


@dataclass(frozen=True, slots=True)
class Routes:
    """What the handlers of a module are for.

    `links` are what the payload of a deep link begins with; `questions` the kinds of what was
    asked before (`handlers/forms/prompts.py`), the handler gets it as `prompt` and has it
    forgotten once the text was accepted; `typed` is what answers no question. All of these are for
    private chats, and no command is an answer. `updates` are by Telegram's name of their kind.

    `prepare` is called before each handler but those of `updates`: it refuses people, or adds
    arguments. Of the buttons, those of `in_groups` may be tapped anywhere, and those `in_passing`
    leave an open question as it is.
    """

    access: Access = Access.CONSENTED
    prepare: Callable[[Data], None] | None = None
    buttons: Mapping[type[CallbackData] | On, Handler | Only] = field(default_factory=dict)
    commands: Mapping[str, Handler | Only] = field(default_factory=dict)
    group_commands: Mapping[str, Handler] = field(default_factory=dict)
    links: Mapping[str, Handler | Only] = field(default_factory=dict)
    questions: Mapping[str, Handler] = field(default_factory=dict)
    typed: tuple[tuple[Typed, Handler], ...] = ()
    updates: Mapping[str, Handler] = field(default_factory=dict)
    in_groups: tuple[type[CallbackData], ...] = ()
    in_passing: tuple[type[CallbackData], ...] = ()
