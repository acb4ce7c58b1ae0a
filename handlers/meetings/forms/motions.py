"""The form for a procedural motion: its words, and how many hands there were."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from bot.domain.lines import checked_line
from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.refusals import ItemTitleMissing, ItemTitleTooLong
from bot.domain.meetings.state import OVER
from bot.domain.meetings.terms import Hands, Motion
from bot.domain.meetings.views import ItemLine, PanelView
from bot.domain.people.members import Member
from bot.services.meetings.conducting import Conducting
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View
from handlers.forms.lists import ChoicePart, Option
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_panel, unchanged_at_panel
from handlers.meetings.forms.fields import HandsField, hands_words
from handlers.meetings.panel_cards import VOTED_ON, short_title

WORDS_LIMIT = 300
IN_WORDS = (Motion.ADD, Motion.OTHER)


class MotionDraft(BaseModel):
    """A motion: of which item (0: none), a break of how many minutes, and the hands."""

    motion: Motion = Motion.OTHER
    item: int = 0
    minutes: int = 0
    text: str | None = None
    items: tuple[ItemId, ...] | None = None
    hands: tuple[int, ...] | None = None


MotionForm = FormContext[MotionDraft]


def _has_words(form: MotionForm) -> bool:
    return form.draft.motion in IN_WORDS


def _is_block(form: MotionForm) -> bool:
    return form.draft.motion is Motion.BLOCK


def checked_motion(text: str) -> str:
    """Return the words of a motion, on one line."""
    return checked_line(text, WORDS_LIMIT, ItemTitleMissing, ItemTitleTooLong)


async def _panel(form: Filling, conducting: Conducting, member: Member) -> PanelView:
    return await conducting.panel(member.id, MeetingId(form.concerned))


def is_left(one: ItemLine) -> bool:
    """Tell whether an item is still to be dealt with."""
    return one.stage not in OVER


async def _votable(form: Filling) -> list[Option]:
    view: PanelView = await form.call(_panel)
    left = (one for one in view.agenda if is_left(one) and one.kind in VOTED_ON)
    return [Option(f"{one.id}", short_title(one)) for one in left]


def _item(number: str) -> Any:
    return ItemId(int(number))


@dataclass(eq=False)
class BlockField(ChoicePart):
    """The items that are voted on together."""

    many: bool = field(default=True, kw_only=True)


async def _preview(form: MotionForm) -> View:
    draft = form.draft
    view: PanelView = await form.call(_panel)
    titles = [short_title(one) for one in view.agenda if one.id in (draft.items or (draft.item,))]
    words = form.words(
        "preview",
        motion=draft.motion,
        text=draft.text or "; ".join(titles),
        told=bool(draft.text or titles),
        minutes=draft.minutes,
        hands=hands_words(draft.hands or (), form.t),
    )
    record = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "hands")
    return View(words, [[record], [back, leave_button(form)]])


async def _record(form: MotionForm, conducting: Conducting) -> Ending:
    draft = form.draft
    await conducting.procedural(
        form.member.id,
        MeetingId(form.concerned),
        draft.motion,
        Hands(*draft.hands) if draft.hands else None,
        text=draft.text or "",
        item=ItemId(draft.item) if draft.item else None,
        items=draft.items or (),
        minutes=draft.minutes,
    )
    return at_panel(form, form.words("recorded"))


MOTION = Form(
    name="meeting-motion",
    draft=MotionDraft,
    fields=(
        Text("text", checked_motion, when=_has_words),
        BlockField("items", _votable, _item, when=_is_block, keep=False),
        HandsField("hands"),
    ),
    preview=_preview,
    submit=_record,
    discard=unchanged_at_panel,
    desk=False,
    texts="meeting-motion",
)
