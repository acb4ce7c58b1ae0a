"""The people of the sandbox and the bot itself, as Bot API users."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Account:
    """A person with a Telegram account; `started` once they have written to the bot.

    `roles` are words that the page shows and searches; `invitation` is the payload of a deep link
    that they were given.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "ru"
    note: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    roles: tuple[str, ...] = ()
    invitation: str | None = None
    user: dict[str, Any] = field(init=False)
    """The Bot API's User object."""

    def __post_init__(self) -> None:
        self.user = _given(
            id=self.id,
            is_bot=False,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )

    @property
    def private_chat(self) -> dict[str, Any]:
        """The Bot API's Chat object of the private chat with the bot."""
        return _given(
            id=self.id,
            type="private",
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
        )


@dataclass(slots=True)
class BotProfile:
    """The bot's own account; names and descriptions by language code, "" for everybody else."""

    token: str
    username: str
    names: dict[str, str]
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[Any, ...], list[dict[str, Any]]] = field(default_factory=dict)
    """Command lists by (scope type, chat, user, language code)."""
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)
    reads_all_group_messages: bool = False
    user: dict[str, Any] = field(init=False)
    """The Bot API's User object, as in messages."""

    def __post_init__(self) -> None:
        self.user = {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names[""],
            "username": self.username,
        }

    @property
    def id(self) -> int:
        """The number before the token's colon."""
        return int(self.token.partition(":")[0])

    @property
    def me(self) -> dict[str, Any]:
        """What getMe tells."""
        return {
            **self.user,
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all_group_messages,
            "supports_guest_queries": True,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
