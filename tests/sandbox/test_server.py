"""The transport: tokens, methods, ways to send parameters, files, stopping."""

import asyncio
import json

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendDice
from aiogram.types import BufferedInputFile

from sandbox import bodies
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, Call


async def test_a_real_bot_learns_who_it_is(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (42, "alliance_bot", True)


async def test_a_wrong_token_is_answered_with_401(http: aiohttp.ClientSession) -> None:
    async with http.get("/bot42:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


async def test_a_wrong_token_opens_no_file(http: aiohttp.ClientSession) -> None:
    async with http.get("/file/bot42:wrong/photos/file_1.png") as response:
        assert response.status == 401


async def test_an_unknown_method_is_answered_with_404(call: Call) -> None:
    answer = await call("sendTelepathy")
    assert (answer["error_code"], answer["description"]) == (404, "Not Found: method not found")


async def test_a_method_that_is_not_played_says_so(bot: Bot) -> None:
    with pytest.raises(TelegramServerError, match="does not play sendDice"):
        await bot(SendDice(chat_id=ANNA))


async def test_method_names_are_read_without_regard_to_case(call: Call) -> None:
    assert (await call("GETME"))["ok"]


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
async def test_parameters_come_in_any_of_four_ways(
    http: aiohttp.ClientSession, sandbox: Sandbox, anna: Person, how: str
) -> None:
    keyboard = json.dumps({"remove_keyboard": True})
    params = {"chat_id": str(ANNA), "text": "Ёж + 1 & 100 %", "reply_markup": keyboard}
    url = f"/bot{sandbox.token}/sendMessage"
    if how == "query":
        request = http.get(url, params=params)
    elif how == "form":
        request = http.post(url, data=params)
    elif how == "json":
        request = http.post(url, json=params)
    else:
        request = http.post(url, data=aiohttp.FormData(params, default_to_multipart=True))
    async with request as response:
        assert (await response.json())["result"]["text"] == "Ёж + 1 & 100 %"
    assert anna.chat()[0]["reply_markup"] == {"remove_keyboard": True}


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_broken_json_body_is_refused(
    http: aiohttp.ClientSession, sandbox: Sandbox, body: bytes
) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"/bot{sandbox.token}/getMe", data=body, headers=headers) as response:
        assert response.status == 400


async def test_text_that_is_no_utf8_is_refused(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    url = f"/bot{sandbox.token}/sendMessage"
    async with http.post(url, data=b"chat_id=7&text=%FF", headers=headers) as response:
        answer = await response.json()
    assert answer["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_an_upload_above_the_limit_is_answered_with_413(
    http: aiohttp.ClientSession, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "UPLOAD_LIMIT", 10)
    form = aiohttp.FormData({"chat_id": str(ANNA)})
    form.add_field("document", b"x" * 11, filename="x.txt")
    async with http.post(f"/bot{sandbox.token}/sendDocument", data=form) as response:
        assert response.status == 413
        assert (await response.json())["description"] == "Request Entity Too Large"


async def test_a_file_goes_up_and_comes_down(bot: Bot) -> None:
    document = BufferedInputFile(b"minutes", "minutes.txt")
    message = await bot.send_document(ANNA, document)
    assert message.document is not None
    assert message.document.file_name == "minutes.txt"
    data = await bot.download(message.document)
    assert data is not None
    assert data.read() == b"minutes"


async def test_a_stopped_sandbox_goes_on_with_its_world(
    sandbox: Sandbox, bot: Bot, anna: Person
) -> None:
    await bot.send_message(ANNA, "before")
    port = int(sandbox.url.rpartition(":")[2])
    await sandbox.stop()
    await sandbox.start(port=port)
    await bot.send_message(ANNA, "after")
    assert [message["text"] for message in anna.chat()] == ["before", "after"]


async def test_stopping_releases_a_waiting_poll(
    sandbox: Sandbox, bot: Bot, poll_waits: asyncio.Event
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await poll_waits.wait()
    await sandbox.stop()
    assert await poll == []


async def test_the_page_is_served_at_the_root(http: aiohttp.ClientSession) -> None:
    async with http.get("/") as response:
        assert response.content_type == "text/html"
    async with http.get("/app.js") as response:
        assert response.status == 200
