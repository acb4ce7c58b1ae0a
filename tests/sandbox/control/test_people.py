"""The control API's half about people, as the page uses it."""

import asyncio
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BotCommand, ForceReply, InputPollOption

from sandbox.control import people
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, BORIS

API = "/sandbox/api"


async def get(http: aiohttp.ClientSession, path: str, **query: Any) -> Any:
    async with http.get(f"{API}{path}", params=query) as response:
        assert response.status == 200
        return await response.json()


async def post(http: aiohttp.ClientSession, path: str, body: Any, status: int = 200) -> Any:
    async with http.post(f"{API}{path}", json=body) as response:
        assert response.status == status
        return await response.json()


async def test_people_are_listed_with_their_last_message(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    message = await bot.send_message(ANNA, "Встреча")
    first, second = await get(http, "/people")
    assert first == {
        "id": ANNA,
        "first_name": "Анна",
        "last_name": "Смирнова",
        "username": "anna_s",
        "note": "Фонд «Радуга»",
        "roles": [],
        "invitation": None,
        "blocked": False,
        "unread": 1,
        "last": {"text": "Встреча", "date": message.date.isoformat()},
    }
    assert (second["unread"], second["last"]) == (0, None)


async def test_those_with_a_role_are_listed_first(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    sandbox.add_person(9, "Вера", roles=["секретарь"])
    sandbox.set_roles(BORIS, ["председатель", "член совета"])
    listed = [(person["id"], person["roles"]) for person in await get(http, "/people")]
    assert listed == [(BORIS, ["председатель", "член совета"]), (9, ["секретарь"]), (ANNA, [])]


async def test_an_invitation_is_told_to_the_page(
    http: aiohttp.ClientSession, sandbox: Sandbox
) -> None:
    sandbox.add_person(9, "Вера", invitation="i_abc-1")
    assert (await get(http, "/people"))[-1]["invitation"] == "i_abc-1"
    sandbox.set_invitation(9, None)
    assert (await get(http, "/people"))[-1]["invitation"] is None


def test_an_invitation_is_the_payload_of_a_deep_link(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no payload"):
        sandbox.set_invitation(ANNA, "i abc")


async def test_reading_leaves_nothing_unread(
    http: aiohttp.ClientSession, bot: Bot, anna: Person
) -> None:
    await bot.send_message(ANNA, "a")
    await post(http, "/reads", {"as": ANNA, "chat": ANNA})
    assert (await get(http, "/people"))[0]["unread"] == 0
    await bot.send_message(ANNA, "b")
    assert (await get(http, "/people"))[0]["unread"] == 1
    await anna.says("ok")
    assert (await get(http, "/people"))[0]["unread"] == 0


async def test_chats_begin_with_the_private_one(
    http: aiohttp.ClientSession, group: int, channel: int
) -> None:
    chats = await get(http, "/chats", **{"as": ANNA})
    assert [(chat["id"], chat["type"], chat["title"]) for chat in chats] == [
        (ANNA, "private", "Альянс"),
        (group, "supergroup", "Совет"),
        (channel, "channel", "Новости"),
    ]


async def test_messages_tell_whose_they_are_and_show_every_keyboard(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    await bot.send_message(ANNA, "Имя?", reply_markup=ForceReply(force_reply=True))
    written = await post(http, "/messages", {"as": ANNA, "chat": ANNA, "text": "/start x"})
    messages = await get(http, "/messages", **{"as": ANNA, "chat": ANNA})
    assert [message["mine"] for message in messages] == [False, True]
    assert messages[0]["reply_markup"] == {"force_reply": True}
    assert messages[1] == written
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start x"


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_files_go_up_and_come_down(http: aiohttp.ClientSession, kind: str) -> None:
    fields = {"as": str(ANNA), "chat": str(ANNA), "kind": kind, "caption": "Зал"}
    form = aiohttp.FormData(fields, quote_fields=False)
    form.add_field("file", PIXEL, filename="зал.png", content_type="image/png")
    async with http.post(f"{API}/files", data=form) as response:
        message = await response.json()
    assert message["caption"] == "Зал"
    file = message["photo"][-1] if kind == "photo" else message["document"]
    async with http.get(f"{API}/files/{file['file_id']}") as response:
        assert response.content_type == "image/png"
        assert response.content_disposition is not None
        assert response.content_disposition.filename == "зал.png"
        assert await response.read() == PIXEL


async def test_a_tap_gives_the_bots_answer(http: aiohttp.ClientSession, bot: Bot) -> None:
    await bot.send_message(ANNA, "a")
    body = {"as": ANNA, "chat": ANNA, "message_id": 1, "data": "go"}
    tap = asyncio.create_task(post(http, "/taps", body))
    (update,) = await bot.get_updates(timeout=30)
    assert update.callback_query is not None
    await bot.answer_callback_query(update.callback_query.id, "ok", show_alert=True)
    assert await tap == {"answer": {"text": "ok", "show_alert": True, "url": None}}


async def test_a_tap_that_nobody_answers_gives_null(
    http: aiohttp.ClientSession, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "ANSWER_SECONDS", 0)
    await bot.send_message(ANNA, "a")
    body = {"as": ANNA, "chat": ANNA, "message_id": 1, "data": "go"}
    assert await post(http, "/taps", body) == {"answer": None}


async def test_a_contact_that_is_shared_is_the_persons_own(http: aiohttp.ClientSession) -> None:
    message = await post(http, "/contacts", {"as": ANNA, "chat": ANNA})
    assert message["contact"]["user_id"] == ANNA
    assert message["mine"]


async def test_votes_and_blocks_are_passed_on(
    http: aiohttp.ClientSession, bot: Bot, anna: Person
) -> None:
    await bot.send_poll(ANNA, "q", [InputPollOption(text=text) for text in ("a", "b")])
    await post(http, "/votes", {"as": ANNA, "chat": ANNA, "message_id": 1, "option_ids": [1]})
    await post(http, "/blocks", {"as": ANNA, "blocked": True})
    assert anna.chat()[0]["poll"]["total_voter_count"] == 1
    assert (await get(http, "/people"))[0]["blocked"]
    assert [update.event_type for update in await bot.get_updates()] == ["poll", "my_chat_member"]


async def test_the_menu_is_that_of_the_persons_language(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    await bot.set_my_commands([BotCommand(command="help", description="Help")])
    await bot.set_my_commands(
        [BotCommand(command="help", description="Помощь")], language_code="ru"
    )
    menus = [await get(http, "/commands", **{"as": one}) for one in (ANNA, BORIS)]
    assert [menu[0]["description"] for menu in menus] == ["Помощь", "Help"]


async def test_the_bot_tells_about_itself(http: aiohttp.ClientSession, bot: Bot) -> None:
    await bot.set_my_description("Что умеет")
    about = await get(http, "/bot")
    assert (about["username"], about["description"]) == ("alliance_bot", "Что умеет")


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/messages", {"as": 999, "chat": ANNA, "text": "a"}, "there is no such person"),
        ("/messages", {"as": ANNA, "chat": BORIS, "text": "a"}, "is not in the chat"),
        ("/messages", {"as": ANNA, "chat": ANNA}, "text is missing"),
        ("/messages", {"as": ANNA, "chat": ANNA, "text": " "}, "an empty message"),
        ("/messages", {"as": "x", "chat": ANNA, "text": "a"}, "is no whole number"),
        ("/taps", {"as": ANNA, "chat": ANNA, "message_id": 9, "data": "x"}, "none of the bot's"),
        ("/votes", {"as": ANNA, "chat": ANNA, "message_id": 9, "option_ids": []}, "is no poll"),
        ("/files", {"as": ANNA, "chat": ANNA, "kind": "photo"}, "a file"),
    ],
)
async def test_what_is_impossible_is_refused_with_a_sentence(
    http: aiohttp.ClientSession, path: str, body: dict[str, Any], words: str
) -> None:
    assert words in (await post(http, path, body, 400))["error"]


async def test_paths_and_bodies_that_make_no_sense_are_refused(http: aiohttp.ClientSession) -> None:
    for body in (b"{", b"[]"):
        async with http.post(f"{API}/messages", data=body) as response:
            assert response.status == 400
            assert "JSON" in (await response.json())["error"]
    async with http.get(f"{API}/files/nonsense") as response:
        assert response.status == 400
    async with http.get(f"{API}/nonsense") as response:
        assert response.status == 404
