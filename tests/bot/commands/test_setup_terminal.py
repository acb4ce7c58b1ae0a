"""setup in a terminal of its own, as a person types there: to its end, stopped, and killed."""

import asyncio
import os
import pty
import signal
import sys
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from sandbox.people import PATIENCE, Person
from sandbox.server import Sandbox
from tests.alliance import TOKEN
from tests.processes import ROOT

FORMER = '[alliance]\nname = "Former"\n'
START = object()
STEPS = {
    "ru": (
        ("он не виден): ", TOKEN),
        ("Прокси через запятую", ""),
        ("Ожидание", START),
        ("Это вы?", "да"),
        ("Название альянса", "Новый"),
        ("Часовой пояс", ""),
    ),
    "en": (
        ("as you type): ", TOKEN),
        ("Proxies, separated", ""),
        ("Waiting", START),
        ("Is this you?", "yes"),
        ("The name of the alliance", "Новый"),
        ("Time zone", ""),
    ),
}
"""What is asked, and what is answered; START is sent to the bot.

The space after the first question comes once the terminal shows nothing of what is typed.
"""
CTRL_C = "\x03"
STOPPED = {"ru": "Остановлено. Ничего не изменилось.", "en": "Stopped. Nothing has changed."}
IN_A_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)
DEAF = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); {IN_A_TERMINAL}"
"""Starts it as a script starts `command &`: with SIGINT ignored."""
KILLED_IN_WRITING = (
    "import os, signal, sys; os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL); "
    "from bot.__main__ import main; main()"
)


class Terminal:
    """A command in a terminal; `seen` is what stands on the screen."""

    def __init__(
        self, process: asyncio.subprocess.Process, screen: asyncio.StreamReader, keys: int
    ) -> None:
        self.process, self._screen, self._keys = process, screen, keys
        self.seen = ""

    def types(self, text: str) -> None:
        os.write(self._keys, text.encode())

    async def shows(self, words: str) -> None:
        """Wait until the words stand there."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.seen:
                more = await self._screen.read(4096)
                assert more, self.seen
                self.seen += more.decode(errors="replace")

    async def ends(self) -> int:
        """Wait for the end, with what is said until then; return the exit code."""
        async with asyncio.timeout(PATIENCE):
            with suppress(OSError):  # how a terminal says that nobody writes any more
                while more := await self._screen.read(4096):
                    self.seen += more.decode(errors="replace")
            return await self.process.wait()


@asynccontextmanager
async def terminal(
    folder: Path, url: str, *words: str, start: str = IN_A_TERMINAL
) -> AsyncIterator[Terminal]:
    """Start a command in a terminal of its own, on a computer without systemd."""
    ours, theirs = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", start, *words),
        cwd=folder,
        env=os.environ | {"ALLIANCE_TELEGRAM__API_URL": url, "PYTHONPATH": str(ROOT), "PATH": ""},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    reader = asyncio.StreamReader()
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(ours, "rb", 0)
    )
    try:
        yield Terminal(process, reader, ours)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        transport.close()


async def answer(screen: Terminal, anna: Person, language: str, questions: int) -> None:
    """Answer so many questions, each once it is asked, and wait for the next one."""
    for words, typed in STEPS[language][:questions]:
        await screen.shows(words)
        if isinstance(typed, str):
            screen.types(f"{typed}\n")
        else:
            await anna.says("/start")
    for words, _ in STEPS[language][questions : questions + 1]:
        await screen.shows(words)


def left(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "alliance"
    place.mkdir(mode=0o700)
    (place / "config.toml").touch(mode=0o600)
    (place / "config.toml").write_text(FORMER)
    return place


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    return sandbox.add_person(77, "Анна")


@pytest.mark.parametrize("language", ["ru", pytest.param("en", marks=pytest.mark.long)])
async def test_the_whole_way_is_gone_in_a_terminal_and_the_token_is_never_on_the_screen(
    folder: Path, sandbox: Sandbox, anna: Person, language: str
) -> None:
    async with terminal(
        folder, sandbox.url, "-m", "bot", "setup", "--language", language
    ) as screen:
        await answer(screen, anna, language, len(STEPS[language]))
        code = await screen.ends()

    assert code == 0, screen.seen
    assert TOKEN not in screen.seen
    written = tomllib.loads((folder / "config.toml").read_text("utf-8"))
    assert written["telegram"]["token"] == TOKEN
    assert written["alliance"] == {"name": "Новый", "administrators": [77]}
    assert list(left(folder)) == ["config.toml"]


@pytest.mark.parametrize(
    ("questions", "language", "start"),
    [
        (2, "en", DEAF),
        *(pytest.param(one, "ru", IN_A_TERMINAL, marks=pytest.mark.long) for one in (0, 2, 4)),
    ],
    ids=["2-en-ignored", "0-ru", "2-ru", "4-ru"],
)
async def test_ctrl_c_changes_nothing_says_so_and_exits_with_130(
    folder: Path, sandbox: Sandbox, anna: Person, questions: int, language: str, start: str
) -> None:
    """Where the answer is hidden, while a message is waited for, and where it is seen."""
    command = ("-m", "bot", "setup", "--language", language)
    async with terminal(folder, sandbox.url, *command, start=start) as screen:
        await answer(screen, anna, language, questions)
        screen.types(CTRL_C)
        code = await screen.ends()

    assert code == 130, screen.seen
    assert STOPPED[language] in screen.seen
    assert "Traceback" not in screen.seen
    assert left(folder) == {"config.toml": FORMER}


@pytest.mark.long
@pytest.mark.parametrize("questions", range(len(STEPS["ru"])))
async def test_a_kill_at_any_question_leaves_the_former_file_alone(
    folder: Path, sandbox: Sandbox, anna: Person, questions: int
) -> None:
    async with terminal(folder, sandbox.url, "-m", "bot", "setup", "--language", "ru") as screen:
        await answer(screen, anna, "ru", questions)
        screen.process.kill()
        assert await screen.ends() == -signal.SIGKILL

    assert left(folder) == {"config.toml": FORMER}


@pytest.mark.long
async def test_a_kill_in_the_middle_of_writing_leaves_the_former_file_and_the_next_run_repairs_it(
    folder: Path, sandbox: Sandbox, anna: Person
) -> None:
    words = ("-c", KILLED_IN_WRITING, "setup", "--language", "ru")
    async with terminal(folder, sandbox.url, *words) as screen:
        await answer(screen, anna, "ru", len(STEPS["ru"]))
        assert await screen.ends() == -signal.SIGKILL, screen.seen
    assert (folder / "config.toml").read_text() == FORMER

    async with terminal(folder, sandbox.url, "-m", "bot", "setup", "--language", "ru") as screen:
        await answer(screen, anna, "ru", len(STEPS["ru"]))
        assert await screen.ends() == 0, screen.seen
    assert 'name = "Новый"' in (folder / "config.toml").read_text()
    assert list(left(folder)) == ["config.toml"]
