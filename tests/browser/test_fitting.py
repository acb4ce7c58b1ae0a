"""What stands on the page's buttons is read in full on a telephone."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputPollOption,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from fluent.syntax import FluentParser, ast
from playwright.async_api import Browser, FilePayload, Page, expect

import handlers
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.pictures import PIXEL
from sandbox.server import Sandbox
from tests.browser.pages import DESKTOP, PHONE
from tests.wording import texts

pytestmark = pytest.mark.browser

ANNA, COUNCIL = 1, -100
LOCALES = Path(handlers.__file__).with_name("locales")
LONGEST = 24
"""How many of the longest texts of a language stand on buttons."""
WEEK = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
CLIPPED = """() => [...document.querySelectorAll("button, .key-text, .tab-title")]
  .filter((node) => node.checkVisibility() && node.textContent.trim())
  .filter((node) => node.scrollWidth > node.clientWidth + 1
    || node.scrollHeight > node.clientHeight + 1
    || node.getBoundingClientRect().right > innerWidth)
  .map((node) => node.textContent)"""


@pytest.fixture
def anna(sandbox: Sandbox) -> Person:
    return sandbox.add_person(ANNA, "Анна", "Смирнова-Рождественская", started=True)


def long_texts(language: str) -> list[str]:
    """Return the longest texts of buttons, each with the longest of its variants."""
    texts = {_longest(pattern) for pattern in _buttons(language)}
    return sorted(texts, key=len)[-LONGEST:]


def _buttons(language: str) -> Iterator[ast.Pattern]:
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.id.name.startswith("button-"):
                assert entry.value is not None
                yield entry.value


def _longest(pattern: ast.Pattern) -> str:
    """Write a pattern out; a variable is a number."""
    return "".join(
        one.value if isinstance(one, ast.TextElement) else _placed(one.expression)
        for one in pattern.elements
    )


def _placed(expression: object) -> str:
    if isinstance(expression, ast.SelectExpression):
        return max((_longest(one.value) for one in expression.variants), key=len)
    return "120"


def _rows(texts: Sequence[str]) -> list[list[str]]:
    """Lay the texts out one in a row, two, three; and a week of a calendar."""
    half, third = texts[: len(texts) // 2], texts[: len(texts) // 3]
    pairs = [list(pair) for pair in zip(half[::2], half[1::2], strict=False)]
    threes = [list(three) for three in zip(third[::3], third[1::3], third[2::3], strict=False)]
    return [*([text] for text in texts), *pairs, *threes, list(WEEK)]


async def _shows(bot: Bot, texts: Sequence[str]) -> None:
    """Put the texts on an inline keyboard and on a reply keyboard."""
    inline = [
        [InlineKeyboardButton(text=text, callback_data="x") for text in row] for row in _rows(texts)
    ]
    keyboard = InlineKeyboardMarkup(inline_keyboard=inline)
    await bot.send_message(ANNA, "Кнопки", reply_markup=keyboard)
    reply = [[KeyboardButton(text=text) for text in row] for row in _rows(texts[-6:])]
    await bot.send_message(ANNA, "Ещё", reply_markup=ReplyKeyboardMarkup(keyboard=reply))


@pytest.fixture
def bot(sandbox: Sandbox) -> Bot:
    return Bot(sandbox.token, AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url)))


async def _opens(browser: Browser, sandbox: Sandbox) -> Page:
    page = await browser.new_page(viewport=PHONE)
    await page.goto(f"{sandbox.url}/#as={ANNA}&chat={ANNA}")
    return page


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_on_a_telephone_no_buttons_text_is_cut(
    sandbox: Sandbox, bot: Bot, browser: Browser, language: str
) -> None:
    async with bot.context():
        await _shows(bot, long_texts(language))
    page = await _opens(browser, sandbox)
    await expect(page.locator(".reply-keys .key").first).to_be_visible()
    assert await page.evaluate(CLIPPED) == []
    await page.locator("#chat-bar [data-sheet]").click()
    await expect(page.locator("#advance-day")).to_be_visible()
    assert await page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_bots_chat_and_the_councils_are_named_in_full(
    browser: Browser, language: str
) -> None:
    t = texts(language)
    sandbox = Sandbox(bot_name=t.plain("demo-alliance"), limits=Limits.none())
    await sandbox.start()
    sandbox.add_person(ANNA, "Анна", "Смирнова", started=True)
    sandbox.add_group(COUNCIL, t.plain("demo-council"), [ANNA])
    page = await _opens(browser, sandbox)
    await expect(page.locator(".tab")).to_have_count(2)
    assert await page.evaluate(CLIPPED) == []
    await page.set_viewport_size(DESKTOP)
    assert await page.evaluate(CLIPPED) == []
    await sandbox.stop()


async def test_a_polls_share_stays_on_one_line(
    sandbox: Sandbox, bot: Bot, browser: Browser, anna: Person
) -> None:
    options: list[InputPollOption | str] = [
        InputPollOption(text=text) for text in ("Во вторник", "В среду")
    ]
    async with bot.context():
        await bot.send_poll(ANNA, "Когда?", options, is_anonymous=False)
    page = await _opens(browser, sandbox)
    await page.locator("[data-option='0']").click()
    share = page.locator(".poll-share").first
    await expect(share).to_have_text("100%")
    lines = "node => { const range = document.createRange(); range.selectNodeContents(node);"
    assert await share.evaluate(f"{lines} return range.getClientRects().length; }}") == 1
    assert anna.chat()[-1]["poll"]["total_voter_count"] == 1


async def test_a_file_is_not_sent_when_one_cancels(
    sandbox: Sandbox, browser: Browser, anna: Person
) -> None:
    await anna.says("Здравствуйте")
    page = await browser.new_page(viewport=DESKTOP)
    await page.goto(f"{sandbox.url}/#as={ANNA}&chat={ANNA}")
    await expect(page.locator("[data-message]")).to_have_count(1)
    picture = FilePayload(name="зал.png", mimeType="image/png", buffer=PIXEL)
    await page.locator("#file").set_input_files(picture)
    await page.get_by_role("button", name="Отмена", exact=True).click()
    await expect(page.locator("dialog")).to_have_count(0)
    await page.locator("#file").set_input_files(picture)
    await page.get_by_label("Подпись").fill("Наш зал")
    await page.get_by_label("Подпись").press("Enter")
    await expect(page.locator("[data-message]")).to_have_count(2)
    assert [message.get("caption") for message in anna.chat()] == [None, "Наш зал"]
