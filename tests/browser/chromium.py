"""A real Chromium, Debian's or the system's, driven by Playwright."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, async_playwright, expect

expect.set_options(timeout=60_000)  # milliseconds; what comes is seen at once, however busy it is

NAMES = (
    "chromium-headless-shell",  # it starts in half the time: it has no window to draw
    "chromium",
    "chromium-browser",
    "google-chrome",
)
QUIET = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def found() -> str | None:
    """Return the path of the machine's own Chromium."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run it without a window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found(), args=list(QUIET))
        yield browser
        await browser.close()
