"""Connections to Telegram whose errors tell whether a request was sent."""

from functools import cache

from aiogram.exceptions import TelegramAPIError, TelegramNetworkError
from aiohttp import ClientConnectionError, ClientRequest, ClientTimeout, TCPConnector
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

CONNECT_TIMEOUT = 30.0
"""Seconds for a connection, from the DNS lookup to the end of the TLS handshake.

Half of a request's timeout: a call that waits in vain for a connection has sent nothing, and should
not look as if it might have.
"""


@cache
def timeout_of(seconds: float) -> ClientTimeout:
    """Return the timeouts of a request that may take so long, its connection included."""
    return ClientTimeout(total=seconds, connect=CONNECT_TIMEOUT)


class ConnectionFailed(ClientConnectionError):  # noqa: N818  a fact, named as one
    """No connection was made, so nothing of the request was sent; `str()` has the cause."""


class Connector(TCPConnector):
    """Raises `ConnectionFailed` for every error that prevents a connection.

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
            return await super().connect(req, traces, timeout)
        except Exception as error:
            raise ConnectionFailed(str(error) or type(error).__name__) from error


def connector_like(connector: type[TCPConnector]) -> type[TCPConnector]:
    """Return a connector that connects like the given class, and fails like `Connector`."""
    return type("Connector", (Connector, connector), {})


def cause_of(error: Exception) -> str:
    """Return why no connection was made or what Telegram said, or else the type of the error.

    Other texts may have the request's URL, and the token in it.
    """
    failure = error.__cause__
    if isinstance(failure, ConnectionFailed):
        return str(failure)
    if isinstance(error, TelegramAPIError) and not isinstance(error, TelegramNetworkError):
        return error.message or type(error).__name__
    return type(error).__name__
