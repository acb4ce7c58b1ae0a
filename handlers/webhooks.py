"""Telegram's calls to a webhook: a server of the bot's own, loaded only where it is wanted."""

import asyncio
from secrets import compare_digest

import structlog
from aiogram import Bot, Dispatcher
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from handlers.updates import AT_ONCE, ListenRefused

log = structlog.get_logger(__name__)

PARTING_SECONDS = 30.0


class _Calls(SimpleRequestHandler):
    """Takes Telegram's calls."""

    def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool:
        """Compare bytes: aiogram compares strings, which fails on letters beyond ASCII."""
        known = (self.secret_token or "").encode()
        return compare_digest(telegram_secret_token.encode("utf-8", "surrogateescape"), known)

    async def close(self) -> None:
        """Leave the session open: handlers under way still answer with it. The app closes it."""


class Webhook:
    """Is called by Telegram; an update is confirmed once it has been handled."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        bot: Bot,
        *,
        listen: tuple[str, int],
        url: str,
        path: str,
        secret: str,
    ) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._listen = listen
        self._url = url
        self._secret = secret
        self._stopped = asyncio.Event()
        app = web.Application()
        handler = _Calls(dispatcher, bot, handle_in_background=False, secret_token=secret)
        handler.register(app, path=path)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=PARTING_SECONDS)

    async def prepare(self) -> None:
        """Listen first, then tell Telegram where."""
        if not self._runner.addresses:
            await self._listen_once()
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            max_connections=AT_ONCE,
            allowed_updates=self._dispatcher.resolve_used_update_types(),
        )

    async def _listen_once(self) -> None:
        await self._runner.setup()
        host, port = self._listen
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            raise ListenRefused(
                f"webhook.listen: {host}:{port} cannot be listened on ({error.strerror}): "
                "choose another port, or stop what uses this one"
            ) from error

    async def run(self) -> None:
        """Serve until `stop`."""
        log.info("webhook listening", address=self._runner.addresses)
        await self._stopped.wait()

    async def stop(self) -> None:
        """Accept no more calls; those under way are answered."""
        self._stopped.set()
        await self._runner.cleanup()
