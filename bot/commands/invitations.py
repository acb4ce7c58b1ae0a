"""The command invitations: links and QR codes to hand out."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from bot.clock import SystemClock
from bot.commands.common import (
    FAILED,
    ConfigOption,
    complain,
    configured,
    console,
    explained,
    progress_bar,
)

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.services.people.invitations import IssuedInvitation

# Telegram usernames have 5 to 32 characters (a few old ones 4).
USERNAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")

BotOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--bot",
        metavar="USERNAME",
        help="The bot's username for the links; unless it is given, Telegram is asked.",
    ),
]


def invitations(
    file: Annotated[Path, typer.Argument(help="A name in .html, .csv or .xlsx.", metavar="FILE")],
    config: ConfigOption = None,
    bot: BotOption = None,
) -> None:
    """Write new one-time invitations for everybody who has not joined.

    An .html file is for printing: a card with a QR code for each person. Who holds a link can
    come in as that person, so only you can read FILE. Links issued earlier stay valid until they
    expire.
    """
    settings = configured(config)
    with explained():
        hand_out(settings, file, username_for(settings, file, bot))


def username_for(config: Config, file: Path, given: str | None) -> str:
    """Return the bot's username, after checking that `file` has a known suffix."""
    from bot.documents.leaflets import checked  # noqa: PLC0415

    checked(file)
    if given is None:
        return asyncio.run(_asked(config))
    match = USERNAME.fullmatch(given)
    if match is None:
        raise typer.BadParameter("write the bot's username, such as alliance_bot")
    return match[1]


async def _asked(config: Config) -> str:
    from aiogram.exceptions import AiogramError  # noqa: PLC0415  aiogram takes its time

    from handlers.pipeline.telegram import bot_for  # noqa: PLC0415

    async with bot_for(config) as bot:
        try:
            me = await bot.get_me()
        except AiogramError:
            complain("Telegram was asked for the bot's username in vain: run alliance-bot check,")
            complain("or give the username with --bot")
            raise typer.Exit(FAILED) from None
    return me.username or ""


def hand_out(config: Config, file: Path, username: str) -> None:
    """Issue the invitations and write them to `file`."""
    from bot.documents.leaflets import Leaflets  # noqa: PLC0415
    from handlers.ui.texts import Texts  # noqa: PLC0415  Babel and Fluent take their time

    alliance = config.alliance
    texts = Texts(alliance.language, alliance.time_zone, SystemClock())
    issued, name = asyncio.run(_issue(config))
    leaflets = Leaflets(name, username, alliance.language, texts.zone_name(), texts.plain)
    with progress_bar("Writing invitations") as bar:
        leaflets.write(file, issued, bar)
    console().print(f"{file} has {len(issued)} invitations. Hand them out in person.")


async def _issue(config: Config) -> tuple[list[IssuedInvitation], str]:
    """Issue the invitations; return them with the alliance's name, as it is chosen by now."""
    from bot.services.current import settled  # noqa: PLC0415
    from bot.services.people.invitations import Invitations  # noqa: PLC0415
    from storage.engine.database import open_database  # noqa: PLC0415

    clock = SystemClock()
    async with open_database(config.storage.path, clock.now()) as database:
        service = Invitations(database, clock, valid_for=config.invitations.valid_for)
        stored = await database.read(lambda tx: tx.settings.all())
        return await service.issue_all(), settled(config, stored).alliance.name
