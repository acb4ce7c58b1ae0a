"""`/screen/<secret>`: what the hall sees of a meeting, live."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from bot.domain.meetings.page_views import ScreenView
from bot.domain.meetings.plans import ItemKind
from bot.domain.meetings.state import Phase
from bot.domain.meetings.views import VoteOutcome
from bot.domain.polls.plans import PollKind
from bot.domain.polls.tallies import Counts, Outcome
from handlers.ui.links import start_link
from handlers.ui.texts import AllTexts, Texts
from handlers.web.feed import Feed
from handlers.web.guarding import Guard
from handlers.web.listener import Listener
from handlers.web.live import LivePage, Scene
from handlers.web.rendering import qr_svg, rendered

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
    """The page and its changes."""

    def __init__(
        self, screens: Screens, feed: Feed, texts: AllTexts, name: Callable[[], str]
    ) -> None:
        self._screens, self._name = screens, name
        self._live = LivePage(self._look, feed, texts)

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        self._live.add_to("/screen", listener, guard)

    async def _look(self, secret: str, t: Texts) -> Scene:
        view = await self._screens.screen(secret)
        return Scene(view.title, screen_body(view, self._link(view), t))

    def _link(self, view: ScreenView) -> str:
        """Return the link by which people register themselves; empty if there is none now."""
        name = self._name()
        return start_link(name, view.self_registration) if name and view.self_registration else ""


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
