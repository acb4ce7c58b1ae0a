"""The chair puts a motion to the council at the sandbox's page, up to the minutes as PDF."""

import re
from datetime import date, timedelta

import pytest
from playwright.async_api import Browser, Page, expect

from bot.domain.people.members import Role
from tests.alliance import UNPACED, Alliance
from tests.browser.pages import DESKTOP, PHONE, opens, writes
from tests.browser.test_seats import _message, _sees, _taps

pytestmark = pytest.mark.browser

COUNCIL = -1003
MARIA, PETR, ANNA, BORIS = 1, 2, 3, 4
QUESTION = "Утвердить смету на 2027 год?"
OPENED, REMINDER = "Началось голосование", "Вы ещё не проголосовали"


@pytest.fixture
def settings() -> dict[str, str]:
    return UNPACED | {"ALLIANCE__COUNCIL_GROUP": str(COUNCIL)}


@pytest.fixture(autouse=True)
async def council(alliance: Alliance) -> None:
    """Give the alliance a council of four with a group."""
    await alliance.has(MARIA, "Мария Орлова", Role.CHAIR)
    await alliance.has(PETR, "Пётр Климов", Role.SECRETARY)
    await alliance.has(ANNA, "Анна Белова", Role.COUNCIL)
    await alliance.has(BORIS, "Борис Ильин", Role.COUNCIL)
    alliance.sandbox.add_group(COUNCIL, "Совет", members=[MARIA, PETR, ANNA, BORIS])


async def _puts_to_the_vote(maria: Page) -> None:
    """Fill the wizard in, and open the poll."""
    await _taps(maria, "Начать")
    await writes(maria, "/polls")
    await _taps(maria, "➕ Новое голосование")
    await _taps(maria, "Вопрос")
    await _sees(maria, "О чём голосуем?")
    await writes(maria, QUESTION)
    await _taps(maria, "Нет, это обычный вопрос")
    await _sees(maria, "До какого времени голосуем?")
    await _taps(maria, re.compile("^Как обычно"))
    await _sees(maria, "Так это увидят голосующие")
    await _taps(maria, "Открыть голосование")
    await _taps(maria, "Да, открыть")
    await _sees(maria, OPENED)


async def _votes(page: Page, choice: str) -> None:
    await _sees(page, OPENED)
    await _taps(page, choice)
    await _sees(page, f"Голос принят: «{choice}»")


async def _issues_minutes(maria: Page, notified_on: date) -> None:
    """Draw the minutes up from the poll's board, and issue them."""
    await _taps(maria, "⚙️ Управление")
    await _taps(maria, "📄 Протокол")
    await _taps(maria, "Готово")
    await _sees(maria, "Где проходило заседание?")
    await writes(maria, "Екатеринбург, ул. Ленина, 1")
    await _sees(maria, "Кто созвал заседание")
    await _taps(maria, re.compile("^Председатель"))
    await _sees(maria, "Когда об этом сообщили участникам?")
    await writes(maria, f"{notified_on:%d.%m.%Y}")
    await _sees(maria, "Какие материалы получили участники?")
    await _taps(maria, "Материалов не было")
    await _taps(maria, "Секретарь")
    await _sees(maria, "По каким документам они голосовали?")
    await writes(maria, "протокол Общего собрания № 3 от 12.04.2025")
    await _sees(maria, "Выпустить его можно после")  # Anna was against, and may want it recorded
    for step in ("day", "hour"):  # the time is a whole minute, so a day alone may fall short of it
        await maria.locator(f"#advance-{step}").click()
    await _sees(maria, "Протокол можно выпускать.")
    await _taps(maria, re.compile("Составить протокол"))
    await _sees(maria, "У вас остался черновик")
    await _taps(maria, re.compile("Продолжить"))
    await _taps(maria, "Выпустить протокол")
    await _taps(maria, "Да, выпустить")


async def test_three_vote_one_is_reminded_and_what_came_of_it_stands_everywhere_and_in_a_pdf(
    alliance: Alliance, browser: Browser
) -> None:
    maria = await opens(browser, alliance, DESKTOP, MARIA)
    petr, anna, boris = [await opens(browser, alliance, PHONE, who) for who in (PETR, ANNA, BORIS)]
    await _puts_to_the_vote(maria)
    await _votes(maria, "За")
    await _votes(petr, "За")
    await _votes(anna, "Против")
    group = await browser.new_page(viewport=DESKTOP, locale="ru-RU")
    await group.goto(f"{alliance.sandbox.url}/#as={MARIA}&chat={COUNCIL}")
    post = group.locator("[data-message]", has_text="Голосование совета")
    await expect(post).to_contain_text("Проголосовали: 3 из 4")

    for step in ("day", "day", "hour"):
        await maria.locator(f"#advance-{step}").click()
    await _sees(boris, REMINDER)
    await expect(anna.locator("[data-message]", has_text=REMINDER)).to_have_count(0)
    await maria.locator("#advance-day").click()

    for page in (maria, petr, anna, boris):
        await expect(_message(page, "Решение принято")).to_contain_text("«За» — 2, нужно 2 из 3")
        await expect(page.locator("[data-message]", has_text=OPENED)).to_have_count(0)
    await expect(post).to_contain_text("Решение принято")
    await _sees(group, "Контрольные суммы голосования №\u00a01")
    await _issues_minutes(maria, alliance.clock.now().date() - timedelta(days=5))
    pdf = maria.locator("a.file", has_text="Протокол 1-")
    await expect(pdf.filter(has_text=".pdf")).to_be_visible()
    await expect(pdf.filter(has_text=".docx")).to_be_visible()
    link = await pdf.filter(has_text=".pdf").evaluate("link => link.href")
    opened = await maria.request.get(link)
    assert opened.headers["content-type"] == "application/pdf"
    assert (await opened.body()).startswith(b"%PDF-")
    for page in (petr, anna, boris):
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], "the page must not scroll sideways"
