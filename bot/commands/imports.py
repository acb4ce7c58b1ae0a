"""The command import: people and organisations from a spreadsheet."""

from __future__ import annotations

import asyncio
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
from bot.commands.invitations import BotOption, hand_out, username_for
from bot.commands.plans import described

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.domain.people.imports import Batch, Plan


def import_people(
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file.", metavar="FILE")],
    config: ConfigOption = None,
    *,
    example: Annotated[
        bool, typer.Option("--example", help="Write a sample to FILE instead, to be filled in.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only print what would change.")
    ] = False,
    invitations: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Then write invitations to OUT: .html, .csv or .xlsx."),
    ] = None,
    bot: BotOption = None,
) -> None:
    """Add and change people and organisations as FILE says.

    FILE has the columns organisation, short_name, inn, ogrn, municipality, person, position, phone,
    email, delegate, roles (or their Russian names) in any order, and may have patronymic and
    document, what a representative's right to vote rests on. The same file twice changes nothing.
    Good rows go in; bad ones are reported, and then the exit code is 1.
    """
    if example and (dry_run or invitations):
        raise typer.BadParameter("an example is only written: leave out the other options")
    if dry_run and invitations:
        raise typer.BadParameter("a dry run lets nobody in: leave out --invitations or --dry-run")
    settings = configured(config)
    if example:
        with explained():
            _write_example(settings, file)
        return
    with explained():
        batch = _read(file)
        username = username_for(settings, invitations, bot) if invitations else ""
        plan = asyncio.run(_preview(settings, batch) if dry_run else _apply(settings, batch))
        console().print("\n".join(described(plan, dry_run=dry_run)))
        if invitations:
            hand_out(settings, invitations, username)
    if plan.refused:
        raise typer.Exit(FAILED)


def _write_example(config: Config, file: Path) -> None:
    """Write the sample in the alliance's language; never overwrite a file."""
    from bot.documents.samples import members_sample  # noqa: PLC0415
    from bot.documents.spreadsheets import SpreadsheetRefused  # noqa: PLC0415
    from handlers.ui.texts import Texts  # noqa: PLC0415  Babel and Fluent take their time

    if file.suffix.lower() != ".xlsx":
        raise SpreadsheetRefused(f"{file}: choose a name that ends with .xlsx")
    texts = Texts(config.alliance.language, config.alliance.time_zone, SystemClock())
    content = members_sample(texts.plain)
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError:
        raise SpreadsheetRefused(f"{file} is there already: choose another name") from None
    except OSError as error:
        raise SpreadsheetRefused(
            f"{file} cannot be written ({error.strerror}): check the folder and its rights"
        ) from error
    console().print(f"{file} is a sample: replace its rows with yours, then import it")


def _read(file: Path) -> Batch:
    from bot.documents.spreadsheets import LARGEST_FILE, SpreadsheetRefused, read_sheet  # noqa: PLC0415
    from bot.domain.people.imports import check  # noqa: PLC0415

    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)  # one more row is enough to be refused
    except OSError as error:
        raise SpreadsheetRefused(
            f"{file} cannot be read ({error.strerror}): check its name and rights"
        ) from error
    sheet = read_sheet(content, str(file))
    if sheet.ignored:
        complain(f"Columns that mean nothing here are left out: {', '.join(sheet.ignored)}")
    with progress_bar("Checking rows") as bar:
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
