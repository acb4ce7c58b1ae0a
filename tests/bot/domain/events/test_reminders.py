"""When a reminder is due, and when it has become useless."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.due_times import DueTime
from bot.domain.events.events import Event, EventId
from bot.domain.events.reminders import LEADS, Expected, Leads, delivery_time, nearest
from bot.domain.people.members import MemberId
from bot.domain.quiet_hours import QuietHours
from tests import events

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ZONES = ("Asia/Yekaterinburg", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC")

moments = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001  the strategy adds the zone
    max_value=datetime(2030, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
leads = st.lists(
    st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=30)),
    unique=True,
    max_size=5,
)
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
nights = st.tuples(minutes, minutes).filter(lambda ends: ends[0] != ends[1])
quiet = st.one_of(st.none(), nights.map(lambda ends: QuietHours(*ends)))
zones = st.sampled_from(ZONES).map(ZoneInfo)


def an_event(
    starts_at: datetime, number: int = 1, leads: tuple[timedelta, ...] | None = None
) -> Event:
    return events.an_event(starts_at, id=EventId(number), leads=leads)


def somebody(leads: tuple[timedelta, ...] | None = None, *, going: bool = True) -> Expected:
    return Expected(MemberId(2), None, leads, going, datetime(2026, 1, 1, tzinfo=UTC))


@given(moments, leads, moments)
def test_each_lead_that_lies_ahead_has_its_reminder_and_no_other_has(
    start: datetime, leads: list[timedelta], now: datetime
) -> None:
    reminders = Leads(tuple(leads)).reminders_for(an_event(start), now)
    every = sorted({*leads, *LEADS}, reverse=True)
    assert [r.lead for r in reminders] == [lead for lead in every if start - lead > now]
    assert all(r.due_at + r.lead == start and r.due_at > now for r in reminders)


@given(moments, leads, moments, st.timedeltas(timedelta(), timedelta(days=300)))
def test_a_moved_event_moves_each_reminder_by_as_much(
    start: datetime, leads: list[timedelta], now: datetime, step: timedelta
) -> None:
    planned = Leads(tuple(leads)).reminders_for
    before = {r.lead: r.due_at for r in planned(an_event(start), now)}
    after = {r.lead: r.due_at for r in planned(an_event(start + step), now)}
    assert before.keys() <= after.keys()
    assert all(after[lead] == due + step for lead, due in before.items())


@given(leads, leads)
def test_of_what_is_due_at_once_a_person_hears_the_nearest_of_their_leads(
    due_leads: list[timedelta], wanted: list[timedelta]
) -> None:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    due = [DueTime(EventId(1), lead, now) for lead in due_leads]
    chosen = nearest(due, frozenset(wanted))
    both = set(due_leads) & set(wanted)
    assert (chosen.lead if chosen else None) == min(both, default=None)


@pytest.mark.parametrize(
    ("own", "of_event", "wanted"),
    [
        (None, None, {DAY}),
        (None, (HOUR,), {HOUR}),
        ((2 * HOUR,), (HOUR,), {2 * HOUR}),
        ((2 * HOUR,), None, {2 * HOUR}),
        (None, (), set()),
        ((), (HOUR,), set()),
    ],
)
def test_a_persons_own_leads_come_before_the_events_and_those_before_the_usual(
    own: tuple[timedelta, ...] | None,
    of_event: tuple[timedelta, ...] | None,
    wanted: set[timedelta],
) -> None:
    event = an_event(datetime(2026, 12, 5, tzinfo=UTC), leads=of_event)
    assert Leads((DAY,)).of(event, somebody(own)) == wanted


def test_the_question_is_asked_of_those_who_go_whatever_leads_they_chose() -> None:
    event, leads = an_event(datetime(2026, 12, 5, tzinfo=UTC)), Leads((HOUR,), question=DAY)
    assert leads.of(event, somebody(())) == {DAY}
    assert leads.of(event, somebody()) == {HOUR, DAY}
    assert leads.of(event, somebody(going=False)) == {HOUR}


def test_there_is_a_reminder_for_every_lead_that_anybody_could_have() -> None:
    odd, question = timedelta(minutes=7), timedelta(hours=30)
    event = an_event(datetime(2026, 12, 5, tzinfo=UTC), leads=(odd,))
    every = Leads((timedelta(hours=5),), question).all_of(event)
    assert every == sorted({*LEADS, odd, question, timedelta(hours=5)}, reverse=True)


@given(moments, moments, quiet, zones)
def test_a_reminder_comes_before_the_start_and_never_in_quiet_hours(
    start: datetime, now: datetime, quiet_hours: QuietHours | None, zone: ZoneInfo
) -> None:
    at = delivery_time(an_event(start), now, quiet_hours, zone)
    if at is None:
        end = quiet_hours.end_after(now, zone) if quiet_hours else now
        assert end >= start
        return
    assert now <= at < start
    assert quiet_hours is None or not quiet_hours.contains(at.astimezone(zone).time())


@given(moments, moments, nights, zones)
def test_by_day_a_reminder_is_not_put_off(
    start: datetime, now: datetime, ends: tuple[time, time], zone: ZoneInfo
) -> None:
    night = QuietHours(*ends)
    if night.contains(now.astimezone(zone).time()):
        return
    assert delivery_time(an_event(start), now, night, zone) == (now if now < start else None)


def test_the_night_that_counts_is_the_recipients_own() -> None:
    night = QuietHours(time(22), time(9))
    now = datetime(2026, 12, 5, 1, 0, tzinfo=UTC)
    event = an_event(datetime(2026, 12, 5, 5, 0, tzinfo=UTC))
    times = {
        zone: delivery_time(event, now, night, ZoneInfo(zone))
        for zone in ("Asia/Yekaterinburg", "Europe/Kaliningrad", "Asia/Kamchatka")
    }
    assert times == {
        "Asia/Yekaterinburg": datetime(2026, 12, 5, 4, 0, tzinfo=UTC),
        "Europe/Kaliningrad": None,  # the night there ends at 7:00 UTC, after the start
        "Asia/Kamchatka": now,
    }
