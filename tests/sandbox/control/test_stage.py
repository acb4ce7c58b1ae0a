"""The control API's half about the stage: clock, schedule, journal, faults, changes."""

import asyncio
import json
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError

from sandbox.control import plans, stage
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA

API = "/sandbox/api"


async def ask(
    http: aiohttp.ClientSession, verb: str, path: str, body: Any = None, status: int = 200
) -> Any:
    async with http.request(verb, f"{API}{path}", json=body) as response:
        assert response.status == status
        return await response.json()


async def event(response: aiohttp.ClientResponse) -> tuple[str, Any]:
    """Read the next server-sent event, past comments."""
    lines: dict[str, str] = {}
    while "data" not in lines:
        name, _, value = (await response.content.readline()).decode().strip().partition(": ")
        lines[name] = value
    return lines["event"], json.loads(lines["data"])


async def test_the_clock_is_moved(http: aiohttp.ClientSession) -> None:
    before = await ask(http, "GET", "/clock")
    after = await ask(http, "POST", "/clock", {"advance": 3600})
    assert (before["offset"], after["offset"]) == (0, 3600)
    moved = datetime.fromisoformat(after["now"]) - datetime.fromisoformat(before["now"])
    assert moved >= timedelta(hours=1)


@pytest.mark.parametrize("step", [0, -1, "5", True, None])
async def test_the_clock_never_goes_back(http: aiohttp.ClientSession, step: Any) -> None:
    answer = await ask(http, "POST", "/clock", {"advance": step}, 400)
    assert "positive" in answer["error"]


@pytest.mark.parametrize("step", [10**10, 10**100, 1e300])
async def test_the_clock_does_not_go_where_dates_end(
    http: aiohttp.ClientSession, step: float
) -> None:
    answer = await ask(http, "POST", "/clock", {"advance": step}, 400)
    assert "cannot go there" in answer["error"]


async def test_the_schedule_is_told_in_order() -> None:
    entries = [{"at": f"2026-12-0{day}T09:00:00+00:00", "title": "t"} for day in (2, 1)]

    async def schedule() -> list[dict[str, str]]:
        return entries

    sandbox = Sandbox(schedule=schedule)
    await sandbox.start()
    async with aiohttp.ClientSession(base_url=sandbox.url) as http:
        assert await ask(http, "GET", "/schedule") == entries[::-1]
    await sandbox.stop()


async def test_a_change_of_the_schedule_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    entries: list[dict[str, str]] = []

    async def schedule() -> list[dict[str, str]]:
        return [*entries]

    monkeypatch.setattr(plans, "LOOK_SECONDS", 0.01)
    sandbox = Sandbox(schedule=schedule)
    await sandbox.start()
    async with (
        aiohttp.ClientSession(base_url=sandbox.url) as http,
        http.get(f"{API}/changes") as stream,
    ):
        entries.append({"at": "2026-12-01T09:00:00+00:00", "title": "t", "detail": ""})
        assert await event(stream) == ("schedule", {"chat": None, "message_id": None})
        assert await ask(http, "GET", "/schedule") == entries
        entries.clear()
        assert (await event(stream))[0] == "schedule"
    await sandbox.stop()


async def test_a_bot_that_is_stopping_leaves_the_schedule_as_it_was() -> None:
    entries = [{"at": "2026-12-01T09:00:00+00:00", "title": "t", "detail": ""}]
    closed: list[bool] = []

    async def schedule() -> list[dict[str, str]]:
        if closed:
            raise RuntimeError("the database is closed")
        return entries

    sandbox = Sandbox(schedule=schedule)
    await sandbox.start()
    async with aiohttp.ClientSession(base_url=sandbox.url) as http:
        assert await ask(http, "GET", "/schedule") == entries
        closed.append(True)
        assert await ask(http, "GET", "/schedule") == entries
    await sandbox.stop()


async def test_without_a_schedule_nothing_is_scheduled(http: aiohttp.ClientSession) -> None:
    assert await ask(http, "GET", "/schedule") == []


async def test_the_journal_is_read_by_method_and_number(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    await bot.get_me()
    await bot.send_message(ANNA, "a")
    await bot.send_message(ANNA, "b")
    entries = await ask(http, "GET", f"/journal?method=sendMessage&since=2&chat={ANNA}")
    assert [(entry["n"], entry["params"]["text"]) for entry in entries] == [(3, "b")]


async def test_faults_are_switched_on_and_off(http: aiohttp.ClientSession, bot: Bot) -> None:
    fault = {"kind": "server_error", "method": "sendMessage", "chat": None, "times": None}
    added = await ask(http, "POST", "/faults", fault)
    with pytest.raises(TelegramServerError):
        await bot.send_message(ANNA, "a")
    (listed,) = await ask(http, "GET", "/faults")
    assert fault.items() <= listed.items()
    await ask(http, "DELETE", f"/faults/{added['id']}")
    await bot.send_message(ANNA, "a")
    await ask(http, "DELETE", f"/faults/{added['id']}", status=400)
    await ask(http, "POST", "/faults", {"kind": "drop_after"})
    await ask(http, "DELETE", "/faults")
    assert await ask(http, "GET", "/faults") == []


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "gremlins"},
        {"method": "getMe"},
        {"kind": "latency", "mood": 1},
        {"kind": "latency", "seconds": "x"},
    ],
)
async def test_impossible_faults_are_refused(
    http: aiohttp.ClientSession, fault: dict[str, Any]
) -> None:
    await ask(http, "POST", "/faults", fault, 400)


async def test_every_change_is_told(
    http: aiohttp.ClientSession, sandbox: Sandbox, bot: Bot, anna: Person
) -> None:
    async with http.get(f"{API}/changes") as stream:
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readline() == b": welcome\n"
        message = await bot.send_message(ANNA, "a")
        assert await event(stream) == ("message", {"chat": ANNA, "message_id": 1})
        tap = asyncio.create_task(anna.forges("x", 1))
        (update,) = await bot.get_updates(timeout=30)
        assert update.callback_query is not None
        await bot.answer_callback_query(update.callback_query.id)
        await tap
        assert await event(stream) == ("answer", {"chat": ANNA, "message_id": None})
        await message.edit_text("b")
        assert await event(stream) == ("edit", {"chat": ANNA, "message_id": 1})
        await message.delete()
        assert await event(stream) == ("delete", {"chat": ANNA, "message_id": 1})
        anna.blocks()
        assert (await event(stream))[0] == "people"
        sandbox.clock.advance(timedelta(hours=1))
        while (told := await event(stream))[0] == "people":
            pass
        assert told == ("clock", {"chat": None, "message_id": None})


async def test_a_silent_stream_is_kept_alive(
    http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "HEARTBEAT_SECONDS", 0)
    async with http.get(f"{API}/changes") as stream:
        assert await stream.content.readexactly(20) == b": welcome\n\n: alive\n\n"


async def test_a_stream_ends_when_the_sandbox_stops(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    async with http.get(f"{API}/changes") as stream:
        await stream.content.readline()
        await sandbox.stop()
        assert (await stream.content.read()).strip() == b""
