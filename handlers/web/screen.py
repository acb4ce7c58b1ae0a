"""`/screen/<secret>`: what the hall sees of a meeting, live."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import web

from bot.domain.meetings.page_views import ScreenView
from bot.domain.meetings.plans import ItemKind
from bot.domain.meetings.state import Phase
from bot.domain.meetings.views import VoteOutcome
from bot.domain.polls.plans import PollKind
from bot.domain.polls.tallies import Counts, Outcome
from bot.domain.refusals import Refusal
from handlers.ui.links import start_link
from handlers.ui.texts import AllTexts, Texts
from handlers.web.feed import Feed
from handlers.web.guarding import HEADERS, Guard, texts_for
from handlers.web.guarding import html as page_of
from handlers.web.listener import Listener
from handlers.web.rendering import qr_svg, rendered

HEARTBEAT = 15.0
"""Seconds after which something is sent in any case, so that proxies keep the line open."""

TOGETHER = 0.1
"""Seconds within which changes are shown as one."""

STREAMS = 50
"""How many screens may be open at once; each one reads the meeting at each change."""

SIZES = ((90, "s"), (180, "m"))
"""Up to how many characters a title has which size; longer ones have the smallest."""

CROWDS = ((4, "s"), (8, "m"), (16, "l"))
"""Up to how many lines a list has which size; longer ones have the smallest, in columns."""


class Screens(Protocol):
    """The use case behind the page."""

    async def screen(self, secret: str) -> ScreenView:
        """Return what the screen of this secret shows; refuse an unknown or revoked one."""


@dataclass(frozen=True, slots=True)
class BarLine:
    """A bar: what it is of, how many, and its length in percent. `mark` tells it apart."""

    name: str
    votes: int
    share: float
    mark: str = ""
    note: str = ""


class ScreenPage:
    """Serves the page, and its changes as server-sent events."""

    def __init__(
        self, screens: Screens, feed: Feed, texts: AllTexts, name: Callable[[], str]
    ) -> None:
        self._screens, self._feed, self._texts, self._name = screens, feed, texts, name
        self._open = 0

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        listener.add_get("/screen/{secret}", guard.guarded(self._page))
        listener.add_get("/screen/{secret}/live", guard.guarded(self._live))

    async def _page(self, request: web.Request) -> web.StreamResponse:
        view = await self._screens.screen(request.match_info["secret"])
        t = texts_for(request, self._texts)
        theme = request.query.get("theme")
        return page_of(
            rendered(
                "screen.html",
                t,
                title=view.title,
                theme=theme if theme in {"light", "dark"} else "",
                body=screen_body(view, self._link(view), t),
                now=self._now,
                zone=t.zone.key,
            )
        )

    def _link(self, view: ScreenView) -> str:
        """Return the link by which people register themselves; empty if there is none now."""
        name = self._name()
        return start_link(name, view.self_registration) if name and view.self_registration else ""

    @property
    def _now(self) -> int:
        return int(self._texts.now().timestamp() * 1000)

    async def _live(self, request: web.Request) -> web.StreamResponse:
        if self._open >= STREAMS or self._feed.closed:
            raise web.HTTPServiceUnavailable
        await self._screens.screen(request.match_info["secret"])
        self._open += 1
        try:
            return await self._stream(request, texts_for(request, self._texts))
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
                view = await self._screens.screen(request.match_info["secret"])
                body = screen_body(view, self._link(view), t)
                said = {"now": self._now} if body == shown else {"now": self._now, "body": body}
                await stream.write(f"data: {json.dumps(said)}\n\n".encode())
                shown = body
                await self._feed.next_change(HEARTBEAT)
                await asyncio.sleep(TOGETHER)
        return stream


def screen_body(view: ScreenView, link: str, t: Texts) -> str:
    """Return what changes on the page, as HTML; the QR code is that of the `link`."""
    there = view.attendance
    return rendered(
        "screen_body.html",
        t,
        view=view,
        scene=scene_of(view),
        phase=view.phase,
        qr=qr_svg(link),
        moments=_moments(view, t),
        quorum=_share(there.needed, there.entitled),
        attending=_share(there.present + there.posted, there.entitled),
        outcome=None if view.outcome is None else outcome_of(view.outcome, t),
        turnouts=[
            (vote, _share(vote.voted, vote.present), _size(len(vote.title))) for vote in view.votes
        ],
        title_size=_size(len(view.item.title if view.item else view.title)),
        names_size=_size(len(view.names), CROWDS),
    )


def scene_of(view: ScreenView) -> str:
    """Return which of the scenes the screen shows: the most urgent thing that goes on."""
    awarded = view.item is not None and view.item.kind is ItemKind.AWARDS
    scenes = {
        "ended": view.phase in {Phase.ENDED, Phase.CALLED_OFF},
        "pause": view.pause is not None,
        "arrivals": view.phase is not Phase.IN_SESSION,
        "vote": bool(view.votes),
        "speech": view.speech is not None,
        "outcome": view.outcome is not None,
        "names": awarded and bool(view.names),
    }
    return next((scene for scene, goes_on in scenes.items() if goes_on), "item")


def _moments(view: ScreenView, t: Texts) -> dict[str, str]:
    pause = view.pause
    return {
        "starts": t.moment(view.starts_at),
        "paused_until": "" if pause is None or pause.until is None else t.time(pause.until),
    }


def outcome_of(outcome: VoteOutcome, t: Texts) -> dict[str, Any]:
    """Return a closed vote for the template: a heading, bars, and how it was counted."""
    result = outcome.result
    split = result.quorum.holds or not outcome.secret
    bars = list(_bars(outcome, t)) if split else []
    majority = result.items[0].majority
    return {
        "title": outcome.title,
        "size": _size(len(outcome.title)),
        "kind": outcome.kind,
        "outcome": outcome.outcome,
        "decided": outcome.outcome in {Outcome.ADOPTED, Outcome.ELECTED},
        "elected": len(outcome.winners),
        "seats": outcome.seats,
        "full": outcome.fills_seats,
        "earlier": [one.name for one in outcome.earlier],
        "bars": bars,
        "crowd": _size(len(bars), CROWDS),
        "quorum": result.quorum,
        "needed": majority.needed,
        "base": majority.base,
    }


def _bars(outcome: VoteOutcome, t: Texts) -> Iterator[BarLine]:
    present = outcome.result.quorum.present
    if outcome.kind is PollKind.MOTION:
        counts = outcome.result.items[0].counts
        for way, votes in _ways(counts, outcome.result.silent).items():
            name = t.plain("screen-way", way=way)
            yield BarLine(name, votes, _share(votes, present), mark=way)
        return
    items = {item.candidate: item for item in outcome.result.items}
    found = [(one, items[one.id]) for one in outcome.candidates]
    found.sort(key=lambda pair: -pair[1].counts.in_favour)
    for candidate, item in found:
        won = item.outcome in {Outcome.ELECTED, Outcome.ADOPTED} or candidate.id in outcome.winners
        mark = "won" if won else "tied" if item.outcome is Outcome.TIED else ""
        votes = item.counts.in_favour
        yield BarLine(candidate.name, votes, _share(votes, present), mark)
    if outcome.kind is PollKind.ELECTION:
        against = found[0][1].counts.against
        name = t.plain("screen-way", way="against_all")
        yield BarLine(name, against, _share(against, present), mark="all")


def _ways(counts: Counts, silent: int) -> dict[str, int]:
    return {
        "for": counts.in_favour,
        "against": counts.against,
        "abstain": counts.abstained,
        "silent": silent,
    }


def _share(part: int, whole: int) -> float:
    """Return a share in percent, with one digit."""
    return round(100 * min(part, whole) / whole, 1) if whole else 0.0


def _size(length: int, sizes: tuple[tuple[int, str], ...] = SIZES) -> str:
    return next((size for most, size in sizes if length <= most), "xl")
