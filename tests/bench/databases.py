"""Databases of a given size, and the configuration that goes with them."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Config, load
from bot.domain.audiences import EVERYBODY
from bot.domain.members import Consent, MemberId, Role, TelegramId
from bot.domain.people import PersonDetails
from bot.domain.plans import EventPlan
from bot.domain.reminders import Reminder
from storage.database import open_database
from storage.stores import Stores
from tests.bench.bots import TOKEN


def config_for(folder: Path, url: str) -> Config:
    """Return the bot's configuration at the server's full rate of 30 a second."""
    empty = folder / "config.toml"
    empty.touch()
    return load(
        empty,
        {
            "ALLIANCE_TELEGRAM__TOKEN": TOKEN,
            "ALLIANCE_TELEGRAM__API_URL": url,
            "ALLIANCE_STORAGE__PATH": str(folder / "bench.sqlite3"),
            "ALLIANCE_DELIVERY__PER_SECOND": "30",
            "ALLIANCE_LOG__LEVEL": "warning",
        },
    )


def a_plan(starts_at: datetime) -> EventPlan:
    """Return an event for everybody."""
    return EventPlan(
        title="Общее собрание",
        description="Отчёт за год.",
        starts_at=starts_at,
        duration=timedelta(hours=2),
        place="Дом НКО",
        audience=EVERYBODY,
    )


async def prepare(folder: Path, *, people: int, events: int) -> None:
    """Make a database with joined people, Telegram ids from 1 on, and events ahead."""
    clock = SystemClock()
    now = clock.now()

    def write(tx: Stores) -> None:
        for number in range(1, people + 1):
            roles = frozenset({Role.ORGANISER}) if number == 1 else frozenset()
            member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), None)
            tx.members.bind(member, TelegramId(number), now)
            tx.members.save_consent(member, Consent(1, now))
        for number in range(events):
            plan = a_plan(now + timedelta(days=3 + number % 300, minutes=number))
            event = tx.events.add(plan, MemberId(1), now)
            leads = (timedelta(days=1), timedelta(hours=2))
            reminders = [Reminder(event, lead, plan.starts_at - lead) for lead in leads]
            tx.reminders.replace(event, reminders)

    async with open_database(folder / "bench.sqlite3", now) as database:
        await database.write(write)


def prepared(folder: Path, *, people: int, events: int) -> Path:
    """Make a database and return its folder."""
    folder.mkdir(parents=True)
    asyncio.run(prepare(folder, people=people, events=events))
    return folder
