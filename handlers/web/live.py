"""Pages that show the newest state by themselves: the hall's screen, the screen of the house."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, NamedTuple, TypeAlias

from aiohttp import web

from bot.domain.refusals import Refusal
from handlers.ui.texts import AllTexts, Texts
from handlers.web.feed import Feed
from handlers.web.guarding import HEADERS, Guard, html, texts_for
from handlers.web.listener import Listener
from handlers.web.rendering import rendered

HEARTBEAT = 15.0
"""Seconds after which something is sent in any case, so that proxies keep the line open."""

TOGETHER = 0.1
"""Seconds within which changes are shown as one."""

STREAMS = 50
"""How many screens may be open at once; each one reads what it shows at each change."""


class Scene(NamedTuple):
    """What a screen shows: its title, and the HTML that changes."""

    title: str
    body: str


Look: TypeAlias = Callable[[str, Texts], Coroutine[Any, Any, Scene]]
"""Returns what the screen of a secret shows; refuses an unknown or revoked one."""


class LivePage:
    """Serves a page, and its changes as server-sent events."""

    def __init__(self, look: Look, feed: Feed, texts: AllTexts) -> None:
        self._look, self._feed, self._texts = look, feed, texts
        self._open = 0

    def add_to(self, path: str, listener: Listener, guard: Guard) -> None:
        """Register the page at a server, as `path/<secret>`."""
        listener.add_get(f"{path}/{{secret}}", guard.guarded(self._page))
        listener.add_get(f"{path}/{{secret}}/live", guard.guarded(self._live))

    async def _scene(self, request: web.Request, t: Texts) -> Scene:
        return await self._look(request.match_info["secret"], t)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        t = texts_for(request, self._texts)
        scene = await self._scene(request, t)
        theme = request.query.get("theme")
        return html(
            rendered(
                "screen.html",
                t,
                title=scene.title,
                theme=theme if theme in {"light", "dark"} else "",
                body=scene.body,
                now=self._now,
                zone=t.zone.key,
            )
        )

    @property
    def _now(self) -> int:
        return int(self._texts.now().timestamp() * 1000)

    async def _live(self, request: web.Request) -> web.StreamResponse:
        if self._open >= STREAMS or self._feed.closed:
            raise web.HTTPServiceUnavailable
        t = texts_for(request, self._texts)
        await self._scene(request, t)
        self._open += 1
        try:
            return await self._stream(request, t)
        finally:
            self._open -= 1

    async def _stream(self, request: web.Request, t: Texts) -> web.StreamResponse:
        stream = web.StreamResponse(
            headers=HEADERS | {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}
        )
        await stream.prepare(request)
        shown = ""
        with suppress(ConnectionError, Refusal):  # the browser is gone, or the page was revoked
            while not self._feed.closed:
                body = (await self._scene(request, t)).body
                said = {"now": self._now} if body == shown else {"now": self._now, "body": body}
                await stream.write(f"data: {json.dumps(said)}\n\n".encode())
                shown = body
                await self._feed.next_change(HEARTBEAT)
                await asyncio.sleep(TOGETHER)
        return stream
