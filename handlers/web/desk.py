"""`/desk/<secret>`: a registrar's page, for a tablet at the entrance; several work at once.

Each act is a form that leads back to the search, so it works without scripts; with them the page
follows what the other desks do.
"""

from typing import Protocol

from aiohttp import web

from bot.domain.meetings.desk_views import DeskView, DeskVoter, PrintedCode
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld
from handlers.ui.texts import AllTexts, Texts
from handlers.web.form_pages import Fields, FormPage, leads_to
from handlers.web.forms import read_id
from handlers.web.guarding import html
from handlers.web.rendering import qr_svg, rendered

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


class DeskPage(FormPage):
    """Serves the page."""

    path = "/desk/{secret}"

    def __init__(self, desks: Desks, texts: AllTexts, base: str) -> None:
        super().__init__(texts)
        self._desks, self._base = desks, base

    async def _shown(self, request: web.Request, typed: Fields, words: str, t: Texts) -> str:
        secret, query = request.match_info["secret"], _query(typed or request.query)
        view = await self._desks.desk(secret, query, own="own" in request.query)
        return rendered("desk.html", t, view=view, secret=secret, words=words)

    async def _done(self, request: web.Request, fields: Fields, t: Texts) -> web.Response:
        secret = request.match_info["secret"]
        voter = VoterId(read_id(fields.get("voter", "")))
        person = MemberId(read_id(fields.get("person", "")))
        match fields.get("act"):
            case "arrive":
                document = fields.get("document", "")[:DOCUMENT_LIMIT]
                await self._desks.desk_arrive(secret, voter, person, document)
            case "depart" | "mistake" as act:
                await self._desks.desk_depart(secret, voter, person, mistake=act == "mistake")
            case "code":
                printed = await self._desks.desk_code(secret, voter, person)
                return html(slip(printed, f"{self._base}/vote", request.path, t))
            case _:
                raise ButtonTooOld
        query = _query(fields)
        return leads_to(str(request.rel_url.with_query({"q": query} if query else None)))


def _query(fields: Fields) -> str:
    return fields.get("q", "")[:QUERY_LIMIT]


def slip(printed: PrintedCode, page: str, back: str, t: Texts) -> str:
    """Return a slip to print: the code in groups, and as a QR code that opens the ballot page."""
    code = qr_svg(f"{page}#{printed.code}")
    return rendered("slip.html", t, printed=printed, page=page, code=code, back=back)
