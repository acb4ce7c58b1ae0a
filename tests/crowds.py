"""Many processes that vote on one database at once, each as a bot of its own would."""

import asyncio
import random
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.events.reminders import Leads
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.ports import StorageUnavailable
from bot.services.polls.ballots import Ballots
from bot.services.polls.polls import Polls
from bot.services.rules import AllianceRules
from storage.engine.database import Database, open_database
from tests.clocks import FixedClock

CHOICES = ("for", "against", "abstain")
FIRST_LEADER, TOGETHER = 11, 8
"""The member who leads the first organisation of an assembly; its delegate comes next."""


RULES = AllianceRules(alliance="", consent_version=1, zone=ZoneInfo("UTC"), leads=Leads(()))
NOON = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
"""The same moment as in `tests.councils`, which is too heavy for sixteen processes to import."""


@dataclass(frozen=True, slots=True)
class Task:
    """What one process does: `ballots` times somebody votes; some close the poll in between."""

    path: Path
    poll: PollId
    seed: int
    ballots: int
    voters: tuple[tuple[MemberId, VoterId], ...]
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What a voter was told: the ballot was taken, with its number if it was secret."""

    voter: VoterId
    text: str
    number: str | None


def vote(task: Task) -> list[Heard]:
    """Vote as told, in this process, and return what was acknowledged."""
    return asyncio.run(_vote(task))


async def _vote(task: Task) -> list[Heard]:
    async with open_database(task.path, NOON) as database:
        mind = random.Random(task.seed)  # noqa: S311  a shuffle that can be repeated
        plan = [(mind.choice(task.voters), mind.choice(CHOICES)) for _ in range(task.ballots)]
        heard: list[Heard | None] = []
        for at in range(0, len(plan), TOGETHER):
            if task.closes and at >= len(plan) * 2 // 3:
                await _close(database, task)
            batch = plan[at : at + TOGETHER]
            heard += await asyncio.gather(*(_cast(database, task, *v, text) for v, text in batch))
    return [one for one in heard if one is not None]


async def _cast(
    database: Database, task: Task, member: MemberId, voter: VoterId, text: str
) -> Heard | None:
    ballots = Ballots(database, FixedClock(NOON), RULES)
    while True:
        try:
            cast = await ballots.cast(member, task.poll, voter, text)
        except StorageUnavailable:  # another process was writing for too long: ask again
            continue
        except Refusal:
            return None
        return Heard(voter, text, cast.number)


async def _close(database: Database, task: Task) -> None:
    with suppress(Refusal, StorageUnavailable):  # another one was quicker
        polls = Polls(database, FixedClock(NOON), RULES)
        await polls.close(MemberId(1), task.poll, "Все высказались")


async def vote_aloud(task: Task) -> None:
    """Vote until killed, and say aloud what was acknowledged: `voter text number`."""
    mind = random.Random(task.seed)  # noqa: S311  a shuffle that can be repeated
    async with open_database(task.path, NOON) as database:

        async def one() -> None:
            while True:
                member, voter = mind.choice(task.voters)
                heard = await _cast(database, task, member, voter, mind.choice(CHOICES))
                if heard is not None:
                    print(heard.voter, heard.text, heard.number, flush=True)  # noqa: T201

        await asyncio.gather(*(one() for _ in range(5)))


def everybody(voters: int) -> tuple[tuple[MemberId, VoterId], ...]:
    """Return who can cast whose ballot: an organisation's leader and its delegate."""
    return tuple(
        (MemberId(FIRST_LEADER + 2 * number + person), VoterId(number + 1))
        for number in range(voters)
        for person in (0, 1)
    )


if __name__ == "__main__":
    path, poll, seed, voters = sys.argv[1:]
    aloud = Task(Path(path), PollId(int(poll)), int(seed), 0, everybody(int(voters)))
    asyncio.run(vote_aloud(aloud))
