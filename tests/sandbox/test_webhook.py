"""Delivery to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.webhook import doubling
from tests.sandbox.conftest import ANNA

SECRET = "s3cret_-"


@dataclass
class Receiver:
    """A bot's server: answers with the statuses in turn, then with 200 and `body`."""

    statuses: list[int] = field(default_factory=list)
    body: Any = None
    url: str = ""
    got: asyncio.Queue[tuple[str | None, dict[str, Any]]] = field(default_factory=asyncio.Queue)

    async def handle(self, request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.put_nowait((secret, await request.json()))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.body, status=status)


async def serve(app: web.Application) -> tuple[web.AppRunner, str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"


@pytest.fixture
async def receiver(sandbox: Sandbox) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner, receiver.url = await serve(app)
    yield receiver
    await sandbox.world.webhook.close()
    await runner.cleanup()


async def confirmed(sandbox: Sandbox) -> None:
    """Wait until every delivery has ended."""
    await asyncio.gather(*sandbox.world.webhook._tasks)


async def test_updates_are_delivered_with_the_secret(
    bot: Bot, anna: Person, receiver: Receiver, sandbox: Sandbox
) -> None:
    await anna.says("before")
    await bot.set_webhook(receiver.url, secret_token=SECRET)
    await anna.says("after")
    texts = []
    for _ in range(2):
        secret, update = await receiver.got.get()
        assert secret == SECRET
        texts.append(update["message"]["text"])
    assert sorted(texts) == ["after", "before"]
    await confirmed(sandbox)
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_failed_delivery_is_repeated_and_told_of(
    bot: Bot, anna: Person, receiver: Receiver, sandbox: Sandbox
) -> None:
    receiver.statuses = [500, 404]
    await bot.set_webhook(receiver.url)
    await anna.says("a")
    updates = [(await receiver.got.get())[1] for _ in range(3)]
    assert updates[0] == updates[1] == updates[2]
    await confirmed(sandbox)
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 404 Not Found"
    assert info.pending_update_count == 0


async def test_a_receiver_that_is_away_is_told_of(
    bot: Bot, anna: Person, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = asyncio.Event()

    def delay(_: int) -> float:
        failed.set()
        return 60

    monkeypatch.setattr(sandbox.world.webhook, "_delay", delay)
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await anna.says("a")
    await failed.wait()
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 1
    assert info.last_error_message is not None
    assert info.last_error_message.startswith("Connection failed")


async def test_a_call_in_the_reply_is_played(bot: Bot, anna: Person, receiver: Receiver) -> None:
    receiver.body = {"method": "sendMessage", "chat_id": ANNA, "text": "from the reply"}
    await bot.set_webhook(receiver.url)
    await anna.says("a")
    assert await anna.sees("from the reply")


async def test_aiograms_own_webhook_server_answers_in_the_reply(
    bot: Bot, anna: Person, sandbox: Sandbox
) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> SendMessage:
        return message.answer(f"<b>{message.text}</b>")

    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET)
    app = web.Application()
    handler.register(app, "/hook")
    runner, url = await serve(app)
    await bot.set_webhook(url, secret_token=SECRET)
    await anna.says("привет")
    message = await anna.sees("привет")
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 6}]
    await sandbox.world.webhook.close()
    await runner.cleanup()


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url)
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_pending_updates_can_be_dropped(bot: Bot, anna: Person) -> None:
    await anna.says("a")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.org/hook"}, "An HTTPS URL must be provided"),
        ({"url": "https://example.org:8080/hook"}, "only on ports 80, 88, 443 or 8443"),
        ({"url": "https://a.org", "secret_token": "ы"}, "unallowed characters"),
        ({"url": "https://a.org", "max_connections": 101}, "max_connections"),
    ],
)
async def test_a_webhook_that_telegram_would_not_take_is_refused(
    bot: Bot, params: dict[str, Any], words: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.set_webhook(**params)


def test_pauses_double() -> None:
    assert [doubling(attempt) for attempt in (0, 1, 2, 3, 9)] == [0, 2, 4, 8, 64]


@pytest.mark.parametrize("body", [[], "text", {"ok": True}, {"method": "sendTelepathy"}])
async def test_a_reply_without_a_call_only_confirms(
    bot: Bot, anna: Person, receiver: Receiver, sandbox: Sandbox, body: Any
) -> None:
    receiver.body = body
    await bot.set_webhook(receiver.url)
    await anna.says("a")
    await receiver.got.get()
    await confirmed(sandbox)
    assert (await bot.get_webhook_info()).pending_update_count == 0
