"""The last steps of the wizard for minutes: a look at the document, then it is issued for good."""

from typing import Any

import structlog
from aiogram import Bot
from aiogram.enums import ButtonStyle
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row
from aiogram_dialog.widgets.style import Style

from bot.documents.blocks import Files
from bot.documents.files import DocumentRenderer
from bot.domain.minutes.minutes import Minutes
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.minutes.refusals import MinutesOutdated
from bot.domain.refusals import Refusal
from bot.ports import IssuedFiles
from bot.services.minutes.minutes import Suggestion
from handlers.forms.desks import Desk, desk_of
from handlers.forms.flows import goer
from handlers.forms.inputs import Typed
from handlers.forms.messages import finish
from handlers.forms.navigation import aside_windows, leave_buttons, novelty
from handlers.forms.words import Label, Say, window
from handlers.minutes.files import send_files
from handlers.minutes.forms.creation import Recording, flow
from handlers.minutes.forms.plans import in_draft, plan_of
from handlers.minutes.minutes import minutes_document, minutes_name
from handlers.ui.callbacks import MinutesListButton
from handlers.ui.edits import acknowledge, tapped
from handlers.ui.lengths import clipped
from handlers.ui.refusals import refusal_words
from handlers.ui.texts import AllTexts, Texts

log = structlog.get_logger(__name__)

CHANGEABLE = ("polls", "place", "starts", "ends", "chair", "secretary", "counted", "course")
AGENDA_LENGTH, NAMES_LENGTH = 2000, 300
ATTEMPTS = 3
"""So often the document is made anew because the record, or the next number, has moved on."""


def closing_windows() -> tuple[Window, ...]:
    """Return the preview, the last question, and those before a draft is lost."""
    return (
        _preview_window(),
        _confirm_window(),
        *aside_windows(flow, "wizard-leaving"),
    )


def _preview_window() -> Window:
    changes = [
        Button(Label(f"minutes-change-{field}"), id=f"change_{field}", on_click=flow.change)
        for field in CHANGEABLE
    ]
    green = Style(ButtonStyle.SUCCESS)
    return window(
        Recording.preview,
        Say("wizard-preview-wrong", "wrong", when="wrong"),
        Say("minutes-preview", *FACTS, when="right"),
        Say("minutes-preview-course", "course", when="course"),
        Say("minutes-again", "issued", when="issued"),
        Say("minutes-waits", "until", when="waits"),
        Button(Label("minutes-look"), "look", _look, when="right"),
        Button(Label("minutes-issue"), "go", goer(Recording.confirm), when="ready", style=green),
        Group(*changes, width=2),
        Row(*leave_buttons(flow)),
        Typed("wizard-tap-expected"),
        getters=[novelty, _preview],
    )


def _confirm_window() -> Window:
    green = Style(ButtonStyle.SUCCESS)
    return window(
        Recording.confirm,
        Say("wizard-preview-wrong", "wrong", when="wrong"),
        Say("minutes-confirm", *FACTS, when="right"),
        Say("minutes-preview-course", "course", when="course"),
        Say("minutes-again", "issued", when="issued"),
        Say("minutes-waits", "until", when="waits"),
        Button(Label("minutes-issue-yes"), "issue", _issue, when="ready", style=green),
        Button(Label("button-back"), "back", goer(Recording.preview)),
        Typed("wizard-tap-expected"),
        getters=[_preview],
    )


FACTS = ("number", "body", "items", "place", "starts", "ends", "chair", "secretary", "counted")


async def _preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    t = desk_of(dialog_manager).t
    try:
        minutes = await _drawn_up(dialog_manager)
        known = await _known(dialog_manager)
    except Refusal as refusal:
        return {"wrong": refusal_words(refusal, t), "right": False, "ready": False}
    room = AGENDA_LENGTH // len(minutes.items)
    items = [
        t.plain("minutes-preview-item", number=number, question=clipped(item.poll.question, room))
        for number, item in enumerate(minutes.items, start=1)
    ]
    return {
        "right": True,
        "ready": known.statements_until is None,
        "waits": known.statements_until is not None,
        "until": known.statements_until or "",
        "number": str(minutes.number),
        "body": minutes.body,
        "items": "\n".join(items),
        "place": minutes.place,
        "course": clipped(minutes.course, NAMES_LENGTH),
        "starts": minutes.starts_at,
        "ends": minutes.ends_at,
        "chair": minutes.chair.name,
        "secretary": minutes.secretary.name,
        "counted": clipped(t.listed([one.name for one in minutes.counted_by]), NAMES_LENGTH),
        "issued": t.listed(
            [t.plain("minutes-number", number=str(number)) for number in known.issued]
        ),
    }


async def _known(manager: DialogManager) -> Suggestion:
    """Return what the record knows of these polls by now."""
    desk = desk_of(manager)
    return await desk.minutes.suggestion(desk.member.id, plan_of(manager.dialog_data).polls)


async def _drawn_up(manager: DialogManager) -> Minutes:
    desk, bot = desk_of(manager), manager.middleware_data["bot"]
    username = (await bot.me()).username or ""
    return await desk.minutes.draft(desk.member.id, plan_of(manager.dialog_data), username)


def _document_texts(manager: DialogManager) -> Texts:
    """Return the words of the document: those of the alliance's own language."""
    texts: AllTexts = manager.middleware_data["texts"]
    return texts.for_language(None)


async def _printed(manager: DialogManager, minutes: Minutes) -> Files:
    renderer: DocumentRenderer = manager.middleware_data["renderer"]
    return await renderer.document(minutes_document(minutes, _document_texts(manager)))


async def _look(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Send the document as it would be issued, below the wizard."""
    desk = desk_of(manager)
    bot: Bot = manager.middleware_data["bot"]
    minutes = await _drawn_up(manager)
    await acknowledge(query, desk.t.plain("minutes-printing"))
    files = await _printed(manager, minutes)
    name = minutes_name(minutes.number, "pdf", _document_texts(manager))
    file = BufferedInputFile(files.pdf, desk.t.plain("minutes-draft-file", name=name))
    await bot.send_document(tapped(query).chat, file, caption=desk.t("minutes-draft-caption"))
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def _issue(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Issue the minutes, hand both files out, and end the wizard."""
    desk = desk_of(manager)
    await acknowledge(query, desk.t.plain("minutes-printing"))
    issued, files = await _issued(desk, manager)
    bot: Bot = manager.middleware_data["bot"]
    words = desk.t("minutes-issued", number=str(issued.number), body=issued.body)
    label = desk.t.plain("minutes-to-list")
    chat = tapped(query).chat
    await finish(query, manager, words, label, MinutesListButton())
    await send_files(bot, chat, issued, files, desk.t, _document_texts(manager))


async def _issued(desk: Desk, manager: DialogManager) -> tuple[IssuedMinutes, IssuedFiles]:
    """Make the document and keep it, again if what it says moved on in between.

    It bears the day on which it is issued: a draft may have waited for statements meanwhile.
    """
    manager.dialog_data["drawn_up"] = in_draft(desk.clock.now())
    plan = plan_of(manager.dialog_data)
    key = f"{desk.member.id}:{manager.current_context().id}"
    for attempt in range(1, ATTEMPTS + 1):
        minutes = await _drawn_up(manager)
        printed = await _printed(manager, minutes)
        files = IssuedFiles(printed.docx, printed.pdf)
        try:
            issued = await desk.minutes.issue(desk.member.id, plan, minutes, files, key)
        except MinutesOutdated:
            log.info("minutes are made anew", attempt=attempt)
        else:
            return issued, await desk.minutes.files(desk.member.id, issued.id)
    raise MinutesOutdated
