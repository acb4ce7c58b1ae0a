"""A sandbox, a real aiogram bot that talks to it, and two people of the alliance."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.server import Sandbox

ANNA, BORIS, GROUP, CHANNEL = 7, 8, -1001, -1002

Call = Callable[..., Awaitable[dict[str, Any]]]


@dataclass
class Ticks:
    """A monotonic clock that moves when a test says so."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def limits() -> Limits:
    """No limits; tests of the limits have their own."""
    return Limits.none()


@pytest.fixture
async def sandbox(
    ticks: Ticks, limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Sandbox]:
    """Run a sandbox with Anna and Boris; what it tells the bot must fit the Bot API's types."""
    sandbox = Sandbox(monotonic=ticks, limits=limits, webhook_delay=lambda _: 0, seed=1)
    fits = sandbox._schema.type("Update")
    push = sandbox.world.updates.push

    def checked_push(kind: str, payload: dict[str, Any]) -> None:
        fits({"update_id": 1, kind: payload}, {})
        push(kind, payload)

    monkeypatch.setattr(sandbox.world.updates, "push", checked_push)
    sandbox.add_person(ANNA, "Анна", "Смирнова", "anna_s", note="Фонд «Радуга»", started=True)
    sandbox.add_person(BORIS, "Борис", language_code="en")
    await sandbox.start()
    yield sandbox
    await sandbox.stop()
    for entry in sandbox.journal._entries:
        if entry.refusal is None:
            sandbox._schema.result(entry.method)(entry.result, {})


@pytest.fixture
def poll_waits(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set as soon as a long poll waits."""
    event = asyncio.Event()
    wait = sandbox.world.updates._wait

    async def observed_wait(seconds: float) -> None:
        event.set()
        await wait(seconds)

    monkeypatch.setattr(sandbox.world.updates, "_wait", observed_wait)
    return event


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url=sandbox.url) as session:
        yield session


@pytest.fixture
async def call(sandbox: Sandbox, http: aiohttp.ClientSession) -> Call:
    """Call a method with JSON parameters; gives the whole body of the answer."""

    async def call(method: str, **params: Any) -> dict[str, Any]:
        async with http.post(f"/bot{sandbox.token}/{method}", json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    return call


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    yield Bot(sandbox.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    if session._session is not None:
        await session._session.close()


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    """Give a person who has started the bot."""
    return sandbox.person(ANNA)


@pytest.fixture
def boris(sandbox: Sandbox) -> Person:
    """Give a person who has never written to the bot."""
    return sandbox.person(BORIS)


@pytest.fixture
def group(sandbox: Sandbox) -> int:
    """Make a supergroup of both, with the bot as an ordinary member."""
    sandbox.add_group(GROUP, "Совет", members={BORIS}, administrators={ANNA})
    return GROUP


@pytest.fixture
def led_group(sandbox: Sandbox) -> int:
    """Make a supergroup of both, with the bot as an administrator."""
    sandbox.add_group(GROUP, "Совет", members={BORIS}, administrators={ANNA, sandbox.world.bot.id})
    return GROUP


@pytest.fixture
def channel(sandbox: Sandbox) -> int:
    sandbox.add_channel(CHANNEL, "Новости", {BORIS}, {ANNA}, username="alliance_news")
    return CHANNEL
