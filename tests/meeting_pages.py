"""Browsers without scripts, and a screen, at the pages of a general meeting."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

import aiohttp

from handlers.ui.texts import AllTexts
from handlers.web.listener import Listener
from handlers.web.meetings import add_meeting_pages
from storage.engine.database import Database
from tests.general_meetings import GeneralMeeting

TAG = re.compile(r"<[^>]*>")
BASE = "https://meeting.example.org"
"""Where people open the pages: a proxy stands before the server."""


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
class Browsers:
    """Browsers at the pages that a server has at this address."""

    url: str
    screen: str = ""
    desk: str = ""
    session: aiohttp.ClientSession = field(init=False)

    async def __aenter__(self) -> Self:
        jar = aiohttp.DummyCookieJar()
        self.session = aiohttp.ClientSession(self.url, cookie_jar=jar, connector=_connector())
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

    async def votes(self, code: str, poll: int, address: str = "", **fields: str) -> Seen:
        """Send the form of a ballot."""
        return await self.posts("/vote", address, code=code, poll=poll, **fields)

    async def at_desk(
        self, act: str, voter: int, person: int, address: str = "", **fields: str
    ) -> Seen:
        """Tap a button of the desk."""
        page = f"/desk/{self.desk}"
        return await self.posts(page, address, act=act, voter=voter, person=person, **fields)

    async def at_chair(self, act: str, **fields: str | int) -> Seen:
        """Tap a button of the chair's page."""
        return await self.posts(f"/chair/{self.desk}", "", act=act, **fields)

    async def at_count(self, secret: str, act: str, **fields: str | int) -> Seen:
        """Tap a button of a teller's page."""
        return await self.posts(f"/count/{secret}", "", act=act, **fields)

    @asynccontextmanager
    async def watching(self, page: str = "screen", secret: str = "") -> AsyncIterator["Watching"]:
        """Open the stream of a screen: that of the meeting, or another one."""
        async with self.session.get(f"/{page}/{secret or self.screen}/live") as stream:
            yield Watching(stream)


def _connector() -> aiohttp.TCPConnector:
    """Return one that opens as many connections as there are browsers."""
    return aiohttp.TCPConnector(limit=0)


class Hall(Browsers):
    """A meeting and its pages, served by this process."""

    def __init__(self, meeting: GeneralMeeting, listener: Listener) -> None:
        host, port = listener.addresses[0]
        super().__init__(f"http://{host}:{port}")
        self.meeting, self.listener = meeting, listener


@asynccontextmanager
async def served(database: Database, organisations: int = 5) -> AsyncIterator[Hall]:
    """Serve the pages of a meeting of so many organisations."""
    meeting = await GeneralMeeting(database).gathers(organisations)
    texts = AllTexts("ru", ZoneInfo("Asia/Yekaterinburg"), meeting.clock)
    listener = Listener("127.0.0.1", 0, "web.listen")
    feed = add_meeting_pages(
        listener, meeting.pages, meeting.chair_pages, texts, lambda: "alliance_bot", BASE
    )
    database.on_entries(feed.wake)
    await listener.start()
    async with Hall(meeting, listener) as made:
        yield made
    await listener.stop()


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
