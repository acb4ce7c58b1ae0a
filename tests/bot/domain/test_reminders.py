"""When a reminder is due, and when it has become useless."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.events import Audience, Event, EventId, EventState
from bot.domain.members import MemberId
from bot.domain.quiet_hours import QuietHours
from bot.domain.reminders import Reminder, delivery_time, latest_of_each_event, reminders_for

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


def an_event(starts_at: datetime, number: int = 1) -> Event:
    return Event(
        EventId(number),
        "Встреча",
        "",
        starts_at,
        timedelta(hours=1),
        "Дом",
        Audience.EVERYBODY,
        EventState.PUBLISHED,
        "",
        created_by=MemberId(1),
    )


@given(moments, leads, moments)
def test_each_lead_that_lies_ahead_has_its_reminder_and_no_other_has(
    start: datetime, leads: list[timedelta], now: datetime
) -> None:
    reminders = reminders_for(an_event(start), leads, now)
    assert [r.lead for r in reminders] == [lead for lead in leads if start - lead > now]
    assert all(r.due_at + r.lead == start and r.due_at > now for r in reminders)


@given(moments, leads, moments, st.timedeltas(timedelta(), timedelta(days=300)))
def test_a_moved_event_moves_each_reminder_by_as_much(
    start: datetime, leads: list[timedelta], now: datetime, step: timedelta
) -> None:
    before = {r.lead: r.due_at for r in reminders_for(an_event(start), leads, now)}
    after = {r.lead: r.due_at for r in reminders_for(an_event(start + step), leads, now)}
    assert before.keys() <= after.keys()
    assert all(after[lead] == due + step for lead, due in before.items())


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 60)), unique=True))
def test_of_what_is_due_at_once_each_event_keeps_its_nearest_lead(
    pairs: list[tuple[int, int]],
) -> None:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    due = [Reminder(EventId(event), timedelta(minutes=lead), now) for event, lead in pairs]
    kept = latest_of_each_event(due)
    assert {(r.event, r.lead) for r in kept} == {
        (event, min(r.lead for r in due if r.event == event)) for event in {r.event for r in due}
    }
    assert len(kept) == len({r.event for r in due})


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
