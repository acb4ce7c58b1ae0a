"""migrate, backup, restore: the commands that see to the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import SystemClock
from bot.commands.common import (
    FAILED,
    ConfigOption,
    complain,
    configured,
    console,
    explained,
    progress_bar,
)
from bot.commands.phrases import new_phrase, phrase_of

if TYPE_CHECKING:
    from bot.config.config import Config

ENCRYPTED = ".age"


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
    """Copy the database to FILE, as it is at this moment; the bot may run meanwhile.

    If the name ends in .age, the copy is encrypted by the pass phrase of the configuration, or by
    one that is asked for, and a trial restore is verified. Nobody can open it without the phrase.
    """
    settings = configured(config)
    path = settings.storage.path
    if file.suffix == ENCRYPTED:
        _encrypted_backup(path, file, settings, force=force)
        return
    from storage.engine.backups import backup as copy  # noqa: PLC0415

    with explained(), progress_bar("Copying") as bar:
        copy(path, file, bar, overwrite=force)
    console().print(f"{file} holds a checked copy of {path}.")


def _encrypted_backup(path: Path, file: Path, settings: Config, *, force: bool) -> None:
    from bot.backups import Job, make  # noqa: PLC0415
    from bot.domain.backups import BackupFailed  # noqa: PLC0415

    if file.exists() and not force:
        complain(f"{file} exists already: choose another name or add --force")
        raise typer.Exit(FAILED)
    phrase = new_phrase(settings)
    try:
        with progress_bar("Copying") as bar:
            make(Job(path, file, phrase), bar)
    except BackupFailed as failed:
        complain(f"{file} was not made ({failed.fault}): {failed.details}")
        raise typer.Exit(FAILED) from None
    console().print(f"{file} holds an encrypted copy of {path}; a trial restore was verified.")


def restore(
    file: Annotated[Path, typer.Argument(help="A copy made by backup.", metavar="FILE")],
    config: ConfigOption = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Lose votes that FILE lacks.")] = False,
) -> None:
    """Put the copy FILE in the database's place; the bot must not run.

    The pass phrase of an encrypted one is taken from the configuration, or asked for.

    The database that was there is kept beside it. People who were erased since stay erased, and
    invitations used since stay used: the file DATABASE.tombstones remembers them. What the record
    of votes has that FILE lacks is named, and lost by --force only. The record says that it was
    restored, and the voters of open polls are told.
    """
    settings, now = configured(config), SystemClock().now()
    path = settings.storage.path
    from bot.services.polls.restoring import tell_voters  # noqa: PLC0415
    from storage.engine.archives import opened  # noqa: PLC0415
    from storage.engine.backups import restore as put_back  # noqa: PLC0415

    phrase = phrase_of(file, settings)
    with explained(), progress_bar("Copying") as bar:
        kept = put_back(
            file,
            path,
            now,
            bar,
            force=force,
            tell=lambda tx: tell_voters(tx, now),
            opened=lambda: opened(file, path, phrase),
        )
    console().print(f"{path} is as in {file}.")
    if kept:
        console().print(f"The database that was there is now {kept}.")
