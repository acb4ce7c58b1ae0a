"""What guards every page: headers, how much one address may ask, and what is said of errors."""

import time
from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus
from ipaddress import ip_address
from secrets import token_hex

import structlog
from aiohttp import web

from bot.domain.refusals import Refusal
from handlers.ui.texts import AllTexts, Texts
from handlers.web.listener import Answer
from handlers.web.rendering import rendered
from handlers.web.wording import page_words

log = structlog.get_logger(__name__)

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",  # the address of a page is its key
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""Nothing from elsewhere, no inline scripts or styles, in no frame, in no cache or index."""

PER_SECOND, BURST = 100.0, 300.0
"""How many requests one address may send: a hall shares one, and 60 may vote in one second."""

WORDS = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "page-too-long"}
"""What is said of an error that is no wrong address."""

REMEMBERED = 10_000
"""How many addresses are remembered; each takes some 200 bytes."""


class Bucket:
    """Lets each address do something so often; what was not used may be made up for later."""

    def __init__(
        self, per_second: float, burst: float, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_second, self._burst, self._monotonic = per_second, burst, monotonic
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> bool:
        """Count one; return whether it is allowed."""
        left = self._now(address)
        allowed = left >= 1
        self._left[address] = (left - 1 if allowed else left, self._monotonic())
        self._left.move_to_end(address)
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return allowed

    def _now(self, address: str) -> float:
        left, at = self._left.get(address, (self._burst, self._monotonic()))
        return min(self._burst, left + (self._monotonic() - at) * self._per_second)


def address_of(request: web.Request) -> str:
    """Return where a request comes from: what the proxy on this computer says, or the peer.

    A proxy adds the address that it saw at the end; what stands before that anybody can make up.
    """
    peer = request.remote or ""
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if said and _is_local(peer):
        return said[:45]
    return peer


def _is_local(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


class Guard:
    """Wraps the answers of pages: no traceback reaches a browser, and none is lost."""

    def __init__(self, texts: AllTexts) -> None:
        self._texts = texts
        self._asked = Bucket(PER_SECOND, BURST)

    def guarded(self, answer: Answer) -> Answer:
        """Return an answer with the headers, the limit, and errors said kindly."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            t = texts_for(request, self._texts)
            if not self._asked.take(address_of(request)):
                return said(HTTPStatus.TOO_MANY_REQUESTS, t.plain("page-too-often"), t)
            try:
                response = await answer(request)
            except Refusal as refusal:
                words = t.plain("page-refused", words=page_words(refusal, t))
                return said(HTTPStatus.FORBIDDEN, words, t)
            except web.HTTPException as gone:
                status = HTTPStatus(gone.status)
                return said(status, t.plain(WORDS.get(status, "page-not-found")), t)
            except (ConnectionError, TimeoutError):
                raise
            except Exception:
                code = token_hex(3)
                log.exception("a page broke", code=code, page=request.path.split("/")[1])
                words = t.plain("page-broken", code=code)
                return said(HTTPStatus.INTERNAL_SERVER_ERROR, words, t)
            if not response.prepared:
                response.headers.update(HEADERS)
            return response

        return guarded


def texts_for(request: web.Request, texts: AllTexts) -> Texts:
    """Return the texts for a browser: the alliance's language, unless it asks for another one."""
    return texts.for_language(request.query.get("language", "")[:8])


def said(status: HTTPStatus, words: str, t: Texts) -> web.Response:
    """Return a page with one sentence."""
    page = rendered("sentence.html", t, title=t.plain("page-title"), words=words)
    return html(page, status)


def html(page: str, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    """Return a page."""
    return web.Response(text=page, content_type="text/html", status=status, headers=HEADERS)
