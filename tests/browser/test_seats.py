"""An organiser and two members at the sandbox's page: one seat, a line, an offer."""

import re
from datetime import timedelta

import pytest
from babel.dates import format_datetime
from playwright.async_api import Browser, Locator, Page, expect

from bot.domain.people.members import Role
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes

pytestmark = pytest.mark.browser

OLGA, ANNA, BORIS = 1, 2, 3
AHEAD = timedelta(hours=30)
"""In these hours before the start, a free seat is offered to the next in line."""


async def _taps(page: Page, label: str | re.Pattern[str]) -> None:
    """Tap the newest button of this label."""
    await page.get_by_role("button", name=label, exact=True).last.click()


def _message(page: Page, text: str) -> Locator:
    return page.locator("[data-message]", has_text=text).last


async def _sees(page: Page, text: str) -> None:
    await expect(_message(page, text)).to_be_visible()


async def _creates_an_event_of_one_seat(page: Page, alliance: Alliance) -> None:
    """Fill the wizard in by typing and tapping, and publish."""
    starts = (alliance.clock.now() + AHEAD).astimezone(alliance.config.alliance.time_zone)
    await _taps(page, "Начать")
    await writes(page, "/manage")
    await _taps(page, "Создать событие")
    await _sees(page, "Как оно называется?")
    await writes(page, "Мастерская")
    await _sees(page, "О чём событие?")
    await _taps(page, "Без описания")
    await _sees(page, "В какой день?")
    await writes(page, format_datetime(starts, "d MMMM y HH:mm", locale="ru"))
    await _sees(page, "Сколько продлится?")
    await _taps(page, "1,5\u00a0ч")
    await _sees(page, "Где?")
    await writes(page, "Дом НКО")
    await _sees(page, "Кого зовём?")
    await _taps(page, re.compile("^Все · "))
    await _sees(page, "Так событие увидят участники")
    await _taps(page, "⚙️ Ещё настройки")
    await _sees(page, "Нажмите, что хотите изменить")
    await _taps(page, "Число мест")
    await _sees(page, "Сколько мест?")
    await writes(page, "1")
    await _sees(page, "Число мест: 1")
    await _taps(page, "‹ К событию")
    await _taps(page, "Опубликовать")
    await _sees(page, "Ещё можно передумать")
    alliance.clock.advance(alliance.services.events.undo)
    await _taps(page, "К событию ›")


@pytest.mark.parametrize("takes", [True, False])
async def test_complaints_1_and_2_the_one_seat_goes_from_one_to_the_next_by_an_offer(
    alliance: Alliance, browser: Browser, takes: bool
) -> None:
    await alliance.has(OLGA, "Ольга", Role.ORGANISER)
    await alliance.has(ANNA, "Анна")
    await alliance.has(BORIS, "Борис")
    olga = await opens(browser, alliance, DESKTOP, OLGA)
    anna, boris = [await opens(browser, alliance, PHONE, who) for who in (ANNA, BORIS)]
    await _creates_an_event_of_one_seat(olga, alliance)
    board = _message(olga, "Ждут места")
    await expect(board).to_contain_text("Свободно 1 место из 1")

    await _taps(anna, "Иду")
    await _sees(anna, "Вы идёте")
    await _taps(boris, "Иду")
    await _sees(boris, "Ваш номер — 1")
    await expect(board).to_contain_text("Все места заняты (1 из 1)")
    await expect(board).to_contain_text("Ждут места: 1")

    await _taps(anna, "Не иду")
    await _sees(anna, "Вы не идёте")
    await _sees(boris, "Освободилось место. Возьмёте?")
    await _taps(boris, "Беру место" if takes else "Не смогу")

    await _sees(boris, "Вы идёте" if takes else "Вы не идёте")
    await expect(board).to_contain_text(f"Идут: {1 if takes else 0}")
    await expect(board).to_contain_text("Ждут места: 0")
    await expect(board).to_contain_text(f"Не идут: {1 if takes else 2}")
    await expect(board).to_contain_text("Все места заняты" if takes else "Свободно 1 место")
    for phone in (anna, boris):
        width = await phone.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], "the page must not scroll sideways"
