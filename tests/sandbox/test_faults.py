"""Faults on demand, as a real bot meets them."""

import asyncio
from dataclasses import asdict
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox.faults import Fault, FaultKind, Faults
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS


@pytest.mark.parametrize(
    ("kind", "error", "arrives"),
    [
        ("too_many_requests", TelegramRetryAfter, False),
        ("server_error", TelegramServerError, False),
        ("bad_gateway_html", ClientDecodeError, False),
        ("drop_before", TelegramNetworkError, False),
        ("drop_after", TelegramNetworkError, True),
        ("forbidden", TelegramForbiddenError, False),
        ("deactivated", TelegramForbiddenError, False),
    ],
)
async def test_a_fault_strikes_once_and_the_next_call_passes(
    sandbox: Sandbox, bot: Bot, anna: Person, kind: FaultKind, error: type[Exception], arrives: bool
) -> None:
    sandbox.faults.add(Fault(kind, times=1))
    with pytest.raises(error):
        await bot.send_message(ANNA, "a")
    assert len(anna.chat()) == int(arrives)
    await bot.send_message(ANNA, "b")
    assert anna.chat()[-1]["text"] == "b"
    assert sandbox.faults.listed() == []


async def test_a_429_says_how_long(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.add(Fault("too_many_requests", retry_after=17))
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(ANNA, "a")
    assert refused.value.retry_after == 17


async def test_a_fault_strikes_its_method_and_chat_only(
    sandbox: Sandbox, bot: Bot, boris: Person
) -> None:
    boris.account.started = True
    sandbox.faults.add(Fault("forbidden", method="sendmessage", chat=BORIS))
    await bot.send_message(ANNA, "a")
    await bot.send_location(BORIS, 1, 1)
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(BORIS, "a")


def test_a_fault_can_spare_the_polling() -> None:
    faults = Faults()
    faults.add(Fault("drop_after", times=1, spare_polling=True))
    assert faults.strike("getUpdates", "None").kind is None
    assert faults.strike("sendMessage", "1").kind == "drop_after"


async def test_the_journal_tells_what_happened(sandbox: Sandbox, bot: Bot) -> None:
    for kind in ("drop_before", "drop_after", "bad_gateway_html"):
        sandbox.faults.add(Fault(kind, times=1))
    for _ in range(3):
        with pytest.raises((TelegramAPIError, ClientDecodeError)):
            await bot.send_message(ANNA, "a")
    before, after, gateway = sandbox.journal.read()
    assert (before["ok"], before["error_code"]) == (False, 0)
    assert (after["ok"], after["result"]["text"]) == (True, "a")
    assert (gateway["ok"], gateway["error_code"]) == (False, 502)


@pytest.mark.punctual
async def test_latency_delays_there_and_back(
    sandbox: Sandbox, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    sandbox.faults.add(Fault("latency", seconds=8))
    with monkeypatch.context() as patched:
        patched.setattr(asyncio, "sleep", nap)
        await bot.send_message(ANNA, "a")
    assert naps == [4, 4]


def test_delays_add_up_and_jitter_stays_in_its_bounds() -> None:
    faults = Faults(seed=3)
    faults.add(Fault("latency", seconds=1))
    faults.add(Fault("latency", seconds=2, jitter=0.5))
    delays = [faults.strike("sendMessage", "1").delay for _ in range(100)]
    assert 2 <= min(delays) < 2.2
    assert 3.8 < max(delays) <= 4


def test_a_share_strikes_some_calls_only() -> None:
    faults = Faults(seed=3)
    faults.add(Fault("server_error", share=0.25))
    struck = [faults.strike("sendMessage", "1").kind for _ in range(400)]
    assert 60 < struck.count("server_error") < 140


def test_faults_can_be_switched_off() -> None:
    faults = Faults()
    number = faults.add(Fault("server_error"))
    assert faults.remove(number)
    assert not faults.remove(number)
    faults.add(Fault("server_error"))
    faults.clear()
    assert faults.strike("sendMessage", "1").kind is None


@pytest.mark.parametrize(
    "wrong", [{"kind": "gremlins"}, {"share": 2}, {"jitter": -1}, {"seconds": -1}, {"times": 0}]
)
def test_an_impossible_fault_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        Fault(**{**asdict(Fault("latency")), **wrong})
