"""The commands migrate, backup and restore."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import SystemClock
from bot.commands.common import ConfigOption, Screen, configured, progress_bar
from bot.commands.phrases import new_phrase, phrase_of

if TYPE_CHECKING:
    from bot.config.config import Config

ENCRYPTED = ".age"
MARKUP = re.compile(r"</?code>")
"""The reasons are written for Telegram, where administrators read them in the morning."""


def migrate(config: ConfigOption = None) -> None:
    """Make the database, or bring it up to date with this release."""
    settings, screen = configured(config)
    path = settings.storage.path
    from storage.engine.database import prepare  # noqa: PLC0415
    from storage.engine.locks import InstanceLock  # noqa: PLC0415

    with screen.explained(), InstanceLock(path):
        prepare(path, SystemClock().now())
    screen.say("database-migrated", path=path)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    config: ConfigOption = None,
    *,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Copy the database to FILE, encrypted if the name ends in .age; the bot may run meanwhile."""
    settings, screen = configured(config)
    path = settings.storage.path
    if file.suffix == ENCRYPTED:
        _encrypted_backup(file, settings, screen, force=force)
        return
    from storage.engine.backups import backup as copy  # noqa: PLC0415

    with screen.explained(), progress_bar(screen.t.plain("progress-copying")) as bar:
        copy(path, file, bar, overwrite=force)
    screen.say("backup-copied", path=path, file=file)


def _encrypted_backup(file: Path, settings: Config, screen: Screen, *, force: bool) -> None:
    from bot.backups import Job, make  # noqa: PLC0415
    from bot.domain.backups import BackupFailed  # noqa: PLC0415

    path = settings.storage.path
    if file.exists() and not force:
        screen.refuse("file-exists", path=file)
    phrase = new_phrase(settings, screen)
    try:
        with progress_bar(screen.t.plain("progress-copying")) as bar:
            make(Job(path, file, phrase), bar)
    except BackupFailed as failed:
        reason = MARKUP.sub("", screen.t.plain(f"failure-{failed.fault}"))
        screen.refuse("backup-not-made", file=file, reason=reason, details=failed.details)
    screen.say("backup-encrypted-copied", path=path, file=file)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    config: ConfigOption = None,
    *,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Put the copy FILE in the database's place; the bot must not run.

    The database that was there is kept beside it. People who were erased since stay erased, and
    invitations used since stay used: the file DATABASE.tombstones remembers them. Who left since is
    named, because they are back.
    """
    settings, screen = configured(config)
    path, now = settings.storage.path, SystemClock().now()
    from bot.services.polls.restoring import tell_voters  # noqa: PLC0415
    from storage.engine.archives import opened  # noqa: PLC0415
    from storage.engine.backups import restore as put_back  # noqa: PLC0415

    phrase = phrase_of(file, settings, screen)
    with screen.explained(), progress_bar(screen.t.plain("progress-copying")) as bar:
        kept = put_back(
            file,
            path,
            now,
            bar,
            force=force,
            tell=lambda tx: tell_voters(tx, now),
            opened=lambda: opened(file, path, phrase),
        )
    screen.say("restore-done", path=path, file=file)
    if kept:
        screen.say("restore-kept", path=kept)
        _name_returned(kept, path, screen)


def _name_returned(replaced: Path, restored: Path, screen: Screen) -> None:
    """Say who left since the copy was made, and has their rights back."""
    from storage.people.returned import returned  # noqa: PLC0415

    back = returned(replaced, restored)
    named = {
        "organisations": list(back.organisations),
        "people": [f"{name} ({house})" for name, house in back.people],
    }
    for kind, names in named.items():
        if names:
            screen.say(f"restore-returned-{kind}", "yellow", names="; ".join(names))
