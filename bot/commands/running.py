"""The commands run and demo."""

import asyncio
from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.common import (
    FAILED,
    ConfigOption,
    UnusedConfigOption,
    complain,
    configured,
    explained,
    loading,
)


class Language(StrEnum):
    """The languages that a command can be told to speak."""

    RU = "ru"
    EN = "en"


def run(config: ConfigOption = None) -> None:
    """Run the bot until SIGINT or SIGTERM; what is under way is finished first."""
    with loading():
        settings = configured(config)
        from bot.app import TelegramRefused  # noqa: PLC0415  aiogram takes its time
        from bot.app import run as run_app  # noqa: PLC0415
        from bot.connection import ClockWrong  # noqa: PLC0415
        from handlers.web.refusals import ListenRefused  # noqa: PLC0415

    try:
        with explained():
            run_app(settings)
    except (ClockWrong, ListenRefused) as refused:
        complain(str(refused))
        raise typer.Exit(FAILED) from None
    except TelegramRefused:
        complain("Telegram does not know this token: copy telegram.token from @BotFather again")
        raise typer.Exit(FAILED) from None


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is served.")] = 8080,
    seed: Annotated[int, typer.Option(help="Another number makes another alliance.")] = 1,
    language: Annotated[
        Language, typer.Option(help="Of the bot, the page and the story.")
    ] = Language.RU,
    _config: UnusedConfigOption = None,
    *,
    story: Annotated[bool, typer.Option("--story", help="Play a story first, live.")] = False,
    exit_after: Annotated[bool, typer.Option("--exit", help="End after the story.")] = False,
) -> None:
    """Show a made-up alliance in the browser, on a day that is prepared for trying things.

    The bot, the database and HTTP are real; Telegram is played by a local server. With --exit the
    story is played, and the exit code tells whether people saw what was to be seen.
    """
    from bot.demo import play  # noqa: PLC0415  the demo brings the sandbox along

    with explained():
        raise typer.Exit(
            asyncio.run(
                play(port=port, seed=seed, language=language, story=story, exit_after=exit_after)
            )
        )
