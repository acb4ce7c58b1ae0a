"""The sandbox's page, as people open it and write there."""

from playwright.async_api import Browser, Page, ViewportSize

from tests.alliance import Alliance

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)


async def opens(browser: Browser, alliance: Alliance, size: ViewportSize, who: int) -> Page:
    page = await browser.new_page(viewport=size, locale="ru-RU")
    await page.goto(f"{alliance.sandbox.url}/#as={who}&chat={who}")
    return page


async def writes(page: Page, text: str) -> None:
    await page.locator("#composer").fill(text)
    await page.locator("#composer").press("Enter")
