"""Forms that put amendments before an item, or split it into sections that are voted on first."""

from pydantic import BaseModel

from bot.domain.lines import checked_paragraphs, lines_of
from bot.domain.meetings.plans import (
    DECISION_LIMIT,
    AgendaPoint,
    ItemId,
    ItemKind,
    MeetingId,
    PartOf,
)
from bot.domain.meetings.refusals import SectionsTooFew
from bot.services.meetings.conducting import Conducting
from handlers.forms.context import FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.screens import leave_button
from handlers.meetings.forms.endings import at_panel, unchanged_at_panel
from handlers.meetings.words import WORDS_LENGTH
from handlers.ui.lengths import clipped

TITLE = 200
SECTIONS = 20
SHOWN = 6


class PartsDraft(BaseModel):
    """What is voted on before an item, each with its words."""

    item: int = 0
    parts: tuple[str, ...] | None = None


PartsForm = FormContext[PartsDraft]


def read_amendment(text: str) -> tuple[str, ...]:
    """Return the words of an amendment."""
    return (checked_paragraphs(text, DECISION_LIMIT),)


def read_sections(text: str) -> tuple[str, ...]:
    """Read the sections of an item, one a line; refuse fewer than two or more than `SECTIONS`."""
    lines = lines_of(text, SECTIONS)
    if len(lines) <= 1:
        raise SectionsTooFew
    return tuple(checked_paragraphs(line, DECISION_LIMIT) for line in lines)


async def _preview(form: PartsForm) -> View:
    parts = given(form.draft.parts)
    lines = [clipped(one, WORDS_LENGTH) for one in parts[:SHOWN]]
    words = form.words("preview", parts="\n".join(lines), count=len(parts))
    yes = form.button(form.label("yes"), "submit", style="success")
    back = form.goes(form.t.plain("button-back"), "parts")
    return View(words, [[yes], [back, leave_button(form)]])


async def _put(form: PartsForm, conducting: Conducting) -> Ending:
    part = PartOf.SECTION if form.form is SECTIONING else PartOf.AMENDMENT
    parts = tuple(_point(words, part) for words in given(form.draft.parts))
    meeting, item = MeetingId(form.concerned), ItemId(form.draft.item)
    await conducting.amend(form.member.id, meeting, item, parts)
    return at_panel(form, form.words("done"))


def _point(words: str, part: PartOf) -> AgendaPoint:
    title = words.splitlines()[0][:TITLE]
    return AgendaPoint(id=ItemId(0), kind=ItemKind.VOTE, title=title, decision=words, part=part)


AMENDMENT = Form(
    name="meeting-amend",
    draft=PartsDraft,
    fields=(Text("parts", read_amendment),),
    preview=_preview,
    submit=_put,
    discard=unchanged_at_panel,
    desk=False,
    texts="meeting-amend",
)
SECTIONING = Form(
    name="meeting-split",
    draft=PartsDraft,
    fields=(Text("parts", read_sections),),
    preview=_preview,
    submit=_put,
    discard=unchanged_at_panel,
    desk=False,
    texts="meeting-split",
)
