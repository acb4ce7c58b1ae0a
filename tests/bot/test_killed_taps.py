"""The bot is killed while taps are in work: each is handled once, and each is answered."""

import asyncio
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import Consent, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.services.events.events import Events
from handlers.events.callbacks.boards import GuestLinkButton
from handlers.events.callbacks.events import RsvpButton
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, Mishap
from sandbox.people import PATIENCE, CallbackAnswer, Person
from sandbox.server import Sandbox
from storage.engine.database import open_database
from storage.engine.reading import reading
from storage.stores import Stores
from tests.alliance import a_plan, some_rules
from tests.databases import run
from tests.effort import effort
from tests.forks import ForkedBot, a_forked_bot
from tests.kills import FIRST
from tests.processes import a_free_port, webhook

FAST = {"DELIVERY__PER_SECOND": "1000", "DELIVERY__PER_CHAT_SECOND": "1000"}
ORGANISERS = (1, 2, 3)
"""Each has an event of their own."""
MEMBER = 4
ANSWERS = frozenset({"answerCallbackQuery", "sendPhoto"})
"""The calls by which a tap is answered."""
SLOWEST = 0.06
"""Seconds from a tap in which most are answered."""
SEED = 7


@dataclass(frozen=True)
class Kill:
    """How things stood at a kill: taps that were done, and those that were answered."""

    tapped: int
    done: int
    answered: int


class Taps:
    """Taps that a bot has to answer which is killed again and again."""

    def __init__(self, telegram: Sandbox, clock: SandboxClock, folder: Path) -> None:
        self._telegram, self._clock, self._folder = telegram, clock, folder
        self._path = folder / "alliance.sqlite3"
        self.people: dict[int, Person] = {}
        self.events: dict[int, EventId] = {}
        self.renewals: list[asyncio.Task[CallbackAnswer]] = []
        self.answers: list[asyncio.Task[CallbackAnswer]] = []
        self.kills: list[Kill] = []

    async def prepare(self) -> None:
        """Write down organisers, each with an event, and a member."""
        now = self._clock.now()

        def write(tx: Stores) -> None:
            for number in (*ORGANISERS, MEMBER):
                roles = frozenset({Role.ORGANISER} if number in ORGANISERS else ())
                member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), None)
                tx.members.bind(member, TelegramId(number), now)
                tx.members.save_consent(member, Consent(1, now))

        async with open_database(self._path, now) as database:
            await database.write(write)
            events = Events(database, self._clock, some_rules())
            for number in ORGANISERS:
                plan = a_plan(self._clock, f"Встреча {number}")
                self.events[number] = await events.publish(MemberId(number), plan)
        for number in (*ORGANISERS, MEMBER):
            name = f"Участник {number}"
            self.people[number] = self._telegram.add_person(number, name, started=True)

    async def invited(self) -> None:
        """Wait until everybody has all the cards whose buttons are tapped."""
        for person in self.people.values():
            await person.watches(lambda chat: len(chat) >= len(ORGANISERS), PATIENCE)

    async def settled(self) -> None:
        """Wait until every tap so far is answered, by whichever bot."""
        await asyncio.gather(*self.renewals, *self.answers)

    def renew(self) -> None:
        """Have each organiser ask for another link."""
        for number in ORGANISERS:
            data = GuestLinkButton(event_id=self.events[number], act="renew").pack()
            self.renewals.append(self._tap(number, data))

    def respond(self) -> None:
        """Have the member answer, and think better of it."""
        for answer in (Answer.GOING, Answer.DECLINED):
            data = RsvpButton(event_id=self.events[1], answer=answer).pack()
            self.answers.append(self._tap(MEMBER, data))

    def _tap(self, number: int, data: str) -> asyncio.Task[CallbackAnswer]:
        person = self.people[number]
        card = next(iter(person.chat()))["message_id"]
        return asyncio.create_task(person.forges(data, card, timeout=PATIENCE))

    def renewed(self) -> int:
        """Return how many links were made again, as the audit log has it."""
        with reading(self._path) as stores:
            sql = "SELECT count(*) FROM audit WHERE act = 'event.guest_link_renew'"
            return int(run(stores, sql).fetchone()[0])

    def answer(self) -> Answer:
        """Return what the member's answer is by now."""
        with reading(self._path) as stores:
            ((_, rsvp),) = stores.rsvps.answered(self.events[1])
            return rsvp.answer

    def note_kill(self) -> None:
        """Keep how things stand."""
        answered = sum(tap.done() for tap in self.renewals)
        self.kills.append(Kill(len(self.renewals), self.renewed(), answered))


class Deaths:
    """Kills bots at a call of theirs or a moment after the taps, and knows when they listen."""

    def __init__(self, telegram: Sandbox, patch: pytest.MonkeyPatch) -> None:
        self.telegram = telegram
        self.listens = asyncio.Event()
        self._bot: ForkedBot | None = None
        self._calls = 0
        strike = telegram.faults.strike

        def watched(method: str, chat: str) -> Mishap:
            self._hear(method)
            return strike(method, chat)

        patch.setattr(telegram.faults, "strike", watched)

    def _hear(self, method: str) -> None:
        if method in FIRST:
            self.listens.set()
        elif self._bot is not None and method in ANSWERS:
            self._calls -= 1
            if not self._calls:
                self._bot.kill()

    def at_call(self, bot: ForkedBot, calls: int) -> None:
        """Kill at this of the next calls that answer a tap."""
        self._bot, self._calls = bot, calls

    def forget(self) -> None:
        """Let the next bot live."""
        self._bot = None
        self.listens.clear()
        self.telegram.faults.clear()


@pytest.fixture
async def taps(sandbox: Sandbox, clock: SandboxClock, tmp_path: Path) -> Taps:
    made = Taps(sandbox, clock, tmp_path)
    await made.prepare()
    return made


@pytest.fixture
def deaths(sandbox: Sandbox) -> Iterator[Deaths]:
    with pytest.MonkeyPatch.context() as patch:
        yield Deaths(sandbox, patch)


def killed_unheard(bot: ForkedBot, taps: Taps, deaths: Deaths, _: Random) -> None:
    """Tap, and kill the bot at its first answer, of which Telegram hears nothing."""
    deaths.telegram.faults.add(Fault("drop_before", "answerCallbackQuery", times=1))
    deaths.at_call(bot, 1)
    taps.renew()


def killed_soon(bot: ForkedBot, taps: Taps, _: Deaths, mind: Random) -> None:
    """Tap, and kill the bot some milliseconds later; the first time before it knows of the tap."""
    taps.renew()
    taps.respond()
    delay = mind.uniform(0, SLOWEST) if len(taps.kills) > len(WAYS) else 0
    asyncio.get_running_loop().call_later(delay, bot.kill)


def killed_at_a_call(bot: ForkedBot, taps: Taps, deaths: Deaths, mind: Random) -> None:
    """Tap, and kill the bot at one of its calls, which Telegram has heard."""
    deaths.at_call(bot, mind.randint(1, 5))
    taps.renew()
    taps.respond()


WAYS = (killed_unheard, killed_soon, killed_at_a_call)


@pytest.mark.parametrize(
    ("mode", "kills"), [("polling", effort(3, 140)), ("webhook", effort(3, 60))]
)
async def test_no_tap_is_lost_and_none_is_done_twice_by_any_kill(
    sandbox: Sandbox, taps: Taps, deaths: Deaths, tmp_path: Path, mode: str, kills: int
) -> None:
    mind = Random(SEED)  # noqa: S311  moments that can be drawn again
    settings = FAST | (webhook(a_free_port()) if mode == "webhook" else {})
    for number in range(kills):
        async with a_forked_bot(tmp_path, sandbox.url, **settings) as bot:
            await deaths.listens.wait()
            await taps.invited()
            await taps.settled()
            WAYS[number % len(WAYS)](bot, taps, deaths, mind)
            assert await bot.is_gone() == -signal.SIGKILL
        taps.note_kill()
        deaths.forget()
    async with a_forked_bot(tmp_path, sandbox.url, **settings):
        taps.renew()
        taps.respond()
        await taps.settled()

    assert taps.renewed() == len(taps.renewals) == (kills + 1) * len(ORGANISERS)
    assert taps.answer() is Answer.DECLINED
    assert any(kill.done < kill.tapped for kill in taps.kills), "some died before the transaction"
    assert any(kill.answered < kill.done for kill in taps.kills), "some between it and the answer"
