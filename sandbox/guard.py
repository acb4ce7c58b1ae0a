"""Keep other web pages out: the browser that shows the sandbox may show them too."""

from collections.abc import Awaitable, Callable, Collection
from urllib.parse import quote, urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from sandbox.files import Upload, mime_type

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Types that browsers show without running anything; other files are saved to the disk."""
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def own_pages_only(hosts: Collection[str]) -> Middleware:
    """Return a middleware that refuses what another page sends, or sends to another name.

    A page of another site may post to any address, and its host name may resolve to this computer
    (DNS rebinding). Programs, such as the bot, send no `Origin`.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if _host(request.host) not in hosts:
            raise web.HTTPForbidden(text=f"The sandbox is not at {request.host}")
        if origin is not None and origin.partition("://")[2] != request.host:
            raise web.HTTPForbidden(text=f"The sandbox does not answer to {origin}")
        return await handler(request)

    return guard


def _host(address: str) -> str | None:
    """Return the name in a `Host` header, without its port."""
    try:
        return urlsplit(f"//{address}").hostname
    except ValueError:
        return None


async def add_policy(_: web.Request, response: web.StreamResponse) -> None:
    """Make the browser trust the content type only, and run only our own scripts."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Content-Security-Policy", PAGE_POLICY)


def file_response(upload: Upload) -> web.Response:
    """Answer with a file: known pictures are shown, others are saved; nothing in it runs."""
    kind = mime_type(upload).partition(";")[0]
    how = "inline" if kind in SHOWN else "attachment"
    name = quote(upload.name, safe="")
    headers = {
        "Content-Disposition": f"{how}; filename*=UTF-8''{name}",
        "Content-Security-Policy": FILE_POLICY,
    }
    return web.Response(body=upload.data, content_type=kind, headers=headers)
