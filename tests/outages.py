"""What can go wrong below the Bot API: names, connections, TLS, proxies, and strangers' answers."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from sandbox.people import PATIENCE

SOCKS_GREETING, SOCKS_GRANTED = b"\x05\x00", b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x09"
HTTP_GRANTED = b"HTTP/1.1 200 OK\r\n\r\n"
SOCKS_FAILURE = b"\x05\x01\x00\x01\x00\x00\x00\x00\x00\x00"


def http(body: bytes, status: str = "200 OK", length: int | None = None) -> bytes:
    """Return an HTTP answer; a `length` larger than the body's promises more than comes."""
    promised = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Length: {promised}\r\n\r\n".encode() + body


NOT_CONNECTED: Mapping[str, tuple[str, tuple[bytes, ...]]] = {
    "TLS answered by garbage": ("https://{server}", (b"no TLS here\r\n",)),
    "TLS answered by nothing": ("https://{server}", (b"",)),
    "a SOCKS proxy that refuses": ("socks5", (SOCKS_GREETING, SOCKS_FAILURE)),
    "a SOCKS proxy that speaks garbage": ("socks5", (b"\xff" * 64,)),
    "a SOCKS proxy that speaks garbage late": ("socks5", (SOCKS_GREETING, b"\xff" * 64)),
    "a SOCKS proxy that closes at once": ("socks5", (b"",)),
    "a SOCKS proxy that closes midway": ("socks5", (SOCKS_GREETING, b"\x05")),
    "an older SOCKS proxy that refuses": ("socks4", (b"\x00\x5b" + bytes(6),)),
    "an HTTP proxy that refuses": ("http", (http(b"", "502 Bad Gateway"),)),
    "an HTTP proxy that wants a password": ("http", (http(b"", "407 Authentication Required"),)),
    "an HTTP proxy that speaks garbage": ("http", (b"\xff\xfe\r\n\r\n",)),
    "an HTTP proxy that closes at once": ("http", (b"",)),
    "a proxy behind which TLS breaks": ("socks5", (SOCKS_GREETING, SOCKS_GRANTED, b"\x00" * 9)),
    "a proxy behind which nothing is": ("socks5", (SOCKS_GREETING, SOCKS_GRANTED, b"")),
}
"""Faults by name: the proxy's kind or the API's address, and what is said at each turn."""

STRANGE_ANSWERS: Mapping[str, bytes] = {
    "nothing": b"",
    "half a body": http(b'{"ok":true,"resu', length=900),
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "no HTTP": b"220 mail.example.org ESMTP\r\n",
    "an empty body": http(b""),
    "a body that is no JSON": http(b"<html>Welcome to your hotel</html>"),
    "a body that is no text": http(b"\xff\xfe\xfa\x00"),
    "a gateway's HTML": http(b"<html>502</html>", "502 Bad Gateway"),
    "a gateway's HTML for what is too large": http(b"<html>413</html>", "413 Too Large"),
    "JSON of something else": http(b'{"status":"up"}'),
    "JSON that is a list": http(b"[]"),
    "a failure without a reason": http(b'{"ok":false}', "500 Internal Server Error"),
    "a refusal without a reason": http(b'{"ok":false}', "400 Bad Request"),
    "a ban without a reason": http(b'{"ok":false}', "403 Forbidden"),
}
"""Answers to a request that are none of Telegram's."""


@dataclass(slots=True)
class Road:
    """How a bot reaches Telegram: the API's address, and a proxy."""

    url: str
    proxy: str | None = None

    @property
    def settings(self) -> dict[str, str]:
        """The part of a configuration that says so."""
        return {"api_url": self.url} | ({"proxy": self.proxy} if self.proxy else {})


def closed_port() -> int:
    """Return a port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


@asynccontextmanager
async def answering(*turns: bytes) -> AsyncIterator[int]:
    """Serve what says each of `turns` after it was spoken to, then falls silent; yield the port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for turn in turns:
            if not await reader.read(65536):
                break
            writer.write(turn)
        writer.write_eof()
        await reader.read()  # an answer is lost if the socket closes on unread bytes

    async with serving(answer) as port:
        yield port


@asynccontextmanager
async def serving(
    talk: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[int]:
    """Listen, have `talk` serve each connection, and leave none of them open; yield the port."""
    talks: set[asyncio.Task[None]] = set()

    async def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            await talk(reader, writer)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.create_task(begin(reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*talks)


@asynccontextmanager
async def broken_road(fault: str) -> AsyncIterator[Road]:
    """Yield a road on which a request meets one of `NOT_CONNECTED`."""
    kind, turns = NOT_CONNECTED[fault]
    async with answering(*turns) as port:
        if kind.startswith("https"):
            yield Road(kind.format(server=f"127.0.0.1:{port}"))
        else:
            yield Road("https://telegram.example.org", f"{kind}://127.0.0.1:{port}")


@dataclass
class Proxy:
    """A SOCKS5 or HTTP proxy that works, until it is told to break; a break cuts every connection.

    While it is `slow`, whatever comes back takes so many seconds more.
    """

    scheme: str = "socks5"
    account: str = ""
    port: int = 0
    broken: bool = False
    slow: float = 0
    carried: int = 0
    refused: asyncio.Event = field(default_factory=asyncio.Event)
    _open: set[asyncio.StreamWriter] = field(default_factory=set)
    _cut: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        """Its address, with the account's name and password if it has one."""
        return f"{self.scheme}://{self.account}{'@' if self.account else ''}127.0.0.1:{self.port}"

    def breaks(self) -> None:
        """Cut what is open, and refuse anyone who comes."""
        self.broken = True
        for writer in self._open:
            writer.transport.abort()
        self._cut.set()  # nobody waits for what is slow any more
        self._cut = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection, or refuse it."""
        self._open.add(writer)
        try:
            asked = self._asked_by_http if self.scheme == "http" else self._asked_by_socks
            host, port, granted, failure = await asked(reader, writer)
            if self.broken:
                self.refused.set()
                writer.write(failure)
                return
            self.carried += 1
            there_reader, there = await asyncio.open_connection(host, port)
            await self._answer(writer, granted)
            await self._carry(reader, writer, there_reader, there)
        finally:
            self._open.discard(writer)

    async def _asked_by_socks(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> tuple[str, int, bytes, bytes]:
        await reader.readexactly((await reader.readexactly(2))[1])
        await self._answer(writer, SOCKS_GREETING)
        head = await reader.readexactly(4)
        length = 4 if head[3] == 1 else (await reader.readexactly(1))[0]
        host = await reader.readexactly(length)
        port = int.from_bytes(await reader.readexactly(2))
        name = socket.inet_ntoa(host) if head[3] == 1 else host.decode()
        return name, port, SOCKS_GRANTED, SOCKS_FAILURE

    async def _asked_by_http(
        self, reader: asyncio.StreamReader, _: asyncio.StreamWriter
    ) -> tuple[str, int, bytes, bytes]:
        head = await reader.readuntil(b"\r\n\r\n")
        host, _colon, port = head.split()[1].decode().rpartition(":")
        return host, int(port), HTTP_GRANTED, http(b"", "502 Bad Gateway")

    async def _answer(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self.slow):
                await self._cut.wait()
        writer.write(data)

    async def _carry(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        there_reader: asyncio.StreamReader,
        there: asyncio.StreamWriter,
    ) -> None:
        self._open.add(there)
        try:
            await asyncio.gather(self._back(there_reader, writer), _copy(reader, there))
        finally:
            self._open.discard(there)
            there.close()

    async def _back(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await self._answer(writer, data)
        writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
    writer.close()


@asynccontextmanager
async def proxy_of_ones_own(scheme: str = "socks5", account: str = "") -> AsyncIterator[Proxy]:
    """Serve a proxy."""
    proxy = Proxy(scheme, account)
    async with serving(proxy.serve) as proxy.port:
        yield proxy
        proxy.breaks()
