"""An event with few seats and those who want in, on a real database, as several tests play it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from bot.domain.events.events import Event, EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.rsvps import Answer, Rsvp, Standing
from bot.domain.events.seats import Roster, Seat
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import Refusal
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.events.events import Events
from bot.services.events.guests import Guests
from bot.services.events.reminders import Reminders
from bot.services.events.rsvps import Rsvps
from bot.services.events.waitlists import Waitlists
from bot.services.people.members import Members
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.events import an_event_plan
from tests.people import joined

START = datetime(2026, 12, 10, 13, 0, tzinfo=UTC)  # 18:00 in Yekaterinburg
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
EARLY, MIDDLE, LATE = START - 72 * HOUR, START - 30 * HOUR, START - 6 * HOUR
NIGHT = QuietHours(time(22), time(9))
ANNA = MemberId(1)  # the organiser
GOING, MAYBE, DECLINED = Answer.GOING, Answer.MAYBE, Answer.DECLINED
S, A, W = Seat.SEATED, Seat.OFFERED, Seat.WAITING


class Hall:
    """An event of the alliance, and those who want in: members from 2 on."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, FixedClock(EARLY)
        rules = self.rules = some_rules(24 * HOUR, quiet_hours=NIGHT)
        self.events = Events(database, self.clock, rules)
        self.rsvps = Rsvps(database, self.clock, rules)
        self.waitlists = Waitlists(database, self.clock, rules)
        self.guests = Guests(database, self.clock, rules)
        self.reminders = Reminders(database, self.clock, rules)
        self.deliveries = Deliveries(
            database, self.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        self.members = Members(
            database, self.clock, rules=rules, administrators=frozenset(), language="ru"
        )
        self.event = EventId(0)

    async def fills(self, people: int) -> None:
        """Write down people: of three organisations in turn, and every fourth of none."""

        def write(tx: Stores) -> None:
            funds = [
                tx.organisations.add(
                    OrganisationDetails(f"Фонд {n}", "", f"667100000{n}", None, "")
                )
                for n in range(3)
            ]
            for number in range(1, people + 1):
                roles = frozenset({Role.ORGANISER} if number == ANNA else ())
                fund = None if number % 4 == 0 else funds[number % 4 - 1]
                joined(tx, PersonDetails(f"Участник {number}", roles=roles), EARLY, fund)

        await self.database.write(write)

    async def opens(self, **plan: object) -> EventId:
        self.event = await self.events.publish(ANNA, a_plan(**plan))
        return self.event

    async def answers(self, member: int, answer: Answer = GOING, order: int = 0) -> Standing:
        self.clock.time += timedelta(seconds=1)
        return await self.rsvps.answer(MemberId(member), self.event, answer, order=order)

    async def changes(self, **changes: object) -> None:
        plan = await self.events.plan(ANNA, self.event)
        changed = replace(plan, **changes)  # type: ignore[arg-type]  # each test gives what it means
        await self.events.change(ANNA, self.event, changed)

    async def stands(self, member: int) -> Rsvp | None:
        return await self.database.read(lambda tx: tx.rsvps.get(self.event, MemberId(member)))

    async def seats(self) -> dict[int, Seat]:
        roster = await self.roster()
        return {party.member: party.seat for party in roster.parties}

    async def found(self) -> Event:
        event = await self.database.read(lambda tx: tx.events.get(self.event))
        assert event is not None
        return event

    async def roster(self) -> Roster:
        event = await self.found()
        return await self.database.read(lambda tx: tx.rsvps.roster(event))

    async def told(self) -> Counter[tuple[str, int]]:
        """Return the news of seats in the outbox, as kind and recipient."""
        sql = "SELECT kind, member_id FROM notices WHERE key LIKE 'seat:%'"
        return Counter(await query(self.database, sql))


def a_plan(**changes: Any) -> EventPlan:
    return an_event_plan(**{"starts_at": START, "capacity": 2, "guests": 3, **changes})


@contextmanager
def refused(refusal: type[Refusal]) -> Iterator[None]:
    with pytest.raises(refusal):
        yield
