"""The right column of the page: what is planned, and what can go wrong."""

import pytest
from playwright.async_api import Browser, expect

from sandbox.server import Sandbox
from tests.browser.pages import DESKTOP

pytestmark = pytest.mark.browser

ANNA = 1


async def test_what_the_bot_plans_is_shown_as_soon_as_it_plans_it(browser: Browser) -> None:
    planned: list[dict[str, str]] = []

    async def schedule() -> list[dict[str, str]]:
        return [*planned]

    sandbox = Sandbox(schedule=schedule)
    await sandbox.start()
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(sandbox.url)
    await expect(page.locator("#schedule")).to_contain_text("Пока ничего")
    planned.append({"at": "2036-12-01T09:00:00+00:00", "title": "Напоминание", "detail": "Встреча"})
    await expect(page.locator(".schedule-item")).to_contain_text("Встреча")
    planned.clear()
    await expect(page.locator("#schedule")).to_contain_text("Пока ничего")
    await page.close()
    await sandbox.stop()


async def test_beside_each_fault_stands_what_it_does(sandbox: Sandbox, browser: Browser) -> None:
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(sandbox.url)
    for kind, what in (
        ("too_many_requests", "Пять раз Telegram просит подождать"),
        ("server_error", "Пять раз Telegram отвечает ошибкой"),
        ("drop_after", "Три раза сообщение доходит, но связь рвётся"),
        ("latency", "на секунду дольше"),
    ):
        await expect(page.locator(f"#fault-{kind}")).to_contain_text(what)
        await page.locator(f"[data-fault={kind}]").click()
        await expect(page.locator(".fault").last).to_be_visible()
    await expect(page.locator(".fault")).to_have_count(4)
    assert [fault["spare_polling"] for fault in sandbox.faults.listed()] == [
        True,
        True,
        True,
        False,
    ]


async def test_pages_beside_telegram_are_linked_once_there_are_any(
    sandbox: Sandbox, browser: Browser
) -> None:
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(sandbox.url)
    await expect(page.locator("#schedule")).to_be_visible()
    await expect(page.locator("#links-section")).to_be_hidden()
    sandbox.set_links([("Экран <зала>", "http://127.0.0.1:9/screen/x")])
    link = page.get_by_role("link", name="Экран <зала>")
    await expect(link).to_have_attribute("href", "http://127.0.0.1:9/screen/x")
