"""What the commands share: the configuration, the console, and error messages."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from bot.config.config import Config

T = TypeVar("T")

BAD_CONFIGURATION = 2
FAILED = 1

ConfigOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration; config.toml unless said otherwise. "
        "Without such a file the ALLIANCE_… environment variables suffice.",
    ),
]

UnusedConfigOption: TypeAlias = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", hidden=True)
]
"""Every command takes --config, except these."""


def console() -> Console:
    """Return the console for results: without wrapping or markup."""
    from rich.console import Console  # noqa: PLC0415  the bot itself needs none of it

    return Console(highlight=False, markup=False, soft_wrap=True)


def complain(text: str) -> None:
    """Print an error on stderr."""
    from rich.console import Console  # noqa: PLC0415

    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(text, style="red")


def configured(file: Path | None) -> Config:
    """Return the configuration, or print what is wrong with it and exit with code 2."""
    from bot.config.config import BadConfiguration, load  # noqa: PLC0415  pydantic takes its time

    try:
        return load(file)
    except BadConfiguration as refused:
        complain(str(refused))
        raise typer.Exit(BAD_CONFIGURATION) from None


@contextmanager
def loading() -> Iterator[None]:
    """Import within the block with the garbage collector off, because imported objects stay.

    It would visit aiogram's models repeatedly, which takes a fifth of the start.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def explained() -> Iterator[None]:
    """Print a refusal that carries its remedy on stderr, and exit with code 1."""
    from bot.documents.leaflets import LeafletsRefused  # noqa: PLC0415
    from bot.documents.spreadsheets import SpreadsheetRefused  # noqa: PLC0415
    from bot.ports import StorageUnavailable  # noqa: PLC0415
    from storage.engine.migrate import DatabaseRefused  # noqa: PLC0415

    try:
        yield
    except (DatabaseRefused, LeafletsRefused, SpreadsheetRefused) as refused:
        complain(str(refused))
    except StorageUnavailable as unavailable:
        complain(f"the database cannot be used ({unavailable}): run alliance-bot check")
    else:
        return
    raise typer.Exit(FAILED)


def replace_file(file: Path, content: bytes, mode: int) -> None:
    """Write a file whole or not at all, whatever ends the program meanwhile; its owner stays."""
    target = file.resolve()
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with open(os.open(draft, flags, mode), "wb") as out:  # noqa: PTH123  it is open already
            with suppress(FileNotFoundError, PermissionError):  # root alone can give it away
                there = target.stat()
                os.fchown(out.fileno(), there.st_uid, there.st_gid)
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


@contextmanager
def progress_bar(title: str) -> Iterator[Bar]:
    """Show a progress bar on stderr; nothing if stderr is not a terminal."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    screen = Console(stderr=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        yield Bar(bar, title)


class Bar:
    """Takes `(done, total)`, as long-running functions report it."""

    def __init__(self, progress: Progress, title: str) -> None:
        self._progress = progress
        self._task = progress.add_task(title, total=None)

    def __call__(self, done: int, total: int) -> None:
        """Show the progress."""
        self._progress.update(self._task, completed=done, total=total)

    def counted(self, items: Sequence[T]) -> Iterator[T]:
        """Yield the items one by one, and show the progress."""
        for done, item in enumerate(items, start=1):
            yield item
            self(done, len(items))
