"""Answers to callback queries and inline queries."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineQuery, InlineQueryResultArticle, InputTextMessageContent, Update

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA, Call, Ticks

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def tapped(bot: Bot, anna: Person) -> tuple["asyncio.Task[Any]", str]:
    """Have Anna tap something; gives her wait and the query's id."""
    message = await bot.send_message(ANNA, "a")
    tap = asyncio.create_task(anna.forges("data", message.message_id))
    (update,) = await bot.get_updates(offset=-1, timeout=30)
    assert update.callback_query is not None
    return tap, update.callback_query.id


async def test_a_query_carries_the_message_and_its_data(bot: Bot, anna: Person) -> None:
    message = await bot.send_message(ANNA, "a")
    tap = asyncio.create_task(anna.forges("x:1", message.message_id))
    (update,) = await bot.get_updates(timeout=30)
    query = update.callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.from_user.id, query.message.message_id) == ("x:1", ANNA, 1)
    await query.as_(bot).answer("ok")
    assert (await tap).text == "ok"


async def test_a_query_is_answered_once(bot: Bot, anna: Person) -> None:
    tap, query_id = await tapped(bot, anna)
    await bot.answer_callback_query(query_id)
    assert not (await tap).show_alert
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query(query_id)


async def test_a_query_expires(bot: Bot, anna: Person, ticks: Ticks) -> None:
    tap, query_id = await tapped(bot, anna)
    ticks.now += 60
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query(query_id)
    tap.cancel()


async def test_an_answer_leads_nowhere_but_to_the_bot(bot: Bot, anna: Person) -> None:
    tap, query_id = await tapped(bot, anna)
    with pytest.raises(TelegramBadRequest, match="URL_INVALID"):
        await bot.answer_callback_query(query_id, url="https://example.org")
    url = "https://t.me/alliance_bot?start=x"
    await bot.answer_callback_query(query_id, url=url)
    assert (await tap).url == url


def article(number: int, **fields: Any) -> dict[str, Any]:
    content = {"message_text": "a"}
    return {
        "type": "article",
        "id": str(number),
        "title": "t",
        "input_message_content": content,
        **fields,
    }


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([article(number) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article(1), article(1)], "RESULT_ID_DUPLICATE"),
        ([article(1)], TOO_OLD),
        ([{"type": "photo", "id": "1", "photo_file_id": "x"}], "does not play inline results"),
    ],
)
async def test_inline_answers_are_checked(
    call: Call, results: list[dict[str, Any]], words: str
) -> None:
    answer = await call("answerInlineQuery", inline_query_id="1", results=results)
    assert words in answer["description"]


async def test_an_inline_query_tells_its_words_and_chat(bot: Bot, anna: Person) -> None:
    waiting = asyncio.create_task(anna.queries("погода"))
    updates: list[Update] = await bot.get_updates(timeout=30)
    query = updates[0].inline_query
    assert query is not None
    assert (query.query, query.chat_type) == ("погода", "sender")
    await bot.answer_inline_query(query.id, [])
    assert await waiting == []


async def asked(bot: Bot) -> InlineQuery:
    """Return the inline query that has come, and take no more notice of its update."""
    (update,) = await bot.get_updates(timeout=30)
    assert update.inline_query is not None
    await bot.get_updates(offset=update.update_id + 1, timeout=0)
    return update.inline_query


@pytest.mark.parametrize("personal", [True, False])
async def test_an_answer_is_shown_again_until_its_time_is_over(
    bot: Bot, sandbox: Sandbox, anna: Person, boris: Person, *, personal: bool
) -> None:
    content = InputTextMessageContent(message_text="a")
    result = InlineQueryResultArticle(id="1", title="Дождь", input_message_content=content)
    waiting = asyncio.create_task(anna.queries("погода"))
    query = await asked(bot)
    await bot.answer_inline_query(query.id, [result], cache_time=30, is_personal=personal)
    shown = await waiting
    assert [one["title"] for one in shown] == ["Дождь"]
    assert await anna.queries("погода") == shown

    other = asyncio.create_task(boris.queries("погода"))
    if personal:
        await bot.answer_inline_query((await asked(bot)).id, [], is_personal=True)
    assert await other == ([] if personal else shown)

    sandbox.world.clock.advance(timedelta(seconds=30))
    again = asyncio.create_task(anna.queries("погода"))
    await bot.answer_inline_query((await asked(bot)).id, [])
    assert await again == []
