"""One announcement to hundreds of people, with all that can go wrong; to two thousand if long.

Telegram lets 30 messages a second pass, and the clock decides: two thousand take two minutes.
"""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import running
from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.people.members import Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.services.announcements.announcements import Announcements
from handlers.ui.welcome import consent_text
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultKind
from sandbox.limits import Limits
from sandbox.people import PATIENCE, Person
from sandbox.server import Sandbox
from storage.engine.database import open_database
from storage.stores import Stores
from tests.alliance import TOKEN, UNPACED, a_config, some_rules
from tests.announcing import ANNA, a_plan, a_text
from tests.effort import effort
from tests.people import joined
from tests.processes import a_bot

PEOPLE = effort(200, 2000)
ORGANISATIONS = 100
FIRST, SECOND = "Собрание в 17:00", "Собрание в 19:00"
TIMES, SHARE = 6, 20 / PEOPLE
KINDS: tuple[FaultKind, ...] = ("drop_before", "drop_after", "server_error", "bad_gateway_html")
IN_FLIGHT = 29
"""What the default pace keeps in flight."""


@pytest.fixture(autouse=True)
def asks_as_other_processes_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the bot in this process ask for consent to the same text as those that are killed."""
    monkeypatch.setattr("bot.app.consent_text", consent_text)


@pytest.fixture
async def telegram(clock: SandboxClock) -> AsyncIterator[Sandbox]:
    """Telegram with the limits that it has, 200 ms away, and with mishaps of every kind."""
    server = Sandbox(TOKEN, clock=clock, limits=Limits(), seed=1)
    await server.start()
    server.faults.add(Fault("latency", seconds=0.2, jitter=0.2))
    for kind in KINDS:
        server.faults.add(Fault(kind, "sendMessage", times=TIMES, share=SHARE))
    yield server
    await server.stop()


async def prepare(folder: Path, clock: SandboxClock) -> AnnouncementId:
    """Write down an organiser (1) and members (2 …), and give an announcement away."""
    async with open_database(folder / "alliance.sqlite3", clock.now()) as database:

        def write(tx: Stores) -> None:
            houses = [
                tx.organisations.add(
                    OrganisationDetails(f"Фонд {n}", "", str(6_671_000_000 + n), None, "")
                )
                for n in range(ORGANISATIONS)
            ]
            for number in range(1, PEOPLE + 1):
                roles = frozenset({Role.ORGANISER} if number == ANNA else ())
                details = PersonDetails(f"Участник {number}", roles=roles)
                joined(tx, details, clock.now(), houses[number % ORGANISATIONS])

        await database.write(write)
        office = Announcements(database, clock, some_rules(), undo=timedelta(0), second_yes=False)
        return (await office.send(ANNA, a_plan(FIRST))).id


def copies(person: Person, words: str) -> int:
    return sum(message.get("text") == words for message in person.chat())


async def until_sent(telegram: Sandbox, count: int) -> None:
    """Wait until so many messages stand in the chats."""
    changes = telegram.world.changes.listen()
    async with asyncio.timeout(PATIENCE):
        while sum(len(chat.messages) for chat in telegram.world.chats.values()) < count:
            await changes.next(PATIENCE)
    telegram.world.changes.forget(changes)


def in_flight(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "alliance.sqlite3")) as db:
        row = db.execute("SELECT count(*) FROM notices WHERE state = 'sending'").fetchone()
        return int(row[0])


@pytest.mark.waits
async def test_everybody_has_it_once_through_faults_and_two_kills(
    telegram: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    people = [
        telegram.add_person(number, f"Участник {number}", started=True)
        for number in range(1, PEOPLE + 1)
    ]
    gone = people[19::20]  # every twentieth: 5 %
    for number, person in enumerate(gone):
        (person.deactivates if number % 10 == 0 else person.blocks)()
    reached = [person for person in people if person not in gone]
    refused = [people[PEOPLE * part // 40] for part in (1, 14, 30)]
    for person in refused:
        telegram.faults.add(Fault("too_many_requests", "sendMessage", person.id, 1, retry_after=1))
    announcement = await prepare(tmp_path, clock)

    killed = 0
    for count in (PEOPLE * 3 // 10, PEOPLE * 13 // 20):
        async with a_bot(tmp_path, telegram.url) as bot:
            await until_sent(telegram, count)
            assert "Traceback" not in bot.log
        at_kill = in_flight(tmp_path)
        assert at_kill <= IN_FLIGHT
        killed += at_kill
    async with running(a_config(tmp_path, telegram.url), clock) as app:
        # Not before: a copy whose answer was lost would not be sent again to who wants no more.
        await people[0].sees("Объявление разослано", timeout=PATIENCE)
        assert "больше не пришлём" in ((await people[1].taps("Отписаться")).text or "")
        report = await app.services.announcement_reports.report(ANNA, announcement)

    had = Counter({person.id: copies(person, FIRST) for person in reached})
    assert min(had.values()) == 1, "somebody was missed"
    twice = sum(had.values()) - len(reached)
    assert twice <= killed + TIMES, "what was in flight at the kills, and the answers dropped"
    (mailing,) = report.mailings
    assert (mailing.sent, mailing.unreachable) == (len(reached), len(gone))
    assert mailing.failed == mailing.dropped == 0
    assert twice <= mailing.doubtful <= killed + 3 * TIMES
    assert {one.delivered for one in report.organisations} == {0, PEOPLE // ORGANISATIONS}
    slowed = telegram.journal.read(method="sendMessage")
    by_pace = [call for call in slowed if call.get("error_code") == 429]
    assert {str(call["params"]["chat_id"]) for call in by_pace} == {str(p.id) for p in refused}

    await put_right(telegram, clock, tmp_path, announcement, reached, twice)


async def put_right(
    telegram: Sandbox,
    clock: SandboxClock,
    folder: Path,
    announcement: AnnouncementId,
    reached: list[Person],
    twice: int,
) -> None:
    """Correct that broadcast and recall it, without waiting for Telegram's limits once more.

    A copy that came twice is one more message, of which nobody was told: it stays as it was.
    """
    telegram.faults.clear()
    telegram.world.limiter.limits = Limits.none()
    async with running(a_config(folder, telegram.url, **UNPACED), clock) as app:
        await app.services.corrections.correct(ANNA, announcement, {"ru": a_text(SECOND)})
        await reached[0].sees("Объявление исправлено", timeout=PATIENCE)
        assert all(copies(person, SECOND) == 1 for person in reached)
        assert sum(copies(person, FIRST) for person in reached) == twice

        await app.services.corrections.recall(ANNA, announcement)
        await reached[0].sees("Объявление отозвано", timeout=PATIENCE)
        assert not any(copies(person, SECOND) for person in reached)
        report = await app.services.announcement_reports.report(ANNA, announcement)
        assert [one.sent for one in report.mailings] == [len(reached)] * 3
