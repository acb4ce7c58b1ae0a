"""After a secret poll nothing that the bot leaves behind tells who voted how."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.plans import Secrecy
from bot.services.polls.polls import Polls
from sandbox.clock import SandboxClock
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.engine.backups import backup
from storage.engine.database import open_database
from storage.polls.keys import PollKeys
from storage.stores import Stores
from tests.alliance import some_rules
from tests.people import joined
from tests.polling import a_motion
from tests.processes import a_bot
from tests.voters import DAY

NUMBER = re.compile(r"(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")
CHOICES = ("За", "Против", "Воздержусь", "За", "Против")
WRITTEN = {"За": "for", "Против": "against", "Воздержусь": "abstain"}
CHAIR = MemberId(1)


@pytest.fixture
async def council(sandbox: Sandbox, clock: SandboxClock, tmp_path: Path) -> list[Person]:
    """A council of five who have a secret ballot each, before the bot is started."""
    people = [
        sandbox.add_person(number, f"Член совета {number}", started=True)
        for number in range(1, len(CHOICES) + 1)
    ]

    def write(tx: Stores) -> None:
        for person in people:
            role = Role.CHAIR if person.id == CHAIR else Role.COUNCIL
            details = PersonDetails(f"Член совета {person.id}", roles=frozenset({role}))
            joined(tx, details, clock.now(), telegram_id=person.id)

    async with open_database(tmp_path / "alliance.sqlite3", clock.now()) as database:
        await database.write(write)
        closes_at = (clock.now() + 3 * DAY).replace(second=0, microsecond=0)
        plan = replace(
            a_motion(closes_at=closes_at), secrecy=Secrecy.SECRET, closes_when_all_voted=True
        )
        await Polls(database, clock, some_rules()).open(CHAIR, plan)
    return people


async def votes(person: Person, choice: str) -> str:
    """Cast a ballot as a person does; return the number that it got."""
    await person.sees("Голосование тайное")
    await person.taps(choice)
    await person.sees(f"Ваш выбор: «{choice}»")
    await person.taps("Да, проголосовать")
    told = await person.sees("Номер бюллетеня")
    number = NUMBER.search(told["text"])
    assert number
    return number[0]


async def test_neither_files_nor_logs_nor_a_backup_tell_who_voted_how(
    sandbox: Sandbox, tmp_path: Path, council: list[Person]
) -> None:
    path, copy = tmp_path / "alliance.sqlite3", tmp_path / "copy.sqlite3"
    async with a_bot(tmp_path, sandbox.url, LOG__LEVEL="debug") as bot:
        await bot.says("listening")
        numbers = [await votes(person, c) for person, c in zip(council, CHOICES, strict=True)]
        for person in council:
            await person.sees("Итог")
        backup(path, copy, lambda _done, _total: None)
        bot.terminate()
        assert await bot.ends() == 0
        log = bot.log

    assert not PollKeys(path).polls(), "the key is destroyed at the close"
    for file in (path, copy):
        content = file.read_bytes()
        for number in numbers:
            assert content.count(number.encode()) <= 1, "a number stands nowhere but on its ballot"
    assert not any(number in log for number in numbers)
    assert not NUMBER.search(log)
    assert not any(f":{choice}" in log for choice in WRITTEN.values()), "no button's data"
    for database in (path, copy):
        assert_unlinkable(database, dict(zip(numbers, CHOICES, strict=True)))
    for person in council:
        said = [message.get("text", "") for message in person.chat() if not message["mine"]]
        assert not any("Ваш выбор" in text for text in said), "nor does the chat show it"


def assert_unlinkable(path: Path, cast: dict[str, str]) -> None:
    """See that the ballots are there, in the order of their numbers, and beside them nothing."""
    with closing(sqlite3.connect(path)) as db:
        kept = db.execute("SELECT number, ballot FROM secret_ballots").fetchall()
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
        others = [
            str(row)
            for name in names
            if name != "secret_ballots"
            for row in db.execute(f"SELECT * FROM {name}")  # noqa: S608  names of our tables
        ]
        roll = db.execute("SELECT * FROM roll").fetchall()
        votes = db.execute("SELECT payload FROM entries WHERE kind = 'voted'").fetchall()
        assert db.execute("SELECT count(*) FROM handled_updates").fetchone() == (0,)
    assert kept == sorted((number, WRITTEN[choice]) for number, choice in cast.items())
    assert not any(number in row for row in others for number in cast)
    assert roll == [(1, voter) for voter in range(1, len(cast) + 1)]
    assert {payload for (payload,) in votes} <= {
        f'{{"number":"ballot","poll":1,"voter":{voter}}}' for voter in range(1, len(cast) + 1)
    }
