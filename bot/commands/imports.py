"""The command import: people and organisations from a spreadsheet."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import SystemClock
from bot.commands.common import FAILED, ConfigOption, Screen, configured, console, progress_bar
from bot.commands.invitations import BotOption, hand_out, username_for
from bot.commands.plans import described

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.domain.people.imports import Batch, Plan


def import_people(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    config: ConfigOption = None,
    *,
    example: Annotated[bool, typer.Option("--example")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    invitations: Annotated[Path | None, typer.Option(metavar="OUT")] = None,
    bot: BotOption = None,
) -> None:
    """Add and change people and organisations as FILE says, or write an example of such a file.

    Good rows go in; bad ones are reported, and then the exit code is 1.
    """
    settings, screen = configured(config)
    if example and (dry_run or invitations):
        raise screen.misused("import-example-only")
    if dry_run and invitations:
        raise screen.misused("import-dry-run-only")
    if example:
        with screen.explained():
            _write_example(settings, file, screen)
        return
    with screen.explained():
        batch = _read(file, screen)
        username = username_for(settings, invitations, bot, screen) if invitations else ""
        plan = asyncio.run(_preview(settings, batch) if dry_run else _apply(settings, batch))
        console().print("\n".join(described(plan, screen.t, dry_run=dry_run)))
        if invitations:
            hand_out(settings, invitations, username, screen)
    if plan.refused:
        raise typer.Exit(FAILED)


def _write_example(config: Config, file: Path, screen: Screen) -> None:
    """Write the sample in the alliance's language; never overwrite a file."""
    from bot.documents.samples import members_sample  # noqa: PLC0415
    from bot.documents.spreadsheets import SpreadsheetRefused  # noqa: PLC0415
    from handlers.ui.texts import Texts  # noqa: PLC0415  Babel and Fluent take their time

    if file.suffix.lower() != ".xlsx":
        raise SpreadsheetRefused("example-suffix", path=file)
    texts = Texts(config.alliance.language, config.alliance.time_zone, SystemClock())
    content = members_sample(texts.plain)
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError:
        raise SpreadsheetRefused("example-exists", path=file) from None
    except OSError as error:
        with suppress(OSError):
            file.unlink()  # half a sample would be in the way of the next attempt
        raise SpreadsheetRefused(
            "file-not-written", path=file, error=str(error.strerror)
        ) from error
    screen.say("example-written", path=file)


def _read(file: Path, screen: Screen) -> Batch:
    from bot.documents.spreadsheets import LARGEST_FILE, SpreadsheetRefused, read_sheet  # noqa: PLC0415
    from bot.domain.people.imports import check  # noqa: PLC0415

    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)  # one more row is enough to be refused
    except OSError as error:
        raise SpreadsheetRefused("file-not-read", path=file, error=str(error.strerror)) from error
    sheet = read_sheet(content, str(file))
    if sheet.ignored:
        screen.complain("import-columns-ignored", columns=", ".join(sheet.ignored))
    with progress_bar(screen.t.plain("progress-rows")) as bar:
        return check(bar.counted(sheet.rows))


async def _preview(config: Config, batch: Batch) -> Plan:
    """Compare with the stored data; if there is no database, none is created."""
    from bot.domain.people.imports import Known, plan  # noqa: PLC0415
    from bot.services.people.imports import Imports  # noqa: PLC0415
    from storage.engine.database import open_database  # noqa: PLC0415

    if not config.storage.path.exists():
        return plan(batch, Known())
    clock = SystemClock()
    async with open_database(config.storage.path, clock.now()) as database:
        return await Imports(database, clock).preview(batch)


async def _apply(config: Config, batch: Batch) -> Plan:
    from bot.services.people.imports import Imports  # noqa: PLC0415
    from storage.engine.database import open_database  # noqa: PLC0415

    clock = SystemClock()
    async with open_database(config.storage.path, clock.now()) as database:
        return await Imports(database, clock).apply(batch)
