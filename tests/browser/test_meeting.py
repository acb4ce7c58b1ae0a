"""A general meeting in a real browser: the hall's screen, a desk, a ballot page, and the chat."""

from dataclasses import dataclass

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.domain.meetings.codes import PageKind
from bot.domain.polls.voters import VoterId
from tests.alliance import UNPACED, Alliance
from tests.browser.pages import DESKTOP, opens, writes
from tests.general_meetings import BUDGET, CHAIR, SECRETARY, GeneralMeeting, a_plan
from tests.processes import a_free_port

pytestmark = pytest.mark.browser

PORT = a_free_port()
TABLET, TELEPHONE = ViewportSize(width=1024, height=768), ViewportSize(width=390, height=844)
PROJECTOR = ViewportSize(width=1920, height=1080)


@pytest.fixture
def settings() -> dict[str, str]:
    """Have the bot serve the pages of meetings."""
    return UNPACED | {"WEB__LISTEN": f"127.0.0.1:{PORT}"}


@dataclass
class Gathering:
    """A meeting whose registration is open: two of three are there, and both have Telegram."""

    meeting: GeneralMeeting
    screen: str
    desk: str


@pytest.fixture
async def gathering(alliance: Alliance) -> Gathering:
    """Register a chair and a delegate; the third organisation is to come."""
    meeting = GeneralMeeting(alliance.database, alliance.clock.now())
    await meeting.gathers(3)
    for voter in (1, 2):
        leader = meeting.leaders[VoterId(voter)]
        alliance.sandbox.add_person(leader, f"Глава {voter}", started=True)
    alliance.sandbox.add_person(SECRETARY, "Секретарь", started=True)
    await meeting.registers(agenda=a_plan().agenda[:2])  # nobody to elect among three
    await meeting.arrive(1, 2)
    pages = meeting.pages
    screen = await pages.open_page(SECRETARY, meeting.id, PageKind.SCREEN)
    desk = await pages.open_page(SECRETARY, meeting.id, PageKind.DESK)
    return Gathering(meeting, screen, desk)


async def _page(browser: Browser, path: str, size: ViewportSize) -> Page:
    page = await browser.new_page(viewport=size, locale="ru-RU")
    await page.goto(f"http://127.0.0.1:{PORT}/{path}")
    return page


async def test_screen_desk_ballot_page_and_chat_play_a_meeting_together(
    alliance: Alliance, gathering: Gathering, browser: Browser
) -> None:
    """The screen shows arrivals and the turnout; two vote, by page and chat; then the result."""
    meeting = gathering.meeting
    screen = await _page(browser, f"screen/{gathering.screen}", PROJECTOR)
    await expect(screen.locator("main")).to_contain_text("2 из 3 организаций на месте")

    desk = await _page(browser, f"desk/{gathering.desk}", TABLET)
    await desk.get_by_role("searchbox").fill("Глава 3")
    await desk.get_by_role("button", name="Найти").click()
    third = desk.locator("#found .row", has_text="Глава 3")
    await third.get_by_role("button", name="Зарегистрировать").click()
    await expect(screen.locator("main")).to_contain_text("3 из 3 организаций на месте")
    await desk.get_by_role("button", name="Талон").click()
    code = await desk.locator(".slip .number").inner_text()

    meeting.clock.time = alliance.clock.now()
    await meeting.conducting.begin(SECRETARY, meeting.id)
    await meeting.elects()
    chair = await opens(browser, alliance, DESKTOP, CHAIR)
    await writes(chair, "/meeting")
    await _taps(chair, "🎛 Пульт")
    await _taps(chair, "⏭ 1. Отчёт")
    await expect(screen.locator("main h1")).to_have_text("Отчёт")
    await _taps(chair, "⏭ 2. Бюджет")
    await _taps(chair, "Открыть голосование")
    await expect(screen.locator("main")).to_contain_text("0 из 3 присутствующих проголосовали")

    ballot = await _page(browser, "vote", TELEPHONE)
    await ballot.get_by_label("Код с вашего талона").fill(code.lower())
    await ballot.get_by_role("button", name="Открыть бюллетень").click()
    await ballot.get_by_text("За", exact=True).click()
    await ballot.get_by_role("button", name="Проголосовать").click()
    await expect(ballot.get_by_role("status")).to_contain_text("Голос принят")

    delegate = await opens(browser, alliance, DESKTOP, meeting.leaders[VoterId(2)])
    await delegate.get_by_role("button", name="За", exact=True).last.click()
    shown = screen.locator("main")
    await expect(shown).to_contain_text("2 из 3 присутствующих проголосовали")
    await expect(shown).not_to_contain_text("Решение")
    await expect(shown).not_to_contain_text("Против")

    await _taps(chair, "Последние голоса")
    await expect(shown).to_contain_text("Голосование заканчивается")
    await _taps(chair, "Завершить голосование")
    await _taps(chair, "Да, завершить и посчитать")
    await expect(shown).to_contain_text("Решение принято")
    await expect(shown.locator("dl > div").first).to_contain_text("2")
    await expect(ballot.locator("main")).to_contain_text("Решение принято")
    assert await meeting.poll_or_none(BUDGET) is not None
    assert (await meeting.verdict()).holds


async def _taps(page: Page, words: str) -> None:
    await page.get_by_role("button", name=words).last.click()
