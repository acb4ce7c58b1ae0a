"""The long poll."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError

from sandbox.errors import ApiError
from sandbox.people import Person
from sandbox.updates import Updates
from tests.sandbox.conftest import ANNA, Call, Ticks

KINDS = frozenset({"message", "poll", "chat_member", "message_reaction"})


@pytest.fixture
def updates(ticks: Ticks) -> Updates:
    return Updates(KINDS, ticks)


async def ids(updates: Updates, offset: int = 0, limit: int = 100) -> list[int]:
    return [update["update_id"] for update in await updates.poll(offset, limit, 0)]


async def test_an_unconfirmed_update_comes_again(updates: Updates) -> None:
    updates.push("message", {})
    assert await ids(updates) == [1]
    assert await ids(updates) == [1]


async def test_an_offset_confirms_what_is_before_it(updates: Updates) -> None:
    for _ in range(3):
        updates.push("message", {})
    assert await ids(updates, 3) == [3]
    assert await ids(updates) == [3]


async def test_a_negative_offset_counts_from_the_tail(updates: Updates) -> None:
    for _ in range(5):
        updates.push("message", {})
    assert await ids(updates, -2) == [4, 5]
    assert await ids(updates) == [4, 5]
    assert await ids(updates, -9) == [4, 5]


async def test_a_limit_cuts_the_batch(updates: Updates) -> None:
    for _ in range(3):
        updates.push("message", {})
    assert await ids(updates, limit=2) == [1, 2]


async def test_chat_members_and_reactions_come_on_demand_only(updates: Updates) -> None:
    updates.push("chat_member", {})
    updates.push("message_reaction", {})
    assert len(updates) == 0
    updates.allowed = ["chat_member"]
    updates.push("chat_member", {})
    updates.push("message", {})
    assert [next(iter(one.keys() - {"update_id"})) for one in updates] == ["chat_member"]


async def test_updates_are_kept_for_a_day(updates: Updates, ticks: Ticks) -> None:
    updates.push("message", {})
    ticks.now += 24 * 60 * 60 - 1
    updates.push("message", {})
    ticks.now += 1
    assert await ids(updates) == [2]


async def test_a_waiting_poll_wakes_when_something_happens(updates: Updates) -> None:
    poll = asyncio.create_task(updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    updates.push("message", {})
    assert [update["update_id"] for update in await poll] == [1]


async def test_the_older_of_two_polls_ends_with_a_conflict(updates: Updates) -> None:
    older = asyncio.create_task(updates.poll(0, 100, 50))
    await asyncio.sleep(0)
    assert await updates.poll(0, 100, 0) == []
    with pytest.raises(ApiError, match="Conflict: terminated by other getUpdates request"):
        await older


async def test_a_real_bot_gets_what_a_person_wrote(bot: Bot, anna: Person) -> None:
    await anna.says("/start invite_5")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start invite_5"
    assert update.message.entities is not None
    assert update.message.entities[0].type == "bot_command"
    assert await bot.get_updates(offset=update.update_id + 1) == []


async def test_a_second_real_poller_ends_the_first(bot: Bot, poll_waits: asyncio.Event) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await poll_waits.wait()
    await bot.get_updates()
    with pytest.raises(TelegramConflictError, match="only one bot instance is running"):
        await first


async def test_allowed_updates_persist(bot: Bot, anna: Person) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.says("a")
    assert await bot.get_updates() == []
    await bot.get_updates(allowed_updates=[])
    await anna.says("b")
    assert len(await bot.get_updates()) == 1


async def test_an_unknown_kind_of_update_is_refused(call: Call) -> None:
    answer = await call("getUpdates", allowed_updates=["telepathy"])
    assert answer["error_code"] == 400


async def test_a_blocked_bot_hears_of_it(bot: Bot, anna: Person) -> None:
    anna.blocks()
    anna.unblocks()
    blocked, unblocked = [update.my_chat_member for update in await bot.get_updates()]
    assert blocked is not None
    assert unblocked is not None
    assert (blocked.chat.id, blocked.new_chat_member.status) == (ANNA, "kicked")
    assert (unblocked.old_chat_member.status, unblocked.new_chat_member.status) == (
        "kicked",
        "member",
    )


async def test_a_poll_for_too_many_updates_is_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="limit"):
        await bot.get_updates(limit=101)
