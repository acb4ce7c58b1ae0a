"""setup: asks for what a bot needs, tries it, and writes config.toml."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.clock import SystemClock
from bot.commands.common import BAD_CONFIGURATION, FAILED, ConfigOption, complain
from bot.commands.running import Language

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


def setup(
    config: ConfigOption = None,
    language: Annotated[
        Language | None,
        typer.Option(help="Of the questions; otherwise that of the configuration, or of LANG."),
    ] = None,
) -> None:
    """Ask for what the bot needs, try it, write the configuration, check it, offer a service.

    Run again, it changes only what is answered differently. Nothing is written before the last
    question is answered. (По-русски: setup --language ru)
    """
    from bot.commands.dialogue import Dialogue  # noqa: PLC0415  Babel and Fluent take their time
    from bot.commands.settings import Settings  # noqa: PLC0415
    from bot.config.config import DEFAULT_FILE, BadConfiguration, unchecked  # noqa: PLC0415
    from handlers.ui.texts import Texts  # noqa: PLC0415

    file = config or DEFAULT_FILE
    try:
        tree, variables = unchecked(file)
    except BadConfiguration as refused:
        complain(str(refused))
        raise typer.Exit(BAD_CONFIGURATION) from None
    dialogue = Dialogue(Texts(language or _spoken(tree), ZoneInfo("UTC"), SystemClock()))
    settings = Settings(file, dialogue, tree, variables)
    try:
        settings.settle()
    except (typer.Abort, KeyboardInterrupt) as stop:
        complain("\n" + dialogue.t.plain("setup-stopped", written=settings.written))
        ended = isinstance(stop.__context__, EOFError)
        raise typer.Exit(FAILED if ended else INTERRUPTED) from None


def _spoken(tree: Mapping[str, Any]) -> str:
    alliance = tree.get("alliance")
    configured = alliance.get("language") if isinstance(alliance, dict) else None
    if configured in set(Language):
        return str(configured)
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((value for name in variables if (value := os.environ.get(name))), "")
    return Language.RU if spoken.startswith("ru") else Language.EN
