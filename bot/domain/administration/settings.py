"""The settings that administrators change at run time, by their keys in config.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from bot.domain.refusals import Refusal

Value: TypeAlias = str | int | list[str] | None
"""A value as config.toml has it; None is what the bot does without one."""


class Setting(StrEnum):
    """A key of the configuration that may be chosen in the chat where the file leaves it out."""

    GROUP = "alliance.group"
    COUNCIL_GROUP = "alliance.council_group"
    CHANNEL = "alliance.channel"
    QUIET_HOURS = "reminders.quiet_hours"
    EVENT_LEADS = "reminders.event_leads"
    POLL_LEADS = "reminders.poll_leads"
    QUESTION = "events.question_lead"
    DIGEST_DAY = "reachability.digest_day"

    @property
    def is_chat(self) -> bool:
        """Tell whether its value is a chat, chosen by /here and not by a value."""
        return self in CHATS


GROUPS = (Setting.GROUP, Setting.COUNCIL_GROUP)
CHATS = (*GROUPS, Setting.CHANNEL)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What administrators chose: a `value` after so many changes; `title` is that of a chat."""

    value: Value
    version: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class StoredSettings:
    """All that administrators chose, and the groups that have become supergroups since.

    A setting in `chosen` without a value was given back to the configuration's default.
    """

    chosen: Mapping[str, Chosen] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)

    @property
    def version(self) -> int:
        """Which of two states is newer: it grows with each change."""
        return sum(one.version for one in self.chosen.values()) + len(self.moved)

    def get(self, setting: Setting) -> Chosen:
        """Return what was chosen; a setting that nobody changed has the version 0."""
        return self.chosen.get(setting, Chosen(None, 0))

    def now(self, chat: int | None) -> int | None:
        """Return the id that a chat has by now."""
        for _ in self.moved:
            if chat is not None:
                chat = self.moved.get(chat, chat)
        return chat

    @property
    def values(self) -> dict[str, Any]:
        """The chosen values by their keys."""
        return {key: one.value for key, one in self.chosen.items() if one.value is not None}


@dataclass(frozen=True, slots=True)
class SettingState:
    """A setting as it is: `fixed` by the configuration, or `own` of administrators, or neither."""

    setting: Setting
    value: Any
    fixed: bool
    version: int
    own: bool = False
    title: str = ""


class SettingFixed(Refusal):
    """The configuration says this setting, and so nobody else does."""

    setting: str


class SettingChanged(Refusal):
    """Another administrator has changed the setting meanwhile."""


class SettingUnusable(Refusal):
    """The value is not one that this setting can have."""


class ChatNotUsable(Refusal):
    """The bot cannot write in the chat, so it is not chosen."""
