"""Routes that a module declares: buttons, commands, links, questions, other updates."""

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
"""Gets the update's message or query, and further arguments by name.

One that takes `account` instead of `member` and `t` makes one call of a service, which recognises
the person in its own transaction: the fastest way for buttons that hundreds of people tap at once.
"""

Recognise: TypeAlias = Callable[[], Awaitable[tuple[Member | None, Texts]]]
"""Looks up the person, for a handler that has the `account` only."""

Data: TypeAlias = dict[str, Any]
"""The named arguments that a handler can take."""

Typed: TypeAlias = Callable[[Message, Data], Awaitable[Data | None]]
"""Returns arguments by name for a message that nobody asked for; None if it does not fit."""


class Access(Enum):
    """Who a module's handlers are for; the services check the details."""

    ANYBODY = "anybody"
    MEMBERS = "members"
    JOINED = "joined"
    """Members who have consented to the present text or to an earlier one."""
    CONSENTED = "consented"
    """Members who have consented to the present text."""


@dataclass(frozen=True, slots=True)
class On:
    """A button whose data has these values."""

    button: type[CallbackData]
    values: tuple[tuple[str, Any], ...]

    def matches(self, data: CallbackData) -> bool:
        """Tell whether the data of a tapped button match."""
        return all(getattr(data, name) == value for name, value in self.values)


def on(button: type[CallbackData], **values: Any) -> On:
    """Return the key of a handler for buttons of a kind with these values."""
    return On(button, tuple(values.items()))


class PassOn(Exception):  # noqa: N818  a fact about the update, named as one
    """Raised by a handler that has done nothing: the update is for the next declared one."""


@dataclass(frozen=True, slots=True)
class Only:
    """A handler for some people; for others, or if it passes on, the next declared one is tried."""

    whom: Callable[[Member | None, AllianceInfo], bool]
    handler: Handler


@dataclass(frozen=True, slots=True)
class Routes:
    """The handlers of a module by what they handle.

    `links` are by the prefix of a deep link's payload; `questions` by the kind of an open question
    (`handlers/forms/prompts.py`), which the handler gets as `prompt` and closes once the text is
    accepted; `typed` are for text that answers no question. All of these are for private chats, and
    a command is never an answer. `updates` are by Telegram's name of their kind, `events` by the
    field of a message that nobody wrote: it tells what happened to a chat.

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
    events: Mapping[str, Handler] = field(default_factory=dict)
    in_groups: tuple[type[CallbackData], ...] = ()
    in_passing: tuple[type[CallbackData], ...] = ()
