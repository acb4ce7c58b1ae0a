"""The journal of the bot's calls."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS


async def test_calls_are_written_down_with_their_typed_parameters(
    sandbox: Sandbox, bot: Bot
) -> None:
    await bot.send_message(ANNA, "a")
    await bot.send_document(ANNA, BufferedInputFile(b"abc", "a.txt"))
    first, second = sandbox.journal.read()
    assert (first["n"], first["method"], first["ok"]) == (1, "sendMessage", True)
    assert first["params"] == {"chat_id": ANNA, "text": "a", "parse_mode": "HTML"}
    assert first["result"]["message_id"] == 1
    assert second["params"]["document"] == {"file_name": "a.txt", "size": 3}


async def test_refusals_are_written_down(sandbox: Sandbox, bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(999, "a")
    (entry,) = sandbox.journal.read()
    assert (entry["ok"], entry["error_code"]) == (False, 400)
    assert entry["description"] == "Bad Request: chat not found"


async def test_calls_are_picked_by_chat_method_and_number(
    sandbox: Sandbox, bot: Bot, boris: Person
) -> None:
    boris.account.started = True
    await bot.send_message(ANNA, "a")
    await bot.send_message(BORIS, "b")
    await bot.send_chat_action(BORIS, "typing")
    await bot.get_updates()
    read = sandbox.journal.read
    assert [entry["n"] for entry in read(chat=str(BORIS))] == [2, 3]
    assert [entry["n"] for entry in read(method="sendmessage")] == [1, 2]
    assert [entry["n"] for entry in read(since=2)] == [3]
