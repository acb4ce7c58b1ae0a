"""A server for Telegram's webhook calls, imported only if it is configured."""

import asyncio
import json
from secrets import compare_digest

import structlog
from aiogram import Bot
from aiohttp import web

from handlers.pipeline.intake import LONGEST_HOLD, Intake, Raw
from handlers.pipeline.updates import MAX_CONCURRENT_UPDATES
from handlers.web.listener import Listener

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name, not a secret
LARGEST = 2**63 - 1
"""The largest integer that the database stores."""


class Webhook:
    """Receives calls from Telegram; an update is confirmed once it has been handled."""

    def __init__(
        self,
        intake: Intake,
        bot: Bot,
        kinds: list[str],
        *,
        listener: Listener,
        url: str,
        path: str,
        secret: str,
    ) -> None:
        self._intake = intake
        self._bot = bot
        self._kinds = kinds
        self._listener = listener
        self._url = url
        self._secret = secret
        self._stopped = asyncio.Event()
        listener.add_post(path, self._called)

    async def _called(self, request: web.Request) -> web.Response:
        """Answer 200 once the update is handled or takes long; else Telegram sends it again."""
        if not self._is_telegrams(request):
            return web.Response(status=401)
        raw = _update_in(await request.read())
        if raw is None:
            log.warning("a call brought no update")
        elif (work := self._intake.take(raw)) is not None:
            await asyncio.wait({work.settled}, timeout=LONGEST_HOLD)
            if not work.settled.done():
                log.warning("update takes long, confirmed", update_id=raw["update_id"])
        return web.Response()

    def _is_telegrams(self, request: web.Request) -> bool:
        """Compare as bytes: `compare_digest` accepts only ASCII strings."""
        told = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return compare_digest(told, self._secret.encode())

    async def prepare(self) -> None:
        """Listen first, then tell Telegram the URL."""
        await self._listener.start()
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            max_connections=MAX_CONCURRENT_UPDATES,
            allowed_updates=self._kinds,
        )

    async def run(self) -> None:
        """Serve until `stop`."""
        log.info("webhook listening", address=self._listener.addresses)
        await self._stopped.wait()

    async def stop(self) -> None:
        """Stop accepting calls; open ones are answered, and their updates handled."""
        self._stopped.set()
        await asyncio.gather(self._listener.stop(), self._intake.finished())


def _update_in(body: bytes) -> Raw | None:
    """Return a call's update; None if it has none."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return raw if type(number) is int and 0 <= number <= LARGEST else None
