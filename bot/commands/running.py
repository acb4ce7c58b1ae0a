"""The commands run and demo."""

import asyncio
from typing import Annotated

import typer

from bot.commands.common import (
    ConfigOption,
    Language,
    Screen,
    UnusedConfigOption,
    configured,
    loading,
)


def run(config: ConfigOption = None) -> None:
    """Run the bot until SIGINT or SIGTERM; what is under way is finished first."""
    with loading():
        settings, screen = configured(config)
        from bot.app import run as run_app  # noqa: PLC0415  aiogram takes its time

    with screen.explained():
        run_app(settings)


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8080,
    seed: Annotated[int, typer.Option()] = 1,
    language: Annotated[Language, typer.Option()] = Language.RU,
    _config: UnusedConfigOption = None,
    *,
    story: Annotated[bool, typer.Option("--story")] = False,
    exit_after: Annotated[bool, typer.Option("--exit")] = False,
) -> None:
    """Show a made-up alliance in the browser; with --exit the exit code is that of the story."""
    from bot.demo import play  # noqa: PLC0415  the demo brings the sandbox along

    with Screen(language).explained():
        raise typer.Exit(
            asyncio.run(
                play(port=port, seed=seed, language=language, story=story, exit_after=exit_after)
            )
        )
