"""The command version, for bug reports."""

import platform
import sqlite3
from importlib.metadata import version as version_of

from bot.commands.common import UnusedConfigOption, console


def version(_config: UnusedConfigOption = None) -> None:
    """Print the versions of the bot, of Python and of SQLite."""
    console().print(
        f"alliance-bot {version_of('alliance-bot')} "
        f"(Python {platform.python_version()}, SQLite {sqlite3.sqlite_version})"
    )
