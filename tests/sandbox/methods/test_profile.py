"""The bot's name, descriptions, commands, menu buttons."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    MenuButtonCommands,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)

from sandbox.methods.profile import commands_in_private
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, GROUP, Call


def commands(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=name) for name in names]


def menu(sandbox: Sandbox, language: str) -> list[str]:
    found = commands_in_private(sandbox.world.bot, ANNA, language)
    return [one["command"] for one in found]


async def test_texts_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_name("Союз")
    await bot.set_my_name("Union", language_code="en")
    await bot.set_my_description("Что умеет этот бот")
    await bot.set_my_short_description("Бот союза")
    assert (await bot.get_my_name()).name == "Союз"
    assert (await bot.get_my_name(language_code="en")).name == "Union"
    assert (await bot.get_my_name(language_code="de")).name == "Союз"
    assert (await bot.get_my_description()).description == "Что умеет этот бот"
    assert (await bot.get_my_short_description()).short_description == "Бот союза"
    assert (await bot.get_me()).first_name == "Союз"


async def test_an_empty_text_takes_a_translation_away(bot: Bot) -> None:
    await bot.set_my_description("Ru")
    await bot.set_my_description("En", language_code="en")
    await bot.set_my_description(language_code="en")
    assert (await bot.get_my_description(language_code="en")).description == "Ru"
    await bot.set_my_name("")
    assert (await bot.get_my_name()).name == "Альянс"


async def test_commands_are_read_back_by_exact_scope(bot: Bot) -> None:
    scope = BotCommandScopeChat(chat_id=ANNA)
    await bot.set_my_commands(commands("start"), scope)
    assert [one.command for one in await bot.get_my_commands(scope)] == ["start"]
    assert await bot.get_my_commands() == []
    await bot.delete_my_commands(scope)
    assert await bot.get_my_commands(scope) == []


async def test_the_narrowest_scope_and_then_the_language_wins(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_my_commands(commands("default"))
    assert menu(sandbox, "ru") == ["default"]
    await bot.set_my_commands(commands("russian"), language_code="ru")
    assert (menu(sandbox, "ru"), menu(sandbox, "en")) == (["russian"], ["default"])
    await bot.set_my_commands(commands("private"), BotCommandScopeAllPrivateChats())
    assert menu(sandbox, "ru") == ["private"]
    await bot.set_my_commands(commands("own"), BotCommandScopeChat(chat_id=ANNA))
    assert menu(sandbox, "ru") == ["own"]


async def test_commands_of_a_member_are_kept_apart(bot: Bot, group: int) -> None:
    scope = BotCommandScopeChatMember(chat_id=GROUP, user_id=ANNA)
    await bot.set_my_commands(commands("lead"), scope)
    assert await bot.get_my_commands(BotCommandScopeChat(chat_id=group)) == []
    assert len(await bot.get_my_commands(scope)) == 1


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (commands("Start"), "BOT_COMMAND_INVALID"),
        (commands("a" * 33), "BOT_COMMAND_INVALID"),
        (commands(*(f"c{number}" for number in range(101))), "BOT_COMMANDS_TOO_MUCH"),
        ([BotCommand(command="a", description="")], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([BotCommand(command="a", description="d" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_impossible_commands_are_refused(
    bot: Bot, listed: list[BotCommand], words: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.set_my_commands(listed)


async def test_a_scope_names_a_chat_that_is_there(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.set_my_commands(commands("a"), BotCommandScopeChat(chat_id=999))


async def test_a_language_has_two_letters(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="language code"):
        await bot.set_my_name("a", language_code="русский")


async def test_menu_buttons_are_kept_by_chat(bot: Bot, group: int) -> None:
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)
    shop = MenuButtonWebApp(text="Открыть", web_app=WebAppInfo(url="https://example.org"))
    await bot.set_chat_menu_button(ANNA, shop)
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    assert isinstance(await bot.get_chat_menu_button(ANNA), MenuButtonWebApp)
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonDefault)
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.set_chat_menu_button(group, shop)


async def test_logging_out_is_played(call: Call) -> None:
    assert (await call("logOut"))["result"] is True
    assert (await call("close"))["result"] is True
