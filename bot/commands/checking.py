"""check: what stands between the bot and its work, each with a remedy."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import typer

from bot.clock import SystemClock
from bot.commands.common import FAILED, ConfigOption, configured, console

if TYPE_CHECKING:
    from bot.config import Config


def check(config: ConfigOption = None) -> None:
    """Look at the configuration, the program, the database, the token, the webhook and the clock.

    The exit code is 1 if something is wrong, 2 if it is the configuration.
    """
    settings = configured(config)
    console().print("✓ configuration: every key is understood", style="green")
    if not asyncio.run(_all_well(settings)):
        raise typer.Exit(FAILED)


async def _all_well(config: Config) -> bool:
    from bot.checks import check as checks  # noqa: PLC0415  aiogram takes its time

    screen = console()
    well = True
    async for finding in checks(config, SystemClock()):
        if finding.remedy:
            well = False
            screen.print(f"✗ {finding.subject}: {finding.seen}", style="red")
            screen.print(f"  → {finding.remedy}")
        else:
            screen.print(f"✓ {finding.subject}: {finding.seen}", style="green")
    return well
