"""The rates of Telegram, by an injected clock."""

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from sandbox.errors import ApiError
from sandbox.limits import Limiter, Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, Ticks


@pytest.fixture
def limits() -> Limits:
    return Limits()


def admitted(limiter: Limiter, chats: range, *, private: bool = True) -> int:
    """Count how many of these chats may be written to now."""
    passed = 0
    for chat in chats:
        try:
            limiter.admit(chat, private=private)
        except ApiError:
            continue
        passed += 1
    return passed


def wait(limiter: Limiter, chat: int, *, private: bool) -> int:
    with pytest.raises(ApiError) as refused:
        limiter.admit(chat, private=private)
    return int(refused.value.refusal.parameters["retry_after"])


def test_thirty_messages_pass_in_any_second(ticks: Ticks) -> None:
    limiter = Limiter(Limits(), ticks)
    assert admitted(limiter, range(20)) == 20
    ticks.now += 0.5
    assert admitted(limiter, range(20, 60)) == 10
    ticks.now += 0.5
    assert admitted(limiter, range(60, 100)) == 20
    ticks.now += 0.5
    assert admitted(limiter, range(100, 140)) == 10


def test_a_private_chat_takes_a_burst_and_then_one_a_second(ticks: Ticks) -> None:
    limiter = Limiter(Limits(), ticks)
    assert admitted(limiter, range(1)) == 1
    assert [admitted(limiter, range(1)) for _ in range(11)] == [1] * 9 + [0, 0]
    assert wait(limiter, 0, private=True) == 1
    ticks.now += 1
    assert [admitted(limiter, range(1)) for _ in range(2)] == [1, 0]


def test_a_group_takes_twenty_a_minute(ticks: Ticks) -> None:
    limiter = Limiter(Limits(), ticks)
    for _ in range(20):
        ticks.now += 1
        limiter.admit(-1, private=False)
    assert wait(limiter, -1, private=False) == 41
    ticks.now += 41
    limiter.admit(-1, private=False)
    assert wait(limiter, -1, private=False) == 1


def test_an_album_passes_whole_and_is_paid_for_afterwards(ticks: Ticks) -> None:
    limiter = Limiter(Limits(), ticks)
    limiter.admit(1, private=True)
    limiter.admit(1, private=True, count=10)
    assert wait(limiter, 1, private=True) == 2


def test_a_refused_message_costs_nothing(ticks: Ticks) -> None:
    limiter = Limiter(Limits(overall=1), ticks)
    limiter.admit(1, private=True)
    for _ in range(5):
        assert wait(limiter, 2, private=True) == 1
    ticks.now += 1
    limiter.admit(2, private=True)


def test_without_limits_everything_passes(ticks: Ticks) -> None:
    limiter = Limiter(Limits.none(), ticks)
    assert sum(admitted(limiter, range(1)) for _ in range(100)) == 100


async def test_a_bot_that_sends_too_fast_is_told_how_long_to_wait(
    bot: Bot, anna: Person, ticks: Ticks
) -> None:
    for number in range(10):
        await bot.send_message(ANNA, str(number))
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(ANNA, "11")
    assert refused.value.retry_after == 1
    assert "Too Many Requests: retry after 1" in refused.value.message
    ticks.now += 1
    await bot.send_message(ANNA, "11")
    assert len(anna.chat()) == 11


async def test_edits_count_as_messages_do(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "0")
    for number in range(1, 10):
        await message.edit_text(str(number))
    with pytest.raises(TelegramRetryAfter):
        await message.edit_text("10")
    assert anna.chat()[0]["text"] == "9"


async def test_a_429_carries_its_header(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    params = {"chat_id": ANNA, "text": "a"}
    url = f"/bot{sandbox.token}/sendMessage"
    for _ in range(10):
        await http.post(url, json=params)
    async with http.post(url, json=params) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "1"
        assert (await response.json())["parameters"] == {"retry_after": 1}


async def test_getters_are_not_limited(bot: Bot) -> None:
    for _ in range(40):
        await bot.get_me()
