"""The command invitations: links and QR codes to hand out."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from bot.clock import SystemClock
from bot.commands.common import ConfigOption, Screen, configured, progress_bar

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.services.people.invitations import IssuedInvitation

# Telegram usernames have 5 to 32 characters (a few old ones 4).
USERNAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")

BotOption: TypeAlias = Annotated[str | None, typer.Option("--bot", metavar="USERNAME")]


def invitations(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    config: ConfigOption = None,
    bot: BotOption = None,
) -> None:
    """Write new one-time invitations for everybody who has not joined."""
    settings, screen = configured(config)
    with screen.explained():
        hand_out(settings, file, username_for(settings, file, bot, screen), screen)


def username_for(config: Config, file: Path, given: str | None, screen: Screen) -> str:
    """Return the bot's username, after checking that `file` has a known suffix."""
    from bot.documents.leaflets import checked  # noqa: PLC0415

    checked(file)
    if given is None:
        return asyncio.run(_asked(config, screen))
    match = USERNAME.fullmatch(given)
    if match is None:
        raise screen.misused("invitations-username", "--bot")
    return match[1]


async def _asked(config: Config, screen: Screen) -> str:
    from aiogram.exceptions import AiogramError  # noqa: PLC0415  aiogram takes its time

    from handlers.pipeline.telegram import bot_for  # noqa: PLC0415

    async with bot_for(config) as bot:
        try:
            me = await bot.get_me()
        except AiogramError:
            screen.refuse("invitations-no-username")
    return me.username or ""


def hand_out(config: Config, file: Path, username: str, screen: Screen) -> None:
    """Issue the invitations and write them to `file`."""
    from bot.documents.leaflets import Leaflets  # noqa: PLC0415
    from handlers.ui.texts import Texts  # noqa: PLC0415  Babel and Fluent take their time

    alliance = config.alliance
    texts = Texts(alliance.language, alliance.time_zone, SystemClock())
    issued = asyncio.run(_issue(config))
    leaflets = Leaflets(alliance.name, username, alliance.language, texts.zone_name(), texts.plain)
    with progress_bar(screen.t.plain("progress-invitations")) as bar:
        leaflets.write(file, issued, bar)
    screen.say("invitations-written", path=file, count=len(issued))


async def _issue(config: Config) -> list[IssuedInvitation]:
    from bot.services.people.invitations import Invitations  # noqa: PLC0415
    from storage.engine.database import open_database  # noqa: PLC0415

    clock = SystemClock()
    async with open_database(config.storage.path, clock.now()) as database:
        service = Invitations(database, clock, valid_for=config.invitations.valid_for)
        return await service.issue_all()
