"""Several ways to Telegram, tried with proxies that work, break, slow down and heal."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import GetMe, GetUpdates, GetWebhookInfo, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import User

from bot.config.telegram import Way
from handlers.pipeline.connections import ConnectionFailed
from handlers.pipeline.failover import LONGEST_REST, STEADY, FailoverSession, OpenWay
from handlers.pipeline.telegram import bot_for
from sandbox.faults import Fault
from sandbox.people import PATIENCE
from sandbox.server import Sandbox
from tests.alliance import TOKEN, a_config
from tests.outages import Proxy, closed_port, proxy_of_ones_own

PASSWORD = "hunter2"


@pytest.fixture(params=["socks5", "http"])
async def proxies(request: pytest.FixtureRequest) -> AsyncIterator[list[Proxy]]:
    """Two proxies of a kind; the first wants a password, or at least is told one."""
    async with (
        proxy_of_ones_own(request.param, f"anna:{PASSWORD}") as first,
        proxy_of_ones_own(request.param) as second,
    ):
        yield [first, second]


@pytest.fixture
async def bot(sandbox: Sandbox, tmp_path: Path, proxies: list[Proxy]) -> AsyncIterator[Bot]:
    async with bot_by(tmp_path, sandbox.url, *(proxy.url for proxy in proxies)) as made:
        yield made


def bot_by(folder: Path, url: str, *proxies: str) -> Bot:
    return bot_for(a_config(folder, url, TELEGRAM__PROXIES=json.dumps(proxies)))


def session_of(bot: Bot) -> FailoverSession:
    assert isinstance(bot.session, FailoverSession)
    return bot.session


def used(bot: Bot) -> int:
    session = session_of(bot)
    return session.ways.index(session.used)


async def test_the_first_proxy_is_used_as_long_as_it_works(bot: Bot, proxies: list[Proxy]) -> None:
    for _ in range(3):
        await bot.get_me()

    assert [proxy.carried > 0 for proxy in proxies] == [True, False]
    assert [state.failures for state in session_of(bot).states()] == [0, 0]


async def test_a_request_that_never_left_goes_by_the_next_proxy_at_once(
    bot: Bot, proxies: list[Proxy], sandbox: Sandbox
) -> None:
    proxies[0].broken = True

    await bot.get_me()

    assert used(bot) == 1
    assert len(sandbox.journal.read(method="getMe")) == 1
    first, second = session_of(bot).states()
    assert (first.in_use, first.failures, first.answered) == (False, 1, None)
    assert (second.in_use, second.failures, second.answered is None) == (True, 0, False)


async def test_a_request_that_may_have_arrived_is_not_repeated_but_the_next_takes_another_way(
    bot: Bot, sandbox: Sandbox
) -> None:
    sandbox.add_person(5, "Анна", started=True)
    sandbox.faults.add(Fault("drop_after", "sendMessage", times=1))

    with pytest.raises(TelegramNetworkError) as lost:
        await bot.send_message(5, "Привет")
    assert not isinstance(lost.value.__cause__, ConnectionFailed)

    assert used(bot) == 1
    assert len(sandbox.journal.read(method="sendMessage")) == 1


async def test_a_line_that_is_silent_for_too_long_is_left(bot: Bot, proxies: list[Proxy]) -> None:
    proxies[0].slow = 60

    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot(GetMe(), request_timeout=1)
    await bot.get_me()

    assert used(bot) == 1


async def test_a_refusal_of_telegrams_is_an_answer_and_no_reason_to_change_the_way(
    bot: Bot,
) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(5, "Привет")

    assert used(bot) == 0
    assert session_of(bot).states()[0].answered is not None


async def test_when_every_way_fails_that_is_told_and_the_next_request_tries_all_again(
    bot: Bot, proxies: list[Proxy]
) -> None:
    for proxy in proxies:
        proxy.broken = True
    with pytest.raises(TelegramNetworkError) as failed:
        await bot.get_me()
    assert isinstance(failed.value.__cause__, ConnectionFailed)

    proxies[1].broken = False
    await bot.get_me()


async def test_the_first_proxy_is_used_again_once_it_heals(bot: Bot, proxies: list[Proxy]) -> None:
    proxies[0].breaks()
    await bot.get_me()
    await session_of(bot).heal(bot)
    assert used(bot) == 1

    proxies[0].broken = False
    await session_of(bot).heal(bot)
    assert used(bot) == 0
    await bot.get_me()
    assert session_of(bot).states()[0].in_use


async def test_many_requests_that_fail_at_once_change_the_way_once(
    bot: Bot, proxies: list[Proxy]
) -> None:
    proxies[0].broken = True

    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*(bot.get_me() for _ in range(20)))

    assert used(bot) == 1


async def test_neither_token_nor_password_is_in_the_log(
    bot: Bot, proxies: list[Proxy], capsys: pytest.CaptureFixture[str]
) -> None:
    for proxy in proxies:
        proxy.breaks()
    with pytest.raises(TelegramNetworkError) as failed:
        await bot.get_me()

    said = capsys.readouterr().out
    assert f"127.0.0.1:{proxies[0].port}" in said
    assert PASSWORD not in said + str(failed.value)
    assert TOKEN not in said + str(failed.value)
    assert PASSWORD not in str(session_of(bot).states())


async def test_direct_stands_among_the_proxies_for_none(sandbox: Sandbox, tmp_path: Path) -> None:
    dead = f"socks5://127.0.0.1:{closed_port()}"
    async with bot_by(tmp_path, sandbox.url, dead, "direct") as bot:
        await bot.get_me()

        assert session_of(bot).used.way.name == sandbox.url


async def test_a_server_that_is_down_makes_way_for_the_next(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    urls = f'["http://127.0.0.1:{closed_port()}", "{sandbox.url}"]'
    config = a_config(tmp_path, sandbox.url, TELEGRAM__API_URLS=urls)
    async with bot_for(config) as bot:
        await bot.get_me()

        assert used(bot) == 1
        assert bot.session.api is session_of(bot).used.session.api, "files are fetched there too"


# --- a line that answers some requests and freezes others ---


class Line(BaseSession):
    """Answers the methods of these kinds, and lets others wait in vain."""

    def __init__(self, *answers: type[TelegramMethod[Any]]) -> None:
        super().__init__()
        self.answers = answers
        self.asked = 0

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  as aiogram gives it
    ) -> TelegramType:
        self.asked += 1
        if not isinstance(method, self.answers):
            raise TelegramNetworkError(method, "Request timeout error")
        return User(id=1, is_bot=True, first_name="A")  # type: ignore[return-value]  # nobody looks

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Carry no files."""
        yield b""


class Hours:
    """A clock that stands until it is moved, and two lines of which the first freezes."""

    def __init__(self, *answers: type[TelegramMethod[Any]]) -> None:
        self.now = 1000.0
        self.first, self.second = Line(*answers), Line(TelegramMethod)
        lines = [
            OpenWay(Way(f"http://{name}"), line)
            for name, line in (("first", self.first), ("second", self.second))
        ]
        self.session = FailoverSession(lines, lambda: self.now)
        self.bot = Bot(TOKEN, session=self.session)

    async def polls(self) -> bool:
        """Poll; tell whether that took another line."""
        before = self.session.used
        with contextlib.suppress(TelegramNetworkError):
            await self.bot(GetUpdates())
        return self.session.used is not before

    async def pass_by(self, seconds: int) -> int:
        """Heal every ten seconds and poll; return how often the line was changed."""
        changes = 0
        for _ in range(seconds // 10):
            self.now += 10
            before = self.session.used
            await self.session.heal(self.bot)
            changes += self.session.used is not before
            changes += await self.polls()
        return changes


async def test_a_line_that_answers_a_trial_only_is_returned_to_ever_more_seldom() -> None:
    hours = Hours(GetMe, GetWebhookInfo)
    await hours.polls()

    first, later = await hours.pass_by(3600), await hours.pass_by(24 * 3600)

    assert first <= 2 * 9, "10, 20, 40 … seconds between one return and the next"
    assert later <= 2 * (24 * 3600 // LONGEST_REST + 1)


async def test_a_line_that_carries_getme_and_no_more_is_not_returned_to() -> None:
    hours = Hours(GetMe)
    await hours.polls()

    assert await hours.pass_by(3600) == 0
    assert hours.session.used is hours.session.ways[1]


async def test_a_line_that_has_been_steady_is_returned_to_at_once_after_the_next_break() -> None:
    hours = Hours(GetMe, GetWebhookInfo)
    await hours.polls()
    await hours.pass_by(3600)
    hours.first.answers = (TelegramMethod,)
    await hours.pass_by(LONGEST_REST + STEADY + 10)
    assert hours.session.used is hours.session.ways[0]

    hours.first.answers = ()
    await hours.polls()
    assert hours.session.used is hours.session.ways[1]
    hours.first.answers = (TelegramMethod,)
    await hours.session.heal(hours.bot)

    assert hours.session.used is hours.session.ways[0]
