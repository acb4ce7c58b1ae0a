"""People who vote through a bot that is killed again and again, and what each was told."""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.domain.polls.voters import VoterId
from sandbox.faults import Mishap
from sandbox.people import PATIENCE, CallbackAnswer, Person
from sandbox.server import Sandbox
from tests.forks import ForkedBot, a_forked_bot

TAKEN = frozenset({"Голос принят. Спасибо!", "Голос изменён."})

FIRST = frozenset({"getUpdates", "setWebhook"})
"""With either of these the bot begins to listen."""

Voting = Coroutine[Any, Any, None]
"""What one person does until their ballot is cast."""


@dataclass(eq=False)
class Tap:
    """A tap that casts a ballot; `told` is how it was answered, if it ever was."""

    voter: VoterId
    ballot: str
    told: str | None = None

    @property
    def taken(self) -> bool:
        """Tell whether the person was told that this ballot counts."""
        return self.told in TAKEN


class Moment(NamedTuple):
    """When a bot dies: it listens, has told of so many ballots taken, and then calls so often.

    It dies at the last of these calls, before Telegram has looked at it. They are calls of one
    `method`, or whatever comes.
    """

    taken: int
    calls: int
    method: str | None = None


class Kill(NamedTuple):
    """How the vote stood at a kill: ballots taken, and people who had not done yet."""

    taken: int
    unfinished: int


@dataclass
class _Doom:
    """A bot, and when it is killed; `taken` counts from the beginning of the vote."""

    bot: ForkedBot
    moment: Moment
    taken: int
    heard: int = 0
    listens: bool = False

    def strikes(self, method: str, taken: int) -> bool:
        """Tell whether this call is the one."""
        if self.listens and taken >= self.taken and self.moment.method in {None, method}:
            self.heard += 1
        self.listens = self.listens or method in FIRST
        return self.heard == self.moment.calls


class Vote:
    """A vote whose bot is killed again and again: the taps as Telegram has them, the kills."""

    def __init__(self, telegram: Sandbox, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._telegram, self._folder = telegram, folder
        self.taps: list[Tap] = []
        self.kills: list[Kill] = []
        self.told: Counter[str | None] = Counter()
        self.killed = asyncio.Event()
        """Set when the bot that lives, or is about to, is killed: each has its own."""
        self._unanswered: set[asyncio.Task[CallbackAnswer]] = set()
        self._unfinished = 0
        self._doom: _Doom | None = None
        strike = telegram.faults.strike

        def watched(method: str, chat: str) -> Mishap:
            self._hear(method)
            return strike(method, chat)

        patch.setattr(telegram.faults, "strike", watched)

    @property
    def taken(self) -> int:
        """How many taps were answered so that the ballot counts."""
        return sum(tap.taken for tap in self.taps)

    # --- the bot's lives --------------------------------------------------------------------

    @asynccontextmanager
    async def through(
        self, crowds: Sequence[Sequence[Voting]], moments: Sequence[Moment], **settings: str
    ) -> AsyncIterator[ForkedBot]:
        """Have a crowd begin to vote in each life of the bot; give the last when all are done.

        At these moments the others are killed, whatever they are doing.
        """
        self._unfinished = sum(map(len, crowds))
        voting: list[asyncio.Task[None]] = []
        for crowd, moment in zip(crowds, [*moments, None], strict=True):
            voting += [asyncio.create_task(self._counted(voter)) for voter in crowd]
            async with a_forked_bot(self._folder, self._telegram.url, **settings) as bot:
                if moment is not None:
                    await self._dies(bot, moment)
                    continue
                async with asyncio.timeout(PATIENCE):
                    await asyncio.gather(*voting)
                yield bot
        for tap in self._unanswered:
            tap.cancel()
        await asyncio.gather(*self._unanswered, return_exceptions=True)

    async def _counted(self, voter: Voting) -> None:
        await voter
        self._unfinished -= 1

    async def _dies(self, bot: ForkedBot, moment: Moment) -> None:
        killed = self.killed
        self._doom = _Doom(bot, moment, self.taken + moment.taken)
        try:
            async with asyncio.timeout(PATIENCE):
                await killed.wait()
        except TimeoutError:
            raise AssertionError(f"{self.told}\n{bot.log[-3000:]}") from None
        assert await bot.is_gone() == -signal.SIGKILL

    def _hear(self, method: str) -> None:
        if self._doom is None or not self._doom.strikes(method, self.taken):
            return
        self._doom.bot.kill()
        self._doom = None
        self.kills.append(Kill(self.taken, self._unfinished))
        self.killed.set()
        self.killed = asyncio.Event()

    # --- what voters do ---------------------------------------------------------------------

    async def tap(
        self, person: Person, message: int, data: str, ballot: Tap | None = None
    ) -> CallbackAnswer | None:
        """Tap a button; None if the bot is killed before the answer is there.

        The answer may come all the same, from the next bot: then `told` of the ballot knows it.
        """
        killed = self.killed
        if ballot is not None:
            self.taps.append(ballot)
        task = asyncio.create_task(person.forges(data, message, timeout=PATIENCE))
        self._unanswered.add(task)
        task.add_done_callback(partial(self._answered, ballot))
        await first(task, killed)
        return task.result() if task.done() else None

    def _answered(self, ballot: Tap | None, task: asyncio.Task[CallbackAnswer]) -> None:
        self._unanswered.discard(task)
        if task.cancelled() or task.exception() is not None:
            return
        words = task.result().text
        self.told[words] += 1
        if ballot is not None:
            ballot.told = words


async def first(task: asyncio.Future[Any], killed: asyncio.Event) -> None:
    """Wait for something as long as the bot lives."""
    death = asyncio.create_task(killed.wait())
    await asyncio.wait({task, death}, return_when=asyncio.FIRST_COMPLETED)
    death.cancel()
