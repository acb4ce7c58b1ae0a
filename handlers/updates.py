"""How updates arrive: by long polling, or by Telegram's calls to a webhook."""

from secrets import compare_digest
from typing import Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from handlers.draining import Draining

log = structlog.get_logger(__name__)

AT_ONCE = 100
"""Updates handled at a time. More make the slowest ten times slower, and a crash loses more."""

PARTING_SECONDS = 30.0


class ListenRefused(Exception):  # noqa: N818  a fact about the machine, named as one
    """The webhook's address cannot be listened on; the message names key and remedy."""


class Updates(Protocol):
    """A source of updates."""

    async def prepare(self) -> None:
        """Tell Telegram how updates are wanted; raises what Telegram answers."""

    async def run(self) -> None:
        """Take updates until `stop`."""

    async def stop(self) -> None:
        """Take no more, and return when those in flight are handled."""


class Polling:
    """Asks Telegram for updates."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot, draining: Draining) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._draining = draining
        self._running = False

    async def prepare(self) -> None:
        """Take a webhook away that would keep the updates from us."""
        await self._bot.delete_webhook(drop_pending_updates=False)
        await self._bot.me()

    async def run(self) -> None:
        """Poll until stopped; a failing line is tried again and again by aiogram."""
        self._running = True
        try:
            await self._dispatcher.start_polling(
                self._bot,
                handle_signals=False,
                close_bot_session=False,
                tasks_concurrency_limit=AT_ONCE,
            )
        finally:
            self._running = False

    async def stop(self) -> None:
        """Stop polling, let handlers finish, and confirm what was handled.

        Unconfirmed updates come again at the next start: without the last step, those just handled
        would be handled twice.
        """
        if self._running:
            await self._dispatcher.stop_polling()
        await self._draining.finished()
        if self._draining.newest is None:
            return
        try:
            await self._bot.get_updates(offset=self._draining.newest + 1, limit=1, timeout=0)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("updates not confirmed", cause=type(error).__name__)


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
        """Nothing to do: the server serves until `stop`."""
        log.info("webhook listening", address=self._runner.addresses)

    async def stop(self) -> None:
        """Accept no more calls; those under way are answered."""
        await self._runner.cleanup()
