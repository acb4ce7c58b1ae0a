"""The command export-directory: pages for the alliance's site."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import SystemClock
from bot.commands.common import ConfigOption, Screen, configured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.config.config import Config
    from bot.domain.directory.cards import Card


def export_directory(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER")], config: ConfigOption = None
) -> None:
    """Write what is public of the directory into FOLDER, as a page and as JSON."""
    settings, screen = configured(config)
    from bot.commands.folders import replace_folder  # noqa: PLC0415  only this command needs it
    from bot.documents.directory import site_files  # noqa: PLC0415

    alliance = settings.alliance
    title = f"{Screen(alliance.language).t.plain('directory-files-title')} · {alliance.name}"
    with screen.explained():
        cards = asyncio.run(_published(settings))
        replace_folder(folder, site_files(cards, title, alliance.language))
    screen.say("directory-exported", path=folder, count=len(cards))


async def _published(config: Config) -> Sequence[Card]:
    from bot.services.directory.publishing import PublishedDirectory  # noqa: PLC0415
    from storage.engine.database import open_database  # noqa: PLC0415

    clock = SystemClock()
    async with open_database(config.storage.path, clock.now()) as database:
        return await PublishedDirectory(database, clock).cards()
