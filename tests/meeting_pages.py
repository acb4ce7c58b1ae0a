"""Browsers without scripts, and a screen, at the pages of a general meeting."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from types import TracebackType
from typing import Self

import aiohttp

from handlers.web.listener import Listener
from tests.general_meetings import GeneralMeeting

TAG = re.compile(r"<[^>]*>")


@dataclass
class Seen:
    """What a browser got."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def words(self) -> str:
        """The text as people read it."""
        return " ".join(unescape(TAG.sub(" ", self.text)).split())


@dataclass
class Hall:
    """A meeting and its pages."""

    meeting: GeneralMeeting
    listener: Listener
    screen: str = ""
    desk: str = ""
    session: aiohttp.ClientSession = field(init=False)

    async def __aenter__(self) -> Self:
        host, port = self.listener.addresses[0]
        self.session = aiohttp.ClientSession(
            f"http://{host}:{port}", cookie_jar=aiohttp.DummyCookieJar()
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.session.close()

    async def gets(self, path: str, **headers: str) -> Seen:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.get(path, headers=named) as answer:
            return await seen(answer)

    async def posts(self, path: str, address: str = "", **fields: str | int) -> Seen:
        headers = {"X-Forwarded-For": address} if address else {}
        async with self.session.post(path, data=fields, headers=headers) as answer:
            return await seen(answer)

    async def votes(self, code: str, poll: int, **fields: str) -> Seen:
        """Send the form of a ballot."""
        return await self.posts("/vote", code=code, poll=poll, **fields)

    async def at_desk(self, act: str, voter: int, person: int, **fields: str) -> Seen:
        """Tap a button of the desk."""
        return await self.posts(f"/desk/{self.desk}", act=act, voter=voter, person=person, **fields)

    @asynccontextmanager
    async def watching(self) -> AsyncIterator["Watching"]:
        """Open the screen's stream."""
        async with self.session.get(f"/screen/{self.screen}/live") as stream:
            yield Watching(stream)


@dataclass
class Watching:
    """A screen that shows what is sent to it."""

    stream: aiohttp.ClientResponse

    async def sees(self, words: str) -> str:
        """Wait for a scene with these words; return it as people read it."""
        async for line in self.stream.content:
            if line.startswith(b"data: "):
                said = json.loads(line[6:])
                shown = " ".join(unescape(TAG.sub(" ", said.get("body", ""))).split())
                if words in shown:
                    return shown
        raise AssertionError(f"the stream ended without «{words}»")


async def seen(answer: aiohttp.ClientResponse) -> Seen:
    return Seen(answer.status, await answer.text(), dict(answer.headers))
