"""Changes wake those who wait, and reach those who listen."""

import asyncio

import pytest

from sandbox import changes
from sandbox.changes import Changes

ANNA, BORIS = 7, 8


async def test_a_probe_is_asked_again_after_a_change_in_its_chat_only() -> None:
    world = Changes()
    asked: list[int] = []

    def probe() -> int | None:
        asked.append(len(asked))
        return len(asked) if len(asked) > 1 else None

    waiting = asyncio.create_task(world.until(ANNA, probe, 5))
    await asyncio.sleep(0)
    world.emit("message", BORIS, 1)
    await asyncio.sleep(0)
    assert asked == [0]
    world.emit("message", ANNA, 1)
    assert await waiting == 2


async def test_waiting_ends_with_nothing_when_time_is_over() -> None:
    def probe() -> int | None:
        return None

    assert await Changes().until(ANNA, probe, 0) is None


async def test_every_listener_hears_every_change() -> None:
    world = Changes()
    listeners = [world.listen(), world.listen()]
    world.emit("edit", ANNA, 5)
    for listener in listeners:
        heard = await listener.next(1)
        assert heard == b'event: edit\ndata: {"chat":7,"message_id":5}\n\n'


async def test_a_listener_that_lags_behind_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "BACKLOG", 1)
    world = Changes()
    listener = world.listen()
    for number in range(3):
        world.emit("message", ANNA, number)
    assert b'"message_id":0' in (await listener.next(1) or b"")
    assert await listener.next(1) is None


async def test_closing_ends_every_stream() -> None:
    world = Changes()
    listener = world.listen()
    world.close()
    assert await listener.next(1) is None
