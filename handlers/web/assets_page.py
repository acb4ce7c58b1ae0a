"""`/assets/…`: style sheets and scripts of the pages."""

from aiohttp import web

from handlers.web.guarding import HEADERS, Guard
from handlers.web.listener import Listener
from handlers.web.rendering import assets

KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}


def add_to(listener: Listener, guard: Guard) -> None:
    """Register the files at a server."""
    listener.add_get("/assets/{version}/{name}", guard.guarded(_answer))


async def _answer(request: web.Request) -> web.Response:
    found = assets().get(request.match_info["name"])
    if found is None or found.version != request.match_info["version"]:
        raise web.HTTPNotFound
    return web.Response(body=found.body, content_type=found.kind, headers=HEADERS | KEPT)
