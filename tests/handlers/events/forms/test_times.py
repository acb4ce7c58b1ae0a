"""Until when people answer, and when an event is published."""

from datetime import timedelta

from bot.domain.events.events import EventState
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import comes_to, in_three_days, opens, published, publishes


async def test_the_deadline_is_typed(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Срок записи")
    await olga.says(f"до {in_three_days(alliance, 'd MMMM y')} 12:30")
    await olga.sees("Срок записи: до ")
    event = await publishes(olga, alliance)
    assert event.rsvp_until == event.starts_at - timedelta(hours=6)


async def test_the_deadline_is_a_day_and_then_a_time(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Срок записи")
    await olga.says(in_three_days(alliance, "d MMMM y"))
    await olga.sees("Во сколько?")
    await olga.says("19:00")
    assert "Во сколько?" in (await olga.sees("Запись можно закрыть"))["text"]
    await olga.says("🎉")
    await olga.sees("Не получилось прочесть")
    await olga.sends_photo()
    await olga.sees("Ждём время")
    await olga.taps("Другой день")
    await olga.says("завтра")
    await olga.sees("Во сколько?")
    await olga.taps("12")
    await olga.taps("12:15")
    await olga.sees("Срок записи: до ")
    event = await publishes(olga, alliance)
    assert event.rsvp_until is not None
    local = event.rsvp_until.astimezone(alliance.config.alliance.time_zone)
    assert f"{local:%H:%M}" == "12:15"


async def test_the_deadline_lies_a_day_before_and_follows_the_start(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Срок записи")
    await olga.taps("За 1 день")
    await olga.sees("Срок записи: до ")
    await olga.taps("‹ К событию")
    await olga.taps("День и время")
    await olga.says("сегодня 23:59")
    wrong = await olga.sees("Так событие увидят")
    assert "Запись можно закрыть" in wrong["text"]
    answer = await olga.taps("Опубликовать")
    assert "Запись можно закрыть" in (answer.text or "")
    await olga.taps("День и время")
    await olga.says(f"{in_three_days(alliance, 'd MMMM y')} 10:00")
    await olga.sees("Так событие увидят")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    assert event.rsvp_until == event.starts_at - timedelta(days=1)


async def test_a_preset_that_is_past_is_refused_and_the_deadline_removed(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await olga.taps("День и время")
    await olga.says("послезавтра 10:00")
    await olga.sees("Так событие увидят")
    await opens(olga, "Срок записи")
    answer = await olga.taps("За 3 дня")
    assert "Запись можно закрыть" in (answer.text or "")
    await olga.taps("За 1 день")
    await olga.sees("Срок записи: до ")
    await opens(olga, "Срок записи")
    await olga.taps("Без срока")
    await olga.sees("Срок записи: без срока")
    event = await publishes(olga, alliance)
    assert event.rsvp_until is None


async def test_an_event_is_scheduled_and_nobody_hears_of_it_before(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Публикация")
    await olga.says("завтра")
    await olga.sees("Во сколько?")
    await olga.says("9:15")
    await olga.sees("Публикация: ")
    await olga.taps("‹ К событию")
    preview = await olga.sees("Опубликуем:")
    assert "09:15" in preview["text"]
    await alliance.restarts()
    await olga.taps("Запланировать")
    await olga.sees("Событие запланировано")
    (event,) = await published(alliance)
    assert event.state is EventState.SCHEDULED
    ivan = alliance.sandbox.person(2)
    assert not any("Встреча" in str(message) for message in ivan.chat())
    await alliance.goes_on(timedelta(days=2))
    await ivan.sees("Встреча <НКО> & друзья")


async def test_the_time_of_publication_lies_ahead_and_before_the_start(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Публикация")
    await olga.says(f"{in_three_days(alliance, 'd MMMM y')} 18:30")
    await olga.sees("Опубликовать нужно до начала")
    await olga.says("завтра 9:00")
    await olga.sees("Публикация: ")
    await olga.taps("‹ К событию")
    await olga.taps("День и время")
    await olga.says("завтра 8:00")
    wrong = await olga.sees("Так событие увидят")
    assert "Опубликовать нужно до начала" in wrong["text"]
    answer = await olga.taps("Запланировать")
    assert "Опубликовать нужно до начала" in (answer.text or "")
    assert await published(alliance) == []
    await opens(olga, "Публикация")
    await olga.taps("Опубликовать сразу")
    await olga.sees("Публикация: сразу")
    event = await publishes(olga, alliance)
    assert event.state is EventState.PUBLISHED
