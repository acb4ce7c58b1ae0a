"""Whatever is clicked at the page, and whenever: the bot goes on, and so does the page."""

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, expect
from structlog.testing import capture_logs

from bot.demo.panel import Panel
from bot.domain.people.members import Role
from sandbox.clock import SandboxClock
from sandbox.limits import Limits
from sandbox.server import Sandbox
from tests.alliance import TOKEN, UNPACED, Alliance, running_alliance
from tests.browser.pages import DESKTOP, PHONE, writes
from tests.effort import effort
from tests.voters import Voters
from tests.wording import texts

pytestmark = pytest.mark.browser

SEED = int(os.environ.get("CLICKER_SEED", "7"))
DEEDS = effort(short=150, long=12_000)
ORGANISER, STRANGER, LATECOMER = 50, 60, 99
REFUSED = "Failed to load resource: the server responded with a status of 400"
"""What Chromium says of a deed that the sandbox refuses with a sentence, which the page shows."""
TARGETS = """() => [...document.querySelectorAll(
    "button, a, input, label, textarea, [data-person], [data-chat], .spoiler, code"
  )]
  .filter((node) => !node.closest("[inert]") && node.checkVisibility())
  .map((node) => node.getBoundingClientRect())
  .filter((box) => box.width > 0 && box.bottom > 0 && box.top < innerHeight)
  .map((box) => [box.left + box.width / 2, box.top + box.height / 2])
  .filter(([, y]) => y > 0 && y < innerHeight)"""
COMMANDS = ("/events", "/polls", "/manage", "/me", "/announcements", "/help", "/start c_x")
TEXTS = (*COMMANDS, "завтра 18:00", "1", "<b>")
HELP = "Вот что умеет бот"
KEYS = ("Enter", "Escape", "Tab", "ArrowDown", "ArrowUp", " ")


@pytest.fixture
async def alliance(tmp_path: Path, clock: SandboxClock) -> AsyncIterator[Alliance]:
    """A bot whose plans the page shows, as in the demo."""
    panel = Panel(texts())
    sandbox = Sandbox(TOKEN, clock=clock, limits=Limits.none(), schedule=panel)
    await sandbox.start()
    async with running_alliance(sandbox, clock, tmp_path, UNPACED) as made:
        panel.follow(made.services.schedules)
        yield made
    await sandbox.stop()


class Clicker:
    """Somebody who clicks and types at random, in an order that the seed decides."""

    def __init__(self, page: Page, mind: Random) -> None:
        self._page, self._mind = page, mind
        self.clicks = 0
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        page.on("popup", lambda popup: asyncio.create_task(popup.close()))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not said.text.startswith(REFUSED):
            self.complaints.append(said.text)

    async def acts(self) -> None:
        """Do one thing: mostly click what can be clicked, else click or type anywhere."""
        deed = self._mind.random()
        if deed < 0.8:
            await self._clicks()
        elif deed < 0.9:
            await self._page.keyboard.press(self._mind.choice(KEYS))
        else:
            await self._types()

    async def _clicks(self) -> None:
        places: list[list[float]] = await self._page.evaluate(TARGETS)
        if places:  # while the sheet of the clock slides in there are none
            await self._page.mouse.click(*self._mind.choice(places))
            self.clicks += 1

    async def _types(self) -> None:
        composer = self._page.locator("#composer")
        if await composer.is_visible():
            await composer.evaluate("node => node.focus()")
        await self._page.keyboard.insert_text(self._mind.choice(TEXTS))
        await self._page.keyboard.press("Enter")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_clicking_anything_at_any_time_breaks_neither_the_bot_nor_the_page(
    alliance: Alliance, browser: Browser, size: Any, caplog: pytest.LogCaptureFixture
) -> None:
    await _peoples(alliance)
    page = await browser.new_page(viewport=size, locale="ru-RU")
    await page.goto(alliance.sandbox.url)
    await expect(page.locator("[data-person]").first).to_be_visible()
    clicker = Clicker(page, Random(SEED))  # noqa: S311  chance, not cryptography
    with caplog.at_level(logging.ERROR), capture_logs() as logged:
        for _ in range(DEEDS):
            await clicker.acts()
        await _goes_on(alliance, page)
    assert clicker.clicks > DEEDS / 4, "a page that offers nothing proves nothing"
    assert clicker.complaints == []
    assert [entry for entry in logged if entry["log_level"] in {"error", "critical"}] == []
    assert [record.getMessage() for record in caplog.records] == []


async def _peoples(alliance: Alliance) -> None:
    """Give the page something to click: an organiser, a council, a vote, events, an invitation."""
    voters = await Voters(alliance).gather()
    alliance.sandbox.set_roles(voters.vera.id, ["председатель"])
    await voters.opens()
    await alliance.has(ORGANISER, "Ольга", Role.ORGANISER)
    await alliance.announces(ORGANISER, "Общее собрание")
    alliance.sandbox.add_person(STRANGER, "Прохожий", invitation="i_unknown")


async def _goes_on(alliance: Alliance, page: Page) -> None:
    """Write as somebody whom nobody has clicked, and be answered by the bot."""
    await page.goto("about:blank")  # what it has not sent yet, it does not send any more
    alliance.sandbox.faults.clear()
    late = await alliance.has(LATECOMER, "Новичок")
    await late.says("/start")
    await page.goto(f"{alliance.sandbox.url}/#as={LATECOMER}&chat={LATECOMER}")
    welcome = page.locator("[data-message]", has_text="Добро пожаловать").last
    await expect(welcome).to_be_visible()  # before that, the page may still change what is shown
    await writes(page, "/help")
    await expect(page.locator("[data-message]", has_text=HELP).last).to_be_visible()
