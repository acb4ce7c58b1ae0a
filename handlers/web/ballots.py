"""`/vote`: the ballots that a one-time code opens, for those without Telegram at hand.

The code is the key and travels in each form, so the page needs no cookie, and no other page can act
for a voter. It works without scripts; with them it follows the meeting by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Protocol

import structlog
from aiohttp import web

from bot.domain.meetings.codes import read_ballot_code
from bot.domain.meetings.page_views import BallotPageView, CodeReceipt, PageBallot
from bot.domain.meetings.refusals import CodeInvalid
from bot.domain.polls.ballots import (
    AGAINST_ALL,
    AdmissionBallot,
    Ballot,
    Choice,
    ElectionBallot,
    MotionBallot,
    Said,
)
from bot.domain.polls.plans import CandidateId, PollKind, PollPlan
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import BallotIncomplete, BallotInvalid
from bot.domain.refusals import ButtonTooOld, Refusal
from handlers.ui.texts import AllTexts, Texts
from handlers.web.forms import read_form, read_id
from handlers.web.guarding import Bucket, Guard, address_of, html, texts_for
from handlers.web.listener import Listener
from handlers.web.rendering import rendered
from handlers.web.screen import outcome_of
from handlers.web.wording import page_words

log = structlog.get_logger(__name__)

WRONG_PER_SECOND, WRONG_BURST = 0.5, 30.0
"""How many wrong codes one address may try; then it is told to wait.

A right one opens its ballots even then: a hall shares an address, and who tries codes there must
not keep others from voting. A code has 100 bits: nobody guesses one.
"""


class PageBallots(Protocol):
    """The use cases behind the page."""

    async def ballot(self, typed: str) -> BallotPageView:
        """Return what a code opens; refuse an unknown, revoked or outdated one."""

    async def cast(self, typed: str, poll: PollId, said: Said) -> CodeReceipt:
        """Cast a ballot; refuse as the bot does."""


@dataclass(frozen=True, slots=True)
class SaidOnPage:
    """A ballot as the fields of a form say it: called with the poll's plan it is checked."""

    fields: Mapping[str, str]

    def __call__(self, plan: PollPlan) -> Ballot:
        """Return the ballot; refuse fields that make none."""
        return read_fields(plan.kind, [one.id for one in plan.candidates], self.fields)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says besides the ballots: a receipt, a refusal, or a ballot to confirm."""

    words: str = ""
    receipt: CodeReceipt | None = None
    confirm: PageBallot | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


class BallotPage:
    """Serves the page."""

    def __init__(self, ballots: PageBallots, texts: AllTexts) -> None:
        self._ballots, self._texts = ballots, texts
        self._wrong = Bucket(WRONG_PER_SECOND, WRONG_BURST)

    def add_to(self, listener: Listener, guard: Guard) -> None:
        """Register the page at a server."""
        listener.add_get("/vote", guard.guarded(self._ask))
        listener.add_post("/vote", guard.guarded(self._answer))

    async def _ask(self, request: web.Request) -> web.StreamResponse:
        return html(rendered("code.html", texts_for(request, self._texts), words=""))

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        t = texts_for(request, self._texts)
        fields = await read_form(request)
        try:
            code = read_ballot_code(fields.get("code", ""))
            view = await self._ballots.ballot(code)
        except CodeInvalid as refusal:
            if not self._wrong.take(address_of(request)):
                return self._asked_again(t, t.plain("vote-wait"), HTTPStatus.TOO_MANY_REQUESTS)
            return self._asked_again(t, page_words(refusal, t), HTTPStatus.FORBIDDEN)
        t = self._texts.for_language(view.language)
        shown = await self._act(code, view, fields, t)
        if shown.receipt is not None:
            view = await self._ballots.ballot(code)
        return html(self._page(code, view, shown, t))

    def _asked_again(self, t: Texts, words: str, status: HTTPStatus) -> web.Response:
        return html(rendered("code.html", t, words=words), status)

    async def _act(
        self, code: str, view: BallotPageView, fields: Mapping[str, str], t: Texts
    ) -> Shown:
        """Cast what a form says, or ask first: a secret ballot is final."""
        if "poll" not in fields:
            return Shown()
        try:
            poll = read_id(fields["poll"])
            ballot = next((one for one in view.ballots if one.poll == poll), None)
            if ballot is None:
                raise ButtonTooOld
            if ballot.secret and fields.get("sure") != "yes" and not ballot.voted:
                read_fields(ballot.kind, [one.id for one in ballot.candidates], fields)
                return Shown(confirm=ballot, fields=fields)
            receipt = await self._ballots.cast(code, PollId(poll), SaidOnPage(fields))
        except Refusal as refusal:
            return Shown(words=page_words(refusal, t))
        return Shown(receipt=receipt)

    def _page(self, code: str, view: BallotPageView, shown: Shown, t: Texts) -> str:
        return rendered(
            "ballots.html",
            t,
            code=code,
            view=view,
            shown=shown,
            marks=marks_of(shown.confirm, shown.fields, t) if shown.confirm else (),
            former={one.poll: former(one) for one in view.ballots},
            outcomes=[outcome_of(one, t) for one in view.outcomes],
            refusals={one.poll: _refusal(one, t) for one in view.ballots},
        )


def _refusal(ballot: PageBallot, t: Texts) -> str:
    return t.plain("vote-not-now", refusal=ballot.refused) if ballot.refused else ""


def read_fields(
    kind: PollKind, candidates: Sequence[CandidateId], fields: Mapping[str, str]
) -> Ballot:
    """Return the ballot that the fields of a form make; refuse an incomplete or invalid one.

    A motion has `choice`, an admission `c<id>` for each candidate, an election `c<id>` for those
    approved, or `choice` against all.
    """
    try:
        if kind is PollKind.MOTION:
            return MotionBallot(Choice(_given(fields, "choice")))
        if kind is PollKind.ADMISSION:
            return AdmissionBallot({one: Choice(_given(fields, f"c{one}")) for one in candidates})
    except ValueError:
        raise BallotInvalid from None
    approved = frozenset(one for one in candidates if f"c{one}" in fields)
    against_all = fields.get("choice") == AGAINST_ALL
    if not approved and not against_all:
        raise BallotIncomplete
    if approved and against_all:
        raise BallotInvalid
    return ElectionBallot(approved, against_all)


def _given(fields: Mapping[str, str], name: str) -> str:
    if name not in fields:
        raise BallotIncomplete
    return fields[name]


def marks_of(
    ballot: PageBallot, fields: Mapping[str, str], t: Texts
) -> tuple[tuple[str, str], ...]:
    """Return what is about to be cast, as lines: of whom or what, and how."""
    said = read_fields(ballot.kind, [one.id for one in ballot.candidates], fields)
    if ballot.kind is PollKind.MOTION:
        return ((ballot.question, t.plain("screen-way", way=said.says(None))),)
    if str(said) == AGAINST_ALL:
        return ((t.plain("screen-way", way=AGAINST_ALL), ""),)
    ways = ((one.name, said.says(one.id)) for one in ballot.candidates)
    if ballot.kind is PollKind.ELECTION:
        return tuple((name, "") for name, way in ways if way is Choice.FOR)
    return tuple((name, t.plain("screen-way", way=way)) for name, way in ways)


def former(ballot: PageBallot) -> Mapping[str, str]:
    """Return the fields of the named ballot that was cast before; empty without one."""
    cast = ballot.ballot
    if cast is None:
        return {}
    if ballot.kind is PollKind.MOTION:
        return {"choice": cast.says(None)}
    if str(cast) == AGAINST_ALL:
        return {"choice": AGAINST_ALL}
    ways = {f"c{one.id}": cast.says(one.id) for one in ballot.candidates}
    if ballot.kind is PollKind.ELECTION:
        return {name: way for name, way in ways.items() if way is Choice.FOR}
    return ways
