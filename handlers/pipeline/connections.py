"""Connections to Telegram, which tell a request that never left from one that may have arrived."""

import asyncio

from aiohttp import ClientConnectionError, ClientRequest, ClientTimeout, TCPConnector
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

CONNECT_TIMEOUT = 30.0
"""Seconds for a connection, from the look-up of the name to the end of the TLS handshake.

Half of what a request may take: a call that waits in vain for a connection has sent nothing, and
should not be told that it might have.
"""


class ConnectionFailed(ClientConnectionError):  # noqa: N818  a fact, named as one
    """No connection was made, so nothing of the request was sent; `str()` tells the cause."""


class Connector(TCPConnector):
    """Raises `ConnectionFailed` for everything that keeps a connection from coming about.

    The errors of a proxy, and of TLS behind one, are not among aiohttp's own, which aiogram turns
    into its `TelegramNetworkError`.
    """

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109  as aiohttp gives it
    ) -> Connection:
        """Return a connection from the pool, or a new one."""
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT):
                return await super().connect(req, traces, timeout)
        except Exception as error:
            raise ConnectionFailed(str(error) or type(error).__name__) from error


def connector_like(connector: type[TCPConnector]) -> type[TCPConnector]:
    """Return a connector that connects as the given class does, and fails as `Connector` does."""
    return type("Connector", (Connector, connector), {})


def cause_of(error: Exception) -> str:
    """Return in words why no connection was made, otherwise what kind of error it is.

    Other texts may hold the request's address, and the token with it.
    """
    failure = error.__cause__
    return str(failure) if isinstance(failure, ConnectionFailed) else type(error).__name__
