"""«Дом НКО» at the sandbox's page: a hall refused, waited for and won, and a no-show released."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.domain.people.members import Role
from bot.domain.people.people import OrganisationDetails
from bot.domain.rooms.resources import ResourceId, ResourceKind, ResourcePlan
from tests.alliance import UNPACED, Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes
from tests.browser.test_seats import _sees, _taps
from tests.databases import query
from tests.handlers.events.forms.steps import member_of
from tests.processes import a_free_port
from tests.rooms import HOUR, a_wish

pytestmark = pytest.mark.browser

GLEB, ANNA, BORIS = 1, 2, 3
SCREEN = ViewportSize(width=1920, height=1080)
HALL = ResourcePlan(ResourceKind.ROOM, "Большой зал", capacity=40)


@pytest.fixture
def settings() -> dict[str, str]:
    """Serve the pages."""
    return UNPACED | {"WEB__LISTEN": f"127.0.0.1:{a_free_port()}"}


async def _has_a_house(alliance: Alliance) -> None:
    gleb = await alliance.knows(GLEB, "Глеб Жук", Role.ORGANISER)
    for who, name, house in ((ANNA, "Анна Орлова", "Закат"), (BORIS, "Борис Ким", "Рассвет")):
        await alliance.knows(who, name, delegate=True)
        await alliance.puts(who, OrganisationDetails(house, "", f"667100000{who}", None, ""))
    for who, name in ((GLEB, "Глеб"), (ANNA, "Анна"), (BORIS, "Борис")):
        alliance.sandbox.add_person(who, name, started=True)
    await alliance.services.room_managing.add(gleb, HALL)


async def _asks(page: Page, start: str, purpose: str) -> None:
    await writes(page, "/rooms")
    await _taps(page, re.compile("Большой зал"))
    await _sees(page, "Вмещает 40 человек")
    await _taps(page, "Выбрать время")
    await _sees(page, "Во сколько начнём?")
    await _taps(page, "Другой день или время")
    await writes(page, start)
    await _taps(page, "2 часа")
    await writes(page, purpose)
    await _taps(page, "20")
    await _taps(page, "Отправить заявку")
    await _sees(page, "Заявка отправлена")


async def test_a_hall_is_refused_waited_for_and_won_and_released_when_nobody_comes(
    alliance: Alliance, browser: Browser
) -> None:
    local = alliance.clock.now().astimezone(alliance.config.alliance.time_zone)
    morning = local.replace(hour=10, minute=0) + timedelta(days=1)  # in the evening nothing is free
    alliance.clock.advance(morning - local)
    await _has_a_house(alliance)
    noon = (morning + timedelta(days=3)).replace(hour=12, second=0, microsecond=0)
    gleb = await opens(browser, alliance, DESKTOP, GLEB)
    anna = await opens(browser, alliance, PHONE, ANNA)
    boris = await opens(browser, alliance, PHONE, BORIS)
    for page in (gleb, anna, boris):
        await _taps(page, "Начать")

    await _asks(anna, f"{noon:%d.%m} 12:00", "Встреча родителей")
    await _sees(gleb, "Встреча родителей")
    await _asks(boris, f"{noon:%d.%m} 12:00", "Репетиция")
    await _sees(gleb, "Репетиция")

    await gleb.get_by_role("button", name="✅ Подтвердить", exact=True).first.click()
    await _sees(gleb, "мы им откажем: Рассвет")
    await gleb.get_by_role("button", name="✅ Подтвердить", exact=True).first.click()
    await _sees(anna, "Бронь подтверждена: Большой зал")
    await _sees(boris, "Не получилось: Большой зал")
    await _taps(boris, "Подождать, вдруг освободится")
    await _sees(boris, "В листе ожидания")

    await _taps(anna, "Открыть бронь")
    await _taps(anna, "Отменить бронь")
    await _sees(anna, "Время сразу предложим тем, кто ждёт")
    await _taps(anna, "Да, отменить")
    await _sees(boris, "Освободилось: Большой зал")
    await _taps(boris, "✅ Беру")
    await _sees(boris, "✅ Подтверждено")

    await alliance.goes_on(noon + timedelta(minutes=31) - alliance.clock.now())
    await _sees(boris, "Никто не отметился вовремя")
    states = await query(alliance.database, "SELECT state FROM bookings ORDER BY id")
    assert states == [("withdrawn",), ("released",)]


async def test_the_screen_of_the_house_follows_the_day_and_fits(
    alliance: Alliance, browser: Browser
) -> None:
    await _has_a_house(alliance)
    services, gleb = alliance.services, await member_of(alliance, GLEB)
    noon = (alliance.clock.now() + timedelta(days=1)).replace(hour=7, minute=0, second=0)
    asked = await services.bookings.ask(gleb, ResourceId(1), a_wish(noon, purpose="Кружок " * 20))
    await services.room_keeping.confirm(gleb, asked)
    alliance.clock.advance(noon - HOUR - alliance.clock.now())
    page = await browser.new_page(viewport=SCREEN, locale="ru-RU")
    errors = list[str]()
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    secret = await services.house_screens.issue(gleb)
    await page.goto(f"{alliance.config.web.pages}/house/{secret}")
    live = page.locator("#live")
    await expect(live).to_contain_text("Свободно до 12:00")
    await expect(live).to_contain_text("дальше")
    alliance.clock.advance(HOUR)
    await page.reload()
    await expect(live).to_contain_text("Занято до 14:00")
    assert await page.evaluate(
        "() => [...document.querySelectorAll('main, .room')]"
        ".every((one) => one.scrollHeight <= one.clientHeight + 1)"
    )
    assert errors == []
    await page.close()
