"""`/desk/<secret>/proxy`: somebody comes with the paper of a proxy; works without scripts."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Protocol

from aiohttp import web

from bot.domain.meetings.desk_views import DeskVoter, ProxyDesk
from bot.domain.meetings.terms import ProxyPaper
from bot.domain.moments import end_of_day, read_end, read_past
from bot.domain.people.members import MemberId
from bot.domain.polls.proxies import checked_quotable
from bot.domain.polls.proxy_refusals import ProxyExpired
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import MomentUnreadable
from handlers.ui.texts import AllTexts, Texts
from handlers.web.form_pages import Fields, FormPage, leads_to
from handlers.web.forms import read_id
from handlers.web.rendering import rendered

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


class ProxyPage(FormPage):
    """Serves the page."""

    path = "/desk/{secret}/proxy"

    def __init__(self, desks: ProxyDesks, texts: AllTexts) -> None:
        super().__init__(texts)
        self._desks = desks

    async def _shown(self, request: web.Request, typed: Fields, words: str, t: Texts) -> str:
        secret, query = request.match_info["secret"], request.query.get("q", "")[:TYPED_LIMIT]
        view = await self._desks.desk_proxy(secret, _voter_in(request), query)
        usual = {"issuer": _leader(view.voter), "scope": t.plain("meeting-mandate-scope-all")}
        return rendered(
            "proxy.html",
            t,
            view=view,
            query=query,
            secret=secret,
            words=words,
            typed={name: typed.get(name, usual.get(name, ""))[:TYPED_LIMIT] for name in TYPED},
        )

    async def _done(self, request: web.Request, fields: Fields, t: Texts) -> web.Response:
        secret, paper = request.match_info["secret"], paper_in(fields, self._texts.now(), t)
        person = MemberId(read_id(fields.get("person", "")))
        await self._desks.desk_arrive(secret, _voter_in(request), person, "", paper)
        return leads_to(f"/desk/{secret}")


def _voter_in(request: web.Request) -> VoterId:
    return VoterId(read_id(request.query.get("voter", "")))


def _leader(voter: DeskVoter) -> str:
    return next((one.name for one in voter.people if one.ground == "leader"), "")


def paper_in(fields: Fields, now: datetime, t: Texts) -> ProxyPaper:
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
