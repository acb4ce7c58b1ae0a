"""Whatever people do, the house keeps its promises: tried against a model that reads the rows."""

import asyncio
import tempfile
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.refusals import Refusal
from bot.domain.rooms.bookings import BookingId, BookingState
from bot.domain.rooms.hours import OpenHours, Week
from bot.domain.rooms.resources import ResourceId, ResourceKind, ResourcePlan
from storage.engine.database import open_database
from tests.databases import query
from tests.rooms import ANNA, BORIS, DAY, GLEB, HOUR, MINUTE, NOW, VERA, Lodging, a_wish, people

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 10, 19, 6, 0, tzinfo=BERLIN)
"""A Monday; on Sunday the clocks go back."""
QUARTER = 15 * MINUTE
PLAN = ResourcePlan(
    ResourceKind.PLACES,
    "Места",
    count=2,
    week=Week((OpenHours(540, 1200),) * 6 + (None,)),
    buffer=QUARTER,
)
PEOPLE = (ANNA, BORIS, VERA)

ASKED, CONFIRMED = BookingState.ASKED, BookingState.CONFIRMED
OF_STATE = {
    "confirm": (ASKED,),
    "give_up": (CONFIRMED, BookingState.OFFERED, BookingState.WAITING),
    "no": (CONFIRMED,),
    "wait": (BookingState.REFUSED,),
    "accept": (BookingState.OFFERED,),
}
"""What is done with bookings, and in which states."""

a_slot = st.tuples(st.integers(0, 1), st.integers(34, 48), st.integers(3, 16))
an_act = st.one_of(
    *[st.tuples(st.just("ask"), st.sampled_from(PEOPLE), a_slot, st.integers(1, 2), st.booleans())]
    * 3,
    *[st.tuples(st.sampled_from(("confirm", "wait", "accept", *OF_STATE)), st.integers(0, 9))] * 4,
    st.tuples(st.just("pass"), st.integers(1, 9)),
    st.tuples(st.just("close"), st.integers(0, 9)),
)


@given(st.lists(an_act, min_size=15, max_size=40))
def test_whatever_people_do_no_moment_is_booked_too_often_and_nobody_waits_in_vain(
    acts: list[tuple[object, ...]],
) -> None:
    asyncio.run(_play(acts))


async def _play(acts: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_database(Path(folder, "rooms.sqlite3"), NOW) as database:
            await database.write(people)
            house = Lodging(database, zone="Europe/Berlin")
            house.clock.time = START
            places = await house.has(PLAN)
            for act in acts:
                with suppress(Refusal):
                    await _do(house, places, act)
                await house.goes_on(house.clock.time)
                await _check(house)


async def _do(house: Lodging, places: ResourceId, act: tuple[object, ...]) -> None:
    match act:
        case ("ask", person, (day, quarter, length), quantity, weekly):
            start = datetime(2026, 10, 19, tzinfo=BERLIN) + timedelta(days=int(day))  # type: ignore[call-overload]
            start = start.replace(hour=int(quarter) // 4, minute=int(quarter) % 4 * 15)  # type: ignore[call-overload]
            until = (start + 14 * DAY).date() if weekly else None
            wish = a_wish(start, int(length) * QUARTER, quantity=quantity, until=until)  # type: ignore[call-overload]
            await house.bookings.ask(person, places, wish)  # type: ignore[arg-type]
        case ("pass", int(hours)):
            await house.goes_on(house.clock.time + hours * HOUR)
        case ("close", int(day)):
            closed = date(2026, 10, 19) + timedelta(days=day)
            await house.managing.close(GLEB, places, closed, closed, "")
        case (str(what), int(number)):
            await _decide(house, what, number)


async def _decide(house: Lodging, what: str, number: int) -> None:
    states = OF_STATE[what]
    marks = ", ".join("?" * len(states))
    sql = f"SELECT id, member_id FROM bookings WHERE state IN ({marks}) ORDER BY id"  # noqa: S608  marks
    rows = await query(house.database, sql, *states)
    if not rows:
        return
    id_, person = rows[number % len(rows)]
    booking, acts = BookingId(id_), house.bookings
    match what:
        case "confirm":
            await house.keeping.confirm(GLEB, booking)
        case "give_up":
            await acts.give_up(person, booking)
        case "wait":
            await acts.wait(person, booking)
        case "accept":
            await acts.accept(person, booking)
        case _:
            await acts.come(person, booking, coming=False)


async def _check(house: Lodging) -> None:
    """Count each quarter of an hour by the rows alone."""
    assert await query(house.database, "SELECT * FROM failed_items") == []
    rows = await query(
        house.database, "SELECT state, quantity, starts_at, ends_at, busy_until FROM bookings"
    )
    taken: dict[int, int] = {}
    for state, quantity, starts, ends, busy in rows:
        first, last, end = (datetime.fromisoformat(one) for one in (starts, ends, busy))
        local = [one.astimezone(BERLIN) for one in (first, last)]
        assert local[0].date() == local[1].date(), "within a day"
        assert local[0].weekday() != 6, "on Sundays it is closed"
        assert (local[0].hour, local[0].minute) >= (9, 0)
        assert (local[1].hour, local[1].minute) <= (20, 0)
        assert end - last == QUARTER
        if state in {BookingState.CONFIRMED, BookingState.OFFERED}:
            for quarter in _quarters(first, end):
                taken[quarter] = taken.get(quarter, 0) + quantity
    assert max(taken.values(), default=0) <= PLAN.count
    for state, quantity, starts, _, busy in rows:
        if state == BookingState.WAITING:
            span = _quarters(datetime.fromisoformat(starts), datetime.fromisoformat(busy))
            assert any(taken.get(one, 0) + quantity > PLAN.count for one in span), "waits in vain"


def _quarters(start: datetime, end: datetime) -> range:
    return range(int(start.timestamp()) // 900, -(-int(end.timestamp()) // 900))
