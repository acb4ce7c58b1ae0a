"""The command menu: it shows each person only what they may."""

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.domain.people.members import LANGUAGES, Member
from handlers.ui.texts import AllTexts, Texts

FOR_MEMBERS = ("start", "events", "polls", "announcements", "me", "help")
FOR_ORGANISERS = ("events", "polls", "announce", "announcements", "manage", "me", "help")


async def set_commands(bot: Bot, texts: AllTexts, default: str) -> None:
    """Tell Telegram the members' menu, in every language and in the default one."""
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(_commands(FOR_MEMBERS, texts.for_language(default)), scope=scope)
    for language in LANGUAGES:
        await bot.set_my_commands(
            _commands(FOR_MEMBERS, texts.for_language(language)),
            scope=scope,
            language_code=language,
        )


async def show_commands(bot: Bot, member: Member, texts: AllTexts) -> None:
    """Give a person the menu that fits what they may, in the language that they chose."""
    if member.telegram_id is None:
        return
    names = FOR_ORGANISERS if member.has_desk else FOR_MEMBERS
    await bot.set_my_commands(
        _commands(names, texts.for_language(member.language)),
        scope=BotCommandScopeChat(chat_id=member.telegram_id),
    )


def _commands(names: tuple[str, ...], t: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=t.plain(f"command-{name}")) for name in names]
