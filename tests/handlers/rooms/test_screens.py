"""The screen of the house, and the news of bookings, as people set them."""

import re
from datetime import timedelta

import pytest

from bot.domain.people.members import Role
from sandbox.chats import Message
from tests.alliance import UNPACED, Alliance
from tests.keyboards import buttons
from tests.meeting_pages import Browsers
from tests.processes import a_free_port
from tests.rooms import GLEB, HOUR, Lodging, a_wish, people

PORT = a_free_port()
PAGES = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def settings() -> dict[str, str]:
    """Serve the pages."""
    return UNPACED | {"WEB__LISTEN": f"127.0.0.1:{PORT}"}


async def test_an_organiser_issues_an_address_renews_and_closes_it(alliance: Alliance) -> None:
    gleb = await alliance.has(1, "Глеб", Role.ORGANISER)
    await gleb.says("/manage")
    await gleb.taps("Дом НКО", message=await gleb.sees("Создадим первое событие?"))
    await gleb.taps("Экран Дома", message=await gleb.sees("Ведение Дома"))
    await gleb.taps("Получить адрес", message=await gleb.sees("Адреса пока нет"))
    shown = await gleb.sees(f"{PAGES}/house/")
    first = _path(shown)
    await gleb.taps("‹ Назад", message=shown)
    await gleb.taps("Выдать новый адрес", message=await gleb.sees("сразу перестанет работать"))
    shown = await gleb.sees(f"{PAGES}/house/")
    second = _path(shown)
    async with Browsers(PAGES) as browser:
        assert (await browser.gets(first)).status == 403
        assert "Залов пока нет" in (await browser.gets(second)).words
        await gleb.taps("‹ Назад", message=shown)
        await gleb.taps("Закрыть адрес", message=await gleb.sees("сразу перестанет работать"))
        await gleb.sees("Адрес закрыт")
        assert (await browser.gets(second)).status == 403


async def test_the_screen_of_the_house_shows_a_booking_as_soon_as_it_is_confirmed(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.web.live.HEARTBEAT", 3600.0)
    now = alliance.clock.now()
    morning = (now + timedelta(days=1)).replace(hour=5, minute=0, second=0, microsecond=0)
    alliance.clock.advance(morning - now)
    await alliance.database.write(people)
    house = Lodging(alliance.database)
    house.clock.time = morning
    hall = await house.has()
    secret = await alliance.services.house_screens.issue(GLEB)
    async with Browsers(PAGES) as browser, browser.watching("house", secret) as screen:
        await screen.sees("Большой зал")
        await house.booked(hall, wish=a_wish(morning + HOUR, purpose="Кружок"))
        await screen.sees("Кружок")


def _path(message: Message) -> str:
    found = re.search(r"/house/[\w-]{22}", message["text"])
    assert found is not None
    return found[0]


async def test_a_person_turns_off_what_is_only_convenient(alliance: Alliance) -> None:
    anna = await alliance.has(1, "Анна")
    await anna.says("/me")
    await anna.taps("Объявления", message=await anna.sees("Анна"))
    await anna.taps("Дом НКО: что присылать", message=await anna.sees("Какие объявления"))
    shown = await anna.sees("отмены и всё, у чего есть срок, приходят всегда")
    assert not any("заняли" in one for one in buttons(shown))
    await anna.taps("✓ «Придёте?» накануне")
    await anna.sees(lambda message: "▫️ «Придёте?» накануне" in str(message))
    await anna.taps("▫️ «Придёте?» накануне")
    await anna.sees(lambda message: "✓ «Придёте?» накануне" in str(message))
