"""A real Chromium, Debian's or the system's, driven by Playwright."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright, expect

expect.set_options(timeout=60_000)  # milliseconds; what comes is seen at once, however busy it is

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium; without one the test is skipped, unless BROWSER_TESTS=required."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("no Chromium found: install it, for instance Debian's package chromium")
        pytest.skip("no Chromium found")
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield launched
        await launched.close()
