"""What setup asks of Telegram ends at once when it is stopped, wherever it waits."""

import asyncio
import types
from collections.abc import Coroutine, Generator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.commands.connecting import next_start
from bot.config.config import Config
from sandbox.server import Sandbox
from tests.alliance import a_config

T = TypeVar("T")
ENOUGH = 50
"""More waits than there are."""


@types.coroutine
def stopped(work: Coroutine[Any, Any, T], at: int, *, early: bool) -> Generator[Any, Any, T]:
    """Cancel the task that runs this as it waits for the `at`-th time, or right before."""
    task, failure, waits = asyncio.current_task(), None, 0
    assert task is not None
    while True:
        try:
            awaited = work.send(None) if failure is None else work.throw(failure)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        waits, failure = waits + 1, None
        if waits == at:
            task.cancel() if early else asyncio.get_running_loop().call_soon(task.cancel)
        try:
            yield awaited
        except BaseException as error:  # noqa: BLE001  handed through
            failure = error


async def waits_that_it_is_stopped_at(config: Config, most: int, early: bool) -> int:
    """Stop it at each wait, and see it end so; return how many there are, or `most`."""
    for at in range(1, most + 1):
        task = asyncio.create_task(stopped(next_start(config, 0), at, early=early))
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()
            return at - 1
    return most


@pytest.mark.parametrize("early", [False, True])
async def test_it_ends_at_each_wait_at_which_it_is_stopped(
    tmp_path: Path, sandbox: Sandbox, early: bool
) -> None:
    """While it connects, sends, waits for an answer, reads it, and closes the connection."""
    await sandbox.add_person(77, "Анна").says("/start")
    config = a_config(tmp_path, sandbox.url.replace("127.0.0.1", "localhost"))
    assert 3 <= await waits_that_it_is_stopped_at(config, ENOUGH, early) < ENOUGH


@pytest.mark.parametrize("early", [False, True])
async def test_it_ends_between_two_trials_of_a_line_that_does_not_work(
    tmp_path: Path, early: bool
) -> None:
    config = a_config(tmp_path, "http://127.0.0.1:9")
    assert await waits_that_it_is_stopped_at(config, 2, early) == 2
