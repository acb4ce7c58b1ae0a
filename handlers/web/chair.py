"""`/chair/<secret>`: the chair's panel for the day when Telegram cannot be reached.

Its secret is that of the desk of who conducts the meeting; buttons are forms, so it works without
scripts.
"""

from typing import Protocol

from aiohttp import web

from bot.domain.meetings.chairs import NO_ITEM, ChairAct, ChairSaid, ChairView, MotionSaid
from bot.domain.meetings.plans import DECISION_LIMIT, AgendaPoint, ItemId, ItemKind
from bot.domain.meetings.state import OVER, Stage
from bot.domain.meetings.terms import Office
from bot.domain.people.members import MemberId
from bot.domain.refusals import ButtonTooOld
from handlers.ui.texts import AllTexts, Texts
from handlers.web.form_pages import Fields, FormPage, leads_to
from handlers.web.forms import read_id
from handlers.web.guarding import html
from handlers.web.motions import BREAKS, VOTED_ON, hands_in, motion_in, motions_in, parts_in
from handlers.web.noting import NOTED, noted_in
from handlers.web.rendering import qr_svg, rendered
from handlers.web.screen import outcome_of

REASON_LIMIT = 300
"""Up to how many characters of a reason are read."""


class Chairs(Protocol):
    """The use cases behind the page."""

    async def chair(self, secret: str) -> ChairView:
        """Return the panel; refuse an address that is not valid, or of somebody else."""

    async def chair_acts(self, secret: str, said: ChairSaid) -> str:
        """Do what a form says; return the secret of the new chair's page, if one was elected."""

    async def chair_moves(self, secret: str, said: MotionSaid) -> None:
        """Record a procedural vote."""

    async def chair_amends(self, secret: str, item: ItemId, parts: tuple[AgendaPoint, ...]) -> None:
        """Put amendments or sections before an item."""

    async def page_for_teller(self, secret: str, teller: MemberId) -> str:
        """Return the secret of a page on which a teller counts."""


class ChairPage(FormPage):
    """Serves the page."""

    path = "/chair/{secret}"

    def __init__(self, chairs: Chairs, texts: AllTexts, base: str) -> None:
        super().__init__(texts)
        self._chairs, self._base = chairs, base

    async def _shown(self, request: web.Request, typed: Fields, words: str, t: Texts) -> str:
        secret = request.match_info["secret"]
        return chair_page(await self._chairs.chair(secret), secret, typed, words, t)

    async def _done(self, request: web.Request, fields: Fields, t: Texts) -> web.Response:
        """Do what a form says; show the address of a page that was issued by it."""
        kind, made = await self._did(request.match_info["secret"], fields)
        if not made:
            return leads_to(request.path_qs)
        page, back = f"{self._base}/{kind}/{made}", request.path_qs
        code = qr_svg(page)
        return html(rendered("address.html", t, kind=kind, page=page, code=code, back=back))

    async def _did(self, secret: str, fields: Fields) -> tuple[str, str]:
        """Do what a form says; return the kind and the secret of a page that was issued by it."""
        match fields.get("act"):
            case "page":
                teller = MemberId(read_id(fields.get("person", "")))
                return "count", await self._chairs.page_for_teller(secret, teller)
            case "move":
                await self._chairs.chair_moves(secret, motion_in(fields))
            case "amend" | "split" as way:
                item = ItemId(read_id(fields.get("item", "")))
                parts = parts_in(fields.get("parts", ""), split=way == "split")
                await self._chairs.chair_amends(secret, item, parts)
            case act if act in NOTED:
                await self._chairs.chair_acts(secret, noted_in(ChairAct(act), fields))
            case _:
                return "chair", await self._chairs.chair_acts(secret, said_in(fields))
        return "", ""


def said_in(fields: Fields) -> ChairSaid:
    """Return what the fields of a form say; refuse what no form has."""
    try:
        act, office = ChairAct(fields.get("act", "")), Office(fields.get("office", Office.CHAIR))
    except ValueError:
        raise ButtonTooOld from None
    people = (fields[name] for name in ("person", "other") if fields.get(name))
    return ChairSaid(
        act,
        item=ItemId(read_id(fields["item"])) if "item" in fields else NO_ITEM,
        office=office,
        people=tuple(MemberId(read_id(one)) for one in people),
        hands=hands_in(fields),
        reason=fields.get("reason", "")[:REASON_LIMIT],
        point="point" in fields,
    )


def chair_page(view: ChairView, secret: str, typed: Fields, words: str, t: Texts) -> str:
    """Return the page; `typed` is what a form said that was refused."""
    panel = view.panel
    following = next((one for one in panel.agenda if one.id == panel.next_item), None)
    votable = [one for one in panel.agenda if one.stage not in OVER and one.kind in VOTED_ON]
    return rendered(
        "chair.html",
        t,
        view=view,
        panel=panel,
        secret=secret,
        words=words,
        kept={typed.get("act"): typed.get("words", "")[:DECISION_LIMIT]},
        time=t.time,
        outcome=None if panel.outcome is None else outcome_of(panel.outcome, t),
        acts=acts_on(view),
        counts={one.item: one for one in panel.counts},
        following=following,
        missing=[one for one in OFFICES if one not in panel.officers],
        motions=motions_in(panel),
        ahead=[one for one in panel.agenda if one.stage not in OVER and not one.is_current],
        votable=votable,
        recusable=[one for one in votable if one.stage is not Stage.VOTING],
        amendable=panel.is_amendable,
        breaks=BREAKS,
    )


OFFICES = (Office.SECRETARY, Office.TELLER, Office.CHAIR)
"""The offices in the order in which they are elected: then the meeting's own chair conducts."""


def acts_on(view: ChairView) -> tuple[ChairAct, ...]:
    """Return what can be done with the current item while no vote is open."""
    item = view.panel.item
    if item is None or item.stage in OVER or view.panel.votes:
        return ()
    if item.stage is Stage.TIED:
        return (ChairAct.SECOND_ROUND,) if view.tie else (ChairAct.FINISH,)
    if item.kind is ItemKind.VOTE:
        return (ChairAct.OPEN, ChairAct.HANDS)
    return (ChairAct.OPEN,) if item.kind is ItemKind.ELECTION else (ChairAct.FINISH,)
