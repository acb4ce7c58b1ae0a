"""The limiter against strict servers, in virtual time: nothing here really sleeps."""

import asyncio
import math
import random
import selectors
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.delivery.turns import About, Superseded, TurnedAway
from bot.domain.priorities import Priority
from tests.effort import effort

PERSON, GROUP = 7, -100


class _Leap(selectors.SelectSelector):
    """Never waits: the clock leaps to the next timer instead."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events = super().select(0)
        if not events:
            if timeout is None:
                raise RuntimeError("everybody waits for ever")
            self.now += timeout
        return events


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leap = _Leap()
        super().__init__(self._leap)

    def time(self) -> float:
        return self._leap.now


def virtually(main: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner(loop_factory=_VirtualLoop) as runner:
        runner.run(main)


def now() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Line:
    """The way to a server: notes when and in which order messages were sent and arrived."""

    limiter: Limiter
    out: Callable[[], float] = lambda: 0.0
    back: Callable[[], float] = lambda: 0.0
    sent: list[tuple[float, int | str]] = field(default_factory=list)
    arrived: list[float] = field(default_factory=list)

    async def send(
        self, chat: int | str, priority: Priority = Priority.BROADCAST, weight: int = 1
    ) -> None:
        async with self.limiter.slot(chat, priority, weight):
            self.sent.append((now(), chat))
            await asyncio.sleep(self.out())
            self.arrived.extend([now()] * weight)
            await asyncio.sleep(self.back())

    async def send_all(
        self, chats: Iterable[int | str], priority: Priority = Priority.BROADCAST
    ) -> None:
        """As the worker does: many at once, and not all of them."""
        left = iter(chats)

        async def carry() -> None:
            for chat in left:
                await self.send(chat, priority)

        await asyncio.gather(*(carry() for _ in range(60)))


def most_in(span: float, arrivals: list[float]) -> int:
    """How many arrived in the fullest half-open `span` seconds."""
    times, first, most = sorted(arrivals), 0, 0
    for last, time in enumerate(times):
        while times[first] <= time - span:
            first += 1
        most = max(most, last - first + 1)
    return most


def jittered(limiter: Limiter, *, out: float, back: float, jitter: float, seed: int) -> Line:
    rng = random.Random(seed)  # noqa: S311 -- made-up latencies, no secrets
    return Line(
        limiter,
        lambda: out * (1 + rng.uniform(-jitter, jitter)),
        lambda: back * (1 + rng.uniform(-jitter, jitter)),
    )


@settings(max_examples=effort(15, 400), derandomize=True)
@given(
    rate=st.floats(0.4, 40),
    latency=st.floats(0, 0.4),
    share=st.floats(0, 1),
    jitter=st.floats(0, 0.2),
    seed=st.integers(0, 2**32),
)
def test_a_strict_server_never_refuses(
    rate: float, latency: float, share: float, jitter: float, seed: int
) -> None:
    async def main() -> None:
        limiter = Limiter(Rates(per_second=rate))
        way_out, way_back = latency * share, latency * (1 - share)
        line = jittered(limiter, out=way_out, back=way_back, jitter=jitter, seed=seed)
        await line.send_all(range(1, 151))
        span = max(1.0, 1 / rate)
        assert most_in(span, line.arrived) <= math.ceil(rate)

    virtually(main())


@pytest.mark.parametrize(("latency", "share"), [(0.0, 0.97), (0.05, 0.97), (0.2, 0.94)])
@pytest.mark.parametrize("seed", range(3))
def test_nearly_all_that_is_allowed_is_used(latency: float, share: float, seed: int) -> None:
    async def main() -> None:
        line = jittered(Limiter(Rates()), out=latency, back=0, jitter=0.2, seed=seed)
        await line.send_all(range(1, 601))
        assert 600 / now() / 30 >= share
        assert most_in(1, line.arrived) <= 30

    virtually(main())


def test_an_answer_waits_less_than_a_quarter_second_during_a_broadcast() -> None:
    async def main() -> None:
        line = jittered(Limiter(Rates()), out=0.025, back=0.025, jitter=0.2, seed=1)
        broadcast = asyncio.create_task(line.send_all(range(1, 301)))
        for chat in range(1000, 1020):
            await asyncio.sleep(0.37)
            asked = now()
            async with line.limiter.slot(chat, Priority.ANSWER):
                assert now() - asked < 0.25
        await broadcast

    virtually(main())


@settings(max_examples=effort(15, 400), derandomize=True)
@given(
    weights=st.lists(st.integers(1, 10), min_size=1, max_size=60),
    latency=st.floats(0, 0.3),
    seed=st.integers(0, 2**32),
)
def test_albums_count_as_their_files_and_all_of_them_go(
    weights: list[int], latency: float, seed: int
) -> None:
    async def main() -> None:
        line = jittered(Limiter(Rates()), out=latency, back=0, jitter=0.2, seed=seed)
        async with asyncio.TaskGroup() as group:
            for chat, weight in enumerate(weights, start=1):
                group.create_task(line.send(chat, weight=weight))
        assert len(line.arrived) == sum(weights)
        assert most_in(1, line.arrived) <= 30

    virtually(main())


def test_a_person_who_got_an_album_is_left_alone_for_as_many_seconds() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        await line.send(PERSON, weight=10)
        await line.send(PERSON)
        (_, _), (then, _) = line.sent
        assert 7 < then < 9  # ten files, of which a burst of three comes at once

    virtually(main())


def test_an_album_larger_than_what_is_allowed_goes_all_the_same() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(per_second=2, per_group_minute=5)))
        await line.send(PERSON, weight=10)
        await line.send(GROUP, weight=10)
        assert len(line.arrived) == 20

    virtually(main())


@pytest.mark.parametrize("answers", [0, 1, 5])
def test_who_takes_over_from_a_killed_process_keeps_to_what_both_may_send(answers: int) -> None:
    async def main() -> None:
        killed = Line(Limiter(Rates()), lambda: 0.2)
        sending = asyncio.create_task(killed.send_all(range(1, 200)))
        await asyncio.sleep(2)
        sent = [moment for moment, _ in killed.sent if moment > now() - 1]
        sending.cancel()  # what was on its way still arrives
        arrived = [moment + 0.2 for moment, _ in killed.sent]

        limiter = Limiter(Rates())
        limiter.take_over(len(sent))
        line = Line(limiter)
        broadcast = asyncio.create_task(line.send_all(range(200, 300)))
        for chat in range(1000, 1000 + answers):
            await line.send(chat, Priority.ANSWER)
        await broadcast
        assert most_in(1, arrived + line.arrived) <= 30

    virtually(main())


def test_after_a_kill_an_answer_does_not_wait_for_what_was_planned() -> None:
    async def main() -> None:
        limiter = Limiter(Rates())
        limiter.take_over(3)
        line = Line(limiter)
        planned = asyncio.create_task(line.send(PERSON))
        await line.send(8, Priority.ANSWER)
        assert now() < 0.1
        await planned
        assert now() > 1

    virtually(main())


def test_a_group_gets_at_most_twenty_in_any_minute() -> None:
    async def main() -> None:
        for chat in (GROUP, "@news"):
            line = jittered(Limiter(Rates()), out=0.1, back=0.1, jitter=0.9, seed=3)
            await line.send_all([chat] * 65)
            assert most_in(60, line.arrived) == 20

    virtually(main())


@pytest.mark.parametrize("seed", range(5))
def test_a_person_gets_a_short_burst_and_then_one_a_second(seed: int) -> None:
    async def main() -> None:
        line = jittered(Limiter(Rates()), out=0.1, back=0.1, jitter=0.9, seed=seed)
        await line.send_all([PERSON] * 20)
        assert all(most_in(span, line.arrived) <= 3 + span for span in range(1, 15))
        assert line.sent[2][0] < 0.5
        assert line.sent[-1][0] < 20

    virtually(main())


def test_a_chat_that_must_wait_does_not_hold_up_others() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(chat_burst=1)))
        await line.send_all([1, 1, 1, 2, 3])
        assert [chat for _, chat in line.sent] == [1, 2, 3, 1, 1]

    virtually(main())


def test_the_higher_priority_goes_first_and_then_the_one_that_came_first() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        await line.send(99)
        order = [Priority.BROADCAST, Priority.ANSWER, Priority.REMINDER] * 2
        await asyncio.gather(*(line.send(chat, each) for chat, each in enumerate(order, 1)))
        assert [chat for _, chat in line.sent] == [99, 2, 5, 3, 6, 1, 4]

    virtually(main())


def test_a_cancelled_waiter_gives_its_place_back() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(per_second=1)))
        await line.send(1)
        first, second = (asyncio.create_task(line.send(chat)) for chat in (2, 3))
        await asyncio.sleep(0.1)
        first.cancel()
        await second
        assert line.sent[1][1] == 3
        assert line.sent[1][0] < 1.1
        assert line.limiter.waiting == 0

    virtually(main())


def test_a_turn_granted_to_a_task_that_is_cancelled_at_once_is_not_lost() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(per_second=1)))
        await line.send(1)
        doomed = asyncio.create_task(line.send(2))
        await asyncio.sleep(0)
        line.limiter._grant(line.limiter._waiting[0], now())
        doomed.cancel()
        await asyncio.wait([doomed])
        assert doomed.cancelled()
        await line.send(3)
        assert [chat for _, chat in line.sent] == [1, 3]

    virtually(main())


def test_a_send_that_fails_frees_its_slot_as_an_answer_does() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(per_second=1)))
        with pytest.raises(OSError, match="gone"):
            async with line.limiter.slot(1, Priority.ANSWER):
                raise OSError("gone")
        await line.send(2)
        assert 1 <= line.sent[0][0] < 1.1

    virtually(main())


def test_a_pause_is_obeyed_by_everyone() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        waiting = asyncio.create_task(line.send_all(range(1, 61)))
        await asyncio.sleep(0.5)
        line.limiter.pause(5)
        line.limiter.pause(1)  # a shorter one does not end it
        await line.send(100, Priority.ANSWER)
        await waiting
        assert not [time for time, _ in line.sent if 0.5 < time <= 5.5]

    virtually(main())


def test_a_closed_limiter_turns_away_who_waits_and_who_comes_but_nobody_who_sends() -> None:
    async def main() -> None:
        limiter = Limiter(Rates(per_second=1))
        answered = asyncio.Event()

        async def send() -> str:
            try:
                async with limiter.slot(1, Priority.ANSWER):
                    await answered.wait()
            except TurnedAway:
                return "turned away"
            return "sent"

        sending = asyncio.create_task(send())
        waiting = asyncio.create_task(send())
        await asyncio.sleep(0)
        limiter.close()
        late = asyncio.create_task(send())
        assert await waiting == await late == "turned away"
        answered.set()
        assert await sending == "sent"
        assert limiter.waiting == 0

    virtually(main())


def test_a_429_lowers_the_rate_once_and_it_creeps_back() -> None:
    async def main() -> None:
        limiter = Limiter(Rates())
        limiter.pause(1)
        limiter.pause(2)  # what was on its way is refused too
        assert limiter.rate == pytest.approx(24)
        await asyncio.sleep(30)
        assert 24 < limiter.rate < 30
        await asyncio.sleep(600)
        assert limiter.rate == 30

    virtually(main())


def test_the_lowered_rate_is_kept_to() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        line.limiter.pause(1)
        await line.send_all(range(1, 101))
        assert most_in(1, line.arrived) <= 25

    virtually(main())


def test_any_number_of_429s_leaves_a_tenth_of_the_rate() -> None:
    async def main() -> None:
        limiter = Limiter(Rates())
        for _ in range(50):
            limiter.pause(1)
            await asyncio.sleep(2)
        assert 3 <= limiter.rate < 4

    virtually(main())


def test_idle_chats_are_forgotten() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        await line.send_all(range(1, 1001))
        await asyncio.sleep(60)
        await line.send(PERSON)
        assert list(line.limiter._chats) == [PERSON]

    virtually(main())


def test_a_clock_of_ones_own_may_start_anywhere() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        line = Line(Limiter(Rates(per_second=0.5), clock=lambda: loop.time() - 1e6))
        await line.send_all([1, 2, 3])
        assert [round(time) for time, _ in line.sent] == [0, 2, 4]

    virtually(main())


@pytest.mark.parametrize(
    "wrong",
    [{"per_second": 0}, {"per_chat_second": -1}, {"per_group_minute": 0}, {"chat_burst": 0}],
)
def test_rates_that_are_not_positive_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="positive"):
        Rates(**wrong)


def test_a_person_is_answered_in_a_longer_burst_than_is_announced_to() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(chat_burst=3, answer_burst=8)))
        await line.send_all([PERSON] * 10, Priority.ANSWER)
        assert line.sent[7][0] < 0.5
        assert line.sent[8][0] > 0.9
        notice = asyncio.create_task(line.send(PERSON))
        await asyncio.sleep(0.5)
        await line.send(8, Priority.ANSWER)
        await notice
        assert [chat for _, chat in line.sent[10:]] == [8, PERSON]
        assert line.sent[-1][0] - line.sent[9][0] > 5, "a burst of answers leaves none for notices"

    virtually(main())


def test_who_was_answered_least_goes_first() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(per_second=10)))
        await line.send_all([1, 1, 1, 2], Priority.ANSWER)
        asked = [1, 1, 2, 3, 3]
        await asyncio.gather(*(line.send(chat, Priority.ANSWER) for chat in asked))
        assert [chat for _, chat in line.sent[4:]] == [3, 3, 2, 1, 1]

    virtually(main())


@pytest.mark.parametrize("refused", [PERSON, 8])
def test_a_429_holds_back_the_chat_whose_burst_may_be_the_cause_and_else_everybody(
    refused: int,
) -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        await line.send_all([PERSON] * 5 + [8], Priority.ANSWER)
        then = now()
        line.limiter.refused(refused, 10)
        await line.send(9, Priority.ANSWER)
        others = now() - then
        await line.send(PERSON, Priority.ANSWER)
        assert (others < 0.5) == (refused == PERSON)
        assert now() - then > 10

    virtually(main())


def test_after_a_429_in_a_burst_the_bursts_are_short_for_a_while() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates()))
        await line.send_all([PERSON] * 5, Priority.ANSWER)
        line.limiter.refused(PERSON, 1)
        await line.send_all([8] * 5, Priority.ANSWER)
        then = now()
        assert then > 1, "the fourth and the fifth came a second apart"
        await asyncio.sleep(600)
        then = now()
        await line.send_all([8] * 5, Priority.ANSWER)
        assert now() - then < 0.5

    virtually(main())


def test_a_newer_turn_about_the_same_thing_takes_the_place_of_one_that_waits() -> None:
    async def main() -> None:
        limiter = Limiter(Rates(answer_burst=3))
        sent: list[int] = []

        async def edit(version: int) -> str:
            try:
                async with limiter.slot(PERSON, Priority.ANSWER, about=About("edit", 5)):
                    sent.append(version)
            except Superseded:
                return "superseded"
            return "sent"

        outcomes = [await edit(version) for version in range(3)]
        waiting = [asyncio.create_task(edit(version)) for version in range(3, 10)]
        outcomes += await asyncio.gather(*waiting)
        assert sent == [0, 1, 2, 9]
        assert outcomes == ["sent"] * 3 + ["superseded"] * 6 + ["sent"]
        assert limiter.waiting == 0

    virtually(main())


def test_what_waits_for_others_only_is_not_superseded() -> None:
    async def main() -> None:
        line = Line(Limiter(Rates(per_second=2)))
        await line.send(8, Priority.ANSWER)

        async def edit() -> None:
            async with line.limiter.slot(PERSON, Priority.ANSWER, about=About("edit", 5)):
                line.sent.append((now(), PERSON))

        await asyncio.gather(edit(), edit(), edit())
        assert [chat for _, chat in line.sent] == [8, PERSON, PERSON, PERSON]

    virtually(main())


def test_how_long_a_turn_will_be_waited_for_is_known_beforehand() -> None:
    async def main() -> None:
        limiter = Limiter(Rates(answer_burst=3))
        line = Line(limiter)
        assert limiter.expected_wait(PERSON, Priority.ANSWER) == 0
        await line.send_all([PERSON] * 3, Priority.ANSWER)
        assert 0.8 < limiter.expected_wait(PERSON, Priority.ANSWER) < 1.2
        assert limiter.expected_wait(8, Priority.ANSWER) < 0.1
        limiter.pause(30)
        assert limiter.expected_wait(8, Priority.ANSWER) > 30

    virtually(main())
