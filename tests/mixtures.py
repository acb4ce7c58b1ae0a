"""A random mixture of what people, Telegram and time do to a bot."""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from bot.domain.announcements.announcements import Kind
from bot.domain.events.rsvps import Answer
from bot.domain.polls.ballots import Choice
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.polls import Poll
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from handlers.events.callbacks.events import RsvpButton
from handlers.polls.callbacks.polls import VoteButton
from sandbox.chats import Message
from sandbox.faults import Fault, FaultKind
from sandbox.people import NotPossibleError, Person
from sandbox.views import text_of
from tests.alliance import a_plan
from tests.announcing import a_plan as an_announcement
from tests.keyboards import callbacks
from tests.polling import a_motion
from tests.soaking import (
    ANNOUNCED,
    CHAIR,
    COUNCIL,
    FICKLE,
    MEMBERS,
    NAME,
    ORGANISER,
    SUBJECT,
    World,
)

PATIENCE = 20.0
"""Seconds after which a person no longer waits for the bot, which may be stopped."""
TOGETHER = 40
"""So many people at most are waiting for the bot; more are not begun."""
FLOOD = 60
FAULTS: tuple[FaultKind, ...] = (
    "too_many_requests",
    "server_error",
    "bad_gateway_html",
    "drop_before",
    "drop_after",
    "latency",
)
COMMANDS = ("/start", "/events", "/polls", "/announcements", "/me", "/help", "/manage", "лопухи")
FINAL = re.compile("Удалить мои|навсегда|Отписаться|English")
"""Buttons after which a person is another one: not tapped at random."""


class Mixture:
    """What people, Telegram and time do, in an order that the seed decides."""

    def __init__(self, world: World, mind: Random) -> None:
        self._world, self._mind = world, mind
        self._telegram, self._clock = world.telegram, world.clock
        self._strangers = 1000
        self._deck: list[Callable[[], Awaitable[None]]] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self.broken: list[BaseException] = []
        self.done: Counter[str] = Counter()
        self.given_up: Counter[str] = Counter()
        self.said = 0

    @property
    def acts(self) -> dict[Callable[[], Awaitable[None]], int]:
        """All there is to do, and how often in one round."""
        return {
            self.publishes: 2,
            self.answers: 10,
            self.moves: 1,
            self.cancels: 1,
            self.announces: 2,
            self.opens_a_poll: 2,
            self.votes: 8,
            self.votes_in_secret: 5,
            self.closes_a_poll: 1,
            self.leaves_a_wizard: 2,
            self.floods: 1,
            self.forges: 4,
            self.taps_anything: 10,
            self.writes: 6,
            self.blocks_or_unblocks: 2,
            self.meets_a_fault: 3,
            self.jumps: 2,
        }

    async def runs(self, until: float) -> None:
        """Do one thing after another until a time of the loop, twice a second."""
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            if not self._deck:
                self._deck = self._mind.sample(
                    list(self.acts), counts=list(self.acts.values()), k=sum(self.acts.values())
                )
            if len(self._under_way) < TOGETHER:
                self._begin(self._deck.pop())
            await asyncio.sleep(self._mind.expovariate(2.0))

    def _begin(self, act: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.create_task(self._do(act))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _do(self, act: Callable[[], Awaitable[None]]) -> None:
        name = getattr(act, "__name__", "")
        try:
            await act()
        except (Refusal, NotPossibleError, AssertionError, LookupError) as error:
            self.given_up[f"{name}: {type(error).__name__}"] += 1  # nobody, or nothing, yet
        except Exception as error:  # noqa: BLE001  the test tells of it at the end
            self.broken.append(error)
        else:
            self.done[name] += 1

    async def ends(self) -> None:
        """Wait for what is under way, and leave Telegram without faults."""
        await asyncio.gather(*self._under_way)
        self._telegram.faults.clear()

    def _a_person(self, numbers: range = MEMBERS) -> Person:
        return self._world.people[self._mind.choice(numbers)]

    def _words(self, what: str) -> str:
        self.said += 1
        return f"{what} {SUBJECT} №{self.said}."

    def _hours(self, most: int) -> timedelta:
        return timedelta(minutes=self._mind.randint(1, most * 60))

    # --- the organiser ----------------------------------------------------------------------

    async def publishes(self) -> None:
        plan = a_plan(self._clock, self._words("Встреча"), self._hours(200))
        plan = replace(plan, capacity=self._mind.choice((None, 3)))
        await self._world.services.events.publish(ORGANISER, plan)

    async def moves(self) -> None:
        event = self._mind.choice(await self._world.events())
        starts_at = event.starts_at + self._hours(100)
        await self._world.services.events.move(ORGANISER, event.id, starts_at)

    async def cancels(self) -> None:
        event = self._mind.choice(await self._world.events())
        await self._world.services.events.cancel(ORGANISER, event.id, self._words("Причина"))

    async def announces(self) -> None:
        plan = an_announcement(self._words(ANNOUNCED), kind=Kind.IMPORTANT)
        await self._world.services.announcements.send(ORGANISER, plan)

    async def leaves_a_wizard(self) -> None:
        organiser = self._world.people[ORGANISER]
        await organiser.says("/manage")
        await organiser.sees("Впереди", PATIENCE)
        await organiser.taps("Создать событие", timeout=PATIENCE)
        asked = await organiser.sees(asks_for_a_title, PATIENCE)
        if "остался черновик" in text_of(asked):
            way = self._mind.choice(("Продолжить", "Начать заново"))
            await organiser.taps(way, message=asked, timeout=PATIENCE)
        await organiser.says(self._words("Черновик"))

    # --- votes ------------------------------------------------------------------------------

    async def opens_a_poll(self) -> None:
        closes_at = (self._clock.now() + self._hours(10)).replace(second=0, microsecond=0)
        secrecy = self._mind.choice(list(Secrecy))
        plan = a_motion(
            question=self._words("Вопрос"),
            closes_at=closes_at + timedelta(hours=1),
            secrecy=secrecy,
        )
        await self._world.services.polls.open(CHAIR, plan)

    async def closes_a_poll(self) -> None:
        poll = self._mind.choice(await self._world.polls(self._mind.choice(list(Secrecy))))
        await self._world.services.polls.close(CHAIR, poll.id, self._words("Причина"))

    async def votes(self) -> None:
        person, poll = await self._ballot(Secrecy.NAMED)
        voter, choice = VoterId(person.id), self._mind.choice(list(Choice))
        data = VoteButton(poll_id=poll.id, voter_id=voter, choice=choice).pack()
        await person.forges(data, newest(person, poll.question)["message_id"], timeout=PATIENCE)

    async def votes_in_secret(self) -> None:
        person, poll = await self._ballot(Secrecy.SECRET)
        words = self._mind.choice(("За", "Против", "Воздержусь"))
        await person.taps(words, message=newest(person, poll.question), timeout=PATIENCE)
        await person.sees(f"Ваш выбор: «{words}»", PATIENCE)
        await person.taps("Да, проголосовать", timeout=PATIENCE)

    async def _ballot(self, secrecy: Secrecy) -> tuple[Person, Poll]:
        polls = await self._world.polls(secrecy)
        return self._a_person(COUNCIL), self._mind.choice(polls)

    # --- members and strangers --------------------------------------------------------------

    async def answers(self) -> None:
        event = self._mind.choice(await self._world.events())
        data = RsvpButton(event_id=event.id, answer=self._mind.choice(list(Answer))).pack()
        person = self._a_person()
        await person.forges(data, newest(person, event.title)["message_id"], timeout=PATIENCE)

    async def taps_anything(self) -> None:
        person = self._a_person(range(4, 23))
        message = self._mind.choice([one for one in person.chat()[-12:] if "reply_markup" in one])
        rows = message["reply_markup"]["inline_keyboard"]
        words = self._mind.choice([button["text"] for row in rows for button in row])
        if not FINAL.search(words):
            await person.taps(words, message=message, timeout=PATIENCE)

    async def forges(self) -> None:
        """Tap what somebody else was offered, or what nobody was.

        One's own button on another message of one's own could delete that, as a form's step does.
        """
        forger, other = self._mind.sample([*self._world.people.values()], 2)
        offered = [data for message in other.chat()[-30:] for data in callbacks(message) if data]
        data = self._mind.choice([*offered, "vote:1:1:1:1", "лопух", f"ev:{2**63}", "me"])
        await forger.forges(data, self._mind.choice(of_the_bot(forger)), timeout=PATIENCE)

    async def writes(self) -> None:
        await self._a_person().says(self._mind.choice(COMMANDS))

    async def floods(self) -> None:
        self._strangers += 1
        stranger = self._telegram.add_person(self._strangers, f"{NAME} {self._strangers}")
        for _ in range(FLOOD):
            await stranger.says("/start")

    async def blocks_or_unblocks(self) -> None:
        person = self._a_person(FICKLE)
        if person.account.blocked:
            person.unblocks()
        else:
            person.blocks()

    # --- Telegram and time ------------------------------------------------------------------

    async def meets_a_fault(self) -> None:
        """Have some calls fail, or all be slow, for some seconds."""
        kind, share = self._mind.choice(FAULTS), self._mind.choice((0.1, 0.5, 1.0))
        fault = Fault(kind, share=share, seconds=0.5, jitter=0.5, retry_after=1)
        number = self._telegram.faults.add(fault)
        await asyncio.sleep(self._mind.uniform(1, 6))
        self._telegram.faults.remove(number)

    async def jumps(self) -> None:
        """Put the clock ahead by minutes, hours or days."""
        most = self._mind.choice((1, 12, 72))
        self._clock.advance(self._hours(most))


def newest(person: Person, words: str) -> Message:
    """Return the newest message of the bot with these words; `LookupError` if none is there yet."""
    found = [one for one in person.chat() if words in text_of(one) and not one["mine"]]
    return found[-1]


def asks_for_a_title(message: Message) -> bool:
    """Tell whether the wizard for events begins, or offers to go on with what was left."""
    return any(words in text_of(message) for words in ("Как оно называется?", "остался черновик"))


def of_the_bot(person: Person) -> list[int]:
    """Return the numbers of the bot's messages in a chat."""
    return [one["message_id"] for one in person.chat() if not one["mine"]]
