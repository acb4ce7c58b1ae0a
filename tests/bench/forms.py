"""A form, filled in as fast as a person can, in the sandbox with the limits of Telegram."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Iterable
from datetime import timedelta
from pathlib import Path

from bot.clock import SystemClock
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.bench.bots import TOKEN

PAUSE = 0.4
"""Seconds that somebody quick needs to read a question and to tap."""

STARTS = 120.0
"""Seconds after which the first answer must have come: the bot has started by then."""


async def steps_taken(folder: Path, organisers: Iterable[int]) -> list[float]:
    """Run the bot on the folder; return how many seconds each step took until it was shown.

    The first of the organisers is not clocked: what the form needs is loaded by then.
    """
    sandbox = Sandbox(TOKEN, limits=Limits())
    await sandbox.start()
    people = [sandbox.add_person(number, f"Участник {number}") for number in organisers]
    command = (sys.executable, "-m", "tests.bench.bots", "ours", sandbox.url, str(folder))
    process = await asyncio.create_subprocess_exec(*command)
    try:
        took = [await _fill_in(person) for person in people]
        return [step for of_one in took[1:] for step in of_one]
    finally:
        process.kill()
        await process.wait()
        await sandbox.stop()


async def _fill_in(person: Person) -> list[float]:
    day = f"{SystemClock().now() + timedelta(days=3):%d.%m.%Y} 18:30"
    steps: list[tuple[Awaitable[object], str]] = [
        (person.says("/manage"), "Впереди"),
        (person.taps("Создать событие"), "Как оно называется?"),
        (person.says("Встреча"), "О чём событие?"),
        (person.says("Поговорим о планах"), "В какой день?"),
        (person.says(day), "Сколько продлится?"),
        (person.says("1,5 ч"), "Где?"),
        (person.says("Дом НКО"), "Кого зовём?"),
        (person.taps("Все ·"), "Так событие увидят"),
    ]
    took = []
    for act, screen in steps:
        began = time.perf_counter()
        await act
        await person.sees(screen, timeout=STARTS)
        took.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE)
    return took
