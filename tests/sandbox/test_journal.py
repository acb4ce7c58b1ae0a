"""The journal of the bot's calls."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS, Ticks


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


async def test_an_edit_to_what_stands_there_and_a_second_answer_are_counted(
    sandbox: Sandbox, bot: Bot, anna: Person
) -> None:
    message = await bot.send_message(ANNA, "a")
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await message.edit_text("a")
    tap = asyncio.create_task(anna.forges("x", message.message_id))
    (update,) = await bot.get_updates(timeout=30)
    assert update.callback_query is not None
    await bot.answer_callback_query(update.callback_query.id)
    await tap
    for _ in range(2):
        with pytest.raises(TelegramBadRequest, match="query is too old"):
            await bot.answer_callback_query(update.callback_query.id)

    assert sandbox.journal.needless == {"editMessageText": 1, "answerCallbackQuery": 2}


async def test_a_late_answer_and_other_refusals_are_not_counted(
    sandbox: Sandbox, bot: Bot, anna: Person, ticks: Ticks
) -> None:
    message = await bot.send_message(ANNA, "a")
    tap = asyncio.create_task(anna.forges("x", message.message_id))
    (update,) = await bot.get_updates(timeout=30)
    assert update.callback_query is not None
    ticks.now += 3600
    for request in (
        bot.answer_callback_query(update.callback_query.id),
        bot.answer_callback_query("17"),
        bot.edit_message_text("b", chat_id=ANNA, message_id=99),
    ):
        with pytest.raises(TelegramBadRequest):
            await request
    tap.cancel()

    assert not sandbox.journal.needless
