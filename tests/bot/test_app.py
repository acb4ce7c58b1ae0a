import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.app import running
from bot.delivery.limiter import Limiter
from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.events.events import Events
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultKind, Mishap
from sandbox.limits import Limits
from sandbox.people import PATIENCE, Person
from sandbox.server import Sandbox
from sandbox.webhook import WebhookSettings
from storage.engine.database import open_database
from storage.engine.locks import DatabaseInUse
from storage.stores import Stores
from tests.alliance import TOKEN, UNPACED, Alliance, a_config, a_plan, running_alliance, some_rules
from tests.databases import dump_of
from tests.people import joined
from tests.processes import SECRET, a_bot, a_free_port, webhook

PEOPLE = 150
DROPS: tuple[FaultKind, ...] = ("drop_before", "drop_after") * 2
BROKEN: tuple[FaultKind, ...] = ("server_error", "bad_gateway_html") * 2
IN_FLIGHT = 29  # what the default pace keeps in flight


@pytest.fixture
async def telegram(clock: SandboxClock) -> AsyncIterator[Sandbox]:
    """Telegram with the limits that it has."""
    server = Sandbox(TOKEN, clock=clock, limits=Limits(), seed=1)
    await server.start()
    yield server
    await server.stop()


async def prepare(path: Path, clock: SandboxClock, people: int) -> EventId:
    """Write down an organiser (1) and members (2 …), and publish an event to all of them."""
    async with open_database(path / "alliance.sqlite3", clock.now()) as database:

        def write(tx: Stores) -> MemberId:
            for number in range(1, people + 1):
                roles = frozenset({Role.ORGANISER} if number == 1 else ())
                joined(tx, PersonDetails(f"Участник {number}", roles=roles), clock.now())
            return MemberId(1)

        organiser = await database.write(write)
        events = Events(database, clock, some_rules(timedelta(hours=2)))
        return await events.publish(organiser, a_plan(clock))


# --- the announcement that goes wrong in every way ----------------------------------------------


def announcements(person: Person) -> int:
    return sum("Приглашаем вас" in message.get("text", "") for message in person.chat())


def sends(telegram: Sandbox) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = telegram.journal.read(method="sendMessage")
    return calls


async def until_sent(telegram: Sandbox, count: int) -> None:
    """Wait until so many messages stand in the chats."""
    people = [telegram.person(number) for number in telegram.world.accounts]
    changes = telegram.world.changes.listen()
    async with asyncio.timeout(PATIENCE):
        while sum(map(announcements, people)) < count:
            await changes.next(PATIENCE)
    telegram.world.changes.forget(changes)


def report(text: str) -> dict[str, int]:
    """Return the figures of a report by the first word of their line."""
    lines = [line for line in text.splitlines() if ": " in line]
    figures = {}
    for line in lines:
        name, _, value = line.rpartition(": ")
        if value.split()[0].isdigit():
            figures[name.split()[0]] = int(value.split()[0])
    return figures


@pytest.mark.waits
async def test_an_announcement_reaches_everybody_through_faults_and_a_kill(
    telegram: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    people = [
        telegram.add_person(number, f"Участник {number}", started=True)
        for number in range(1, PEOPLE + 1)
    ]
    blocked, gone = people[10:14], people[20:22]
    for person in blocked:
        person.blocks()
    for person in gone:
        person.deactivates()
    await prepare(tmp_path, clock, PEOPLE)
    lost = [people[30], people[31], people[100], people[101]]
    for person, kind in zip(lost, DROPS, strict=True):
        telegram.faults.add(Fault(kind, "sendMessage", chat=person.id, times=1))
    for person, kind in zip(people[32:36], BROKEN, strict=True):
        telegram.faults.add(Fault(kind, "sendMessage", chat=person.id, times=1))
    telegram.faults.add(Fault("too_many_requests", "sendMessage", people[40].id, 1, retry_after=1))
    telegram.faults.add(Fault("latency", "sendMessage", seconds=0.2, jitter=0.2))

    async with a_bot(tmp_path, telegram.url):
        await until_sent(telegram, 70)
    at_kill = in_flight(tmp_path)
    async with running(a_config(tmp_path, telegram.url), clock):
        seen = await people[0].sees("Приглашения разосланы", timeout=300)

    reached = [person for person in people if person not in blocked + gone]
    counts = Counter(announcements(person) for person in reached)
    assert 0 not in counts, "somebody was missed"
    twice = sum(count - 1 for count in map(announcements, reached))
    assert 2 <= twice <= at_kill + 2, "the two dropped answers, and what was in flight"
    assert max(counts) == 2
    figures = report(seen["text"])
    assert figures["Доставлено"] == len(reached)
    assert figures["Заблокировали"] == len(blocked + gone)
    doubted = figures["Возможно,"]
    assert twice <= doubted <= at_kill + 6  # drops before and after, and two bad gateways
    assert at_kill <= IN_FLIGHT
    refused = [call for call in sends(telegram) if call.get("error_code") == 429]
    assert [call["params"]["chat_id"] for call in refused] in (
        [people[40].id],
        [str(people[40].id)],
    )


async def test_a_start_after_a_kill_reckons_with_what_was_just_sent(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reckoned: list[int] = []
    monkeypatch.setattr(Limiter, "take_over", lambda _, sent: reckoned.append(sent))
    await prepare(tmp_path, clock, 5)
    async with open_database(tmp_path / "alliance.sqlite3", clock.now()) as database:
        rules = some_rules(timedelta(hours=2))
        deliveries = Deliveries(
            database, clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        claimed = [one.claimed for one in await deliveries.claim(4)]
        await deliveries.note_sent(claimed[0], MessageRef(1, 1))
        clock.advance(timedelta(seconds=5))
        await deliveries.note_sent(claimed[1], MessageRef(2, 1))

    async with running(a_config(tmp_path, sandbox.url), clock) as app:
        await app.services.deliveries.recover()
    clock.advance(timedelta(seconds=5))
    async with running(a_config(tmp_path, sandbox.url), clock):
        pass

    assert reckoned == [3], "two in flight, one sent within the second; nothing later"


def in_flight(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "alliance.sqlite3")) as db:
        row = db.execute(
            "SELECT count(*) FROM notices WHERE state = 'sending' AND edits_message IS NULL"
        )
        return int(row.fetchone()[0])


# --- one bot a database -------------------------------------------------------------------------


async def test_a_second_bot_on_the_same_database_is_refused(alliance: Alliance) -> None:
    with pytest.raises(DatabaseInUse, match="database-in-use"):
        await alliance.stack.enter_async_context(running(alliance.config, alliance.clock))

    boris = await alliance.has(2, "Борис")
    await boris.says("/help")
    await boris.sees("Вот что умеет бот")


# --- the stop -----------------------------------------------------------------------------------


def calls_of(telegram: Sandbox, method: str, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Return an event that is set as soon as the bot calls the method, before it is answered."""
    called = asyncio.Event()
    strike = telegram.faults.strike

    def watched(name: str, chat: str) -> Mishap:
        if name == method:
            called.set()
        return strike(name, chat)

    monkeypatch.setattr(telegram.faults, "strike", watched)
    return called


@pytest.mark.parametrize(
    ("mode", "slow"), [("polling", "answerCallbackQuery"), ("webhook", "editMessageText")]
)
async def test_a_stop_in_the_middle_of_a_handler_lets_it_finish(
    telegram: Sandbox,
    clock: SandboxClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    slow: str,
) -> None:
    await prepare(tmp_path, clock, 2)
    boris = telegram.add_person(2, "Борис", started=True)
    telegram.add_person(1, "Анна", started=True)
    settings = webhook(a_free_port()) if mode == "webhook" else {}

    async with a_bot(tmp_path, telegram.url, **settings) as bot:
        await bot.says("listening")
        await boris.sees("Приглашаем вас")
        telegram.faults.add(Fault("latency", slow, seconds=1.0))
        called = calls_of(telegram, slow, monkeypatch)
        tap = asyncio.create_task(boris.taps("Все события"))
        async with asyncio.timeout(PATIENCE):
            await called.wait()
        bot.terminate()
        await tap
        assert await bot.ends() == 0, bot.log
    assert any("Впереди" in message["text"] for message in boris.chat()), bot.log

    telegram.faults.clear()
    async with running(a_config(tmp_path, telegram.url, **settings), clock):
        await boris.says("/help")
        await boris.sees("Вот что умеет бот")
    assert len(telegram.journal.read(method="answerCallbackQuery")) == 1, "handled once"


# --- both modes ---------------------------------------------------------------------------------


@pytest.fixture
async def a_running_alliance(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> AsyncIterator[Callable[[dict[str, str]], Awaitable[Alliance]]]:
    async with AsyncExitStack() as stack:

        async def start(settings: dict[str, str]) -> Alliance:
            started = running_alliance(sandbox, clock, tmp_path, UNPACED | settings)
            return await stack.enter_async_context(started)

        yield start


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_the_same_story_runs_in_both_modes(
    a_running_alliance: Callable[[dict[str, str]], Awaitable[Alliance]], mode: str
) -> None:
    alliance = await a_running_alliance(webhook(a_free_port()) if mode == "webhook" else {})
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")

    await alliance.announces(1, after=timedelta(days=3))
    await boris.sees("Приглашаем вас")
    assert (await boris.taps("Иду")).text == "Записали: вы идёте. До встречи!"
    await boris.sees("Вы идёте")
    await anna.says("/manage")
    await anna.sees("Впереди")
    await anna.taps("Встреча")
    await anna.sees("Идут: 1")
    await alliance.goes_on(timedelta(days=2, minutes=1))
    await boris.sees("🔔")

    info = alliance.sandbox.world.webhook.settings
    assert (info is not None) == (mode == "webhook")


async def test_a_webhook_call_without_the_secret_is_refused_and_changes_nothing(
    a_running_alliance: Callable[[dict[str, str]], Awaitable[Alliance]],
) -> None:
    settings = webhook(a_free_port())
    alliance = await a_running_alliance(settings)
    boris = await alliance.has(2, "Борис")
    await alliance.has(1, "Анна", Role.ORGANISER)
    event = await alliance.announces(1)
    card = await boris.sees("Приглашаем вас")
    await alliance.stands_still()
    update = {
        "update_id": 10_000,
        "callback_query": {
            "id": "1",
            "from": {"id": 2, "is_bot": False, "first_name": "Борис"},
            "chat_instance": "1",
            "message": card,
            "data": f"rsvp:{event}:going",
        },
    }
    before = dump_of(alliance.config.storage.path)

    header = "X-Telegram-Bot-Api-Secret-Token"
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {header: "wrong"}, {header: ""}, {header: SECRET + "x"}, {header: "ё"}):
            answer = await session.post(settings["WEBHOOK__URL"], json=update, headers=headers)
            assert answer.status == 401, headers
        assert dump_of(alliance.config.storage.path) == before
        headers = {header: SECRET}
        answer = await session.post(settings["WEBHOOK__URL"], json=update, headers=headers)
        assert answer.status == 200
    assert dump_of(alliance.config.storage.path) != before


async def test_polling_takes_away_a_webhook_that_was_set(
    a_running_alliance: Callable[[dict[str, str]], Awaitable[Alliance]], sandbox: Sandbox
) -> None:
    sandbox.world.webhook.set(WebhookSettings(f"http://127.0.0.1:{a_free_port()}/"))
    alliance = await a_running_alliance({})

    boris = await alliance.has(2, "Борис")
    await boris.says("/help")
    await boris.sees("Вот что умеет бот")


async def test_updates_from_before_the_start_are_handled(
    a_running_alliance: Callable[[dict[str, str]], Awaitable[Alliance]], sandbox: Sandbox
) -> None:
    stranger = sandbox.add_person(7, "Чужой")
    await stranger.says("/start")

    await a_running_alliance({})

    await stranger.sees("Здравствуйте")


async def test_a_start_plans_the_reminders_by_the_configuration_now_in_force(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    event = await prepare(tmp_path, clock, people=1)
    leads = {"REMINDERS__EVENT_LEADS": '["5h"]', "EVENTS__QUESTION_LEAD": "31h"}

    async with running(a_config(tmp_path, sandbox.url, **leads), clock) as app:
        planned = await app.database.read(lambda tx: tx.dues.upcoming(EventDue.REMINDERS, 100))

    of_event = {reminder.lead for reminder in planned if reminder.subject == event}
    assert {timedelta(hours=5), timedelta(hours=31)} <= of_event
