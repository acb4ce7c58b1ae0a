"""The command menu and /help, from the nouns' declarations and by people's rights."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.domain.people.members import LANGUAGES, Member
from handlers.ui.texts import AllTexts, Texts


class Whom(Enum):
    """Who a command, or a line of the help, is for, in the order of the help."""

    EVERYBODY = "everybody"
    ORGANISERS = "organisers"
    PRESIDING = "presiding"
    ADMINISTRATORS = "administrators"
    DESKS = "desks"
    """People who may use forms."""
    OTHERS = "others"
    """People who may not use forms, strangers included."""

    def includes(self, member: Member | None) -> bool:
        """Tell whether a person is among them."""
        return TESTS[self](member)


TESTS: Mapping[Whom, Callable[[Member | None], bool]] = {
    Whom.EVERYBODY: lambda _: True,
    Whom.ORGANISERS: lambda member: member is not None and member.is_organiser,
    Whom.PRESIDING: lambda member: member is not None and member.presides,
    Whom.ADMINISTRATORS: lambda member: member is not None and member.is_administrator,
    Whom.DESKS: lambda member: member is not None and member.has_desk,
    Whom.OTHERS: lambda member: member is None or not member.has_desk,
}


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the menu, `first` ones at its beginning; its text key is «command-<name>».

    While there is nothing behind it, only those of `idle` have it in the menu; it works all the
    same.
    """

    name: str
    whom: Whom = Whom.EVERYBODY
    first: bool = False
    idle: Whom | None = None


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """The declarations of all nouns: commands, and keys of the help's lines."""

    commands: tuple[Command, ...]
    help_lines: tuple[tuple[Whom, str], ...]

    def listed(
        self, member: Member | None, t: Texts, idle: frozenset[str] = frozenset()
    ) -> list[BotCommand]:
        """Return the menu of a person (None: a stranger); behind `idle` commands is nothing now."""
        known = sorted(self.commands, key=lambda one: not one.first)
        whom = {one.name: (one.idle or one.whom) if one.name in idle else one.whom for one in known}
        return [
            BotCommand(command=one.name, description=t.plain(f"command-{one.name}"))
            for one in known
            if whom[one.name].includes(member)
        ]

    def help(self, member: Member, contact: str, t: Texts) -> str:
        """Return what the bot can do for a person, and whom to ask (empty: unknown), as HTML."""
        asked = [t("help-contact", contact=contact)] if contact else []
        return "\n\n".join([t("help"), *self._help_of(member, t), *asked])

    def ways(self, member: Member, t: Texts) -> str:
        """Return the person's commands in private, each with what it is for, as HTML."""
        return "\n\n".join(self._help_of(member, t, but=Whom.DESKS))

    def _help_of(self, member: Member, t: Texts, but: Whom | None = None) -> Iterator[str]:
        for whom in (one for one in Whom if one is not but):
            lines = [t(key) for meant, key in self.help_lines if meant is whom]
            if lines and whom.includes(member):
                head = [] if whom is Whom.EVERYBODY else [t(f"help-for-{whom.value}")]
                yield "\n".join([*head, *lines])


class Menus:
    """Sets the command menus at Telegram, without what leads nowhere at the time.

    `idle` tells of a command, by its name, whether there is nothing behind it now.
    """

    def __init__(
        self, menu: CommandMenu, idle: Mapping[str, Callable[[], Awaitable[bool]]] | None = None
    ) -> None:
        self._menu, self._idle = menu, idle or {}

    async def show_to_all(self, bot: Bot, texts: AllTexts, default: str) -> None:
        """Set the members' menu, in every language and as the default."""
        scope, idle = BotCommandScopeAllPrivateChats(), await self._now()
        await bot.set_my_commands(
            self._menu.listed(None, texts.for_language(default), idle), scope=scope
        )
        for language in LANGUAGES:
            await bot.set_my_commands(
                self._menu.listed(None, texts.for_language(language), idle),
                scope=scope,
                language_code=language,
            )

    async def show(self, bot: Bot, member: Member, texts: AllTexts) -> None:
        """Set a person's menu by their rights, in their language."""
        if member.telegram_id is None:
            return
        t, idle = texts.for_language(member.language), await self._now()
        scope = BotCommandScopeChat(chat_id=member.telegram_id)
        await bot.set_my_commands(self._menu.listed(member, t, idle), scope=scope)

    async def _now(self) -> frozenset[str]:
        return frozenset([name for name, is_idle in self._idle.items() if await is_idle()])
