"""setup: asks for what a bot needs, tries it, and writes config.toml."""

from __future__ import annotations

import signal
from contextlib import suppress
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
    from asyncio import CancelledError  # noqa: PLC0415  as the rest, only for who runs it

    from bot.commands.settings import Settings  # noqa: PLC0415  aiogram takes its time
    from bot.config.config import DEFAULT_FILE  # noqa: PLC0415

    _obey_ctrl_c()
    settings = Settings(language or screen_of(config).language, config or DEFAULT_FILE)
    try:
        settings.settle()
    except (typer.Abort, KeyboardInterrupt, CancelledError) as stop:
        complain("\n" + settings.t.plain("setup-stopped", written=settings.written))
        ended = isinstance(stop.__context__, EOFError)
        raise typer.Exit(FAILED if ended else INTERRUPTED) from None


def _obey_ctrl_c() -> None:
    """Have Ctrl-C stop it even if it was started ignoring SIGINT, as a script starts `command &`.

    Python keeps that, and asyncio then installs no handler of its own.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        with suppress(ValueError):  # only the main thread may, and only it is interrupted
            signal.signal(signal.SIGINT, signal.default_int_handler)
