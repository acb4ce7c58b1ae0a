from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.due_times import DueTime
from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId, EventState
from bot.domain.events.plans import EventPlan, Kind, Point
from bot.domain.events.recurrence import Rhythm
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from storage.engine.database import Database
from storage.stores import Stores
from tests.events import an_event_plan

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ANNA, BORIS = MemberId(1), MemberId(2)


FULL = EventPlan(
    title="Форум",
    description="Два дня о важном.",
    starts_at=NOW + DAY,
    duration=timedelta(days=2),
    place="Дом НКО",
    audience=Audience(AudienceCircle.MUNICIPALITIES, ("Ирбит", "Реж"), frozenset({ANNA, BORIS})),
    kind=Kind.FORUM,
    room="Зал 2",
    link="https://example.org/forum",
    point=Point(56.84, 60.61),
    cover="photo",
    capacity=20,
    quota=2,
    guests=3,
    guests_named=True,
    rsvp_until=NOW + timedelta(hours=12),
    leads=(DAY, timedelta(hours=3)),
)


@pytest.fixture
async def event(database: Database) -> EventId:
    def write(tx: Stores) -> EventId:
        for name in ("Анна", "Борис"):
            tx.members.add(PersonDetails(name), None)
        return tx.events.add(an_event_plan(NOW + DAY), ANNA, NOW)

    return await database.write(write)


async def test_an_event_comes_back_as_planned(database: Database, event: EventId) -> None:
    found = await database.read(lambda tx: tx.events.get(event))

    assert found is not None
    assert (found.starts_at, found.duration) == (NOW + timedelta(days=1), timedelta(hours=2))
    assert (found.title, found.created_by, found.is_cancelled) == ("Встреча", ANNA, False)


@pytest.mark.usefixtures("event")
async def test_every_field_of_a_plan_comes_back_when_added_and_when_saved(
    database: Database, event: EventId
) -> None:
    def write(tx: Stores) -> list[EventPlan]:
        added = tx.events.get(tx.events.add(FULL, ANNA, NOW))
        plain = tx.events.get(event)
        assert added
        assert plain
        values = {name: getattr(FULL, name) for name in EventPlan.__slots__}
        tx.events.save(replace(plain, **values))
        saved = tx.events.get(event)
        assert saved
        return [added.plan, saved.plan]

    assert await database.write(write) == [FULL, FULL]


async def test_what_becomes_of_an_event_comes_back(database: Database, event: EventId) -> None:
    def write(tx: Stores) -> None:
        found = tx.events.get(event)
        assert found
        later = replace(
            found,
            state=EventState.CANCELLED,
            reason="Болезнь",
            sequence=3,
            changed_at=NOW + DAY,
            rescheduled_at=NOW,
            guest_code="code",
        )
        tx.events.save(later)
        assert tx.events.get(event) == later
        assert tx.events.by_guest_code("code") == later
        assert tx.events.by_guest_code("another") is None

    await database.write(write)


@pytest.mark.usefixtures("event")
async def test_each_event_has_an_identity_for_calendars_and_a_secret_of_its_own(
    database: Database,
) -> None:
    def write(tx: Stores) -> None:
        ids = [tx.events.add(an_event_plan(NOW + DAY), ANNA, NOW) for _ in range(3)]
        events = [tx.events.get(one) for one in ids]
        assert len({one.uid for one in events if one and one.uid}) == 3
        assert len({tx.events.secret(one) for one in ids}) == 3
        assert {len(tx.events.secret(one)) for one in ids} == {32}

    await database.write(write)


async def test_events_are_listed_by_their_start_until_they_are_over(
    database: Database, event: EventId
) -> None:
    running = await database.write(
        lambda tx: tx.events.add(an_event_plan(NOW - timedelta(hours=1)), ANNA, NOW)
    )
    await database.write(
        lambda tx: tx.events.add(an_event_plan(NOW - timedelta(hours=2)), ANNA, NOW)
    )

    ahead = await database.read(lambda tx: tx.events.ending_after(NOW))

    assert [one.id for one in ahead] == [running, event]


@pytest.mark.usefixtures("event")
async def test_what_is_scheduled_is_due_from_its_time_on_until_it_is_published(
    database: Database,
) -> None:
    at = NOW + timedelta(hours=1)

    def write(tx: Stores) -> None:
        late, early = (
            tx.events.add(an_event_plan(NOW + DAY), ANNA, NOW, publish_at=at + timedelta(minutes=n))
            for n in (1, 0)
        )
        assert tx.events.due_for_publication(at - timedelta(microseconds=1)) == []
        assert tx.events.due_for_publication(at) == [early]
        assert tx.events.due_for_publication(at + DAY) == [early, late]
        found = tx.events.get(early)
        assert found is not None
        tx.events.save(found.published())
        assert tx.events.due_for_publication(at + DAY) == [late]

    await database.write(write)


@pytest.mark.usefixtures("event")
async def test_a_series_is_counted_by_what_lies_ahead_and_takes_place(database: Database) -> None:
    def write(tx: Stores) -> None:
        series = tx.events.add_series(Rhythm.WEEKLY, ANNA, NOW)
        other = tx.events.add_series(Rhythm.BIWEEKLY, ANNA, NOW)
        assert (tx.events.rhythm(series), tx.events.rhythm(other)) == tuple(Rhythm)[:2]
        tx.events.add(an_event_plan(NOW + DAY), ANNA, NOW, series=other)
        dates = [
            tx.events.add(an_event_plan(NOW + week * 7 * DAY), ANNA, NOW, series=series)
            for week in (3, 1, 2, -1)
        ]
        ahead = tx.events.of_series(series, NOW)
        assert [one.id for one in ahead] == [dates[1], dates[2], dates[0]]
        assert tx.events.count_series(series, NOW) == 3
        tx.events.save(ahead[0].cancelled("", NOW))
        assert tx.events.count_series(series, NOW) == 2
        assert len(tx.events.of_series(series, NOW)) == 3

    await database.write(write)


async def test_a_draft_becomes_one_event(database: Database, event: EventId) -> None:
    def write(tx: Stores) -> None:
        made = tx.events.add(an_event_plan(NOW + DAY), ANNA, NOW, draft="d")
        assert tx.events.by_draft("d") == made != event
        assert tx.events.by_draft("e") is None

    await database.write(write)


async def test_an_event_is_muted_for_one_person_until_it_is_not(
    database: Database, event: EventId
) -> None:
    def write(tx: Stores) -> None:
        for _ in range(2):
            tx.events.save_muted(event, ANNA, muted=True)
        assert tx.events.muted(event, ANNA)
        assert not tx.events.muted(event, BORIS)
        tx.events.save_muted(event, ANNA, muted=False)
        assert not tx.events.muted(event, ANNA)

    await database.write(write)


async def test_a_due_reminder_is_taken_once(database: Database, event: EventId) -> None:
    day, hour = (DueTime(event, timedelta(hours=n), NOW + timedelta(hours=n)) for n in (24, 1))
    await database.write(lambda tx: tx.dues.replace(EventDue.REMINDERS, event, [day, hour]))

    at = NOW + timedelta(hours=1)
    early = at - timedelta(microseconds=1)
    assert await database.read(lambda tx: tx.dues.overdue(EventDue.REMINDERS, event, early)) == []
    assert await database.read(lambda tx: tx.dues.overdue(EventDue.REMINDERS, event, at)) == [hour]
    assert await database.read(lambda tx: tx.dues.due(EventDue.REMINDERS, early)) == []
    assert await database.read(lambda tx: tx.dues.due(EventDue.REMINDERS, at)) == [event]
    assert await database.write(lambda tx: tx.dues.take_due(EventDue.REMINDERS, event, early)) == []
    assert await database.write(lambda tx: tx.dues.take_due(EventDue.REMINDERS, event, at)) == [
        hour
    ]
    assert await database.write(lambda tx: tx.dues.take_due(EventDue.REMINDERS, event, at)) == []
    assert await database.read(lambda tx: tx.dues.upcoming(EventDue.REMINDERS, 5)) == [day]
