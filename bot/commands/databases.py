"""The commands migrate, backup and restore."""

from pathlib import Path
from typing import Annotated

import typer

from bot.clock import SystemClock
from bot.commands.common import ConfigOption, configured, console, explained, progress_bar


def migrate(config: ConfigOption = None) -> None:
    """Make the database, or bring it up to date with this release.

    The bot does so by itself when it starts.
    """
    path = configured(config).storage.path
    from storage.engine.database import prepare  # noqa: PLC0415
    from storage.engine.locks import InstanceLock  # noqa: PLC0415

    with explained(), InstanceLock(path):
        prepare(path, SystemClock().now())
    console().print(f"{path} is up to date.")


def backup(
    file: Annotated[Path, typer.Argument(help="Where the copy goes.", metavar="FILE")],
    config: ConfigOption = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
) -> None:
    """Copy the database to FILE, as it is at this moment; the bot may run meanwhile."""
    path = configured(config).storage.path
    from storage.engine.backups import backup as copy  # noqa: PLC0415

    with explained(), progress_bar("Copying") as bar:
        copy(path, file, bar, overwrite=force)
    console().print(f"{file} holds a checked copy of {path}.")


def restore(
    file: Annotated[Path, typer.Argument(help="A copy made by backup.", metavar="FILE")],
    config: ConfigOption = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Lose votes that FILE lacks.")] = False,
) -> None:
    """Put the copy FILE in the database's place; the bot must not run.

    The database that was there is kept beside it. People who were erased since stay erased, and
    invitations used since stay used: the file DATABASE.tombstones remembers them. What the record
    of votes has that FILE lacks is named, and lost by --force only. The record says that it was
    restored, and the voters of open polls are told.
    """
    path, now = configured(config).storage.path, SystemClock().now()
    from bot.services.polls.restoring import tell_voters  # noqa: PLC0415
    from storage.engine.backups import restore as put_back  # noqa: PLC0415

    with explained(), progress_bar("Copying") as bar:
        kept = put_back(file, path, now, bar, force=force, tell=lambda tx: tell_voters(tx, now))
    console().print(f"{path} is as in {file}.")
    if kept:
        console().print(f"The database that was there is now {kept}.")
