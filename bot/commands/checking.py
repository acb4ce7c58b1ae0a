"""The command `check`: what keeps the bot from working, each problem with a remedy."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.clock import SystemClock
from bot.commands.common import FAILED, ConfigOption, Screen, configured, console
from handlers.ui.sentences import in_words

if TYPE_CHECKING:
    from bot.checks import Finding
    from bot.config.config import Config
    from handlers.ui.texts import Texts


def check(config: ConfigOption = None) -> None:
    """Look at configuration and files, program and database, the token, the webhook and the clock.

    The exit code is 1 if something is wrong, 2 if it is the configuration.
    """
    check_all(config)


def check_all(config: Path | None, screen: Screen | None = None) -> None:
    """Print the results of all checks; exit if there is a problem."""
    from bot.config.config import DEFAULT_FILE  # noqa: PLC0415  pydantic takes its time

    settings, screen = configured(config, screen)
    screen.say("check-configuration", "green")
    if "consent_version" in settings.alliance.model_fields_set:
        screen.say("check-consent-version")
    if not asyncio.run(_all_well(settings, config or DEFAULT_FILE, screen)):
        raise typer.Exit(FAILED)


async def _all_well(config: Config, file: Path, screen: Screen) -> bool:
    from bot.checks import check as checks  # noqa: PLC0415  aiogram takes its time
    from bot.exposure import check_address, check_files  # noqa: PLC0415

    first = (check_files(config, file), check_address(config))
    all_well = [_shown(finding, screen.t) for finding in first]
    all_well.extend([_shown(one, screen.t) async for one in checks(config, SystemClock())])
    return all(all_well)


def _shown(finding: Finding, t: Texts) -> bool:
    """Print the results; tell whether there is no problem."""
    screen, (seen, remedy) = console(), said(finding, t)
    subject = t.plain(f"check-subject-{finding.subject}")
    if not finding.is_problem:
        screen.print(f"✓ {subject}: {seen}", style="green")
        return True
    screen.print(f"✗ {subject}: {seen}", style="red")
    screen.print(f"  → {remedy}")
    return False


def said(finding: Finding, t: Texts) -> tuple[str, str]:
    """Return what was seen and what to do about it, in words."""
    seen = in_words(finding.seen, t)
    if finding.is_refusal:
        seen, _, remedy = seen.rpartition(": ")
        return seen, remedy
    return seen, in_words(finding.remedy, t) if finding.remedy else ""
