"""`/count/<secret>`: slips of paper and the tellers' figures, without Telegram.

Each teller has an address of their own, and sees the other's figures nowhere. Without scripts.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Protocol

from aiohttp import web

from bot.domain.meetings.figures import figures_needed, read_figures
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.refusals import VoteNotOpen
from bot.domain.meetings.telling import SlipsView, TellersView
from bot.domain.meetings.views import CountState
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld, Refusal
from handlers.ui.texts import AllTexts
from handlers.web.forms import read_form, read_id
from handlers.web.guarding import HEADERS, Guard, html, texts_for
from handlers.web.listener import Listener
from handlers.web.rendering import rendered
from handlers.web.wording import page_words

QUERY_LIMIT = 100
"""Up to how many characters of a search are read."""

FIGURES_LIMIT = 400
"""Up to how many characters of figures are read."""


class Tellers(Protocol):
    """The use cases behind the page."""

    async def tellers(self, secret: str) -> TellersView:
        """Return the votes that are counted; refuse an address that is not valid."""

    async def slips(self, secret: str, item: ItemId, query: str = "") -> SlipsView:
        """Return the voters of an open vote that match."""

    async def change_slip(self, secret: str, item: ItemId, voter: VoterId, number: int = 0) -> None:
        """Issue a slip to a voter; note that the one with this `number` is spoiled."""

    async def enter_count(
        self,
        secret: str,
        item: ItemId,
        figures: Sequence[int],
        spoiled: int = 0,
        unreturned: int = 0,
    ) -> CountState:
        """Enter one's own figures."""


class TellersPage:
    """Serves the page."""

    def __init__(self, tellers: Tellers, texts: AllTexts) -> None:
        self._tellers, self._texts = tellers, texts

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        listener.add_get("/count/{secret}", guard.guarded(self._look))
        listener.add_post("/count/{secret}", guard.guarded(self._act))

    async def _look(self, request: web.Request) -> web.StreamResponse:
        return await self._page(request, "", HTTPStatus.OK)

    async def _page(self, request: web.Request, words: str, status: HTTPStatus) -> web.Response:
        secret, t = request.match_info["secret"], texts_for(request, self._texts)
        view = await self._tellers.tellers(secret)
        query, slips = request.query.get("q", "")[:QUERY_LIMIT], None
        open_on_paper = [one.item for one in view.votes if one.is_open and one.form == "ballot"]
        if open_on_paper:
            wanted = request.query.get("item", "")
            item = next((one for one in open_on_paper if f"{one}" == wanted), open_on_paper[0])
            slips = await self._tellers.slips(secret, item, query)
        return html(
            rendered(
                "count.html",
                t,
                view=view,
                slips=slips,
                query=query,
                secret=secret,
                words=words,
                needed={one.item: figures_needed(one.kind, one.candidates) for one in view.votes},
            ),
            status,
        )

    async def _act(self, request: web.Request) -> web.StreamResponse:
        """Do what a button says; a refusal is said above the votes."""
        fields = await read_form(request)
        try:
            await self._done(request.match_info["secret"], fields)
        except Refusal as refusal:
            words = page_words(refusal, texts_for(request, self._texts))
            return await self._page(request, words, HTTPStatus.CONFLICT)
        again = {"Location": request.path_qs}
        return web.Response(status=HTTPStatus.SEE_OTHER, headers=HEADERS | again)

    async def _done(self, secret: str, fields: Mapping[str, str]) -> None:
        item = ItemId(read_id(fields.get("item", "")))
        match fields.get("act"):
            case "slip":
                voter = VoterId(read_id(fields.get("voter", "")))
                number = read_id(fields.get("number", "") or "0")
                await self._tellers.change_slip(secret, item, voter, number)
            case "count":
                await self._enter(secret, item, fields)
            case _:
                raise ButtonTooOld

    async def _enter(self, secret: str, item: ItemId, fields: Mapping[str, str]) -> None:
        view = await self._tellers.tellers(secret)
        vote = next((one for one in view.votes if one.item == item), None)
        if vote is None:
            raise VoteNotOpen
        needed = figures_needed(vote.kind, vote.candidates)
        figures = read_figures(fields.get("figures", "")[:FIGURES_LIMIT], needed)
        (spoiled,) = read_figures(fields.get("spoiled", "") or "0", 1)
        (unreturned,) = read_figures(fields.get("unreturned", "") or "0", 1)
        await self._tellers.enter_count(secret, item, figures, spoiled, unreturned)
