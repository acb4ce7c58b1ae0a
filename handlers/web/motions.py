"""What the forms of the chair's page say of motions, amendments and sections."""

from collections.abc import Mapping

from bot.domain.lines import checked_line, checked_paragraphs, lines_of
from bot.domain.meetings.chairs import MotionSaid
from bot.domain.meetings.figures import MOTION, read_figures
from bot.domain.meetings.plans import DECISION_LIMIT, AgendaPoint, ItemId, ItemKind, PartOf
from bot.domain.meetings.refusals import (
    ItemTitleMissing,
    ItemTitleTooLong,
    ItemUnknown,
    SectionsTooFew,
)
from bot.domain.meetings.state import OVER
from bot.domain.meetings.terms import Hands, Motion
from bot.domain.meetings.views import PanelView
from bot.domain.refusals import ButtonTooOld
from handlers.web.forms import read_id

BREAKS = (10, 15, 30, 60)
"""How many minutes a break may last."""

VOTED_ON = (ItemKind.VOTE, ItemKind.ELECTION)
IN_WORDS = (Motion.ADD, Motion.OTHER)
WORDS_LIMIT, TITLE_LIMIT, SECTIONS = 300, 200, 20
CHECKED = "i"
"""What the name of a box begins with, before the number of its item."""


def hands_in(fields: Mapping[str, str]) -> Hands | None:
    """Return a show of hands; None if no figures are typed: nobody was against."""
    typed = fields.get("hands", "").strip()
    return Hands(*read_figures(typed, MOTION)) if typed else None


def motion_in(fields: Mapping[str, str]) -> MotionSaid:
    """Return the motion of a form; refuse what no form has, and one without its words."""
    try:
        motion = Motion(fields.get("motion", ""))
    except ValueError:
        raise ButtonTooOld from None
    text, minutes, item = fields.get("text", ""), fields.get("minutes", "0"), fields.get("item")
    if motion in IN_WORDS:
        text = checked_line(text, WORDS_LIMIT, ItemTitleMissing, ItemTitleTooLong)
    if motion is Motion.BREAK and minutes not in map(str, BREAKS):
        raise ButtonTooOld
    boxes = sorted(name[1:] for name in fields if name[:1] == CHECKED and name[1:].isdigit())
    if motion is Motion.BLOCK and not boxes:
        raise ItemUnknown
    return MotionSaid(
        motion,
        hands_in(fields),
        text=text if motion in IN_WORDS else "",
        item=ItemId(read_id(item)) if item else None,
        items=tuple(ItemId(read_id(one)) for one in boxes) if motion is Motion.BLOCK else (),
        minutes=read_id(minutes) if motion is Motion.BREAK else 0,
    )


def parts_in(typed: str, *, split: bool) -> tuple[AgendaPoint, ...]:
    """Return an amendment, or the sections of an item, one a line."""
    said = lines_of(typed, SECTIONS) if split else (typed,)
    if split and len(said) <= 1:
        raise SectionsTooFew
    part = PartOf.SECTION if split else PartOf.AMENDMENT
    return tuple(_point(checked_paragraphs(words, DECISION_LIMIT), part) for words in said)


def _point(words: str, part: PartOf) -> AgendaPoint:
    title = words.splitlines()[0][:TITLE_LIMIT]
    return AgendaPoint(id=ItemId(0), kind=ItemKind.VOTE, title=title, decision=words, part=part)


def motions_in(panel: PanelView) -> list[Motion]:
    """Return the motions that can be put now."""
    debated = panel.item is not None and panel.item.stage not in OVER
    without = {*(() if debated else (Motion.CLOSE_DEBATE,)), *((Motion.BREAK,) * bool(panel.votes))}
    return [one for one in Motion if one not in without]
