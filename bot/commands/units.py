"""The command units: systemd units that run the bot isolated from other services."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import (
    BAD_CONFIGURATION,
    ConfigOption,
    Screen,
    configured,
    console,
    replace_file,
)

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.units import Installation


USER = "alliance"


def units(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER")],
    config: ConfigOption = None,
    user: Annotated[str, typer.Option(metavar="NAME")] = USER,
    *,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Write systemd units to FOLDER: the bot, and a backup every night if it makes none itself.

    They name program, configuration and database where these are now. The bot runs as a user of
    its own, and can write nothing but the folders of the database and of the backups.
    """
    settings, screen = configured(config)
    write_units(folder, installation(settings, config, screen, user), screen, force=force)


def write_units(folder: Path, place: Installation, screen: Screen, *, force: bool = False) -> None:
    """Write the units, have systemd check them, and say what is left to do."""
    from bot.units import units_of  # noqa: PLC0415  only this command needs them

    try:
        with screen.explained():
            files = _written(folder, units_of(place), force=force)
    except OSError as error:
        screen.refuse("units-not-written", path=folder, error=str(error.strerror))
    _verify(files, screen)
    _tell_next(place, screen)


def program() -> tuple[str, ...]:
    """Return how this program is started, from any folder."""
    script = Path(sys.executable).with_name("alliance-bot")
    return (str(script),) if script.exists() else (sys.executable, "-m", "bot")


def installation(
    settings: Config, config: Path | None, screen: Screen, user: str = USER
) -> Installation:
    """Return the paths of everything; relative ones start at the configuration's folder."""
    from bot.config.config import DEFAULT_FILE  # noqa: PLC0415
    from bot.units import Installation  # noqa: PLC0415

    file = (config or DEFAULT_FILE).absolute()
    if not file.is_file():
        screen.refuse("units-without-file", BAD_CONFIGURATION, path=file)
    database = file.parent / settings.storage.path
    own = settings.backup.folder
    nightly = None if own is None else file.parent / own
    return Installation(program(), Path(sys.base_prefix), file, database, user, nightly)


def _written(folder: Path, texts: Mapping[str, str], *, force: bool) -> list[Path]:
    """Write the files, all or none; files that differ are overwritten only if told so."""
    from bot.units import BadUnit  # noqa: PLC0415

    files = {folder / name: text for name, text in texts.items()}
    other = [file for file, text in files.items() if file.exists() and file.read_text() != text]
    if other and not force:
        raise BadUnit("units-differ", path=other[0])
    for file, text in files.items():
        replace_file(file, text.encode(), 0o644)
        console().print(f"✓ {file}", style="green")
    return list(files)


def _verify(files: list[Path], screen: Screen) -> None:
    """Let systemd itself check the units, if it is installed."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        return
    command = [analyze, "verify", "--man=no", *map(str, files)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  ours
    if found.returncode:
        screen.refuse("units-unverified", found=found.stderr.strip())
    screen.say("units-verified", "green")


def _tell_next(place: Installation, screen: Screen) -> None:
    """Print the remaining steps, as commands to copy."""
    from bot.units import BOT, TIMER  # noqa: PLC0415

    user, folders = place.user, (place.database.parent, place.backups)
    made = " ".join(f"'{folder}'" for folder in dict.fromkeys(folders))
    started = BOT if place.nightly is not None else f"{BOT} {TIMER}"
    screen.say("units-next")
    console().print(
        f"  id {user} || useradd --system --shell /usr/sbin/nologin {user}\n"
        f"  install -d -m 700 -o {user} {made} && chown -R {user} {made} '{place.config}'\n"
        f"  systemctl daemon-reload && systemctl enable --now {started}"
    )
