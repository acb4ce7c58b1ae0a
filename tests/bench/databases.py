"""Databases of a given size, and the configuration that goes with them."""

import asyncio
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.config.config import Config, load
from bot.domain.due_times import DueTime
from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.dues import EventDue
from bot.domain.events.plans import EventPlan
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.notices import MessageRef
from bot.domain.people.members import Consent, MemberId, OrganisationId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import Body, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.views import PollView
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.domain.shown import Shown
from bot.services.prompts import Prompt, ask_prompt
from handlers.events.companions import GUEST_NAMES
from storage.engine.database import connect, open_database
from storage.stores import Stores
from tests.bench.bots import TOKEN
from tests.polling import a_motion


def settings_for(folder: Path, url: str) -> dict[str, str]:
    """Return what the bot is told in variables."""
    return {
        "ALLIANCE_TELEGRAM__TOKEN": TOKEN,
        "ALLIANCE_TELEGRAM__API_URL": url,
        "ALLIANCE_STORAGE__PATH": str(folder / "bench.sqlite3"),
        "ALLIANCE_LOG__LEVEL": "warning",
    }


def config_for(folder: Path, url: str) -> Config:
    """Return its whole configuration."""
    return load(folder / "config.toml", settings_for(folder, url))


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


async def prepare(
    folder: Path, *, people: int, events: int, organisers: int, organisations: int
) -> None:
    """Make a database with joined people, Telegram ids from 1 on, and events ahead.

    The first people are each the delegate of an organisation of their own number.
    """
    clock = SystemClock()
    now = clock.now()

    def write(tx: Stores) -> None:
        for number in range(1, people + 1):
            roles = frozenset({Role.ORGANISER} if number <= organisers else ())
            speaks = number <= organisations
            details = PersonDetails(f"Участник {number}", delegate=speaks, roles=roles)
            member = tx.members.add(details, _organisation(tx, number) if speaks else None)
            tx.members.bind(member, TelegramId(number), now)
            tx.members.save_consent(member, Consent(1, now))
        for number in range(events):
            plan = a_plan(now + timedelta(days=3 + number % 300, minutes=number))
            event = tx.events.add(plan, MemberId(1), now)
            leads = (timedelta(days=1), timedelta(hours=2))
            reminders = [DueTime(event, lead, plan.starts_at - lead) for lead in leads]
            tx.dues.replace(EventDue.REMINDERS, event, reminders)

    async with open_database(folder / "bench.sqlite3", now) as database:
        await database.write(write)


def _organisation(tx: Stores, number: int) -> OrganisationId:
    named = OrganisationDetails(f"Фонд {number}", "", f"{number:010}", None, "")
    return tx.organisations.add(named)


def prepared(
    folder: Path, *, people: int, events: int, organisers: int = 1, organisations: int = 0
) -> Path:
    """Make a database with a configuration that settles the pace alone; return their folder."""
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("[delivery]\nper_second = 30\n")
    asyncio.run(
        prepare(
            folder, people=people, events=events, organisers=organisers, organisations=organisations
        )
    )
    return folder


def open_poll(folder: Path, *, voters: int, secrecy: Secrecy) -> PollId:
    """Open a motion of the general meeting; the organisation of each number is its delegate's.

    The ballots have been sent, in a message of the poll's number; it closes when all have voted.
    """
    now = SystemClock().now()

    def write(tx: Stores) -> PollId:
        plan = a_motion(
            body=Body.GENERAL,
            secrecy=secrecy,
            closes_at=now + timedelta(days=3),
            closes_when_all_voted=True,
        )
        poll = tx.polls.add(plan, MemberId(1), now)
        tx.electorates.add(poll.id, [_voter(number) for number in range(1, voters + 1)])
        tx.polls.save(poll.opened(tx.electorates.of_poll(poll.id), now))
        for number in range(1, voters + 1):
            shown = MessageRef(number, poll.id)
            tx.shown.save(Shown(poll.id, MemberId(number), shown, PollView.BALLOT))
        return poll.id

    async def opened() -> PollId:
        async with open_database(folder / "bench.sqlite3", now) as database:
            return await database.write(write)

    return asyncio.run(opened())


def _voter(number: int) -> Voter:
    name, delegate = f"Фонд {number}", Representative(MemberId(number), f"Участник {number}")
    return Voter(VoterId(number), name, (delegate,))


def ask_for_guests(folder: Path, *, people: int) -> None:
    """Let everybody go to an event, and the bot have asked them whom they bring along."""
    now = SystemClock().now()
    plan = replace(a_plan(now + timedelta(days=3)), guests=3)

    def write(tx: Stores) -> None:
        event = tx.events.add(plan, MemberId(1), now)
        for number in range(1, people + 1):
            going = Rsvp(Answer.GOING, now, seat=Seat.SEATED, place=number)
            tx.rsvps.save(event, MemberId(number), going)
            ask_prompt(tx, TelegramId(number), Prompt(GUEST_NAMES, event), now)

    async def asked() -> None:
        async with open_database(folder / "bench.sqlite3", now) as database:
            await database.write(write)

    asyncio.run(asked())


def guests_in(folder: Path) -> int:
    """Return how many guests are expected at events."""
    with closing(connect(folder / "bench.sqlite3")) as db:
        (count,) = db.execute("SELECT sum(guests) FROM rsvps").fetchone()
        return int(count)


def ballots_in(folder: Path) -> int:
    """Return how many ballots are kept, named and secret."""
    with closing(connect(folder / "bench.sqlite3")) as db:
        counts = db.execute("SELECT count(*) FROM ballots UNION ALL SELECT count(*) FROM roll")
        return sum(count for (count,) in counts)
