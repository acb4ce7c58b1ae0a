"""The demo before a browser: what the READMEs show is photographed there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Locator, Page, expect
from rich.console import Console

from bot.demo import QUICKER
from bot.demo.actors import Actor
from bot.demo.fiction import make_fiction
from bot.demo.panel import Panel
from bot.demo.stage import BOT_ID, ZONE, Stage, demo_clock, demo_config, staged
from bot.demo.transcript import Transcript
from handlers.ui.texts import Texts
from sandbox.limits import Limits
from sandbox.server import Sandbox, random_token

FOLDER = Path(__file__).parents[2] / "sandbox" / "pictures"
SEED = 1
SHARP = 2
"""Pixels of a picture for each pixel of a telephone's page."""
PATIENCE = 120_000
"""Milliseconds in which the page must have got there, on a busy machine too."""
SCROLLED = """async (node) => {
  const bottom = () => node.getBoundingClientRect().bottom;
  do {
    node.scrollIntoView({ block: "end" });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  } while (bottom() <= 0 || bottom() > innerHeight);
}"""
"""Until the page knows that one has scrolled, it goes to the end with each message that comes."""
LOCALES = {"ru": "ru-RU", "en": "en-GB"}


@asynccontextmanager
async def demo(language: str) -> AsyncIterator[Stage]:
    """Run the demo's bot in its sandbox; nothing has happened there yet."""
    clock = demo_clock()
    t = Texts(language, ZONE, clock)
    panel = Panel(t)
    sandbox = Sandbox(
        random_token(BOT_ID),
        bot_name=t.plain("demo-alliance"),
        clock=clock,
        limits=Limits.faster(QUICKER),
        schedule=panel,
        language="en" if language == "en" else "ru",
    )
    await sandbox.start()
    transcript = Transcript(Console(stderr=True, highlight=False, markup=False), t)
    try:
        with TemporaryDirectory(prefix="alliance-pictures-") as folder:
            config = demo_config(sandbox, Path(folder, "alliance.sqlite3"), t, QUICKER)
            async with staged(sandbox, config, panel, make_fiction(SEED), transcript) as stage:
                yield stage
    finally:
        await sandbox.stop()


async def opened(browser: Browser, stage: Stage, actor: Actor, width: int, height: int) -> Page:
    """Open the page as this person sees it; a narrow one is as sharp as a telephone's."""
    page = await browser.new_page(
        viewport={"width": width, "height": height},
        locale=LOCALES[stage.t.language],
        device_scale_factor=1 if width > height else SHARP,
    )
    page.set_default_timeout(PATIENCE)
    await page.goto(stage.link(actor))
    await expect(page.locator("[data-message]").last).to_be_visible()
    return page


async def brought_down(page: Page, *words: str) -> None:
    """Scroll until the newest message with all these words stands at the bottom."""
    message = message_with(page, *words)
    await message.evaluate(SCROLLED)
    await expect(message).to_be_in_viewport()


def message_with(page: Page, *words: str) -> Locator:
    """Find the newest message with all these words."""
    messages = page.locator("[data-message]")
    for part in words:
        messages = messages.filter(has_text=part)
    return messages.last
