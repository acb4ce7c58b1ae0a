"""Telegram's calls to a webhook: a server of the bot's own, loaded only where it is wanted."""

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
"""The largest number that the database takes."""


class Webhook:
    """Is called by Telegram; an update is confirmed once it has been handled."""

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
        """Answer a call once its update is handled, or takes too long.

        Whatever else is not answered by 200, Telegram would send again and again.
        """
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
        """Compare bytes: strings cannot be compared so with letters beyond ASCII."""
        told = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return compare_digest(told, self._secret.encode())

    async def prepare(self) -> None:
        """Listen first, then tell Telegram where."""
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
        """Stop accepting calls; those under way are answered, and what they brought is handled."""
        self._stopped.set()
        await asyncio.gather(self._listener.stop(), self._intake.finished())


def _update_in(body: bytes) -> Raw | None:
    """Return the update that a call brings; None if it is none."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return raw if type(number) is int and 0 <= number <= LARGEST else None
