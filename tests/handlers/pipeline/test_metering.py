"""Requests and taps are counted, whatever becomes of them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter, TelegramServerError
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from bot.services.health import Figures
from handlers.pipeline.metering import RequestMeter, TapMeter
from handlers.pipeline.telegram import bot_for
from handlers.pipeline.updates import GetUpdates
from sandbox.faults import Fault
from sandbox.server import Sandbox
from tests.alliance import a_config

ANNA = User(id=5, is_bot=False, first_name="Анна")
TAP = Update(
    update_id=1, callback_query=CallbackQuery(id="1", from_user=ANNA, chat_instance="1", data="x")
)
SAID = Update(
    update_id=2,
    message=Message(
        message_id=1, date=datetime(2026, 12, 1, tzinfo=UTC), chat=Chat(id=5, type="private")
    ),
)


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def figures(seconds: Seconds) -> Figures:
    return Figures(seconds)


@pytest.fixture
async def bot(sandbox: Sandbox, tmp_path: Path, figures: Figures) -> AsyncIterator[Bot]:
    sandbox.add_person(5, "Анна", started=True)
    async with bot_for(a_config(tmp_path, sandbox.url)) as made:
        made.session.middleware(RequestMeter(figures))
        yield made


async def test_messages_and_edits_are_counted_and_questions_are_not(
    bot: Bot, figures: Figures
) -> None:
    sent = await bot.send_message(5, "Привет")
    await sent.edit_text("Здравствуйте")
    await bot.get_me()

    assert (figures.sends, figures.slow_downs) == (2, 0)


async def test_a_429_is_counted_and_passed_on(bot: Bot, figures: Figures, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("too_many_requests", "sendMessage", times=1))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(5, "Привет")

    assert (figures.sends, figures.slow_downs) == (0, 1)


async def test_only_an_answer_with_updates_tells_that_telegram_is_reached(
    bot: Bot, figures: Figures, sandbox: Sandbox, seconds: Seconds
) -> None:
    seconds.now = 30
    sandbox.faults.add(Fault("server_error", "getUpdates", times=1))
    with pytest.raises(TelegramServerError):
        await bot(GetUpdates())
    await bot.get_me()
    assert figures.reached is None

    await bot(GetUpdates())
    seconds.now = 42
    assert figures.reached == 12


async def test_a_tap_is_measured_though_its_handler_breaks_and_a_message_is_not(
    figures: Figures, seconds: Seconds
) -> None:
    async def handle(update: Update) -> None:
        seconds.now += 2
        if update is TAP:
            raise ZeroDivisionError

    meter = TapMeter(handle, figures)
    with pytest.raises(ZeroDivisionError):
        await meter(TAP)
    await meter(SAID)

    assert (figures.taps.count, figures.taps.total) == (1, 2)
