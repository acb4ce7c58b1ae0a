"""Counts the files that an act of a person executes: `python -m tests.bench.walks [--files]`.

Files of which nothing but constructors ran do not count: stores and letters are made in passing.
The sweeps stand still meanwhile; what the worker sends afterwards belongs to the act.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

from rich.console import Console

from bot.domain.people.consents import ConsentText
from bot.domain.people.members import Role
from bot.logs import configure
from sandbox.clock import SandboxClock
from sandbox.limits import Limits
from sandbox.server import Sandbox
from tests.alliance import TOKEN, Alliance, running_alliance
from tests.handlers.announcements.test_boards import opens_board, sends
from tests.handlers.announcements.test_drafts import presses
from tests.voters import SECRET, Voters

ROOT = Path(__file__).parents[2]
LAYERS = ("bot", "handlers", "storage")
CREATING = frozenset({"__init__", "__post_init__", "__getattr__", "<module>"})
SHARED = ("handlers/pipeline/", "handlers/ui/", "bot/delivery/", "storage/engine/")
"""What every act passes through, whatever it is about."""

QUIET = 0.3
"""Seconds after which nothing of an act is still being sent."""

Act = Callable[[], Awaitable[object]]


class Tracer:
    """Notes the functions of the three layers that are called, by file."""

    def __init__(self) -> None:
        self._called: dict[str, set[str]] = defaultdict(set)
        self._layers = tuple(f"{ROOT / layer}/" for layer in LAYERS)

    def __call__(self, frame: FrameType, event: str, _given: Any) -> None:
        """Note a call."""
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(self._layers):
            self._called[code.co_filename].add(code.co_name)

    @property
    def files(self) -> list[str]:
        """Return the files of which more than constructors ran."""
        ran = [file for file, names in self._called.items() if names - CREATING]
        return sorted(str(Path(file).relative_to(ROOT)) for file in ran)


async def traced(alliance: Alliance, act: Act) -> list[str]:
    """Return the files that an act executes, on the loop and on the database's threads."""
    await alliance.app.scheduler.stop()
    await asyncio.sleep(QUIET)
    tracer = Tracer()
    await _profile(alliance, tracer)
    await act()
    await asyncio.sleep(QUIET)
    await _profile(alliance, None)
    return tracer.files


async def _profile(alliance: Alliance, tracer: Tracer | None) -> None:
    await alliance.database.write(lambda _: sys.setprofile(tracer))
    await alliance.database.read(lambda _: sys.setprofile(tracer))
    sys.setprofile(tracer)


async def answer(alliance: Alliance) -> Act:
    """Have a member about to answer an invitation."""
    await alliance.has(1, "Ольга", Role.ORGANISER)
    ivan = await alliance.has(2, "Иван", delegate=True)
    await alliance.announces(1, "Съезд")
    await ivan.sees("Съезд")

    async def act() -> None:
        await ivan.taps("Иду")
        await ivan.sees("Вы идёте")

    return act


async def secret_ballot(alliance: Alliance) -> Act:
    """Have a council member about to confirm a secret ballot."""
    voters = await Voters(alliance).gather()
    await voters.opens(**SECRET)
    await voters.gleb.sees("Голосование тайное")
    await voters.gleb.taps("За")
    await voters.gleb.sees("Ваш выбор: «За»")

    async def act() -> None:
        await voters.gleb.taps("Да, проголосовать")
        await voters.gleb.sees("Номер бюллетеня")

    return act


async def correction(alliance: Alliance) -> Act:
    """Have an organiser about to confirm the correction of an announcement."""
    readers = [await alliance.has(number, f"Участник {number}") for number in (2, 3)]
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await sends(alliance, olga, "Собрание в пятницу")
    await opens_board(olga, "Собрание в пятницу")
    await presses(olga, "Исправить")
    await olga.sees("Пришлите исправленное сообщение")
    await olga.says("Собрание в субботу")
    await olga.sees("Исправим его на том же месте")

    async def act() -> None:
        await presses(olga, "Да, исправить в 3 чатах")
        for reader in readers:
            await reader.sees("Собрание в субботу")

    return act


async def walked(prepare: Callable[[Alliance], Awaitable[Act]]) -> list[str]:
    """Return the files that an act executes in an alliance of its own."""
    clock = SandboxClock()
    sandbox = Sandbox(TOKEN, clock=clock, limits=Limits.none())
    await sandbox.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            async with running_alliance(sandbox, clock, Path(folder), {}) as alliance:
                return await traced(alliance, await prepare(alliance))
    finally:
        await sandbox.stop()


def main() -> None:
    """Print how many files each act executes, and how many of them are not every act's."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--files", action="store_true", help="name the files")
    named, console = asked.parse_args().files, Console(highlight=False)
    configure("warning", "console")
    with patch("bot.app.consent_text", lambda *_: ConsentText(1, "…")):
        for prepare in (answer, secret_ballot, correction):
            files = asyncio.run(walked(prepare))
            own = sum(not file.startswith(SHARED) for file in files)
            console.print(f"{prepare.__name__}: {len(files)} files, {own} of its own")
            if named:
                console.print("\n".join(f"  {file}" for file in files))


if __name__ == "__main__":
    main()
