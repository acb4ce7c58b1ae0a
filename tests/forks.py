"""A bot that is born within a moment, to be killed often: what takes seconds is imported once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

from bot.__main__ import main
from bot.clock import SystemClock
from bot.ports import Clock
from tests.processes import ROOT, environment

NEST = get_context("forkserver")
NEST.set_forkserver_preload(["bot.app", "handlers.web.meetings", "tests.forks"])


class ForkedBot:
    """`alliance-bot run` in a process of its own, forked from one that has imported the bot."""

    def __init__(
        self, folder: Path, url: str, clock: Callable[[], Clock] = SystemClock, /, **more: str
    ) -> None:
        config, self._said = folder / "config.toml", folder / "bot.log"
        config.touch()
        told = (
            ["run", "--config", str(config)],
            environment(folder, url, **more),
            self._said,
            clock,
        )
        self._process = NEST.Process(target=_run, args=told, daemon=True)
        self._process.start()

    @property
    def log(self) -> str:
        """All that this bot and those before it in the folder have written so far."""
        return self._said.read_text() if self._said.exists() else ""

    @property
    def lives(self) -> bool:
        """Tell whether the process is there."""
        return self._process.is_alive()

    @property
    def resident(self) -> float:
        """How much memory the process has, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def terminate(self) -> None:
        """Ask it to stop, as systemd does."""
        self._process.terminate()

    def kill(self) -> None:
        """Send SIGKILL: it does nothing more from now on."""
        self._process.kill()

    async def is_gone(self) -> int:
        """Wait for the end of the process; return the exit code, negative for a signal."""
        await asyncio.to_thread(self._process.join)
        code: int = self._process.exitcode or 0
        return code


def _run(
    command: list[str], variables: dict[str, str], said: Path, clock: Callable[[], Clock]
) -> None:
    """Do in this process what the command line would do in a new one."""
    with said.open("a") as log:
        os.dup2(log.fileno(), sys.stdout.fileno())
        os.dup2(log.fileno(), sys.stderr.fileno())
    os.environ.update(variables)
    os.chdir(ROOT)
    sys.argv = ["alliance-bot", *command]
    with patch("bot.app.SteadyClock", clock):
        main()


@asynccontextmanager
async def a_forked_bot(folder: Path, url: str, **more: str) -> AsyncIterator[ForkedBot]:
    """Start a bot; at the end of the block it is killed if it still runs."""
    bot = await asyncio.to_thread(ForkedBot, folder, url, **more)
    try:
        yield bot
    finally:
        bot.kill()
        await bot.is_gone()
