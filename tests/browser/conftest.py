"""What each test in a browser is given."""

import os
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.browser.chromium import chromium, found


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium; without one the test is skipped, unless BROWSER_TESTS=required."""
    if found() is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("no Chromium found: install Debian's package chromium-headless-shell")
        pytest.skip("no Chromium found")
    async with chromium() as launched:
        yield launched
