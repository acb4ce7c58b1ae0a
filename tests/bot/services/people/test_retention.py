"""Personal data go when their period is over, each kind in its time, and votes never."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.config.sections import PrivacySection
from bot.domain.people.retention import RetentionDue
from bot.services.people.retention import Retention
from storage.engine.database import Database, open_database
from storage.polls.privacy import PRIVACY as POLLS
from storage.privacy import PRIVACY
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import execute, query
from tests.storage.people.test_personal_data import LATER, ROWS, STAMP

SETTLED = f"""
UPDATE notices SET state = 'sent', settled_at = '{LATER}';
INSERT INTO notices (key, member_id, kind, subject, priority, not_before, created_at, state,
                     settled_at)
VALUES ('vote', 1, 'poll.ballot_opened', '{{"poll": 1}}', 1, '{STAMP}', '{STAMP}', 'sent',
        '{LATER}');
INSERT INTO drafts (key, data, saved_at) VALUES ('draft:1:x', '{{"a": 1}}', '{LATER}');
INSERT INTO members (id, name, folded_name, guest, telegram_id, joined_at)
VALUES (8, 'Гость', 'гость', 1, 88, '{LATER}'), (9, 'Гостья', 'гостья', 1, 99, '{LATER}');
INSERT INTO events (id, title, description, starts_at, ends_at, place, audience, created_by,
                    created_at, uid, changed_at, secret)
VALUES (2, 'Через годы', '', '2046-12-01T07:00:00.000000+00:00',
        '2046-12-01T09:00:00.000000+00:00', 'Дом', 'everybody', 1, '{STAMP}', 'v', '{STAMP}',
        CAST('s' AS BLOB));
INSERT INTO invitees (event_id, member_id) VALUES (2, 9);
"""  # noqa: S608  made of constants
LEFT = {
    "applications": "SELECT 1 FROM applications WHERE state = 'refused' AND about <> ''",
    "guests": "SELECT 1 FROM members WHERE id = 8 AND erased_at IS NULL",
    "guest_names": "SELECT 1 FROM rsvps WHERE guest_names <> '[]'",
    "arrivals": "SELECT 1 FROM arrivals WHERE event_id = 1",
    "messages": "SELECT 1 FROM mailings WHERE text <> '—'",
    "letters": "SELECT 1 FROM directory_letters",
    "bookings": "SELECT 1 FROM bookings WHERE purpose <> ''",
    "notices": "SELECT 1 FROM notices WHERE key = 'one'",
    "drafts": "SELECT 1 FROM drafts",
    "audit": "SELECT 1 FROM audit WHERE at = '2026-12-01T07:00:00.000000+00:00'",
}
"""What finds something of each period."""
STAYS = (
    "SELECT 1 FROM notices WHERE key = 'two'",  # for the report of a mailing
    "SELECT 1 FROM notices WHERE key = 'vote'",
    "SELECT 1 FROM members WHERE id = 9 AND erased_at IS NULL",  # invited to what is to come
    "SELECT 1 FROM applications WHERE state = 'submitted' AND leader <> ''",
    "SELECT 1 FROM rsvps WHERE guests = 1",
)
ENDED = datetime.fromisoformat(LATER)
PERIODS = PrivacySection().periods


@dataclass
class World:
    database: Database
    clock: FixedClock
    retention: Retention

    async def after(self, time: timedelta) -> set[str]:
        """Let the sweep run that long after everything; return the periods with something left."""
        self.clock.time = ENDED + time
        await self.retention.sweep()
        return {name for name, sql in LEFT.items() if await query(self.database, sql)}

    async def record(self) -> list[list[tuple[object, ...]]]:
        tables = sorted({one.table for one in POLLS} | {"minutes", "voters", "roll", "entries"})
        return [await query(self.database, f"SELECT * FROM {one}") for one in tables]  # noqa: S608  names


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    path = tmp_path / "alliance.sqlite3"
    async with open_database(path, ENDED):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.executescript(ROWS + SETTLED)
    async with open_database(path, ENDED) as database:
        clock = FixedClock(ENDED)
        yield World(database, clock, Retention(database, clock, some_rules(), PERIODS))


def test_each_declared_period_has_its_key_and_its_sweep() -> None:
    declared = {one.expires.period for one in PRIVACY if one.expires is not None}
    assert declared == set(PERIODS) == set(LEFT) == {kind.period for kind in RetentionDue}


async def test_each_kind_goes_when_its_own_period_is_over_and_not_before(world: World) -> None:
    day = timedelta(days=1)
    assert await world.after(min(PERIODS.values()) - day) == set(LEFT)
    for period in sorted(set(PERIODS.values())):
        expected = {name for name, kept in PERIODS.items() if kept > period}
        assert await world.after(period + day) == expected
    for sql in STAYS:
        assert await query(world.database, sql), sql


async def test_nothing_of_a_vote_goes_in_twenty_years(world: World) -> None:
    before = await world.record()
    assert await world.after(timedelta(days=19 * 365)) == set()
    assert await world.record() == before
    erased = "SELECT 1 FROM audit WHERE act = 'guest.expire' AND subject = 'member:8'"
    assert await query(world.database, erased)
    assert await world.after(timedelta(days=40 * 365)) == set(), "the last line can only stay"
    assert await query(world.database, "SELECT count(*) FROM audit") == [(1,)]
    assert await query(world.database, "SELECT count(*) FROM failed_items") == [(0,)]


async def test_the_sweep_runs_once_a_day_and_after_each_start(world: World) -> None:
    assert await world.retention.sweep() == 0
    world.clock.time += timedelta(days=91) - timedelta(hours=1)
    assert await world.retention.sweep() == 6, "names of guests, two letters, three of the exchange"
    world.clock.time += timedelta(days=100)
    started_again = Retention(world.database, world.clock, some_rules(), PERIODS)
    assert await world.retention.sweep() > 0
    assert await world.retention.sweep() == 0
    assert await started_again.sweep() == 0


async def test_of_two_letters_with_one_number_only_the_old_one_goes(world: World) -> None:
    """A letter to an organisation and a message of the exchange are kept equally long."""
    fresh = (ENDED + timedelta(days=80)).isoformat(timespec="microseconds")
    await execute(world.database, "UPDATE directory_letters SET sent_at = ?", fresh)
    await world.after(PERIODS["letters"] + timedelta(days=1))
    letters = await query(world.database, "SELECT id FROM directory_letters")
    assert letters == [(1,), (2,)]
    assert await query(world.database, "SELECT id FROM exchange_messages") == []


async def test_who_left_the_alliance_is_kept_as_long_after_that_as_a_guest_is_after_joining(
    world: World,
) -> None:
    left = ENDED + timedelta(days=300)
    await execute(
        world.database,
        "INSERT INTO departures (member_id, organisation_id, left_at) VALUES (8, 1, ?)",
        left.isoformat(timespec="microseconds"),
    )
    day = timedelta(days=1)
    assert "guests" in await world.after(PERIODS["guests"] + day)
    assert "guests" not in await world.after(timedelta(days=300) + PERIODS["guests"] + day)


async def test_a_colleague_who_never_joined_goes_that_long_after_their_organisation_left(
    world: World,
) -> None:
    for sql in (
        "INSERT INTO members (id, name, folded_name, guest) VALUES (10, 'Яна', 'яна', 1)",
        "INSERT INTO departures (member_id, organisation_id, left_at) VALUES (10, 1, ?)",
    ):
        values = (ENDED.isoformat(timespec="microseconds"),) if "?" in sql else ()
        await execute(world.database, sql, *values)
    erased = "SELECT erased_at IS NOT NULL FROM members WHERE id = 10"
    day = timedelta(days=1)
    await world.after(PERIODS["guests"] - day)
    assert await query(world.database, erased) == [(0,)]
    await world.after(PERIODS["guests"] + day)
    assert await query(world.database, erased) == [(1,)]
