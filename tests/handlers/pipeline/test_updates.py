"""Each update that comes is handled once, and holds up no other."""

import asyncio
import json
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import Update
from structlog.testing import capture_logs

from bot.app import running
from bot.domain.events.cards import EventCard
from bot.domain.people.members import Role
from bot.services.events.rsvps import Rsvps
from handlers.events.callbacks.boards import GuestLinkButton
from handlers.pipeline.intake import Intake
from handlers.pipeline.updates import BATCH, GetUpdates, Polling
from sandbox.clock import SandboxClock
from sandbox.faults import Fault
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.alliance import Alliance, a_config
from tests.databases import query
from tests.processes import SECRET, a_free_port, webhook

WORDS = "Совершенно личное"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
NO_UPDATES = [
    *(b"", b"{", b"[]", b"7", b'"a"', b"\xff", b"[" * 100_000),
    *(b"{}", b'{"update_id": "x"}', b'{"update_id": true}', b'{"update_id": 9223372036854775808}'),
]

Start = Callable[[dict[str, str]], Awaitable[Alliance]]


@pytest.fixture
async def start(sandbox: Sandbox, clock: SandboxClock, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts the bot with these settings."""
    async with AsyncExitStack() as stack:

        async def begin(settings: dict[str, str]) -> Alliance:
            config = a_config(tmp_path, sandbox.url, **settings)
            app = await stack.enter_async_context(running(config, clock))
            return Alliance(sandbox, clock, config, app, stack)

        yield begin


def settings_of(mode: str) -> dict[str, str]:
    return webhook(a_free_port()) if mode == "webhook" else {}


def from_the_future(person: Person) -> dict[str, Any]:
    """Return a message that was forwarded from where this release knows nobody to be."""
    return {
        "message_id": 900,
        "date": 1,
        "chat": {"id": person.id, "type": "private"},
        "from": {"id": person.id, "is_bot": False, "first_name": WORDS},
        "forward_origin": {"type": "planet", "date": 1},
        "text": WORDS,
    }


async def called(alliance: Alliance, body: bytes) -> int:
    """Call the bot as Telegram does; return the status of its answer."""
    url = alliance.config.webhook.url or ""
    async with aiohttp.ClientSession() as session:
        return (await session.post(url, data=body, headers=HEADERS)).status


async def stops(alliance: Alliance) -> list[int]:
    """Stop the bot; return the updates that Telegram still has for it."""
    await alliance.stack.aclose()
    return [one["update_id"] for one in alliance.sandbox.world.updates]


# --- what cannot be read ------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_an_update_that_cannot_be_read_is_logged_and_those_behind_it_are_served(
    start: Start, mode: str
) -> None:
    alliance = await start(settings_of(mode))
    boris = await alliance.has(2, "Борис")

    with capture_logs() as logged:
        alliance.sandbox.world.updates.push("message", from_the_future(boris))
        await boris.says("/help")
        await boris.sees("Вот что умеет бот")
        await stops(alliance)

    assert alliance.sandbox.world.webhook.last_error is None
    (entry,) = [one for one in logged if one["event"] == "update not understood"]
    assert (entry["update_id"], entry["kind"], entry["log_level"]) == (1, "message", "error")
    assert WORDS not in str(logged)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_an_update_of_a_kind_that_is_not_known_leaves_nothing_of_it_in_the_logs(
    start: Start, mode: str
) -> None:
    alliance = await start(settings_of(mode))
    boris = await alliance.has(2, "Борис")
    updates = alliance.sandbox.world.updates

    with capture_logs() as logged, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        updates.allowed = [*updates.kinds, "dream"]
        updates.push("dream", {"text": WORDS})
        await boris.says("/help")
        await boris.sees("Вот что умеет бот")
        await stops(alliance)

    assert alliance.sandbox.world.webhook.last_error is None
    (entry,) = [one for one in logged if one["event"] == "update not understood"]
    assert (entry["update_id"], entry["kind"]) == (1, "dream")
    assert WORDS not in str(logged) + str([one.message for one in warned])


async def test_a_call_that_brings_no_update_is_logged_and_not_asked_for_again(start: Start) -> None:
    alliance = await start(webhook(a_free_port()))
    boris = await alliance.has(2, "Борис")
    await boris.says("/help")
    await boris.sees("Вот что умеет бот")

    with capture_logs() as logged:
        statuses = [await called(alliance, body) for body in NO_UPDATES]

    assert statuses == [200] * len(NO_UPDATES)
    told = [one["event"] for one in logged if one["log_level"] != "info"]
    assert told == ["a call brought no update"] * len(NO_UPDATES)


# --- together -----------------------------------------------------------------------------------


class Line:
    """A line to Telegram that brings updates as often as it is asked, and an end to their work."""

    def __init__(self, *batches: int) -> None:
        self.asked, self._next = 0, 1
        self._batches = list(batches)
        self.session = SimpleNamespace(timeout=1)
        self.done = asyncio.Event()

    async def __call__(self, _: GetUpdates, **__: object) -> list[dict[str, Any]]:
        if not self._batches:
            await asyncio.Event().wait()
        self.asked += 1
        first, self._next = self._next, self._next + self._batches.pop(0)
        return [an_update(number) for number in range(first, self._next)]

    async def handle(self, _: Update) -> None:
        await self.done.wait()


def an_update(number: int) -> dict[str, Any]:
    chat = {"id": number, "type": "private"}
    return {"update_id": number, "message": {"message_id": 1, "date": 1, "chat": chat}}


@pytest.mark.parametrize(("batch", "asked"), [(BATCH // 2 + 1, 1), (BATCH // 2, 2)])
async def test_telegram_is_asked_for_no_more_while_a_crowd_is_in_work(
    monkeypatch: pytest.MonkeyPatch, batch: int, asked: int
) -> None:
    """They share a commit; of few in work it is asked soon whether there are more."""
    monkeypatch.setattr("handlers.pipeline.updates.PAUSE", 0)
    monkeypatch.setattr("handlers.pipeline.updates.CROWDED_PAUSE", 60)
    line = Line(batch, 1)
    bot = cast("Bot", line)
    polling = Polling(Intake(line.handle, bot, longest=1), bot, ["message"])
    running = asyncio.create_task(polling.run())
    await some_turns()
    assert line.asked == asked

    line.done.set()
    await some_turns()
    assert line.asked == 2
    running.cancel()


async def some_turns() -> None:
    """Let the loop do what is ready, and what that makes ready."""
    for _ in range(50):
        await asyncio.sleep(0)


# --- once ---------------------------------------------------------------------------------------


async def renewals(alliance: Alliance) -> int:
    sql = "SELECT count(*) FROM audit WHERE act = 'event.guest_link_renew'"
    ((count,),) = await query(alliance.database, sql)
    return int(count)


async def a_tap(alliance: Alliance, update_id: int) -> dict[str, Any]:
    """Return a tap that gives the link for guests of a new event another code, each time."""
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    event = await alliance.announces(1)
    card = await anna.sees("Приглашаем вас")
    query = {
        "id": "1",
        "from": {"id": 1, "is_bot": False, "first_name": "Анна"},
        "chat_instance": "1",
        "message": card,
        "data": GuestLinkButton(event_id=event, act="renew").pack(),
    }
    return {"update_id": update_id, "callback_query": query}


async def test_an_update_that_a_webhook_brings_twice_is_handled_once(start: Start) -> None:
    alliance = await start(webhook(a_free_port()))
    tap = json.dumps(await a_tap(alliance, 5000)).encode()

    await asyncio.gather(called(alliance, tap), called(alliance, tap))
    await called(alliance, tap)

    assert await renewals(alliance) == 1


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_what_was_done_before_a_crash_is_not_done_again_and_the_person_is_told(
    start: Start, mode: str
) -> None:
    alliance = await start(settings_of(mode))
    tap = await a_tap(alliance, 1)
    (anna,) = [alliance.sandbox.person(1)]
    await anna.forges(tap["callback_query"]["data"], tap["callback_query"]["message"]["message_id"])
    assert await renewals(alliance) == 1
    last = alliance.sandbox.world.updates._last_id

    await stops(alliance)
    alliance.sandbox.world.updates._last_id = last - 1  # it was never confirmed
    again = asyncio.create_task(
        anna.forges(tap["callback_query"]["data"], tap["callback_query"]["message"]["message_id"])
    )
    await alliance.restarts()

    answer = await again
    assert answer.text
    assert "перезапускался" in answer.text
    assert await renewals(alliance) == 1


async def test_what_was_typed_before_a_crash_does_not_answer_the_next_question_too(
    start: Start,
) -> None:
    alliance = await start({})
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    await anna.says("/manage")
    await anna.sees("Впереди")
    await anna.taps("Создать событие")
    await anna.sees("Как оно называется?")
    await anna.says("Встреча")
    await anna.sees("О чём событие?")
    await stops(alliance)
    alliance.sandbox.world.updates._last_id -= 1  # it was never confirmed
    await anna.says("Встреча")
    await alliance.restarts()

    await anna.sees("Бот перезапускался")
    drafted = str(await query(alliance.database, "SELECT data FROM drafts"))
    assert '"title": "Встреча", "description": null' in drafted


async def test_an_answer_that_was_taken_back_before_a_crash_is_not_given_again(
    start: Start,
) -> None:
    alliance = await start({})
    await alliance.has(1, "Анна", Role.ORGANISER)
    boris = alliance.sandbox.add_person(2, "Борис", started=True)
    member = await alliance.knows(2, "Борис")
    await alliance.services.members.choose_language(member, "en")
    event = await alliance.announces(1)
    card = await boris.sees("You are invited")
    going = f"rsvp:{event}:going"
    await boris.forges(going, card["message_id"])
    await alliance.services.rsvps.withdraw(member, event)
    updates = alliance.sandbox.world.updates
    await stops(alliance)
    updates._last_id -= 1  # it was never confirmed
    again = asyncio.create_task(boris.forges(going, card["message_id"]))
    await alliance.restarts()

    assert "was restarted" in ((await again).text or ""), "in the person's own language"
    assert await alliance.database.read(lambda tx: tx.rsvps.answered(event)) == []


# --- what is confirmed --------------------------------------------------------------------------


async def test_an_update_in_work_stays_unconfirmed_and_those_behind_it_are_served(
    start: Start,
) -> None:
    alliance = await start({})
    boris, vera = await alliance.has(2, "Борис"), await alliance.has(3, "Вера")
    pending = alliance.sandbox.world.updates
    alliance.sandbox.faults.add(Fault("latency", "sendMessage", chat=2, seconds=1.0, times=1))

    await boris.says("/help")
    await vera.says("/help")
    await vera.sees("Вот что умеет бот")
    assert [one["update_id"] for one in pending] == [1, 2]

    await boris.sees("Вот что умеет бот")
    assert await stops(alliance) == []
    assert sum("Вот что умеет бот" in one.get("text", "") for one in boris.chat()) == 1


class Hall:
    """Keeps anyone who asks for the list of events waiting."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.open = asyncio.Event()
        self.waiting = asyncio.Event()
        upcoming = Rsvps.upcoming

        async def waits(*said: Any, **more: Any) -> list[EventCard]:
            self.waiting.set()
            await self.open.wait()
            return await upcoming(*said, **more)

        patch.setattr(Rsvps, "upcoming", waits)


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hall]:
    made = Hall(monkeypatch)
    yield made
    made.open.set()  # no bot waits at its stop


async def test_a_call_that_comes_again_while_its_update_is_in_work_is_answered_with_it(
    start: Start, hall: Hall
) -> None:
    alliance = await start(webhook(a_free_port()))
    boris = await alliance.has(2, "Борис")
    await boris.says("/events")
    await hall.waiting.wait()
    (update,) = alliance.sandbox.world.updates

    again = asyncio.create_task(called(alliance, json.dumps(update).encode()))
    strange = await called(alliance, b"[]")  # a whole call later it still waits
    assert not again.done()
    hall.open.set()

    assert [strange, await again] == [200, 200]
    assert sum("Пока событий нет" in one.get("text", "") for one in boris.chat()) == 1


async def test_a_call_whose_update_takes_long_is_answered_before_it_is_done(
    start: Start, hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.pipeline.webhooks.LONGEST_HOLD", 1000.0)
    alliance = await start(webhook(a_free_port()))
    boris = await alliance.has(2, "Борис")

    with capture_logs() as logged:
        await boris.says("/events")
        await hall.waiting.wait()
        (update,) = alliance.sandbox.world.updates
        monkeypatch.setattr("handlers.pipeline.webhooks.LONGEST_HOLD", 0.01)
        assert await called(alliance, json.dumps(update).encode()) == 200
    hall.open.set()

    await boris.sees("Пока событий нет")
    taken = [one["update_id"] for one in logged if one["event"] == "update takes long, confirmed"]
    assert set(taken) == {update["update_id"]}


async def test_those_behind_a_hundred_that_are_done_are_seen_though_the_oldest_is_not(
    start: Start, hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.pipeline.intake.LONGEST_HOLD", 1000.0)
    monkeypatch.setattr("handlers.pipeline.intake.CROWDED_HOLD", 0.0)
    alliance = await start({})
    boris, vera = await alliance.has(2, "Борис"), await alliance.has(3, "Вера")
    await boris.says("/events")
    await hall.waiting.wait()
    for _ in range(BATCH):
        alliance.sandbox.world.updates.push("message", {})  # not understood: done at once

    await vera.says("/help")
    await vera.sees("Вот что умеет бот")
    hall.open.set()
    await boris.sees("Пока событий нет")
