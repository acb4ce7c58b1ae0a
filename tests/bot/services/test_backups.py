"""The nightly backup as a service: once a night, told once when it fails, sent if wanted."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.backups import (
    BackupEndedLetter,
    BackupFailed,
    BackupFile,
    BackupLetter,
    BackupPlan,
    Fault,
)
from bot.domain.failures import DELAYS, ItemPutAsideLetter
from bot.domain.letters import LetterContent
from bot.domain.people.members import Consent, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.refusals import OnlyForAdministrators
from bot.features import NOTICES
from bot.services.administration.backups import BackupRequests
from bot.services.backups import NightlyBackups
from bot.services.deliveries import Deliveries
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import execute, query

THREE = datetime(2026, 11, 30, 22, 0, tzinfo=UTC)  # in Yekaterinburg, in the night to the first
NIGHT = date(2026, 12, 1)
ZONE = ZoneInfo("Asia/Yekaterinburg")
DAY = timedelta(days=1)
MORNING = timedelta(hours=9)


class Shelf:
    """A folder in memory."""

    def __init__(self) -> None:
        self.made: list[date] = []
        self.kept: set[date] = set()
        self.fault: Fault | None = None
        self.begun, self.gate = asyncio.Event(), asyncio.Event()
        self.gate.set()

    def nights(self) -> Collection[date]:
        return set(self.kept)

    def file(self, night: date) -> BackupFile:
        return BackupFile(f"/backups/{night}.age", 1000)

    def discard(self, nights: Collection[date]) -> None:
        self.kept -= set(nights)

    async def make(self, night: date) -> None:
        self.made.append(night)
        self.begun.set()
        await self.gate.wait()
        if self.fault is not None:
            raise BackupFailed(self.fault, "somewhere")
        self.kept.add(night)


class Server:
    """A bot's nights."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock, self.shelf = database, FixedClock(THREE), Shelf()
        self.start()
        self.deliveries = Deliveries(
            database, self.clock, some_rules(), notices=NOTICES, max_attempts=3, language="ru"
        )

    def start(self, *, send: bool = False) -> None:
        plan = BackupPlan(hour=3, daily=2, weekly=1)
        self.backups = NightlyBackups(self.database, self.clock, self.shelf, plan, ZONE, send=send)

    async def has_people(self) -> None:
        def write(tx: Stores) -> None:
            for number, role in enumerate((Role.ADMINISTRATOR, Role.ORGANISER), 1):
                person = PersonDetails(f"Участник {number}", roles=frozenset({role}))
                member = tx.members.add(person, None)
                tx.members.bind(member, TelegramId(100 + number), THREE)
                tx.members.save_consent(member, Consent(1, THREE))

        await self.database.write(write)

    async def told(self) -> list[tuple[int, LetterContent]]:
        """Return what people are told by the next morning, and to whom it goes."""
        self.clock.time += MORNING
        found = [(one.letter.chat, one.letter.content) for one in await self.deliveries.claim(10)]
        self.clock.time -= MORNING
        return found

    async def fails_until_put_aside(self) -> None:
        for delay in (*DELAYS, timedelta()):
            await self.backups.make_due()
            self.clock.time += delay


@pytest.fixture
async def server(database: Database) -> Server:
    return Server(database)


async def test_each_night_has_one_backup(server: Server) -> None:
    for hours in (0, 1, 12, 23, 24, 30):
        server.clock.time = THREE + timedelta(hours=hours)
        await server.backups.make_due()

    assert server.shelf.made == [NIGHT, NIGHT + DAY]


async def test_a_bot_that_slept_at_the_hour_makes_the_backup_when_it_starts(server: Server) -> None:
    server.clock.time = THREE + timedelta(hours=9)
    await server.backups.make_due()

    assert server.shelf.made == [NIGHT]


async def test_those_that_are_too_many_go_once_a_new_one_is_made(server: Server) -> None:
    for days in range(12):
        server.clock.time = THREE + days * DAY
        await server.backups.make_due()

    last = NIGHT + 11 * DAY
    assert server.shelf.kept == {last, last - DAY}
    server.shelf.fault = Fault.NO_ROOM
    server.clock.time += DAY
    await server.backups.make_due()
    assert server.shelf.kept == {last, last - DAY}


async def test_a_backup_that_fails_is_told_once_with_its_reason_and_the_next_night_repairs(
    server: Server,
) -> None:
    await server.has_people()
    server.shelf.fault = Fault.TRIAL
    await server.fails_until_put_aside()
    for _ in range(3):
        await server.backups.make_due()

    ((chat, letter),) = await server.told()
    assert chat == 101, "an administrator, nobody else"
    assert isinstance(letter, ItemPutAsideLetter)
    assert letter.item.error == "backup-trial"
    assert letter.item.attempts == len(DELAYS) + 1
    server.shelf.fault, server.clock.time = None, THREE + DAY
    await server.backups.make_due()
    assert server.shelf.kept == {NIGHT + DAY}


async def test_a_night_of_its_own_is_told_again(server: Server) -> None:
    await server.has_people()
    server.shelf.fault = Fault.NO_ROOM
    await server.fails_until_put_aside()
    server.clock.time = THREE + DAY
    await server.fails_until_put_aside()

    sql = "SELECT count(*) FROM notices WHERE kind = 'failure.put_aside'"
    assert await query(server.database, sql) == [(2,)]


async def test_administrators_get_each_backup_once_if_that_is_wanted(server: Server) -> None:
    await server.has_people()
    server.start(send=True)
    await server.backups.make_due()
    server.start(send=True)
    await server.backups.make_due()

    assert await server.told() == [(101, BackupLetter(BackupFile(f"/backups/{NIGHT}.age", 1000)))]


async def test_a_backup_is_sent_though_the_bot_was_killed_once_it_was_made(server: Server) -> None:
    await server.has_people()
    server.shelf.kept.add(NIGHT)
    server.start(send=True)
    await server.backups.make_due()

    assert len(await server.told()) == 1


async def test_nobody_gets_one_unless_that_is_wanted_nor_one_that_is_not_there(
    server: Server,
) -> None:
    await server.has_people()
    await server.backups.make_due()
    server.start(send=True)
    server.clock.time += DAY
    server.shelf.fault = Fault.NO_ROOM
    await server.backups.make_due()

    assert await server.told() == []


async def test_somebody_who_is_an_administrator_no_longer_does_not_get_it(server: Server) -> None:
    await server.has_people()
    server.start(send=True)
    await server.backups.make_due()
    await execute(server.database, "DELETE FROM roles WHERE member_id = 1")

    assert await server.told() == []


async def test_a_long_backup_holds_up_no_look_and_is_not_started_twice(server: Server) -> None:
    server.shelf.gate.clear()
    for _ in range(3):
        await server.backups.look()
        await asyncio.sleep(0)
    await server.shelf.begun.wait()
    assert server.shelf.made == [NIGHT]

    server.shelf.gate.set()
    assert server.backups._work is not None
    await server.backups._work
    await server.backups.look()
    await server.backups._work
    assert server.shelf.made == [NIGHT]


# --- asked for ----------------------------------------------------------------------------------


@pytest.fixture
async def requests(server: Server, database: Database) -> BackupRequests:
    await server.has_people()
    await server.backups.make_due()
    return BackupRequests(database, server.clock, some_rules(), folder=Path("/backups"))


async def test_a_backup_that_an_administrator_asks_for_is_made_and_told_once(
    server: Server, requests: BackupRequests
) -> None:
    for _ in range(2):
        await requests.ask(MemberId(1))
    for _ in range(2):
        await server.backups.make_due()
    assert server.shelf.made == [NIGHT, NIGHT], "the one of this night is made again"
    ended = BackupEndedLetter("", BackupFile(f"/backups/{NIGHT}.age", 1000))
    assert await server.told() == [(101, ended)]
    audit = await query(server.database, "SELECT act, actor_id FROM audit")
    assert audit == [("backup.ask", 1)]


async def test_who_asked_for_a_backup_hears_why_there_is_none(
    server: Server, requests: BackupRequests
) -> None:
    server.shelf.fault = Fault.NO_ROOM
    await requests.ask(MemberId(1))
    for _ in range(2):
        await server.backups.make_due()
    assert server.shelf.made == [NIGHT, NIGHT], "it is not tried again and again"
    assert await server.told() == [(101, BackupEndedLetter(Fault.NO_ROOM, BackupFile("", 0)))]


async def test_a_backup_that_was_asked_for_is_made_after_a_crash(
    server: Server, requests: BackupRequests
) -> None:
    server.shelf.gate.clear()
    server.shelf.begun.clear()
    await requests.ask(MemberId(1))
    making = asyncio.create_task(server.backups.make_due())
    await server.shelf.begun.wait()
    making.cancel()
    with suppress(asyncio.CancelledError):
        await making
    server.shelf.gate.set()
    server.start()
    await server.backups.make_due()
    assert [type(content) for _, content in await server.told()] == [BackupEndedLetter]


async def test_nobody_but_administrators_asks_for_a_backup(requests: BackupRequests) -> None:
    with pytest.raises(OnlyForAdministrators):
        await requests.ask(MemberId(2))
