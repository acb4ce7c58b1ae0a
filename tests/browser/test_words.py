"""The page in the language that the sandbox is given."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from sandbox.server import PAGE, Language, Sandbox
from tests.browser.pages import DESKTOP

pytestmark = pytest.mark.browser

ANNA = 1
SHAPE = """async (language) => {
  const { default: words } = await import(`/words/${language}.js`);
  const shape = (value) => {
    if (typeof value === "function") return `a function of ${value.length}`;
    if (Array.isArray(value)) return value.map(shape);
    if (typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]));
    }
    return typeof value;
  };
  return shape(words);
}"""


@pytest.fixture(params=["ru", "en"])
async def speaking(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Language, Sandbox]]:
    """Give a sandbox in each language."""
    sandbox = Sandbox(language=request.param, bot_name="Alliance")
    sandbox.add_person(ANNA, "Anna", started=True)
    await sandbox.start()
    yield request.param, sandbox
    await sandbox.stop()


async def test_the_page_speaks_the_language_that_the_sandbox_is_given(
    speaking: tuple[Language, Sandbox], browser: Browser
) -> None:
    language, sandbox = speaking
    page = await _opens(browser, sandbox)
    planned = {"ru": "Что запланировал бот", "en": "What the bot has planned"}[language]
    await expect(page.locator("#schedule-title")).to_have_text(planned)
    day = {"ru": "+1 день", "en": "+1 day"}[language]
    await expect(page.locator("#advance-day")).to_have_text(day)
    await expect(page.locator("#search")).to_have_attribute(
        "placeholder", {"ru": "Поиск", "en": "Search"}[language]
    )
    assert await page.locator("html").get_attribute("lang") == language
    if language == "en":
        assert re.findall("[А-Яа-яЁё]+", await page.locator("body").inner_text()) == []


async def test_each_language_has_the_same_words(
    speaking: tuple[Language, Sandbox], browser: Browser
) -> None:
    page = await _opens(browser, speaking[1])
    russian: dict[str, Any] = await page.evaluate(SHAPE, "ru")
    assert russian == await page.evaluate(SHAPE, "en")


async def test_every_word_that_the_page_asks_for_is_there(
    speaking: tuple[Language, Sandbox], browser: Browser
) -> None:
    page = await _opens(browser, speaking[1])
    known = set(await page.evaluate(SHAPE, "ru"))
    scripts = "".join(path.read_text("utf-8") for path in PAGE.glob("*.js"))
    document = (PAGE / "index.html").read_text("utf-8")
    asked = {*re.findall(r"\bw\.(\w+)", scripts)}
    asked |= {*re.findall(r'data-(?:word|label|hint)="(\w+)"', document)}
    assert asked - known == set()
    assert known - asked == set(), "words that nothing shows"


def test_no_word_stands_outside_the_lists_of_words() -> None:
    files = [*PAGE.glob("*.js"), *PAGE.glob("*.html"), PAGE / "words" / "en.js"]
    strays = {
        path.name: found
        for path in files
        if (found := re.findall("[А-Яа-яЁё]+", path.read_text("utf-8")))
    }
    assert strays == {}


async def _opens(browser: Browser, sandbox: Sandbox) -> Page:
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(f"{sandbox.url}/#as={ANNA}&chat={ANNA}")
    await expect(page.locator("#app")).to_have_attribute("data-view", "chat")
    return page
