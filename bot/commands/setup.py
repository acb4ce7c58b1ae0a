"""setup: asks for what a bot needs, tries it, and writes config.toml."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.common import FAILED, ConfigOption, Language, complain, screen_of

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


def setup(
    config: ConfigOption = None, language: Annotated[Language | None, typer.Option()] = None
) -> None:
    """Ask for what the bot needs, try it, write the configuration, check it, offer a service.

    Nothing is written before the last question is answered.
    """
    from bot.commands.dialogue import Dialogue  # noqa: PLC0415  other commands ask nothing
    from bot.commands.settings import Settings  # noqa: PLC0415
    from bot.config.config import DEFAULT_FILE, unchecked  # noqa: PLC0415

    file = config or DEFAULT_FILE
    dialogue = Dialogue(language or screen_of(config).language)
    with dialogue.understood():
        tree, variables = unchecked(file)
    settings = Settings(file, dialogue, tree, variables)
    try:
        settings.settle()
    except (typer.Abort, KeyboardInterrupt) as stop:
        complain("\n" + dialogue.t.plain("setup-stopped", written=settings.written))
        ended = isinstance(stop.__context__, EOFError)
        raise typer.Exit(FAILED if ended else INTERRUPTED) from None
