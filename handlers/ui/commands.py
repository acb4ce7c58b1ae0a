"""The command menu and /help, of what the nouns declare: each person sees only what they may."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.domain.people.members import LANGUAGES, Member
from handlers.ui.texts import AllTexts, Texts


class Whom(Enum):
    """Whom a command, or a line of the help, is for. The help has them in this order."""

    EVERYBODY = "everybody"
    ORGANISERS = "organisers"
    PRESIDING = "presiding"
    ADMINISTRATORS = "administrators"
    DESKS = "desks"
    """Those who draft things in forms."""
    OTHERS = "others"
    """Those who draft nothing, among them people who are not known yet."""

    def includes(self, member: Member | None) -> bool:
        """Tell whether somebody is meant."""
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
    """A command of the menu, which those that are `first` begin; «command-<name>» are its words."""

    name: str
    whom: Whom = Whom.EVERYBODY
    first: bool = False


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """What all nouns declare: commands, and lines of the help by their keys."""

    commands: tuple[Command, ...]
    help_lines: tuple[tuple[Whom, str], ...]

    async def show_to_all(self, bot: Bot, texts: AllTexts, default: str) -> None:
        """Tell Telegram the members' menu, in every language and in the default one."""
        scope = BotCommandScopeAllPrivateChats()
        await bot.set_my_commands(self.listed(None, texts.for_language(default)), scope=scope)
        for language in LANGUAGES:
            await bot.set_my_commands(
                self.listed(None, texts.for_language(language)), scope=scope, language_code=language
            )

    async def show(self, bot: Bot, member: Member, texts: AllTexts) -> None:
        """Give a person the menu that fits what they may, in the language that they chose."""
        if member.telegram_id is None:
            return
        await bot.set_my_commands(
            self.listed(member, texts.for_language(member.language)),
            scope=BotCommandScopeChat(chat_id=member.telegram_id),
        )

    def listed(self, member: Member | None, t: Texts) -> list[BotCommand]:
        """Return the menu of a person; None is somebody who is not known yet."""
        known = sorted(self.commands, key=lambda one: not one.first)
        return [
            BotCommand(command=one.name, description=t.plain(f"command-{one.name}"))
            for one in known
            if one.whom.includes(member)
        ]

    def help(self, member: Member, t: Texts) -> str:
        """Say what the bot can do for a person, as HTML."""
        return "\n\n".join([t("help"), *self._help_of(member, t)])

    def _help_of(self, member: Member, t: Texts) -> Iterator[str]:
        for whom in Whom:
            lines = [t(key) for meant, key in self.help_lines if meant is whom]
            if lines and whom.includes(member):
                head = [] if whom is Whom.EVERYBODY else [t(f"help-for-{whom.value}")]
                yield "\n".join([*head, *lines])
