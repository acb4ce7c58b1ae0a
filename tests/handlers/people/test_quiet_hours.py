"""When a person wants to be left alone: the screen of /me, and what it does to what is sent."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import Member, Role, TelegramId
from bot.domain.quiet_hours import QuietHours
from handlers.people.callbacks import QuietHoursButton
from handlers.people.quiet_hours import ENDS, STARTS
from handlers.ui.callbacks import SettingsButton
from sandbox.people import Person
from tests.alliance import Alliance
from tests.databases import query
from tests.keyboards import labels


async def stored(alliance: Alliance) -> Member:
    member = await alliance.services.members.recognise(TelegramId(1))
    assert member is not None
    return member


@pytest.fixture
async def anna(alliance: Alliance) -> Person:
    """Let a member open the screen."""
    anna = await alliance.has(1, "Анна")
    await anna.says("/me")
    await anna.sees("Тихие часы: как у альянса")
    await anna.taps("Тихие часы")
    await anna.sees("с какого и до какого")
    return anna


def test_no_hour_is_offered_both_as_the_start_and_as_the_end() -> None:
    assert not {*STARTS} & {*ENDS}


async def test_own_hours_are_chosen_marked_kept_and_shown(alliance: Alliance, anna: Person) -> None:
    await anna.taps("С какого часа…")
    await anna.sees("С какого часа не беспокоить?")
    await anna.taps("с 23:00")
    await anna.sees("Тихие часы: 23:00–09:00")
    await anna.taps("До какого часа…")
    ends = await anna.sees("До какого часа не беспокоить?")
    assert [label for label in labels(ends) if "✓" in label] == ["✓ до 09:00"]
    await anna.taps("до 07:00")
    screen = await anna.sees("Тихие часы: 23:00–07:00")

    marked = [label for label in labels(screen) if "✓" in label]
    assert marked == ["✓ С 23:00", "✓ До 07:00"]
    assert (await stored(alliance)).quiet_hours == (QuietHours(time(23), time(7)),)
    await anna.taps("Назад")
    await anna.sees("Тихие часы: 23:00–07:00\nНапоминания")


async def test_usual_spans_are_chosen_by_one_tap(alliance: Alliance, anna: Person) -> None:
    await anna.taps("22:00–08:00")
    screen = await anna.sees("Тихие часы: 22:00–08:00")
    assert "✓ 22:00–08:00" in labels(screen)
    assert (await stored(alliance)).quiet_hours == (QuietHours(time(22), time(8)),)


async def test_one_may_be_written_to_at_any_time_and_go_back_to_what_is_usual(
    alliance: Alliance, anna: Person
) -> None:
    await anna.taps("Писать в любое время")
    await anna.sees("нет, писать в любое время\n\nВ это время")
    assert (await stored(alliance)).quiet_hours == ()

    await anna.taps("Как у альянса")
    screen = await anna.sees("Тихие часы: как у альянса\n\nВ это время")
    assert "✓ Как у альянса" in labels(screen)
    assert (await stored(alliance)).quiet_hours is None


@pytest.mark.parametrize(
    "data", ["quiet:9:9", "quiet:24:5", "quiet:-1:5", "quiet:22", "quiet:a:b", "hush:2", "hush:"]
)
async def test_hours_that_no_clock_shows_and_empty_spans_are_refused(
    alliance: Alliance, anna: Person, data: str
) -> None:
    screen = await anna.sees("с какого и до какого")

    answer = await anna.forges(data, screen["message_id"])

    assert answer.show_alert
    assert (await stored(alliance)).quiet_hours is None


async def test_strangers_have_no_quiet_hours(alliance: Alliance, anna: Person) -> None:
    await anna.sees("с какого и до какого")
    stranger = alliance.sandbox.add_person(7, "Чужой", started=True)
    await stranger.says("/me")
    shown = await stranger.sees("приглашение")
    for data in (QuietHoursButton(start=22, end=8).pack(), SettingsButton(screen="quiet").pack()):
        answer = await stranger.forges(data, shown["message_id"])
        assert "Вы ещё не с нами" in (answer.text or "")


async def test_a_reminder_waits_for_the_end_of_ones_own_quiet_hours(
    alliance: Alliance, anna: Person
) -> None:
    now = alliance.clock.now()
    hour = (now + timedelta(days=1)).astimezone(alliance.app.texts.for_language("ru").zone).hour
    around = QuietHours(time((hour - 1) % 24), time((hour + 2) % 24))
    await alliance.services.members.choose_quiet_hours((await stored(alliance)).id, [around])
    await alliance.has(2, "Борис")
    boris = alliance.sandbox.person(2)
    event = await _event_in(alliance, timedelta(days=2))
    for member in (1, 2):
        known = await alliance.services.members.recognise(TelegramId(member))
        assert known is not None
        await alliance.services.rsvps.answer(known.id, event, Answer.GOING)

    await alliance.goes_on(timedelta(days=1, minutes=1))
    await boris.sees("🔔")
    held = await _waiting(alliance)

    assert [member for member, _ in held] == [(await stored(alliance)).id]
    assert _zone_hour(alliance, held[0][1]) == (hour + 2) % 24
    assert not any("🔔" in message.get("text", "") for message in anna.chat())
    await alliance.goes_on(timedelta(hours=3))
    await anna.sees("🔔")


def _zone_hour(alliance: Alliance, moment: datetime) -> int:
    return moment.astimezone(alliance.app.texts.for_language("ru").zone).hour


async def _event_in(alliance: Alliance, after: timedelta) -> EventId:
    await alliance.has(3, "Ольга", Role.ORGANISER)
    return await alliance.announces(3, after=after)


async def _waiting(alliance: Alliance) -> list[tuple[int, datetime]]:
    sql = """
        SELECT member_id, not_before FROM notices
         WHERE kind = 'event.reminder' AND state IN ('pending', 'retry')
    """
    rows = await query(alliance.database, sql)
    return [(member, datetime.fromisoformat(at).astimezone(UTC)) for member, at in rows]
