"""A clock that jumps neither lets a ballot in too late nor ends a vote too early."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import LASTING, SteadyClock
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Mode, Secrecy
from bot.domain.polls.polls import PollState
from bot.domain.polls.refusals import ClockBehind
from bot.domain.polls.voters import VoterId
from bot.services.polls.ballots import Ballots
from bot.services.polls.polls import Polls
from bot.services.polls.verification import verify
from tests.councils import CHAIR, CLOSES, DAY, FOR, HOUR, ISSUED, NOON, Assembly, a_poll
from tests.halls import refused

SECOND = timedelta(seconds=1)

# --- put back: the chain is asked ----------------------------------------------------------------


@pytest.mark.parametrize("secrecy", Secrecy)
async def test_with_the_clock_put_back_no_ballot_is_taken_after_the_deadline(
    assembly: Assembly, secrecy: Secrecy
) -> None:
    """The clock is put back after the deadline, and before the sweep has closed the poll."""
    poll = await assembly.opens(closes_at=NOON + HOUR, secrecy=secrecy)
    other = await assembly.opens()
    assembly.clock.time = NOON + HOUR
    await assembly.casts(4, other)
    assembly.clock.time = NOON + HOUR / 2

    with refused(ClockBehind):
        await assembly.casts(3, poll)

    assert await assembly.written(poll) == {}
    assembly.clock.time = NOON + HOUR + timedelta(seconds=2)
    assert await assembly.polls.close_due() == 1
    assert (await assembly.database.read(verify)).holds


async def test_with_the_clock_put_back_no_list_of_a_meeting_is_taken(assembly: Assembly) -> None:
    poll = await assembly.opens(closes_at=NOON + HOUR, mode=Mode.MEETING)
    assembly.clock.time = NOON - HOUR
    with refused(ClockBehind):
        await assembly.polls.close(CHAIR, poll, "Пора", frozenset({VoterId(4)}))
    assert await assembly.rows("SELECT kind FROM entries") == [("opened",)]


async def test_with_the_clock_put_back_nothing_of_a_vote_happens_until_it_has_caught_up(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(closes_at=NOON + HOUR)
    await assembly.opens(opens_at=NOON + HOUR / 2)
    assembly.clock.time = NOON - HOUR
    for act in (
        assembly.polls.close(CHAIR, poll, "Пора"),
        assembly.polls.cancel(CHAIR, poll, "Ошибка"),
        assembly.polls.open(CHAIR, a_poll()),
        assembly.ballots.recuse(MemberId(3), poll, VoterId(3)),
        assembly.ballots.state(MemberId(3), poll, VoterId(3)),
        assembly.proxies.register(CHAIR, poll, VoterId(3), MemberId(4), "7", ISSUED, CLOSES, "Всё"),
    ):
        with refused(ClockBehind):
            await act

    assert await assembly.rows("SELECT kind FROM entries") == [("opened",)]
    assembly.clock.time = NOON
    await assembly.casts(3, poll)
    assert (await assembly.database.read(verify)).holds


async def test_what_is_due_waits_for_a_clock_that_was_put_back_and_does_not_fail(
    assembly: Assembly,
) -> None:
    closing = await assembly.opens(closes_at=NOON + HOUR)
    opening = await assembly.opens(opens_at=NOON + HOUR)
    last = await assembly.opens(closes_at=CLOSES)
    assembly.clock.time = NOON + DAY
    await assembly.casts(3, last)
    assembly.clock.time = NOON + 2 * HOUR

    assert await assembly.polls.close_due() + await assembly.polls.open_due() == 0
    assert await assembly.rows("SELECT 1 FROM failed_items") == []

    assembly.clock.time = NOON + DAY + HOUR
    assert await assembly.polls.close_due() + await assembly.polls.open_due() == 2
    states = [(await assembly.found(poll)).state for poll in (closing, opening)]
    assert states == [PollState.CLOSED, PollState.OPEN]


# --- wrong already when the process started: any act that was noted is asked ----------------------


async def noted(assembly: Assembly, at: datetime) -> None:
    """Have an act of another noun noted at that moment."""
    await assembly.database.write(lambda tx: tx.audit.add(CHAIR, "event.publish", "event:1", at))


async def test_a_clock_an_hour_behind_the_last_act_of_any_noun_takes_no_ballot_and_closes_nothing(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(closes_at=NOON + HOUR)
    await noted(assembly, NOON + 2 * HOUR)
    assembly.clock.time = NOON + HOUR - SECOND
    with refused(ClockBehind):
        await assembly.casts(3, poll)
    assembly.clock.time = NOON + HOUR
    assert await assembly.polls.close_due() == 0

    assembly.clock.time = NOON + 2 * HOUR
    assert await assembly.polls.close_due() == 1


async def test_an_act_that_a_clock_years_ahead_has_dated_holds_up_nobody(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens()
    await noted(assembly, NOON + 1000 * DAY)

    await assembly.casts(3, poll)


# --- a jump counts once it has lasted -------------------------------------------------------------


class Computer:
    """A computer on which time passes, and whose clock somebody can set."""

    def __init__(self, wall: datetime = NOON) -> None:
        self.wall, self.seconds = wall, 0.0
        self.clock = SteadyClock(lambda: self.wall, lambda: self.seconds)

    def passes(self, time: timedelta) -> None:
        """Let the time pass second by second, and look at the clock each second, as a bot does."""
        for _ in range(int(time / SECOND)):
            self.wall += SECOND
            self.seconds += 1
            self.clock.now()


async def test_a_clock_that_is_ahead_for_a_while_closes_nothing_and_ballots_are_taken(
    assembly: Assembly,
) -> None:
    computer = Computer()
    polls = Polls(assembly.database, computer.clock, assembly.rules)
    ballots = Ballots(assembly.database, computer.clock, assembly.rules)
    poll = await polls.open(CHAIR, a_poll(closes_at=NOON + DAY))
    computer.wall += 3 * DAY
    assert await polls.close_due() == 0
    computer.passes(LASTING / 2)
    assert await polls.close_due() == 0
    await ballots.cast(MemberId(3), poll, VoterId(3), FOR)
    computer.wall -= 3 * DAY
    computer.passes(DAY)

    assert await polls.close_due() == 1
    at = "SELECT payload ->> 'at' FROM entries WHERE kind = 'ballot'"
    assert await assembly.rows(at) == [((NOON + LASTING / 2).isoformat(),)]
    assert (await assembly.database.read(verify)).holds


async def test_a_jump_that_lasts_is_followed_and_what_is_due_is_done(assembly: Assembly) -> None:
    """After a computer was put to sleep, for instance, and does not count that."""
    computer = Computer()
    polls = Polls(assembly.database, computer.clock, assembly.rules)
    await polls.open(CHAIR, a_poll(closes_at=NOON + DAY))
    computer.wall += DAY
    computer.passes(LASTING - SECOND)
    assert await polls.close_due() == 0
    computer.passes(2 * SECOND)

    assert await polls.close_due() == 1
    assert computer.clock.now() == computer.wall


@pytest.mark.parametrize("jump", [-DAY, -HOUR, HOUR, 400 * DAY])
def test_the_time_goes_on_steadily_while_the_clock_is_wrong(jump: timedelta) -> None:
    computer = Computer()
    computer.wall += jump
    computer.passes(LASTING / 2)
    assert computer.clock.now() == NOON + LASTING / 2
    computer.wall -= jump
    computer.passes(2 * LASTING)
    assert computer.clock.now() == computer.wall == NOON + LASTING / 2 + 2 * LASTING


def test_a_clock_that_jumps_again_and_again_is_not_followed() -> None:
    computer = Computer()
    for hours in range(10):
        computer.wall += hours * HOUR
        computer.passes(LASTING / 2)
    assert computer.clock.now() == NOON + 5 * LASTING


def test_a_clock_that_is_put_right_little_by_little_is_followed_and_never_goes_back() -> None:
    computer = Computer()
    told = [computer.clock.now()]
    for step in (0.4, -0.6, 0.1, -0.2) * 50:
        computer.wall += timedelta(seconds=step)
        computer.passes(SECOND)
        told.append(computer.clock.now())
    assert told == sorted(told)
    assert abs(told[-1] - computer.wall) < SECOND


def test_the_real_clock_tells_the_real_time() -> None:
    before = datetime.now(UTC)
    assert before <= SteadyClock().now() <= datetime.now(UTC)
