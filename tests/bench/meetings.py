"""A vote of a general meeting on the real bot process: half by the page, half by button."""

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable
from datetime import timedelta
from pathlib import Path
from random import Random

from bot.clock import SystemClock
from bot.domain.meetings.codes import PageKind
from bot.domain.polls.ballots import Choice
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from handlers.meetings.callbacks.panels import ItemAct, ItemActButton
from handlers.polls.callbacks.polls import VoteButton
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.engine.database import open_database
from tests.bench.bots import TOKEN
from tests.general_meetings import BUDGET, SECRETARY, GeneralMeeting
from tests.meeting_pages import Browsers
from tests.processes import a_free_port

DELEGATES = 120
LONGEST = 120.0
"""Seconds in which everybody must have got their ballot, at 30 messages a second."""

WITHIN = 1.0
"""Seconds in which all vote."""

BETWEEN = 4.0
"""Seconds between two rounds, in which everybody changes their ballot."""

CHANCE = Random(1)  # noqa: S311  when somebody votes is no secret


class Vote:
    """An open vote with everybody there; the second half has slips with codes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, a_free_port()
        self.codes: dict[VoterId, str] = {}
        self.secret = ""
        self.meeting: GeneralMeeting
        self.poll = 0

    async def prepare(self) -> None:
        """Hold the meeting up to the vote, all in the hour before now."""
        self.folder.mkdir(parents=True)
        config = f'[web]\nlisten = "127.0.0.1:{self.port}"\n'
        (self.folder / "config.toml").write_text(config)
        now = SystemClock().now()
        async with open_database(self.folder / "bench.sqlite3", now) as database:
            self.meeting = meeting = GeneralMeeting(database, now + timedelta(minutes=5))
            await meeting.gathers(DELEGATES)
            await meeting.begins(*range(1, DELEGATES + 1))
            self.secret = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
            for voter in self.voters[DELEGATES // 2 :]:
                self.codes[voter] = await meeting.code(voter)
            self.poll = await meeting.opens(BUDGET)

    @property
    def voters(self) -> list[VoterId]:
        """Everybody who votes."""
        return sorted(self.meeting.leaders)


async def meeting_figures(folder: Path, rounds: int) -> dict[str, float]:
    """Run the bot; return how long confirmations took, and the result's way to the screen."""
    vote = Vote(folder)
    await vote.prepare()
    sandbox = Sandbox(TOKEN, limits=Limits())
    await sandbox.start()
    people = {
        voter: sandbox.add_person(leader, f"Глава {voter}", started=True)
        for voter, leader in vote.meeting.leaders.items()
    }
    for other in (1, 2, 3, *vote.meeting.delegates.values()):
        sandbox.add_person(other, f"Участник {other}", started=True)
    command = (sys.executable, "-m", "tests.bench.bots", "ours", sandbox.url, str(folder))
    process = await asyncio.create_subprocess_exec(*command)
    try:
        for person in people.values():
            await person.sees("Утвердить бюджет", timeout=LONGEST)
        async with Browsers(f"http://127.0.0.1:{vote.port}", vote.secret) as browsers:
            worst = [await _round(vote, people, browsers, turn) for turn in range(rounds)]
            closed = await _closed(vote, people, browsers)
    finally:
        process.kill()
        await process.wait()
        await sandbox.stop()
    return {"meeting_vote_p99_ms": statistics.median(worst), "meeting_result_ms": closed}


async def _round(vote: Vote, people: dict[VoterId, Person], browsers: Browsers, turn: int) -> float:
    """Have everybody vote, or change their ballot, within a second; return the 99th percentile."""
    choice = tuple(Choice)[turn % 2]
    waits = await asyncio.gather(
        *(
            _clocked(
                _by_code(vote, browsers, voter, choice)
                if voter in vote.codes
                else _by_button(vote, people[voter], voter, choice),
                CHANCE.uniform(0, WITHIN),
            )
            for voter in vote.voters
        )
    )
    await asyncio.sleep(BETWEEN)
    return sorted(waits)[int(DELEGATES * 0.99)]


async def _by_code(vote: Vote, browsers: Browsers, voter: VoterId, choice: Choice) -> None:
    seen = await browsers.votes(vote.codes[voter], vote.poll, choice=choice)
    if "Голос принят" not in seen.words and "Голос изменён" not in seen.words:
        raise SystemExit(f"not taken on the page: {seen.status} {seen.words}")


async def _by_button(vote: Vote, person: Person, voter: VoterId, choice: Choice) -> None:
    data = VoteButton(poll_id=PollId(vote.poll), voter_id=voter, choice=choice).pack()
    answer = await person.forges(data, _newest(person), timeout=LONGEST)
    if answer.text not in {"Голос принят. Спасибо!", "Голос изменён."}:
        raise SystemExit(f"not taken by button: {answer.text}")


def _newest(person: Person) -> int:
    return next(int(one["message_id"]) for one in reversed(person.chat()) if not one["mine"])


async def _closed(vote: Vote, people: dict[VoterId, Person], browsers: Browsers) -> float:
    """Have the chair close the vote in the chat; return when the screen shows the result, in ms."""
    chair = people[vote.voters[0]]
    data = ItemActButton(
        meeting_id=vote.meeting.id, item_id=BUDGET, act=ItemAct.CLOSE, sure=True
    ).pack()
    async with browsers.watching() as screen:
        await screen.sees(f"{DELEGATES} из {DELEGATES} присутствующих проголосовали")
        began = time.perf_counter()
        closing = asyncio.create_task(chair.forges(data, _newest(chair), timeout=LONGEST))
        await screen.sees("Решение")
        took = 1000 * (time.perf_counter() - began)
        await closing
    return took


async def _clocked(act: Awaitable[object], delay: float) -> float:
    """Return how many milliseconds an act takes that begins after so many seconds."""
    await asyncio.sleep(delay)
    began = time.perf_counter()
    await act
    return 1000 * (time.perf_counter() - began)
