"""The bot is killed again and again during a meeting: what was acknowledged stays, and is whole."""

import asyncio
import re
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

import aiohttp
import pytest

from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.folding import fold
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.state import ItemState, MeetingState, Phase
from bot.domain.polls.voters import VoterId
from sandbox.clock import SandboxClock
from sandbox.faults import Mishap
from sandbox.people import PATIENCE
from sandbox.server import Sandbox
from storage.engine.database import connect, open_database
from storage.stores import Stores
from tests.databases import execute, run
from tests.effort import effort
from tests.forks import ForkedBot, a_forked_bot
from tests.general_meetings import (
    BUDGET,
    CHAIR,
    CLERK,
    ELECTION,
    OPEN_ELECTION,
    REGISTRAR,
    SECRETARY,
    GeneralMeeting,
)
from tests.kills import FIRST
from tests.meeting_pages import Browsers
from tests.processes import a_free_port

SEED, ORGANISATIONS = 18, 12
ITEMS = {BUDGET: {"choice": "for"}, ELECTION: {"c4": "for"}, OPEN_ELECTION: {"c3": "for"}}
"""The items that are voted on, and the ballot that everybody casts."""
BALLOTS = "SELECT poll_id, voter_id FROM ballots UNION ALL SELECT poll_id, voter_id FROM roll"
CODE = re.compile(r"\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}\b")
Act = tuple[str, int]
"""What was acknowledged: its name, and of which item or voter."""


class KilledMeeting:
    """A meeting held on the bot's pages, and what the bot has acknowledged so far."""

    def __init__(self, folder: Path, browsers: Browsers, mind: Random) -> None:
        self._folder, self._path = folder, folder / "alliance.sqlite3"
        self._browsers, self._mind = browsers, mind
        self.acknowledged: list[Act] = []
        self._codes: dict[int, str] = {}
        self._chair = ""
        self._known: MeetingState | None = None
        self._meeting: GeneralMeeting
        self._stores: Stores

    async def prepare(self, clock: SandboxClock) -> None:
        """Open the registration; secretary and chair have a desk."""
        async with open_database(self._path, clock.now()) as database:
            meeting = GeneralMeeting(database, clock.now())
            await meeting.gathers(ORGANISATIONS)
            await meeting.registers()
            await meeting.registration.name_registrar(SECRETARY, meeting.id, CHAIR)
            pages, desk = meeting.pages, PageKind.DESK
            self._browsers.desk = await pages.open_page(SECRETARY, meeting.id, desk)
            self._chair = await pages.open_page(SECRETARY, meeting.id, desk, CHAIR)
            self._meeting = meeting
        self._stores = Stores(connect(self._path))

    @property
    def state(self) -> MeetingState:
        """The state now, folded on from the last one that was asked for."""
        known = self._known
        log = self._stores.meetings.log(self._meeting.id, known.last.number if known else 0)
        found = self._stores.meetings.get(self._meeting.id)
        assert found is not None
        self._known = fold(found.id, found.plan, log, known)
        return self._known

    def ballots(self) -> set[tuple[int, int]]:
        """Return which ballots are kept, named and secret, by poll and voter."""
        return set(run(self._stores, BALLOTS).fetchall())

    # --- what people do ---------------------------------------------------------------------

    async def goes_on(self, killed_after: int, bot: ForkedBot) -> None:
        """Let everybody act until so many more acts are acknowledged, or the meeting is over."""
        enough = len(self.acknowledged) + killed_after
        acts = (self._arrive, self._conduct, self._vote, self._vote)

        async def acting(act: Callable[[], Awaitable[bool]]) -> None:
            while len(self.acknowledged) < enough and self.state.phase is not Phase.ENDED:
                if not await act():
                    await asyncio.sleep(0.01)  # the others bring the meeting on

        async with asyncio.timeout(PATIENCE):
            tasks = [asyncio.create_task(acting(act)) for act in acts]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if killed_after < EVERYTHING:
                bot.kill()
            for died in await asyncio.gather(*tasks, return_exceptions=True):
                assert died is None or isinstance(died, aiohttp.ClientError), died

    async def _done(self, act: str, of: int, status: int) -> bool:
        if status == 200:
            self.acknowledged.append((act, of))
        return status == 200

    async def _arrive(self) -> bool:
        waiting = sorted(set(self._meeting.leaders) - set(self.state.present))
        if not waiting:
            return False
        voter = self._mind.choice(waiting)
        leader = self._meeting.leaders[voter]
        seen = await self._browsers.at_desk("arrive", voter, leader)
        return await self._done("arrive", voter, seen.status)

    async def _conduct(self) -> bool:
        act, fields = next_act(self.state, self.ballots())
        if not act:
            return False
        chaired = "chair" in self.state.officers
        page = f"/chair/{self._chair if chaired else self._browsers.desk}"
        seen = await self._browsers.posts(page, act=act, **fields)
        return await self._done(act, int(fields.get("item", 0)), seen.status)

    async def _vote(self) -> bool:
        vote = next(iter(self.state.open_votes.values()), None)
        if vote is None:
            return False
        kept = self.ballots()
        waiting = [one for one in sorted(vote.present) if (vote.poll, one) not in kept]
        if not waiting:
            return False
        voter = self._mind.choice(waiting)
        code = self._codes.get(voter) or await self._code(voter)
        item = next(iter(self.state.open_votes), None)
        if item is None or not code:
            return False
        seen = await self._browsers.votes(code, vote.poll, sure="yes", **ITEMS[item])
        taken = "Голос принят" in seen.words
        return await self._done(f"vote {vote.poll}", voter, 200 if taken else seen.status + 1)

    async def _code(self, voter: VoterId) -> str:
        leader = self._meeting.leaders[voter]
        seen = await self._browsers.at_desk("code", voter, leader)
        found = CODE.search(seen.words)
        self._codes[voter] = found[0] if found else ""
        return self._codes[voter]

    # --- what must hold ---------------------------------------------------------------------

    def check(self, before: MeetingState) -> MeetingState:
        """Check the log after a kill against that before, and against what was acknowledged."""
        log = self._stores.meetings.log
        assert self._stores.meetings.head_at(before.id, before.last.number) == before.last
        after = fold(before.id, before.plan, log(before.id, before.last.number), before)
        assert after == fold(before.id, before.plan, log(before.id))
        ballots = self.ballots()
        for act, of in self.acknowledged:
            assert self._stands(act, of, after, ballots), (act, of)
        return after

    def _stands(
        self, act: str, of: int, state: MeetingState, ballots: set[tuple[int, int]]
    ) -> bool:
        item = state.items.get(ItemId(of))
        stands = {
            "arrive": lambda: of in state.mandates,
            "begin": lambda: state.opening is not None,
            "elect": lambda: bool(state.officers),
            "call": lambda: item is not None and (state.current == of or bool(item.votes)),
            "open": lambda: bool(votes_of(item)),
            "last_call": lambda: votes_of(item)[-1].last_call is not None,
            "close": lambda: not votes_of(item)[-1].is_open,
            "end": lambda: state.phase is Phase.ENDED,
        }
        if act.startswith("vote"):
            return (int(act.split()[1]), of) in ballots
        return stands[act]()

    async def verify(self, clock: SandboxClock) -> bool:
        """Verify the whole record, and draw up the minutes."""
        async with open_database(self._path, clock.now()) as database:
            await execute(database, "UPDATE members SET consent_version = 1")  # the bot's is newer
            again = self._meeting.on(database)
            summary = await again.minutes.summary(SECRETARY, again.id)
            assert sum(one.took_part for one in summary.registered) == len(self.state.mandates)
            return (await again.verdict()).holds


EVERYTHING = 10_000


def votes_of(item: ItemState | None) -> tuple[ItemVote, ...]:
    return item.votes if item else ()


def next_act(state: MeetingState, kept: set[tuple[int, int]]) -> tuple[str, dict[str, str]]:
    """Return what who conducts the meeting does next; nothing while it waits for others."""
    if state.phase is Phase.REGISTERING:
        return ("begin", {}) if state.has_quorum else ("", {})
    for office, person in (("secretary", CLERK), ("teller", CLERK), ("chair", CHAIR)):
        if office not in state.officers:
            fields: dict[str, str] = {
                "office": str(office),
                "person": str(person),
                "other": str(REGISTRAR),
            }
            return "elect", fields if office == "teller" else {**fields, "other": ""}
    item = next((one for one in ITEMS if not state.items[one].is_over), None)
    if item is None:
        return "end", {}
    vote = state.items[item].vote
    if state.current != item or vote is None or not vote.is_open:
        return "open" if state.current == item else "call", {"item": str(item)}
    if any((vote.poll, voter) not in kept for voter in vote.present):
        return "", {}
    return "close" if vote.last_call else "last_call", {"item": str(item)}


@pytest.fixture
def listens(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """An event that is set once a bot serves its pages: then it asks Telegram for updates."""
    heard, strike = asyncio.Event(), sandbox.faults.strike

    def watched(method: str, chat: str) -> Mishap:
        if method in FIRST:
            heard.set()
        return strike(method, chat)

    monkeypatch.setattr(sandbox.faults, "strike", watched)
    return heard


async def test_no_kill_loses_an_act_of_a_meeting_that_was_acknowledged(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, listens: asyncio.Event
) -> None:
    """After each the log goes on from where it was, and its fold is that of all its entries."""
    mind, port, kills = Random(SEED), a_free_port(), effort(4, 30)  # noqa: S311  can be drawn again
    most = 80 // kills
    async with Browsers(f"http://127.0.0.1:{port}") as browsers:
        meeting = KilledMeeting(tmp_path, browsers, mind)
        await meeting.prepare(clock)
        state = meeting.state
        for after in [*(mind.randint(0, most) for _ in range(kills)), EVERYTHING]:
            listens.clear()
            async with a_forked_bot(tmp_path, sandbox.url, WEB__LISTEN=f"127.0.0.1:{port}") as bot:
                await listens.wait()
                await meeting.goes_on(after, bot)
                if after is not EVERYTHING:
                    assert await bot.is_gone() == -signal.SIGKILL
            state = meeting.check(state)
        assert state.phase is Phase.ENDED
        assert len(meeting.acknowledged) > ORGANISATIONS + len(ITEMS) * len(state.present) // 2
        assert await meeting.verify(clock)
