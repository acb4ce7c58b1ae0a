"""`/count/<secret>`: slips of paper and the tellers' figures, without Telegram.

Each teller has an address of their own, and sees the other's figures nowhere. Without scripts.
"""

from collections.abc import Sequence
from typing import Protocol

from aiohttp import web

from bot.domain.meetings.figures import figures_needed, read_figures
from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.refusals import VoteNotOpen
from bot.domain.meetings.telling import SlipsView, TellersView
from bot.domain.meetings.views import CountState
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import ButtonTooOld
from handlers.ui.texts import AllTexts, Texts
from handlers.web.form_pages import Fields, FormPage, leads_to
from handlers.web.forms import read_id
from handlers.web.rendering import rendered

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


class TellersPage(FormPage):
    """Serves the page."""

    path = "/count/{secret}"

    def __init__(self, tellers: Tellers, texts: AllTexts) -> None:
        super().__init__(texts)
        self._tellers = tellers

    async def _shown(self, request: web.Request, typed: Fields, words: str, t: Texts) -> str:
        secret = request.match_info["secret"]
        view = await self._tellers.tellers(secret)
        query, slips = request.query.get("q", "")[:QUERY_LIMIT], None
        open_on_paper = [one.item for one in view.votes if one.is_open and one.form == "ballot"]
        if open_on_paper:
            wanted = request.query.get("item", "")
            item = next((one for one in open_on_paper if f"{one}" == wanted), open_on_paper[0])
            slips = await self._tellers.slips(secret, item, query)
        return rendered(
            "count.html",
            t,
            view=view,
            slips=slips,
            query=query,
            secret=secret,
            words=words,
            needed={one.item: figures_needed(one.kind, one.candidates) for one in view.votes},
        )

    async def _done(self, request: web.Request, fields: Fields, t: Texts) -> web.Response:
        secret, item = request.match_info["secret"], ItemId(read_id(fields.get("item", "")))
        match fields.get("act"):
            case "slip":
                voter = VoterId(read_id(fields.get("voter", "")))
                number = read_id(fields.get("number", "") or "0")
                await self._tellers.change_slip(secret, item, voter, number)
            case "count":
                await self._enter(secret, item, fields)
            case _:
                raise ButtonTooOld
        return leads_to(request.path_qs)

    async def _enter(self, secret: str, item: ItemId, fields: Fields) -> None:
        view = await self._tellers.tellers(secret)
        vote = next((one for one in view.votes if one.item == item), None)
        if vote is None:
            raise VoteNotOpen
        needed = figures_needed(vote.kind, vote.candidates)
        figures = read_figures(fields.get("figures", "")[:FIGURES_LIMIT], needed)
        (spoiled,) = read_figures(fields.get("spoiled", "") or "0", 1)
        (unreturned,) = read_figures(fields.get("unreturned", "") or "0", 1)
        await self._tellers.enter_count(secret, item, figures, spoiled, unreturned)
