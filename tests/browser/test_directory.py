"""The directory at the sandbox's page: found, written to, edited; own data exported and erased."""

import re

import pytest
from playwright.async_api import Browser, Page

from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.people import OrganisationDetails
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes
from tests.browser.test_seats import _message, _sees, _taps
from tests.databases import query

pytestmark = pytest.mark.browser

ANNA, BORIS = 1, 2
FUND, HOUSE = OrganisationId(1), OrganisationId(2)
FUND_DETAILS = OrganisationDetails("Фонд «Закат»", "", "6671000017", None, "Лесной")
HOUSE_DETAILS = OrganisationDetails("АНО «Тёплый дом»", "", "6671000024", None, "Горный")


async def _leads(alliance: Alliance, who: int, house: OrganisationId, name: str) -> None:
    await alliance.has(who, name)
    details = FUND_DETAILS if house == FUND else HOUSE_DETAILS
    await alliance.puts(who, details)
    await alliance.database.write(lambda tx: tx.organisations.save_leader(house, MemberId(who)))


async def _finds_by_a_misspelt_leader_and_writes(boris: Page) -> None:
    await _taps(boris, "Начать")
    await writes(boris, "/directory")
    await _sees(boris, "Здесь 2 организации")
    await writes(boris, "журовлева")
    await _sees(boris, "Нашли по запросу «журовлева»")
    await _taps(boris, "Фонд «Закат»")
    await _sees(boris, "Руководитель: Анна Журавлёва")
    await _taps(boris, "✍️ Написать через бота")
    await _sees(boris, "Что передать организации Фонд «Закат»?")
    await writes(boris, "Дадите зал в субботу?")
    await _sees(boris, "Передаём: Фонд «Закат»")


async def _edits_the_own_card(boris: Page) -> None:
    await writes(boris, "/directory")
    await _taps(boris, "Рассказать о себе")
    await _sees(boris, "Так карточку увидят другие")
    await _taps(boris, "О нас")
    await _sees(boris, "Чем вы занимаетесь и кому помогаете?")
    await writes(boris, "Кормим и обогреваем всех, кто пришёл.")
    await _taps(boris, "Направления")
    await _taps(boris, "Трудная ситуация")
    await _taps(boris, "Готово")
    await _sees(boris, "🏷 Трудная ситуация")
    await _taps(boris, "Сохранить")
    await _sees(boris, "Карточка сохранена")
    await _taps(boris, "Открыть карточку")
    await _sees(boris, "Кормим и обогреваем")


async def _exports_and_erases(boris: Page) -> str:
    """Return the page of own data that was downloaded."""
    await writes(boris, "/me")
    await _sees(boris, "Часовой пояс")
    await _taps(boris, "Скачать мои данные")
    await _sees(boris, "То же самое для программ")
    async with boris.expect_download() as waited:
        await _message(boris, "Откройте файл").get_by_role("link").first.click()
    page = (await (await waited.value).path()).read_text("utf-8")
    await _taps(boris, "Удалить мои данные")
    await _sees(boris, "Удалить ваши данные?")
    await _taps(boris, "Да, удалить навсегда")
    await _sees(boris, "ваши данные удалены")
    return page


async def test_an_organisation_is_found_written_to_and_the_own_one_edited_then_all_is_erased(
    alliance: Alliance, browser: Browser
) -> None:
    await _leads(alliance, ANNA, FUND, "Анна Журавлёва")
    await _leads(alliance, BORIS, HOUSE, "Борис Ким")
    boris = await opens(browser, alliance, PHONE, BORIS)
    anna = await opens(browser, alliance, DESKTOP, ANNA)

    await _finds_by_a_misspelt_leader_and_writes(boris)
    await _sees(anna, "Письмо для организации Фонд «Закат». Пишет Борис Ким")
    await _sees(anna, "Дадите зал в субботу?")
    await _edits_the_own_card(boris)

    await writes(anna, "/directory")
    await _taps(anna, "Все организации · 2")
    await _taps(anna, re.compile("Тёплый дом"))
    await _sees(anna, "Кормим и обогреваем")

    page = await _exports_and_erases(boris)
    assert "Борис Ким" in page
    assert "Дадите зал в субботу?" in page
    assert "Журавлёва" not in page, "nothing of other people"
    left = await query(alliance.database, "SELECT count(*) FROM directory_letters")
    assert left == [(0,)]
    await writes(anna, "/directory")
    await _taps(anna, "Все организации · 2")
    await _taps(anna, re.compile("Тёплый дом"))
    await _sees(anna, "Кормим и обогреваем")
