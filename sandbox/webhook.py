"""Deliver updates to the bot's webhook, repeatedly until it answers 2xx."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp

from sandbox.bodies import Given, read_parts
from sandbox.clock import SandboxClock
from sandbox.encoding import encode
from sandbox.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret
MOST_DELAYED = 6


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """The parameters of setWebhook."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    ip_address: str | None = None


def doubling(attempt: int) -> float:
    """Return the seconds before a delivery is tried again: at once, then 2, 4, … up to 64."""
    return 0 if attempt == 0 else float(2 ** min(attempt, MOST_DELAYED))


class Webhook:
    """The bot's webhook; without settings, updates wait for getUpdates.

    `run` gets the call in a reply's body, its name in the field `method`.
    """

    def __init__(
        self, updates: Updates, clock: SandboxClock, delay: Callable[[int], float] = doubling
    ) -> None:
        self._updates = updates
        self._clock = clock
        self._delay = delay
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(1)
        self.settings: WebhookSettings | None = None
        self.last_error: tuple[int, str] | None = None
        self.run: Callable[[Given], Awaitable[object]] | None = None

    def set(self, settings: WebhookSettings) -> None:
        """Deliver all pending and new updates to this address."""
        self.unset()
        self.settings = settings
        self._slots = asyncio.Semaphore(settings.max_connections)
        self._updates.deliver = self._start
        for update in self._updates:
            self._start(update)

    def unset(self) -> None:
        """Stop delivering; pending updates stay."""
        self.settings = self.last_error = self._updates.deliver = None
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        """Stop delivering and drop the connections."""
        tasks = tuple(self._tasks)
        self.unset()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _start(self, update: Update) -> None:
        if self.settings is not None:
            task = asyncio.create_task(self._deliver(update, self.settings))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, update: Update, settings: WebhookSettings) -> None:
        attempt = 0
        async with self._slots:
            while not await self._post(update, settings):
                await asyncio.sleep(self._delay(attempt))
                attempt += 1

    async def _post(self, update: Update, settings: WebhookSettings) -> bool:
        """Try once; return True when the bot has accepted the update."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        headers = {"Content-Type": "application/json"}
        if settings.secret:
            headers[SECRET_HEADER] = settings.secret
        try:
            async with self._session.post(
                settings.url, data=encode(update), headers=headers
            ) as response:
                if not response.ok:
                    status = f"{response.status} {response.reason}"
                    return self._failed(f"Wrong response from the webhook: {status}")
                call = await _call_in(response)
        except (aiohttp.ClientError, OSError) as failure:
            return self._failed(f"Connection failed: {type(failure).__name__}")
        self._updates.confirm(update["update_id"])
        if call is not None and self.run is not None:
            await self.run(call)
        return True

    def _failed(self, words: str) -> bool:
        self.last_error = (int(self._clock.now().timestamp()), words)
        return False


async def _call_in(response: aiohttp.ClientResponse) -> Given | None:
    """Return the call in a reply, as JSON or as a form; `None` for any other body."""
    if response.content_type == "multipart/form-data":
        given = await read_parts(aiohttp.MultipartReader(response.headers, response.content))
    else:
        try:
            body = json.loads(await response.read())
        except ValueError:
            return None
        given = Given(body if isinstance(body, dict) else {})
    return given if "method" in given.fields else None
