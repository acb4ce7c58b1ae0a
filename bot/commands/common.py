"""What the commands share: the configuration, the console, and error messages."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import typer

from bot.domain.sentences import Told, sentence
from handlers.ui.sentences import in_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from bot.config.config import Config
    from bot.domain.sentences import Part
    from handlers.ui.texts import Texts

T = TypeVar("T")

BAD_CONFIGURATION = 2
FAILED = 1

ConfigOption: TypeAlias = Annotated[Path | None, typer.Option("--config", metavar="FILE")]


class Language(StrEnum):
    """The languages that a command can be told to speak."""

    RU = "ru"
    EN = "en"


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


class Screen:
    """Says in the terminal what the locales have, in one language.

    Which one, people decide by the configuration, or else by LANG.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def t(self) -> Texts:
        """The texts; moments are said as UTC."""
        from bot.clock import SystemClock  # noqa: PLC0415
        from handlers.ui.texts import Texts  # noqa: PLC0415  Babel and Fluent take their time

        return Texts(self.language, ZoneInfo("UTC"), SystemClock())

    def say(self, key: str, style: str = "", /, **values: Part) -> None:
        """Print a sentence."""
        console().print(in_words(sentence(key, **values), self.t), style=style or None)

    def complain(self, key: str, /, **values: Part) -> None:
        """Print a sentence on stderr."""
        complain(in_words(sentence(key, **values), self.t))

    def refuse(self, key: str, code: int = FAILED, /, **values: Part) -> NoReturn:
        """Print a sentence on stderr, and exit."""
        self.complain(key, **values)
        raise typer.Exit(code) from None

    def misused(self, key: str, option: str | None = None) -> typer.BadParameter:
        """Return what to raise if a command is called wrongly; its exit code is 2."""
        return typer.BadParameter(self.t.plain(key), param_hint=option)

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Print what is wrong with the configuration on stderr, and exit with code 2."""
        from bot.config.config import BadConfiguration  # noqa: PLC0415  pydantic takes its time

        try:
            yield
        except BadConfiguration as refused:
            complain("\n".join(in_words(problem, self.t) for problem in refused.problems))
            raise typer.Exit(BAD_CONFIGURATION) from None

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Print a refusal that carries its remedy, or which file is closed, and exit with 1."""
        from bot.ports import StorageUnavailable  # noqa: PLC0415

        try:
            yield
        except Told as refused:
            complain(in_words(refused.sentence, self.t))
        except StorageUnavailable as unavailable:
            self.complain("database-unavailable", error=str(unavailable))
        except PermissionError as closed:
            self.complain("file-closed", path=str(closed.filename), error=str(closed.strerror))
        else:
            return
        raise typer.Exit(FAILED)


def screen_of(file: Path | None) -> Screen:
    """Return the screen in the language that the configuration names, or else in that of LANG."""
    from bot.config.config import DEFAULT_FILE, BadConfiguration, unchecked  # noqa: PLC0415

    try:
        tree, _ = unchecked(file or DEFAULT_FILE)
    except BadConfiguration:
        tree = {}
    alliance = tree.get("alliance")
    named = alliance.get("language") if isinstance(alliance, dict) else None
    if isinstance(named, str) and named in set(Language):
        return Screen(named)
    return Screen(language_of_system())


def language_of_system() -> str:
    """Return the language of the system's messages; English if it is none of ours."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((value for name in variables if (value := os.environ.get(name))), "")
    return Language.RU if spoken.startswith("ru") else Language.EN


def configured(file: Path | None, screen: Screen | None = None) -> tuple[Config, Screen]:
    """Return the configuration, or print what is wrong with it and exit with code 2."""
    from bot.config.config import load  # noqa: PLC0415  pydantic takes its time

    screen = screen or screen_of(file)
    with screen.understood():
        return load(file), screen


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
