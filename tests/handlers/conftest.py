"""The real app, not slowed down by what Telegram allows in one chat."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app import running
from sandbox.clock import SandboxClock
from sandbox.server import Sandbox
from tests.alliance import Alliance, a_config


@pytest.fixture
async def alliance(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> AsyncIterator[Alliance]:
    """A bot that polls the sandbox as fast as it can write."""
    config = a_config(tmp_path, sandbox.url, DELIVERY__PER_CHAT_SECOND="1000")
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(running(config, clock))
        yield Alliance(sandbox, clock, config, app, stack)
