"""Methods about the bot itself: its name, descriptions, commands and menu buttons."""

import re
from collections.abc import Mapping
from typing import Any

from sandbox.accounts import BotProfile
from sandbox.errors import bad_request
from sandbox.outgoing import Params
from sandbox.world import World

COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")

CommandKey = tuple[str, int, int, str]
"""Scope type, chat, user (0 where the scope has none), language code ("" for all)."""


def get_me(world: World, _: Params) -> dict[str, Any]:
    """Play getMe."""
    return world.bot.me


def log_out(_: World, __: Params) -> bool:
    """Play logOut and close, which have no effect here."""
    return True


def set_my_name(world: World, params: Params) -> bool:
    """Play setMyName; an empty name removes the translation, never the name itself."""
    language = _language(params)
    if language or params.get("name"):
        _set(world.bot.names, language, params.get("name", ""))
    world.bot.user["first_name"] = world.bot.names[""]
    return True


def get_my_name(world: World, params: Params) -> dict[str, str]:
    """Play getMyName."""
    return {"name": _get(world.bot.names, params)}


def set_my_description(world: World, params: Params) -> bool:
    """Play setMyDescription."""
    _set(world.bot.descriptions, _language(params), params.get("description", ""))
    return True


def get_my_description(world: World, params: Params) -> dict[str, str]:
    """Play getMyDescription."""
    return {"description": _get(world.bot.descriptions, params)}


def set_my_short_description(world: World, params: Params) -> bool:
    """Play setMyShortDescription."""
    text = params.get("short_description", "")
    _set(world.bot.short_descriptions, _language(params), text)
    return True


def get_my_short_description(world: World, params: Params) -> dict[str, str]:
    """Play getMyShortDescription."""
    return {"short_description": _get(world.bot.short_descriptions, params)}


def set_my_commands(world: World, params: Params) -> bool:
    """Play setMyCommands: at most 100, of lower-case letters, digits and underscores."""
    commands = params["commands"]
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if not all(COMMAND.fullmatch(one["command"]) for one in commands):
        raise bad_request("BOT_COMMAND_INVALID")
    world.bot.commands[_command_key(world, params)] = list(commands)
    world.changes.emit("people", (params.get("scope") or {}).get("chat_id"))
    return True


def get_my_commands(world: World, params: Params) -> list[dict[str, Any]]:
    """Play getMyCommands: of exactly this scope and language."""
    return world.bot.commands.get(_command_key(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """Play deleteMyCommands."""
    world.bot.commands.pop(_command_key(world, params), None)
    world.changes.emit("people")
    return True


def commands_in_private(bot: BotProfile, user_id: int, language: str) -> list[dict[str, Any]]:
    """Return the menu that a person sees in the private chat: narrow scopes first, then languages.

    Order: core.telegram.org/bots/api#determining-list-of-commands.
    """
    for scope, chat_id in (("chat", user_id), ("all_private_chats", 0), ("default", 0)):
        for code in (language, ""):
            commands = bot.commands.get((scope, chat_id, 0, code))
            if commands:
                return commands
    return []


def set_chat_menu_button(world: World, params: Params) -> bool:
    """Play setChatMenuButton, for one private chat or for all."""
    button = params.get("menu_button", {"type": "default"})
    world.bot.menu_buttons[_menu_chat(world, params)] = button
    return True


def get_chat_menu_button(world: World, params: Params) -> dict[str, Any]:
    """Play getChatMenuButton."""
    buttons = world.bot.menu_buttons
    default = buttons.get(None, {"type": "commands"})
    return buttons.get(_menu_chat(world, params), default)


def _menu_chat(world: World, params: Params) -> int | None:
    if "chat_id" not in params:
        return None
    chat = world.find_chat(params["chat_id"])
    if not chat.is_private:
        raise bad_request("chat not found")
    return chat.id


def _command_key(world: World, params: Params) -> CommandKey:
    scope = params.get("scope", {"type": "default"})
    chat_id = world.find_chat(scope["chat_id"]).id if "chat_id" in scope else 0
    return scope["type"], chat_id, scope.get("user_id", 0), _language(params)


def _language(params: Params) -> str:
    code: str = params.get("language_code", "")
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _set(texts: dict[str, str], language: str, text: str) -> None:
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)


def _get(texts: Mapping[str, str], params: Params) -> str:
    return texts.get(_language(params)) or texts.get("", "")
