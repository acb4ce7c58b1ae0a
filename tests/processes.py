"""A bot in a process of its own, to be killed, stopped and started again."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path

from sandbox.people import PATIENCE
from tests.alliance import TOKEN

ROOT = Path(__file__).parent.parent
SECRET = "a-secret-of-the-webhook"


def environment(folder: Path, url: str, **more: str) -> dict[str, str]:
    """Return the variables that configure a bot in the sandbox at `url`."""
    return {
        "ALLIANCE_TELEGRAM__TOKEN": TOKEN,
        "ALLIANCE_TELEGRAM__API_URL": url,
        "ALLIANCE_ALLIANCE__NAME": "Альянс",
        "ALLIANCE_STORAGE__PATH": str(folder / "alliance.sqlite3"),
        "ALLIANCE_REMINDERS__QUIET_HOURS": "",
    } | {f"ALLIANCE_{key}": value for key, value in more.items()}


PORTS = count(10_000 + os.getpid() * 50 % 20_000)
"""Below those that the system gives out, and others than those of a test run beside this one."""


def a_free_port() -> int:
    """Return a port that nobody listens on, and that is given to nobody else."""
    for port in PORTS:
        with socket.socket() as one, suppress(OSError):
            one.bind(("127.0.0.1", port))
            return port
    raise AssertionError


def webhook(port: int) -> dict[str, str]:
    """Return the settings with which Telegram calls the bot on this port."""
    return {
        "TELEGRAM__MODE": "webhook",
        "WEBHOOK__URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK__LISTEN": f"127.0.0.1:{port}",
        "WEBHOOK__SECRET": SECRET,
    }


class BotProcess:
    """`python -m bot run`; `log` is all that it wrote."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._lines: list[str] = []
        self._more = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    @property
    def log(self) -> str:
        """Everything that the process has written so far."""
        return "".join(self._lines)

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self._lines.append(line.decode(errors="replace"))  # a kill may cut a letter
            self._more.set()
        self._more.set()

    async def says(self, words: str) -> None:
        """Wait until the log holds these words."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.log:
                assert not self._reading.done(), self.log
                self._more.clear()
                await self._more.wait()

    async def ends(self) -> int:
        """Wait for the end and return the exit code."""
        async with asyncio.timeout(PATIENCE):
            code = await self._process.wait()
            await self._reading
        return code

    def terminate(self) -> None:
        """Ask it to stop, as systemd does."""
        self._process.send_signal(signal.SIGTERM)

    async def is_killed(self) -> None:
        """Take its life at once."""
        if self._process.returncode is None:
            self._process.kill()
        await self.ends()


@asynccontextmanager
async def a_bot(folder: Path, url: str, **more: str) -> AsyncIterator[BotProcess]:
    """Start a bot; at the end of the block it is killed if it still runs."""
    config = folder / "config.toml"
    config.touch()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--config", str(config)),
        env=os.environ | environment(folder, url, **more),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    bot = BotProcess(process)
    try:
        yield bot
    finally:
        await bot.is_killed()
