"""The command `check`: what keeps the bot from working, each problem with a remedy."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.clock import SystemClock
from bot.commands.common import FAILED, ConfigOption, configured, console

if TYPE_CHECKING:
    from bot.checks import Finding
    from bot.config.config import Config


def check(config: ConfigOption = None) -> None:
    """Look at configuration and files, program and database, the token, the webhook and the clock.

    The exit code is 1 if something is wrong, 2 if it is the configuration.
    """
    from bot.config.config import DEFAULT_FILE  # noqa: PLC0415  pydantic takes its time

    settings = configured(config)
    console().print("✓ configuration: every key is understood", style="green")
    if "consent_version" in settings.alliance.model_fields_set:
        console().print("  alliance.consent_version is not needed any more: remove it after the")
        console().print(
            "  next start. The bot sees by itself when the text of the consent changes."
        )
    if not asyncio.run(_all_well(settings, config or DEFAULT_FILE)):
        raise typer.Exit(FAILED)


async def _all_well(config: Config, file: Path) -> bool:
    from bot.checks import check as checks  # noqa: PLC0415  aiogram takes its time
    from bot.exposure import check_address, check_files  # noqa: PLC0415

    all_well = [_shown(check_files(config, file)), _shown(check_address(config))]
    all_well.extend([_shown(finding) async for finding in checks(config, SystemClock())])
    return all(all_well)


def _shown(finding: Finding) -> bool:
    """Print the results; tell whether there is no problem."""
    screen = console()
    if not finding.remedy:
        screen.print(f"✓ {finding.subject}: {finding.seen}", style="green")
        return True
    screen.print(f"✗ {finding.subject}: {finding.seen}", style="red")
    screen.print(f"  → {finding.remedy}")
    return False
