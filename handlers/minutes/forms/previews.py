"""The last steps of the form for minutes: a preview of the document, then the issuing."""

from collections.abc import Iterator
from functools import partial

import structlog
from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.documents.blocks import Files
from bot.documents.files import DocumentRenderer
from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import AgendaItem, Minutes
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.minutes.refusals import MinutesOutdated
from bot.domain.refusals import Refusal
from bot.services.minutes.minutes import PollMinutes, Suggestion
from handlers.forms.context import FormContext
from handlers.forms.form import CONFIRM, PREVIEW, Ending, View
from handlers.forms.screens import preview_rows
from handlers.minutes.files import send_files
from handlers.minutes.forms.fields import known
from handlers.minutes.forms.plans import MinutesDraft, plan_of
from handlers.minutes.minutes import minutes_document, minutes_name
from handlers.ui.callbacks import MinutesListButton
from handlers.ui.lengths import clipped
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import AllTexts, Texts, Value
from handlers.ui.voting_rules import named

log = structlog.get_logger(__name__)

MinutesForm = FormContext[MinutesDraft]

AGENDA_LENGTH, NAMES_LENGTH = 2000, 300
ATTEMPTS = 3
"""How often the document is made again because the record or the next number has changed."""


async def preview(form: MinutesForm) -> View:
    """Show what the minutes will say, and what keeps them from being issued."""
    words, minutes, ready = await _said(form, "minutes-preview")
    t = form.t
    look = [form.button(t.plain("minutes-look"), "act", "look")] if minutes else []
    go = form.button(t.plain("minutes-issue"), "go", CONFIRM, style="success")
    return View(words, preview_rows(form, [look, [go] if ready else []]))


async def confirm(form: MinutesForm) -> View:
    """Ask for confirmation before they are issued."""
    words, _, ready = await _said(form, "minutes-confirm")
    yes = form.button(form.t.plain("minutes-issue-yes"), "submit", style="success")
    return View(words, [[yes] if ready else [], [form.goes(form.t.plain("button-back"), PREVIEW)]])


async def _said(form: MinutesForm, key: str) -> tuple[str, Minutes | None, bool]:
    """Return a draft's text, its minutes if it makes any, and whether they can be issued."""
    t = form.t
    try:
        minutes = await form.call(_drawn_up)
        record: Suggestion = await form.call(known)
    except Refusal as refusal:
        return t("wizard-preview-wrong", wrong=refusal_words(refusal, t)), None, False
    waits = record.statements_until
    issued = t.listed([t.plain("minutes-number", number=str(one)) for one in record.issued])
    course = clipped(minutes.course, NAMES_LENGTH)
    words = [
        t(key, **_facts(form, minutes)),
        t("minutes-preview-course", course=course) if course else "",
        t("minutes-again", issued=issued) if issued else "",
        t("minutes-waits", until=waits) if waits else "",
    ]
    return "\n".join(filter(None, words)), minutes, waits is None


def _facts(form: MinutesForm, minutes: Minutes) -> dict[str, Value]:
    t, room = form.t, AGENDA_LENGTH // (2 * len(minutes.items))
    items = [
        line
        for number, item in enumerate(minutes.items, start=1)
        for line in _item(number, item, room, t)
    ]
    return {
        "number": str(minutes.number),
        "body": minutes.body,
        "items": "\n".join(items),
        "place": minutes.place,
        "starts": minutes.starts_at,
        "ends": minutes.ends_at,
        "chair": minutes.chair.name,
        "secretary": minutes.secretary.name,
        "convened": clipped(minutes.convening.by, NAMES_LENGTH),
        "notified": t.date(minutes.convening.notified_on),
        "materials": clipped(minutes.convening.materials, NAMES_LENGTH),
        "counted": clipped(t.listed([one.name for one in minutes.counted_by]), NAMES_LENGTH),
    }


def _item(number: int, item: AgendaItem, room: int, t: Texts) -> Iterator[str]:
    """Yield the question, and the decision if it is worded differently."""
    question = clipped(named(item.poll, t), room)
    yield t.plain("minutes-preview-item", number=number, question=question)
    if item.is_adopted and item.wording:
        yield t.plain("minutes-preview-decision", decision=clipped(item.decision, room))


async def _drawn_up(form: MinutesForm, minutes: PollMinutes, bot: Bot) -> Minutes:
    username = (await bot.me()).username or ""
    return await minutes.draft(form.member.id, plan_of(form.draft, form.now), username)


async def _printed(
    _: MinutesForm, drawn_up: Minutes, renderer: DocumentRenderer, texts: AllTexts
) -> Files:
    """Return the document, in the alliance's own language."""
    return await renderer.document(minutes_document(drawn_up, texts.for_language(None)))


async def look(form: MinutesForm, bot: Bot, texts: AllTexts) -> None:
    """Send the document as it would be issued, below the form."""
    t, minutes = form.t, await form.call(_drawn_up)
    await form.answer(t.plain("minutes-printing"))
    files: Files = await form.call(_printed, minutes)
    name = minutes_name(minutes.number, "pdf", texts.for_language(None))
    file = BufferedInputFile(files.pdf, t.plain("minutes-draft-file", name=name))
    await bot.send_document(form.chat, file, caption=t("minutes-draft-caption"))
    form.follow()


async def issue(form: MinutesForm, bot: Bot, texts: AllTexts) -> Ending:
    """Issue the minutes and send both files."""
    t = form.t
    await form.answer(t.plain("minutes-printing"))
    issued, files = await form.call(_issued)
    words = t("minutes-issued", number=str(issued.number), body=issued.body)
    then = partial(send_files, bot, form.chat, issued, files, t, texts.for_language(None))
    return Ending(words, t.plain("minutes-to-list"), MinutesListButton(), then)


async def _issued(
    form: MinutesForm, minutes: PollMinutes, bot: Bot
) -> tuple[IssuedMinutes, IssuedFiles]:
    """Make the document and store it; make it again if its data changed in between.

    It bears the day on which it is issued, because a draft may have waited for statements.
    """
    actor, plan = form.member.id, plan_of(form.draft, form.now)
    username = (await bot.me()).username or ""
    for attempt in range(1, ATTEMPTS + 1):
        drawn_up = await minutes.draft(actor, plan, username)
        printed: Files = await form.call(_printed, drawn_up)
        files = IssuedFiles(printed.docx, printed.pdf)
        try:
            issued = await minutes.issue(actor, plan, drawn_up, files, form.key)
        except MinutesOutdated:
            log.info("minutes are made again", attempt=attempt)
        else:
            return issued, await minutes.files(actor, issued.id)
    raise MinutesOutdated


async def discard(form: MinutesForm) -> Ending:
    """End without a result."""
    t = form.t
    return Ending(t("wizard-discarded"), t.plain("minutes-to-list"), MinutesListButton())
