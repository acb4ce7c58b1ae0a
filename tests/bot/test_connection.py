"""What keeps Telegram from sending updates is waited for, and told in Telegram's own words."""

import asyncio
from pathlib import Path

import pytest
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SetWebhook
from aiogram.types import Update
from structlog.testing import capture_logs

from bot import connection
from bot.connection import TelegramRefused, insist
from handlers.pipeline.intake import Intake
from handlers.pipeline.telegram import bot_for
from handlers.pipeline.updates import GetUpdates, Polling
from sandbox.server import Sandbox
from tests.alliance import a_config

METHOD = SetWebhook(url="https://bot.example.org/telegram")
UNRESOLVED = "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
REFUSALS = (
    TelegramBadRequest(METHOD, UNRESOLVED),
    TelegramForbiddenError(METHOD, "Forbidden: bot was deleted"),
)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda one: type(one).__name__)
async def test_a_bot_whose_webhook_is_refused_goes_on_and_asks_until_it_is_taken(
    refusal: TelegramAPIError, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "FIRST_DELAY", 0.0)
    answers = [refusal, refusal, None]

    async def ask() -> None:
        if (answer := answers.pop(0)) is not None:
            raise answer

    with capture_logs() as logged:
        await insist(ask)

    assert not answers
    assert [line["cause"] for line in logged] == [refusal.message] * 2
    assert all("webhook.url" in line["event"] for line in logged)


async def test_a_token_that_telegram_does_not_know_is_asked_for_no_more() -> None:
    async def ask() -> None:
        raise TelegramUnauthorizedError(METHOD, "Unauthorized")

    with pytest.raises(TelegramRefused):
        await insist(ask)


async def test_a_second_bot_with_the_same_token_is_told_in_the_log_in_telegrams_words(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = "Conflict: terminated by other getUpdates request"
    asked = asyncio.Event()

    async def refuse(*_: object, **__: object) -> None:
        asked.set()
        raise TelegramConflictError(GetUpdates(), said)

    async with bot_for(a_config(tmp_path, sandbox.url)) as bot:
        monkeypatch.setattr(bot.session, "make_request", refuse)
        polling = Polling(Intake(no_handler, bot, 1.0), bot, [])
        with capture_logs() as logged:
            running = asyncio.create_task(polling.run())
            await asked.wait()
            await polling.stop()
            await running

    assert [line["cause"] for line in logged if line["event"] == "updates not fetched"] == [said]


async def no_handler(_: Update) -> None:
    """Handle nothing: no update comes."""
