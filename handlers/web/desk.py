"""`/desk/<secret>`: a registrar's page, for a tablet at the entrance; several work at once.

Each act is a form that leads back to the search, so it works without scripts; with them the page
follows what the other desks do.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Protocol

from aiohttp import web

from bot.domain.meetings.desk_views import DeskView, DeskVoter, PrintedCode
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld, Refusal
from handlers.ui.texts import AllTexts, Texts
from handlers.web.forms import read_form, read_id
from handlers.web.guarding import HEADERS, Guard, html, texts_for
from handlers.web.listener import Listener
from handlers.web.rendering import qr_svg, rendered
from handlers.web.wording import page_words

QUERY_LIMIT = 100
"""Up to how many characters of a search are read."""

DOCUMENT_LIMIT = 200
"""Up to how many characters of a document's name are read."""


class Desks(Protocol):
    """The use cases behind the page."""

    async def desk(self, secret: str, query: str = "", *, own: bool = False) -> DeskView:
        """Return the organisations that match; refuse an address that is not valid."""

    async def desk_arrive(
        self, secret: str, voter: VoterId, person: MemberId, document: str = ""
    ) -> DeskVoter:
        """Register a representative whose mandate was seen."""

    async def desk_depart(
        self, secret: str, voter: VoterId, person: MemberId, *, mistake: bool = False
    ) -> DeskVoter:
        """Note that a representative left, or was registered by mistake."""

    async def desk_code(self, secret: str, voter: VoterId, person: MemberId) -> PrintedCode:
        """Return a new one-time code for a representative."""


class DeskPage:
    """Serves the page."""

    def __init__(self, desks: Desks, texts: AllTexts, base: str) -> None:
        self._desks, self._texts, self._base = desks, texts, base

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        listener.add_get("/desk/{secret}", guard.guarded(self._look))
        listener.add_post("/desk/{secret}", guard.guarded(self._act))

    async def _look(self, request: web.Request) -> web.StreamResponse:
        query = request.query.get("q", "")[:QUERY_LIMIT]
        return await self._page(request, query, "", HTTPStatus.OK)

    async def _page(
        self, request: web.Request, query: str, words: str, status: HTTPStatus
    ) -> web.Response:
        secret, t = request.match_info["secret"], texts_for(request, self._texts)
        view = await self._desks.desk(secret, query, own="own" in request.query)
        return html(rendered("desk.html", t, view=view, secret=secret, words=words), status)

    async def _act(self, request: web.Request) -> web.StreamResponse:
        """Do what a button says; a refusal is said above the same list."""
        t, fields = texts_for(request, self._texts), await read_form(request)
        query = fields.get("q", "")[:QUERY_LIMIT]
        try:
            printed = await self._done(request.match_info["secret"], fields)
        except Refusal as refusal:
            words = page_words(refusal, t)
            return await self._page(request, query, words, HTTPStatus.CONFLICT)
        if printed is not None:
            return html(slip(printed, f"{self._base}/vote", request.path, t))
        again = request.rel_url.with_query({"q": query} if query else None)
        return web.Response(status=HTTPStatus.SEE_OTHER, headers=HEADERS | {"Location": str(again)})

    async def _done(self, secret: str, fields: Mapping[str, str]) -> PrintedCode | None:
        voter = VoterId(read_id(fields.get("voter", "")))
        person = MemberId(read_id(fields.get("person", "")))
        match fields.get("act"):
            case "arrive":
                document = fields.get("document", "")[:DOCUMENT_LIMIT]
                await self._desks.desk_arrive(secret, voter, person, document)
            case "depart" | "mistake" as act:
                await self._desks.desk_depart(secret, voter, person, mistake=act == "mistake")
            case "code":
                return await self._desks.desk_code(secret, voter, person)
            case _:
                raise ButtonTooOld
        return None


def slip(printed: PrintedCode, page: str, back: str, t: Texts) -> str:
    """Return a slip to print: the code in groups, and as a QR code that opens the ballot page."""
    code = qr_svg(f"{page}#{printed.code}")
    return rendered("slip.html", t, printed=printed, page=page, code=code, back=back)
