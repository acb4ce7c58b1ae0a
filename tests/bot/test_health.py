"""`/healthz` and `/metrics` of the whole bot, with real faults, by a fake clock."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.app import App, running
from bot.domain.people.members import Role
from bot.services.declarations import Sweep
from handlers.web.refusals import ListenRefused
from sandbox.clock import SandboxClock
from sandbox.faults import Fault
from sandbox.people import PATIENCE
from sandbox.server import Sandbox
from sandbox.webhook import WebhookSettings
from tests.alliance import TOKEN, UNPACED, Alliance, a_config, running_alliance
from tests.disks import no_file_grows_beyond
from tests.outages import Proxy, proxy_of_ones_own
from tests.processes import a_free_port, webhook
from tests.wording import in_english

MINUTE = 60.0
LONG_POLL = 1


@dataclass
class Monotonic:
    """Seconds that pass when a test says so."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Watcher:
    """Anyone who asks a bot how it is, and can let time pass for it."""

    alliance: Alliance
    port: int
    monotonic: Monotonic = field(default_factory=Monotonic)

    @property
    def app(self) -> App:
        return self.alliance.app

    async def begins(self) -> None:
        """Have the bot count by the fake clock, from now on."""
        figures = self.app.services.health.figures
        await self.app.scheduler.stop()  # it is ticked by the test alone
        figures.monotonic = self.monotonic
        figures.started = self.monotonic()
        figures.watch(self.app.scheduler.sweeps)
        figures.telegram_answered()

    async def a_minute_passes(self) -> None:
        """Let the bot do for a minute what it does every few seconds."""
        for _ in range(6):
            self.monotonic.seconds += MINUTE / 6
            await self.app.scheduler.run_all()

    async def hears(self, path: str = "/healthz") -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    async def heads(self) -> int:
        async with (
            aiohttp.ClientSession() as session,
            session.head(f"http://127.0.0.1:{self.port}/healthz") as answer,
        ):
            return answer.status

    async def learns(self) -> tuple[int, dict[str, Any]]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}/healthz") as answer,
        ):
            return answer.status, await answer.json()

    async def polled(self) -> None:
        """Wait until Telegram has answered once more."""
        figures = self.app.services.health.figures
        answered = figures._reached = -1.0
        async with asyncio.timeout(PATIENCE):
            while figures._reached == answered:  # noqa: ASYNC110  nobody tells when
                await asyncio.sleep(0.05)

    async def stops_hearing(self) -> None:
        """Let a question for updates that is under way be answered: the next one fails."""
        await asyncio.sleep(1.5 * LONG_POLL)


@pytest.fixture
def port() -> int:
    return a_free_port()


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    async with proxy_of_ones_own() as made:
        yield made


@pytest.fixture
def settings(port: int, proxy: Proxy) -> dict[str, str]:
    return UNPACED | {"WEB__LISTEN": f"127.0.0.1:{port}", "TELEGRAM__PROXY": proxy.url}


@pytest.fixture(autouse=True)
def short_polls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Telegram answer at once, for these tests wait for it."""
    monkeypatch.setattr("handlers.pipeline.updates.POLL_SECONDS", LONG_POLL)


@pytest.fixture
async def watcher(alliance: Alliance, port: int) -> Watcher:
    made = Watcher(alliance, port)
    await made.begins()
    return made


async def test_a_bot_that_works_is_green_and_tells_its_figures(watcher: Watcher) -> None:
    anna = await watcher.alliance.has(1, "Анна")
    await anna.says("/me")
    await anna.sees("Анна")
    await watcher.polled()
    await watcher.a_minute_passes()
    await watcher.polled()

    status, told = await watcher.learns()
    assert (status, told["status"], told["troubles"]) == (200, "ok", [])
    assert await watcher.heads() == 200, "some ask for the head alone"
    assert told["running_seconds"] == MINUTE
    assert told["telegram_answered_seconds_ago"] == 0
    assert told["outbox"] == {"waiting": 0, "oldest_seconds": 0}
    assert told["put_aside"] == 0
    assert told["database_bytes"] > 4096
    assert told["sends"] >= 1
    assert {sweep["failures"] for sweep in told["sweeps"].values()} == {0}
    assert {"reminders", "closings", "disk"} <= set(told["sweeps"])


async def test_with_telegram_cut_it_is_red_within_a_minute_and_green_once_it_is_back(
    watcher: Watcher, proxy: Proxy
) -> None:
    await watcher.polled()
    proxy.breaks()
    await proxy.refused.wait()
    await watcher.a_minute_passes()

    status, told = await watcher.learns()
    assert (status, told["troubles"]) == (503, ["Telegram has not answered for 60 s"])

    proxy.broken = False
    await watcher.polled()
    assert (await watcher.learns())[0] == 200


async def test_a_telegram_that_tells_no_updates_is_red_though_it_answers_all_else(
    watcher: Watcher, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Fault("server_error", "getUpdates"))
    await watcher.stops_hearing()
    await watcher.a_minute_passes()
    await watcher.app.bot.get_me()

    status, told = await watcher.learns()
    assert (status, told["troubles"]) == (503, ["Telegram has not answered for 60 s"])


async def test_a_broken_sweep_is_red_within_a_minute_and_quotes_nobody(watcher: Watcher) -> None:
    async def breaks() -> None:
        raise ValueError("Анна, +79221234567")

    _replace(watcher, "reminders", breaks)
    await watcher.a_minute_passes()
    await watcher.polled()

    status, text = await watcher.hears()
    assert status == 503
    assert json.loads(text)["troubles"] == ["the sweep «reminders» fails: ValueError"]
    assert "79221234567" not in text
    metrics = (await watcher.hears("/metrics"))[1]
    assert "79221234567" not in metrics
    assert 'alliance_sweep_failures_total{sweep="reminders"} 6.0' in metrics


async def test_a_sweep_that_hangs_is_red_within_a_minute(watcher: Watcher) -> None:
    watcher.monotonic.seconds += MINUTE
    await watcher.polled()

    status, told = await watcher.learns()
    assert status == 503
    assert "the sweep «reminders» fails: it has not ended well for 60 s" in told["troubles"]


def _replace(watcher: Watcher, name: str, run: Any) -> None:
    scheduler = watcher.app.scheduler
    scheduler.sweeps = tuple(
        Sweep(one.name, one.seconds, run) if one.name == name else one for one in scheduler.sweeps
    )


async def test_a_full_disk_is_red_within_a_minute_and_green_once_there_is_room(
    watcher: Watcher,
) -> None:
    with capture_logs(), no_file_grows_beyond(4096):  # the log is written to a file, too
        await watcher.a_minute_passes()
        await watcher.polled()
        status, told = await watcher.learns()
    assert status == 503
    assert "the sweep «disk» fails: File too large" in told["troubles"]

    await watcher.a_minute_passes()
    await watcher.polled()
    assert (await watcher.learns())[0] == 200


async def test_metrics_name_nobody(watcher: Watcher) -> None:
    await watcher.alliance.has(999, "Ли Ян", Role.ORGANISER)
    anna = await watcher.alliance.has(922_1234_567, "Васильева Анна")
    await watcher.alliance.announces(999)
    await anna.sees("Приглашаем вас")
    await anna.taps("Иду")
    await anna.sees("Вы идёте")

    status, text = await watcher.hears("/metrics")
    assert status == 200
    names = set(re.findall(r"^(alliance_\w+)", text, re.MULTILINE))
    assert {
        "alliance_healthy",
        "alliance_telegram_answered_age_seconds",
        "alliance_outbox_oldest_age_seconds",
        "alliance_outbox_waiting",
        "alliance_put_aside",
        "alliance_database_bytes",
        "alliance_sends_total",
        "alliance_too_many_requests_total",
        "alliance_tap_seconds_bucket",
        "alliance_sweep_succeeded_age_seconds",
        "alliance_sweep_failures_total",
    } <= names
    assert set(re.findall(r"[{,](\w+)=", text)) <= {"le", "sweep", "way"}
    assert 'alliance_tap_seconds_bucket{le="+Inf"} 1.0' in text
    for personal in ("Васильева", "9221234567", TOKEN, "hunter2"):
        assert personal not in text


async def test_the_webhook_may_share_the_address_of_the_pages(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    port = a_free_port()
    settings = UNPACED | webhook(port) | {"WEB__LISTEN": f"127.0.0.1:{port}"}
    async with running_alliance(sandbox, clock, tmp_path, settings) as alliance:
        watcher = Watcher(alliance, port)
        anna = await alliance.has(1, "Анна")
        await anna.says("/me")
        await anna.sees("Анна")
        await watcher.begins()
        await watcher.a_minute_passes()
        status, told = await watcher.learns()
        assert (status, told["troubles"]) == (200, [])

        sandbox.faults.add(Fault("server_error", "getWebhookInfo"))
        await watcher.a_minute_passes()
        assert (await watcher.learns())[1]["troubles"] == ["Telegram has not answered for 60 s"]


async def test_calls_that_do_not_arrive_are_red_within_a_minute(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    port, listen = a_free_port(), a_free_port()
    settings = UNPACED | webhook(listen) | {"WEB__LISTEN": f"127.0.0.1:{port}"}
    async with running_alliance(sandbox, clock, tmp_path, settings) as alliance:
        watcher = Watcher(alliance, port)
        anna = await alliance.has(1, "Анна")
        await anna.says("/me")
        await anna.sees("Анна")
        await watcher.begins()
        sandbox.world.webhook.set(WebhookSettings(f"http://127.0.0.1:{listen}/telegram"))
        await anna.says("/help")
        async with asyncio.timeout(PATIENCE):
            while sandbox.world.webhook.last_error is None:  # noqa: ASYNC110  nobody tells when
                await asyncio.sleep(0.05)
        await watcher.a_minute_passes()

        assert (await watcher.learns())[1]["troubles"] == [
            "the sweep «webhook» fails: CallsDoNotArrive"
        ]


async def test_pages_and_webhook_may_have_addresses_of_their_own(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    port = a_free_port()
    settings = UNPACED | webhook(a_free_port()) | {"WEB__LISTEN": f"127.0.0.1:{port}"}
    async with running_alliance(sandbox, clock, tmp_path, settings) as alliance:
        watcher = Watcher(alliance, port)
        anna = await alliance.has(1, "Анна")
        await anna.says("/me")
        await anna.sees("Анна")

        async with asyncio.timeout(PATIENCE):  # the call can come before setWebhook is answered
            while (await watcher.learns())[0] != 200:  # noqa: ASYNC110  nobody tells when
                await asyncio.sleep(0.05)


async def test_an_address_that_is_taken_ends_the_start_with_key_and_remedy(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    async with proxy_of_ones_own() as other:
        address = f"127.0.0.1:{other.port}"
        config = a_config(tmp_path, sandbox.url, WEB__LISTEN=address)
        with pytest.raises(ListenRefused) as refused:
            async with running(config, clock):
                pass

    told = in_english(refused.value.sentence)
    assert f"web.listen: {address} cannot be listened on" in told
    assert "choose another port, or stop what uses this one" in told


async def test_a_listener_of_ones_own_ends_with_the_bot(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    port = a_free_port()
    config = a_config(tmp_path, sandbox.url, WEB__LISTEN=f"127.0.0.1:{port}")
    for _ in range(2):  # the second start finds the address free
        async with running(config, clock):
            pass

    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(f"http://127.0.0.1:{port}/healthz")
