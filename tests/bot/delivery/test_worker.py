import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.delivery import worker as worker_module
from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.delivery.turns import TurnedAway
from bot.delivery.worker import Worker
from bot.domain.events.events import EventId
from bot.domain.events.notices import EventAnnounced
from bot.domain.letters import Letter, LetterContent
from bot.domain.notices import Claimed, MessageRef, Notice
from bot.domain.people.members import MemberId, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.priorities import Priority
from bot.features import NOTICES
from bot.ports import (
    AnswerLost,
    ChatUnreachable,
    Interrupted,
    LetterRejected,
    SlowDown,
    StorageUnavailable,
    Undelivered,
)
from bot.services.deliveries import Deliveries
from bot.services.notices import Asked, NoticeRules
from sandbox.people import PATIENCE
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan, some_rules
from tests.clocks import FixedClock
from tests.databases import execute, query

MAX_ATTEMPTS = 3


class Post:
    """A sender whose mishaps are told beforehand, one chat at a time, and which can be held up."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.mishaps: dict[int, list[Exception]] = {}
        self.open = asyncio.Event()
        self.open.set()
        self.most_at_once = 0
        self._at_once = 0
        self._changed = asyncio.Condition()

    async def send(self, letter: Letter) -> MessageRef | None:
        self.letters.append(letter)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        async with self._changed:
            self._changed.notify_all()
        try:
            await self.open.wait()
            if mishaps := self.mishaps.get(letter.chat):
                raise mishaps.pop(0)
            return MessageRef(letter.chat, len(self.letters))
        finally:
            self._at_once -= 1

    async def has(self, count: int) -> None:
        async with self._changed, asyncio.timeout(PATIENCE):
            await self._changed.wait_for(lambda: len(self.letters) >= count)

    @property
    def chats(self) -> list[int]:
        return [letter.chat for letter in self.letters]


class Dispatch:
    """An outbox, a worker on it, and a post."""

    def __init__(self, database: Database, clock: FixedClock) -> None:
        self.database = database
        self.clock = clock
        self.post = Post()
        self.deliveries = Deliveries(
            database, clock, some_rules(), notices=NOTICES, max_attempts=MAX_ATTEMPTS, language="ru"
        )
        self.worker = Worker(self.deliveries, self.post, in_flight=5)
        database.on_notices(self.worker.wake)

    async def has_people(self, count: int) -> None:
        def write(tx: Stores) -> None:
            for number in range(1, count + 1):
                member = tx.members.add(PersonDetails(f"Участник {number}"), None)
                tx.members.bind(member, TelegramId(1000 + number), self.clock.now())
            tx.events.add(a_plan(self.clock), MemberId(1), self.clock.now())

        await self.database.write(write)

    async def announces(self, *members: int, key: str = "news") -> None:
        now = self.clock.now()
        notices = [
            Notice(
                f"{key}:{member}",
                MemberId(member),
                EventAnnounced(EventId(1)),
                Priority.BROADCAST,
                now,
            )
            for member in members
        ]
        await self.database.write(lambda tx: tx.outbox.add(notices, now))

    async def rows(self) -> dict[str, tuple[str, int, int, str | None]]:
        sql = "SELECT key, state, attempts, doubtful, error FROM notices"
        return {key: tuple(row) for key, *row in await query(self.database, sql)}

    async def until(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until the rows are as they should be: each look waits for the database."""
        async with asyncio.timeout(PATIENCE):
            rows = await self.rows()
            while not condition(rows):
                rows = await self.rows()
        return rows

    async def goes_on(self, step: timedelta) -> None:
        self.clock.time += step
        self.worker.wake()

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        running = asyncio.create_task(self.worker.run())
        try:
            yield
        finally:
            self.post.open.set()
            await self.worker.drain()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def dispatch(database: Database) -> Dispatch:
    made = Dispatch(database, FixedClock(datetime.now(UTC)))
    await made.has_people(30)
    return made


def in_state(state: str, count: int = 1) -> Callable[[dict[str, Any]], bool]:
    return lambda rows: sum(row[0] == state for row in rows.values()) == count


def tried(times: int) -> Callable[[dict[str, Any]], bool]:
    return lambda rows: rows["news:1"][:2] == ("retry", times)


async def test_what_is_enqueued_is_sent_and_marked(dispatch: Dispatch) -> None:
    async with dispatch.at_work():
        await dispatch.announces(1, 2, 3)
        rows = await dispatch.until(in_state("sent", 3))

    assert sorted(dispatch.post.chats) == [1001, 1002, 1003]
    assert set(rows.values()) == {("sent", 1, 0, None)}


async def test_several_are_in_flight_and_never_more_than_allowed(dispatch: Dispatch) -> None:
    dispatch.post.open.clear()
    async with dispatch.at_work():
        await dispatch.announces(*range(1, 31))
        await dispatch.post.has(5)
        assert in_state("sending", 5)(await dispatch.rows())  # what a crash would put in doubt
        dispatch.post.open.set()
        await dispatch.until(in_state("sent", 30))

    assert dispatch.post.most_at_once == 5
    assert len(dispatch.post.letters) == 30


class PacedPost(Post):
    """A sender whose letters wait for their turn first."""

    def __init__(self, limiter: Limiter) -> None:
        super().__init__()
        self._limiter = limiter

    async def send(self, letter: Letter) -> MessageRef | None:
        try:
            async with self._limiter.slot(letter.chat, letter.priority):
                return await super().send(letter)
        except TurnedAway as error:
            raise Interrupted from error


def paced(dispatch: Dispatch, limiter: Limiter) -> None:
    """Have the dispatch's worker keep to the pace of a limiter."""
    dispatch.post = PacedPost(limiter)
    dispatch.worker = Worker(dispatch.deliveries, dispatch.post, in_flight=30, in_line=6)
    dispatch.database.on_notices(dispatch.worker.wake)


async def test_after_a_crash_what_had_begun_is_in_doubt_and_little_besides(
    dispatch: Dispatch,
) -> None:
    """Four requests have begun, as the pace lets them, and no more than 6 are in line."""
    moment = [0.0]
    limiter = Limiter(Rates(per_second=30), clock=lambda: moment[0])
    paced(dispatch, limiter)
    dispatch.post.open.clear()
    running = asyncio.create_task(dispatch.worker.run())
    await dispatch.announces(*range(1, 31))
    for begun in range(1, 5):
        await dispatch.post.has(begun)
        moment[0] += 0.03 * (begun < 4)
    await dispatch.until(in_state("sending", 4 + 6))
    for _ in range(5):  # nothing more is claimed, however often it is looked for
        dispatch.worker.wake()
        rows = await dispatch.rows()
    assert in_state("sending", 4 + 6)(rows)

    running.cancel()
    tasks = list(dispatch.worker._sends)
    for task in tasks:
        task.cancel()
    await asyncio.gather(running, *tasks, return_exceptions=True)
    assert await dispatch.deliveries.recover() == 4 + 6


async def test_chats_that_must_wait_keep_nobody_else_from_being_claimed(dispatch: Dispatch) -> None:
    limiter = Limiter(Rates(per_second=1000, per_chat_second=0.001, chat_burst=1))
    paced(dispatch, limiter)
    for chat in range(1001, 1009):  # more than may wait for the pace
        async with limiter.slot(chat, Priority.ANSWER):
            pass

    running = asyncio.create_task(dispatch.worker.run())
    await dispatch.announces(*range(1, 31))
    rows = await dispatch.until(in_state("sent", 22))

    assert in_state("sending", 8)(rows)
    limiter.close()
    await dispatch.worker.drain()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_who_blocked_the_bot_is_not_tried_again_until_they_come_back(
    dispatch: Dispatch,
) -> None:
    dispatch.post.mishaps[1001] = [ChatUnreachable("Forbidden: bot was blocked by the user")]
    async with dispatch.at_work():
        await dispatch.announces(1)
        await dispatch.until(in_state("unreachable"))
        await dispatch.announces(1, key="later")
        await dispatch.until(in_state("unreachable", 2))
        assert dispatch.post.chats == [1001]

        now = dispatch.clock.now()
        await dispatch.database.write(
            lambda tx: tx.members.save_reachable(MemberId(1), now, reachable=True)
        )
        await dispatch.announces(1, key="again")
        await dispatch.until(in_state("sent"))

    assert dispatch.post.chats == [1001, 1001]


@pytest.mark.parametrize(
    "problem", [LetterRejected("Bad Request: BUTTON_DATA_INVALID"), KeyError("no such text")]
)
async def test_a_letter_that_will_never_go_fails_alone_with_its_reason(
    dispatch: Dispatch, problem: Exception
) -> None:
    dispatch.post.mishaps[1002] = [problem]
    async with dispatch.at_work():
        await dispatch.announces(1, 2, 3)
        rows = await dispatch.until(in_state("sent", 2))
        rows = await dispatch.until(in_state("failed"))

    state, attempts, doubtful, error = rows["news:2"]
    assert (state, attempts, doubtful) == ("failed", 1, 0)
    assert str(problem) in error
    assert dispatch.post.chats.count(1002) == 1


@pytest.mark.parametrize("doubtful", [False, True])
async def test_a_lost_answer_is_tried_again_after_growing_delays(
    dispatch: Dispatch, doubtful: bool
) -> None:
    dispatch.post.mishaps[1001] = [AnswerLost("gone", doubtful=doubtful)] * 2
    async with dispatch.at_work():
        await dispatch.announces(1)
        await dispatch.until(in_state("retry"))
        await dispatch.goes_on(timedelta(seconds=1.5))
        await dispatch.announces(2)  # proves that the worker has looked, and left the first alone
        await dispatch.until(in_state("sent"))
        assert dispatch.post.chats == [1001, 1002]

        await dispatch.goes_on(timedelta(seconds=1))
        await dispatch.until(tried(2))
        await dispatch.goes_on(timedelta(seconds=3))
        await dispatch.announces(3)
        await dispatch.until(in_state("sent", 2))
        assert dispatch.post.chats == [1001, 1002, 1001, 1003]

        await dispatch.goes_on(timedelta(seconds=1.5))
        rows = await dispatch.until(in_state("sent", 3))

    assert rows["news:1"][:3] == ("sent", 3, int(doubtful))


async def test_a_letter_is_given_up_after_as_many_attempts_as_configured(
    dispatch: Dispatch,
) -> None:
    dispatch.post.mishaps[1001] = [AnswerLost("gone", doubtful=False)] * 9
    async with dispatch.at_work():
        await dispatch.announces(1)
        for attempt in range(1, MAX_ATTEMPTS):
            await dispatch.until(tried(attempt))
            await dispatch.goes_on(timedelta(minutes=10))
        rows = await dispatch.until(in_state("failed"))

    assert rows["news:1"] == ("failed", MAX_ATTEMPTS, 0, "gone")


async def test_a_429_costs_no_attempt_and_comes_again_in_its_time(dispatch: Dispatch) -> None:
    dispatch.post.mishaps[1001] = [SlowDown(timedelta(seconds=7))]
    async with dispatch.at_work():
        await dispatch.announces(1)
        rows = await dispatch.until(in_state("retry"))
        assert rows["news:1"][:3] == ("retry", 0, 0)
        await dispatch.goes_on(timedelta(seconds=8))
        rows = await dispatch.until(in_state("sent"))

    assert rows["news:1"][:3] == ("sent", 1, 0)


async def test_a_poisonous_notice_does_not_hold_up_the_outbox(dispatch: Dispatch) -> None:
    original = NOTICES[EventAnnounced].compose

    def compose(tx: Any, asked: Asked[Any]) -> Any:
        if asked.notice.recipient == 2:
            raise ZeroDivisionError
        return original(tx, asked)

    dispatch.deliveries._notices = {**NOTICES, EventAnnounced: NoticeRules(compose)}
    async with dispatch.at_work():
        await dispatch.announces(1, 2, 3)
        rows = await dispatch.until(in_state("sent", 2))

    assert rows["news:2"][0] == "failed"
    assert "ZeroDivisionError" in rows["news:2"][3]


class DiskError(sqlite3.OperationalError):
    """What SQLite raises when a read fails, by its code."""

    sqlite_errorcode = sqlite3.SQLITE_IOERR_READ


@pytest.mark.parametrize(
    ("code", "state"),
    [(sqlite3.SQLITE_IOERR_READ, "sent"), (sqlite3.SQLITE_CORRUPT_INDEX, "failed")],
)
async def test_a_disk_that_fails_for_a_moment_fails_no_notice_but_damage_does(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch, code: int, state: str
) -> None:
    monkeypatch.setattr(DiskError, "sqlite_errorcode", code)
    mishaps = [DiskError("disk I/O error")]

    def compose(tx: Any, asked: Asked[Any]) -> Any:
        if mishaps:
            dispatch.worker.wake()  # as a tick would
            raise mishaps.pop()
        return NOTICES[EventAnnounced].compose(tx, asked)

    dispatch.deliveries._notices = {**NOTICES, EventAnnounced: NoticeRules(compose)}
    await dispatch.announces(1)
    async with dispatch.at_work():
        await dispatch.until(in_state("pending", 0))
        await dispatch.until(in_state("sending", 0))

    assert (await dispatch.rows())["news:1"][0] == state


async def test_a_person_whose_row_cannot_be_read_holds_up_nobody_else(dispatch: Dispatch) -> None:
    await execute(dispatch.database, "UPDATE members SET leads = '[[]]' WHERE id = 2")
    async with dispatch.at_work():
        await dispatch.announces(1, 2, 3)
        rows = await dispatch.until(in_state("sent", 2))

    assert rows["news:2"][0] == "failed"


async def test_a_claim_that_breaks_is_made_again(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, mishaps = dispatch.deliveries.claim, [ZeroDivisionError(), ZeroDivisionError()]

    async def claim(limit: int) -> Any:
        if mishaps:
            dispatch.worker.wake()  # as a tick would
            raise mishaps.pop()
        return await original(limit)

    monkeypatch.setattr(dispatch.deliveries, "claim", claim)
    async with dispatch.at_work():
        await dispatch.announces(1)
        await dispatch.until(in_state("sent"))

    assert mishaps == []


async def test_a_send_that_cannot_be_noted_does_not_silence_the_person_for_good(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = dispatch.deliveries.note_sent

    async def note_sent(claimed: Claimed, *more: Any) -> None:
        if claimed.notice.key == "news:1":
            raise ZeroDivisionError
        await original(claimed, *more)

    monkeypatch.setattr(dispatch.deliveries, "note_sent", note_sent)
    async with dispatch.at_work():
        await dispatch.announces(1)
        rows = await dispatch.until(in_state("failed"))
        await dispatch.announces(1, key="later")
        await dispatch.until(in_state("sent"))

    assert "ZeroDivisionError" in rows["news:1"][3]
    assert dispatch.post.chats == [1001, 1001]


async def test_what_a_crash_left_in_flight_is_sent_first_and_counted_as_doubtful(
    dispatch: Dispatch,
) -> None:
    await dispatch.announces(1, 2)
    await dispatch.deliveries.claim(1)  # and here the process died

    async with dispatch.at_work():
        rows = await dispatch.until(in_state("sent", 2))

    assert [rows[f"news:{n}"][2] for n in (1, 2)] == [1, 0]


async def test_draining_waits_for_what_is_in_flight_and_claims_no_more(dispatch: Dispatch) -> None:
    dispatch.post.open.clear()
    running = asyncio.create_task(dispatch.worker.run())
    await dispatch.announces(*range(1, 11))
    await dispatch.post.has(5)

    draining = asyncio.create_task(dispatch.worker.drain())
    await asyncio.sleep(0)
    assert not draining.done()
    dispatch.post.open.set()
    await draining
    await running

    rows = await dispatch.rows()
    assert in_state("sent", 5)(rows)
    assert in_state("pending", 5)(rows)


async def test_what_was_being_claimed_when_the_stop_came_is_still_sent(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a clean stop would leave notices in doubt that were never sent."""
    claiming, proceed = asyncio.Event(), asyncio.Event()
    original = dispatch.deliveries.claim

    async def slow_claim(limit: int) -> Any:
        claimed = await original(limit)
        if claimed:
            claiming.set()
            await proceed.wait()
        return claimed

    monkeypatch.setattr(dispatch.deliveries, "claim", slow_claim)
    await dispatch.announces(1, 2)
    running = asyncio.create_task(dispatch.worker.run())
    await claiming.wait()

    draining = asyncio.create_task(dispatch.worker.drain())
    await asyncio.sleep(0)
    proceed.set()
    await draining
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert in_state("sent", 2)(await dispatch.rows())


async def test_a_send_that_the_disk_refuses_to_mark_is_marked_later_and_not_sent_twice(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "MARK_DELAY", 0)
    refusals = [StorageUnavailable("disk full")] * 3
    original = dispatch.deliveries.note_sent

    async def note_sent(claimed: Claimed, message: MessageRef | None, _said: LetterContent) -> None:
        if refusals:
            raise refusals.pop()
        await original(claimed, message)

    monkeypatch.setattr(dispatch.deliveries, "note_sent", note_sent)
    async with dispatch.at_work():
        await dispatch.announces(1)
        await dispatch.until(in_state("sent"))

    assert dispatch.post.chats == [1001]


async def test_what_cannot_be_noted_is_put_aside_as_soon_as_the_disk_takes_it(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "MARK_DELAY", 0)
    refusals = [StorageUnavailable("disk full")] * 3
    original = dispatch.deliveries.note_broken

    async def note_sent(*_: Any) -> None:
        raise ZeroDivisionError

    async def note_broken(claimed: Claimed, error: Exception) -> None:
        if refusals:
            raise refusals.pop()
        await original(claimed, error)

    monkeypatch.setattr(dispatch.deliveries, "note_sent", note_sent)
    monkeypatch.setattr(dispatch.deliveries, "note_broken", note_broken)
    async with dispatch.at_work():
        await dispatch.announces(1)
        await dispatch.until(in_state("failed"))

    assert dispatch.post.chats == [1001]
    assert dispatch.worker._unmarked == 0


async def test_an_outbox_that_cannot_be_read_is_looked_at_again(
    dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = asyncio.Event()
    original = dispatch.deliveries.claim

    async def claim(limit: int) -> Any:
        if not refused.is_set():
            refused.set()
            raise StorageUnavailable("disk full")
        return await original(limit)

    monkeypatch.setattr(dispatch.deliveries, "claim", claim)
    await dispatch.announces(1)
    async with dispatch.at_work():
        await refused.wait()
        dispatch.worker.wake()  # the scheduler does so every second
        await dispatch.until(in_state("sent"))


def test_every_problem_of_a_letter_is_known() -> None:
    assert {kind.__name__ for kind in Undelivered.__subclasses__()} == {
        "ChatUnreachable",
        "LetterRejected",
        "AnswerLost",
        "NotConnected",
        "Interrupted",
        "SlowDown",
    }


async def test_what_a_stop_kept_from_being_sent_waits_uncharged_and_without_doubt(
    dispatch: Dispatch,
) -> None:
    dispatch.post.mishaps[1001] = [Interrupted("stopped")]
    await dispatch.announces(1)
    async with dispatch.at_work():
        await dispatch.post.has(2)
        await dispatch.until(in_state("sent"))

    assert (await dispatch.rows())["news:1"][1:3] == (1, 0)
