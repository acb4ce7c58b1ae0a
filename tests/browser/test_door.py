"""The door of an event, tried at the page alone."""

from datetime import timedelta

import pytest
from playwright.async_api import Browser, expect

from bot.documents.pictures import qr_picture
from bot.domain.people.members import Role
from tests.alliance import Alliance
from tests.browser.pages import DESKTOP, opens

pytestmark = pytest.mark.browser

OLGA, PETR = 1, 2


async def test_a_pass_is_scanned_by_who_stands_at_the_door(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(OLGA, "Ольга", Role.ORGANISER)
    await alliance.has(PETR, "Пётр")
    alliance.sandbox.set_roles(OLGA, ["организатор"])
    await alliance.announces(OLGA, "Общее собрание", after=timedelta(hours=1))
    page = await opens(browser, alliance, DESKTOP, PETR)
    await page.get_by_role("button", name="Иду", exact=True).click()
    await page.get_by_role("button", name="Мой пропуск", exact=True).last.click()
    await page.get_by_role("button", name="Отсканировать", exact=True).click()
    await page.get_by_role("dialog").get_by_role("searchbox").fill("организатор")
    await page.get_by_role("dialog").get_by_role("button", name="Ольга").click()

    await expect(page.locator("#who-name")).to_have_text("Ольга")
    await expect(page.locator("[data-message]").last).to_contain_text("Отметили: Пётр")


async def test_only_a_code_that_leads_to_the_bot_is_offered_to_be_scanned(
    alliance: Alliance, browser: Browser
) -> None:
    await alliance.has(OLGA, "Ольга", Role.ORGANISER)
    olga = alliance.sandbox.person(OLGA)
    await olga.sends("photo", qr_picture("https://t.me/another_bot?start=x"), "Чужой код")
    await olga.sends("photo", qr_picture("https://t.me/alliance_bot?start=c_x"), "Свой код")
    page = await opens(browser, alliance, DESKTOP, OLGA)
    await expect(
        page.locator("[data-message]", has_text="Свой код").locator(".scan")
    ).to_be_visible()
    foreign = page.locator("[data-message]", has_text="Чужой код").first
    await expect(foreign).to_be_visible()
    await expect(foreign.locator(".scan")).to_have_count(0)
