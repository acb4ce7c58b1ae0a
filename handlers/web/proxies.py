"""`/desk/<secret>/proxy`: somebody comes with the paper of a proxy; works without scripts."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Protocol

from aiohttp import web

from bot.domain.meetings.desk_views import DeskVoter, ProxyDesk
from bot.domain.meetings.terms import ProxyPaper
from bot.domain.moments import end_of_day, read_end, read_past
from bot.domain.people.members import MemberId
from bot.domain.polls.proxies import checked_quotable
from bot.domain.polls.proxy_refusals import ProxyExpired
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import MomentUnreadable, Refusal
from handlers.ui.texts import AllTexts, Texts
from handlers.web.forms import read_form, read_id
from handlers.web.guarding import HEADERS, Guard, html, texts_for
from handlers.web.listener import Listener
from handlers.web.rendering import rendered
from handlers.web.wording import page_words

TYPED_LIMIT = 300
"""Up to how many characters of a field are read."""

TYPED = ("number", "issued", "expires", "issuer", "scope", "person")


class ProxyDesks(Protocol):
    """The use cases behind the page."""

    async def desk_proxy(self, secret: str, voter: VoterId, query: str) -> ProxyDesk:
        """Return a voter with those found by name; refuse an address that is not valid."""

    async def desk_arrive(
        self,
        secret: str,
        voter: VoterId,
        person: MemberId,
        document: str = "",
        proxy: ProxyPaper | None = None,
    ) -> DeskVoter:
        """Register a representative whose paper was seen."""


class ProxyPage:
    """Serves the page."""

    def __init__(self, desks: ProxyDesks, texts: AllTexts) -> None:
        self._desks, self._texts = desks, texts

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        listener.add_get("/desk/{secret}/proxy", guard.guarded(self._look))
        listener.add_post("/desk/{secret}/proxy", guard.guarded(self._act))

    async def _look(self, request: web.Request) -> web.StreamResponse:
        return await self._page(request, {}, "", HTTPStatus.OK)

    async def _page(
        self, request: web.Request, typed: Mapping[str, str], words: str, status: HTTPStatus
    ) -> web.Response:
        secret, t = request.match_info["secret"], texts_for(request, self._texts)
        voter = VoterId(read_id(request.query.get("voter", "")))
        query = request.query.get("q", "")[:TYPED_LIMIT]
        view = await self._desks.desk_proxy(secret, voter, query)
        usual = {"issuer": _leader(view.voter), "scope": t.plain("meeting-mandate-scope-all")}
        page = rendered(
            "proxy.html",
            t,
            view=view,
            query=query,
            secret=secret,
            words=words,
            typed={name: typed.get(name, usual.get(name, ""))[:TYPED_LIMIT] for name in TYPED},
        )
        return html(page, status)

    async def _act(self, request: web.Request) -> web.StreamResponse:
        """Register the holder; a refusal is said above what was typed."""
        t, fields = texts_for(request, self._texts), await read_form(request)
        secret, voter = request.match_info["secret"], request.query.get("voter", "")
        try:
            paper = paper_in(fields, self._texts.now(), t)
            person = MemberId(read_id(fields.get("person", "")))
            await self._desks.desk_arrive(secret, VoterId(read_id(voter)), person, "", paper)
        except Refusal as refusal:
            words = page_words(refusal, t)
            return await self._page(request, fields, words, HTTPStatus.CONFLICT)
        back = {"Location": f"/desk/{secret}"}
        return web.Response(status=HTTPStatus.SEE_OTHER, headers=HEADERS | back)


def _leader(voter: DeskVoter) -> str:
    return next((one.name for one in voter.people if one.ground == "leader"), "")


def paper_in(fields: Mapping[str, str], now: datetime, t: Texts) -> ProxyPaper:
    """Return the paper's data as typed; refuse what no paper has, and one that is over."""
    said = {name: fields.get(name, "") for name in TYPED}
    today = now.astimezone(t.zone).date()
    ends = end_of_day(day_in(said["expires"], today, read_end), t.zone)
    if ends <= now:
        raise ProxyExpired(ends - timedelta(microseconds=1))
    return ProxyPaper(
        number=checked_quotable(said["number"]),
        issued_on=day_in(said["issued"], today, read_past),
        expires_at=ends,
        scope=checked_quotable(said["scope"]),
        issuer=checked_quotable(said["issuer"]),
    )


def day_in(typed: str, today: date, read: Callable[[str, date], tuple[date, time | None]]) -> date:
    """Return a day as a browser sends it, or as somebody types it."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        day, at = read(typed[:TYPED_LIMIT], today)
    if at is not None:
        raise MomentUnreadable
    return day
