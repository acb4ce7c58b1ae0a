"""A general meeting that votes by telephone, and what is left of its poll once it has closed."""

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from bot.__main__ import cli
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.polls import Closing, PollId, PollState
from bot.domain.polls.voters import VoterId
from bot.services.polls.polls import Polls
from sandbox.clock import SandboxClock
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.views import text_of
from storage.engine.database import open_database
from storage.engine.reading import reading
from storage.stores import Stores
from tests.alliance import some_rules
from tests.people import joined
from tests.polling import a_motion
from tests.processes import environment
from tests.voters import CHAIR, DAY, GENERAL, QUESTION

POLL = PollId(1)
NUMBER = re.compile(r"(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")
OUTCOME = "Итоги голосования"
PATIENCE = 90.0


class Meeting:
    """A general meeting: each organisation has one ballot, and two delegates who can cast it."""

    def __init__(self, telegram: Sandbox, clock: SandboxClock, folder: Path) -> None:
        self._telegram, self._clock = telegram, clock
        self.folder, self.path = folder, folder / "alliance.sqlite3"
        self.people: dict[VoterId, list[Person]] = {}
        self.chair = self._telephone(CHAIR)

    def _telephone(self, number: int) -> Person:
        return self._telegram.add_person(number, f"Участник {number}", started=True)

    async def opens(self, voters: int, **plan: Any) -> None:
        """Write everybody down and open a poll that closes once all have voted."""
        now = self._clock.now()

        def join(tx: Stores, person: Person, house: OrganisationId | None) -> None:
            roles = frozenset({Role.CHAIR} if person.id == CHAIR else ())
            details = PersonDetails(f"Участник {person.id}", delegate=True, roles=roles)
            joined(tx, details, now, house, telegram_id=person.id)

        def write(tx: Stores) -> None:
            join(tx, self.chair, None)
            for number in range(1, voters + 1):
                details = OrganisationDetails(f"Фонд {number}", "", f"66{number:08}", None, "")
                house = tx.organisations.add(details)
                two = [self._telephone(2 * number), self._telephone(2 * number + 1)]
                self.people[VoterId(house)] = two
                for person in two:
                    join(tx, person, house)

        closes_at = (now + 3 * DAY).replace(second=0, microsecond=0)
        motion = {"question": QUESTION, "closes_at": closes_at, "closes_when_all_voted": True}
        async with open_database(self.path, now) as database:
            await database.write(write)
            polls = Polls(database, self._clock, some_rules())
            await polls.open(MemberId(CHAIR), a_motion(**motion | GENERAL | plan))

    def ballots(self) -> dict[str, str]:
        """Return the ballots that are cast by now, by number; a named one's is its voter's."""
        with reading(self.path) as stores:
            poll = stores.polls.get(POLL)
            assert poll
            return dict(stores.ballots.written(poll))

    def assert_over(self) -> None:
        """See that the poll has one outcome, of each voter's one ballot, and that all agrees."""
        with reading(self.path) as stores:
            poll, declared = stores.polls.get(POLL), stores.outcomes.declared(POLL)
            assert poll
            assert declared
            assert (poll.state, poll.closing) == (PollState.CLOSED, Closing.ALL_VOTED)
            assert Counter(entry.kind for entry in stores.entries.all())["closed"] == 1
            assert stores.ballots.voted(POLL) == set(self.people)
        assert len(self.ballots()) == declared.result.ballots == len(self.people)
        variables = environment(self.folder, "http://127.0.0.1:9")
        config = str(self.folder / "config.toml")
        verified = CliRunner().invoke(cli, ["verify", "--config", config], env=variables)
        assert verified.exit_code == 0, verified.output

    def recorded(self) -> Counter[tuple[int, str]]:
        """Return how often each ballot of each voter is in the record."""
        with reading(self.path) as stores:
            entries = [one.payload for one in stores.entries.all() if one.kind == "ballot"]
        cast = map(json.loads, entries)
        return Counter((one["voter"], one["ballot"]) for one in cast)

    def numbers(self) -> dict[str, VoterId]:
        """Return each ballot's number that was told, and to which voter's people."""
        return {
            number: voter
            for voter, people in self.people.items()
            for person in people
            for message in person.chat()
            for number in NUMBER.findall(text_of(message))
        }

    def assert_numbers_go(self) -> None:
        """See that of each message with a number it is noted when it is to be deleted."""
        sql = "SELECT edits_chat, edits_message FROM notices WHERE kind = 'poll.number_shown'"
        with closing(sqlite3.connect(self.path)) as db:
            noted = set(db.execute(sql).fetchall())
        for person in (one for people in self.people.values() for one in people):
            for message in person.chat():
                if NUMBER.search(text_of(message)):
                    assert (person.id, message["message_id"]) in noted

    async def hears_of(self, outcome: str) -> None:
        """See that everybody is told the outcome, once, with these words in it."""
        for person in (one for people in self.people.values() for one in people):
            told = await person.sees(OUTCOME, PATIENCE)
            assert outcome in text_of(told)
            assert sum(OUTCOME in text for text in map(text_of, person.chat())) == 1
