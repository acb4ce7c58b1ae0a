"""A server on one address, which pages and the webhook may share."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from aiohttp import web

from handlers.web.refusals import ListenRefused

PARTING_SECONDS = 10.0
"""Seconds that open requests have when the server stops."""

Answer: TypeAlias = Callable[[web.Request], Coroutine[Any, Any, web.StreamResponse]]


class Listener:
    """Serves `host:port`; `key` is the setting with that address."""

    def __init__(self, host: str, port: int, key: str) -> None:
        self.host, self.port, self._key = host, port, key
        self._app = web.Application()
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=PARTING_SECONDS)

    @property
    def addresses(self) -> list[Any]:
        """The addresses in use, with the port that the system chose; empty before the start."""
        return self._runner.addresses

    @property
    def address(self) -> str:
        """The address in the settings."""
        return f"{self.host}:{self.port}"

    def add_get(self, path: str, answer: Answer) -> None:
        """Register a handler for GET and HEAD; before the start."""
        self._app.router.add_get(path, answer)

    def add_post(self, path: str, answer: Answer) -> None:
        """Register a handler for POST; before the start."""
        self._app.router.add_post(path, answer)

    def on_stop(self, end: Callable[[], None]) -> None:
        """Have `end` called before open requests are waited for; before the start."""

        async def stopping(_: web.Application) -> None:
            end()

        self._app.on_shutdown.append(stopping)

    async def start(self) -> None:
        """Listen, unless it listens already; raise `ListenRefused` if that is not possible."""
        if self.addresses:
            return
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self.host, self.port).start()
        except OSError as error:
            raise ListenRefused(
                "listen-refused", key=self._key, address=self.address, error=str(error.strerror)
            ) from error

    async def stop(self) -> None:
        """Accept no more requests, and finish the open ones."""
        await self._runner.cleanup()
