"""What organisers announced and have yet to: lists, boards with reports, and what can be done."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.domain.announcements.announcements import Announcement, AnnouncementId, AnnouncementState
from bot.domain.announcements.drafts import AnnouncementDraft, draft_of, selection_of
from bot.domain.announcements.reports import AnnouncementReport, AnnouncementSummary
from bot.services.announcements.drafts import PROMPT
from bot.services.announcements.reports import AnnouncementReports
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import coverage_words, selection_words
from handlers.announcements.previews import send_preview
from handlers.announcements.sheets import report_workbook
from handlers.buttons import Row, button, keyboard, neighbours, pairs, short, turning
from handlers.callbacks.announcement_boards import (
    AnnouncementActButton,
    AnnouncementButton,
    BoardsButton,
    FindAnnouncementButton,
    TemplatesButton,
)
from handlers.callbacks.announcement_drafts import AnnounceButton, UndoButton
from handlers.callbacks.announcements import AnnouncementReportButton
from handlers.edits import acknowledge, show
from handlers.lengths import clipped
from handlers.pages import PAGE, Page, page_of
from handlers.prompts import Prompted
from handlers.texts import AllTexts, Texts

ASKED = "boards-find"
LINES = 12
"""Organisations, reasons and versions that a screen names; the rest are counted."""
NAME_LIMIT = 60
WAITING = frozenset({AnnouncementState.UNCONFIRMED, AnnouncementState.SCHEDULED})


def announcement_boards_router() -> Router:
    """Return the organisers' side of what was announced."""
    router = at_desk(Router(name="announcement boards"))
    router.callback_query.register(list_boards, BoardsButton.filter())
    router.callback_query.register(ask, FindAnnouncementButton.filter(F.boards))
    router.message.register(find, Prompted(ASKED))
    router.callback_query.register(open_board, AnnouncementButton.filter())
    router.callback_query.register(open_report, AnnouncementReportButton.filter())
    acts: dict[str, Callable[..., Awaitable[None]]] = {
        "show": look,
        "houses": houses,
        "versions": versions,
        "sheet": send_sheet,
        "correct": correct,
        "recall": ask_to_recall,
        "recalled": recall,
        "copy": ask_to_copy,
        "copied": copy,
        "change": change,
        "again": begin_again,
    }
    for name, act in acts.items():
        router.callback_query.register(act, AnnouncementActButton.filter(F.act == name))
    return router


async def list_boards(
    query: CallbackQuery,
    callback_data: BoardsButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """List what was announced, the newest first; or what is yet to be, the next first."""
    waiting, t = callback_data.waiting, desk.t
    listed = await announcement_reports.listed(desk.member.id)
    ahead = sorted(
        (one for one in listed if one.announcement.state in WAITING),
        key=lambda one: one.announcement.sends_at,
    )
    shown = ahead if waiting else [one for one in listed if one not in ahead]
    page = page_of(shown, callback_data.page)
    turns = [(n, BoardsButton(page=n, waiting=waiting).pack()) for n in neighbours(page)]
    other = BoardsButton(waiting=not waiting).pack()
    rows: list[Row] = [
        [button(t.plain("button-announce-new"), AnnounceButton().pack(), "primary")],
        *_listed(page, t),
        turning(turns, page.number, t),
        [
            button(t.plain("button-boards-other", waiting=_yes(waiting), count=len(ahead)), other),
            button(t.plain("button-templates"), TemplatesButton().pack()),
        ],
        [button(t.plain("button-news-find"), FindAnnouncementButton(boards=True).pack())],
    ]
    words = t("boards", waiting=_yes(waiting), count=len(shown))
    await show(query, words, keyboard(rows))


def _listed(page: Page[AnnouncementSummary], t: Texts) -> list[Row]:
    return [[button(short(_label(one, t)), _board(one.announcement.id))] for one in page.items]


def _label(summary: AnnouncementSummary, t: Texts) -> str:
    one = summary.announcement
    return t.plain(
        "button-announcement-listed",
        state=one.state,
        day=t.day(one.sent_at or one.sends_at),
        title=one.title,
        sent=summary.sent,
        total=summary.total,
    )


async def ask(query: CallbackQuery, desk: Desk, prompts: Prompts) -> None:
    """Ask what to look for."""
    if desk.member.telegram_id is not None:
        await prompts.ask(desk.member.telegram_id, Prompt(ASKED, 0))
    back = button(desk.t.plain("button-back"), BoardsButton().pack())
    await show(query, desk.t("news-ask"), keyboard([[back]]))


async def find(message: Message, desk: Desk, announcement_reports: AnnouncementReports) -> None:
    """Show what has the words that were typed; others can be typed."""
    found = await announcement_reports.listed(desk.member.id, message.text or "")
    page = page_of(found, 0)
    back = button(desk.t.plain("button-back"), BoardsButton().pack())
    words = desk.t("news-found", count=len(found), more=max(0, len(found) - PAGE))
    await message.answer(words, reply_markup=keyboard([*_listed(page, desk.t), [back]]))


async def open_board(
    query: CallbackQuery,
    callback_data: AnnouncementButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show an announcement's report in place of the list."""
    report = await announcement_reports.report(desk.member.id, _id(callback_data))
    await show(query, await _report_words(report, desk), _board_keyboard(report, desk.t))


async def open_report(
    query: CallbackQuery,
    callback_data: AnnouncementReportButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show the report below the message that told of the progress: that one stays."""
    report = await announcement_reports.report(desk.member.id, _id(callback_data))
    await acknowledge(query)
    if isinstance(query.message, Message):
        words, below = await _report_words(report, desk), _board_keyboard(report, desk.t)
        await query.message.answer(words, reply_markup=below)


async def _report_words(report: AnnouncementReport, desk: Desk) -> str:
    t, one = desk.t, report.announcement
    names = await desk.circles.names(desk.member.id, one.addressees)
    parts = [
        t("announcement-board", title=one.title, state=one.state, at=one.sent_at or one.sends_at),
        t("announce-to", to=selection_words(selection_of(one.addressees), names, t))
        + "\n"
        + t("announce-kind", kind=t.plain("announcement-kind", kind=one.kind)),
        "\n".join(_mailings(report, t)),
        "\n".join(_undelivered(report, t)),
    ]
    return "\n\n".join(filter(None, parts))


def _mailings(report: AnnouncementReport, t: Texts) -> list[str]:
    lines = [
        t("report-mailing", occasion=one.occasion, sent=one.sent, total=one.total)
        for one in report.mailings
    ]
    doubtful = sum(one.doubtful for one in report.mailings)
    if doubtful:
        lines.append(t("report-twice", count=doubtful))
    if len(report.versions) > 1:
        lines.append(t("report-versions", count=len(report.versions)))
    return lines


def _undelivered(report: AnnouncementReport, t: Texts) -> list[str]:
    lines = [
        t("report-undelivered", reason=one.reason, count=one.count)
        for one in report.undelivered[:LINES]
    ]
    silent = [one for one in report.organisations if not one.delivered]
    if silent:
        lines.append(t("report-silent", count=len(silent)))
    return lines


def _board_keyboard(report: AnnouncementReport, t: Texts) -> InlineKeyboardMarkup:
    one = report.announcement
    match one.state:
        case AnnouncementState.SENT:
            acts = ["show", "houses", "correct", "recall", "copy", "sheet", "again"]
        case AnnouncementState.SCHEDULED | AnnouncementState.UNCONFIRMED:
            acts = ["show", "change"]
        case _:
            acts = ["show", "again"]
    if len(report.versions) > 1:
        acts.append("versions")
    rows = pairs(_act(one.id, act, t) for act in acts)
    if one.state in WAITING:
        undo = UndoButton(announcement_id=one.id).pack()
        rows.append([button(t.plain("button-announce-undo"), undo, "danger")])
    waiting = one.state in WAITING
    rows.append([button(t.plain("button-back"), BoardsButton(waiting=waiting).pack())])
    return keyboard(rows)


def _act(
    announcement: AnnouncementId, act: str, t: Texts, style: str | None = None
) -> InlineKeyboardButton:
    data = AnnouncementActButton(announcement_id=announcement, act=act).pack()
    return button(t.plain("button-announcement-act", act=act), data, style)


async def look(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk, texts: AllTexts
) -> None:
    """Show the announcement as people see it."""
    found = await desk.announcements.get(desk.member.id, _id(callback_data))
    await acknowledge(query)
    await send_preview(desk.bot, desk.member, found, texts, desk.t)


async def houses(
    query: CallbackQuery,
    callback_data: AnnouncementActButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show the organisations: those that got nothing first."""
    t = desk.t
    report = await announcement_reports.report(desk.member.id, _id(callback_data))
    lines = [
        t(
            "report-house",
            name=clipped(one.name, NAME_LIMIT),
            delivered=one.delivered,
            people=one.people,
        )
        for one in report.organisations[:LINES]
    ]
    more = max(0, len(report.organisations) - LINES)
    words = t("report-houses", count=len(report.organisations), more=more)
    await show(query, "\n".join([words, *lines]), _back(report.announcement.id, t))


async def versions(
    query: CallbackQuery,
    callback_data: AnnouncementActButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show what it said when, the newest first."""
    t = desk.t
    report = await announcement_reports.report(desk.member.id, _id(callback_data))
    parts = [
        t(
            "report-version",
            number=version.number,
            at=version.at,
            words=clipped(next(iter(version.contents.values())).words, 200) or "—",
        )
        for version in reversed(report.versions[-LINES:])
    ]
    words = t("report-versions", count=len(report.versions))
    await show(query, "\n\n".join([words, *parts]), _back(report.announcement.id, t))


async def send_sheet(
    query: CallbackQuery,
    callback_data: AnnouncementActButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Hand out what became of each copy as a workbook."""
    t, id_ = desk.t, _id(callback_data)
    report = await announcement_reports.report(desk.member.id, id_)
    recipients = await announcement_reports.recipients(desk.member.id, id_)
    await acknowledge(query, t.plain("sheet-coming"))
    content = await asyncio.to_thread(report_workbook, report, recipients, t)
    if isinstance(query.message, Message):
        day = report.announcement.sends_at.astimezone(t.zone)
        name = t.plain("report-file", day=f"{day:%Y-%m-%d}")
        caption = t("sheet-caption", title=report.announcement.title)
        await query.message.answer_document(
            BufferedInputFile(content, f"{name}.xlsx"), caption=caption
        )


async def correct(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk, prompts: Prompts
) -> None:
    """Begin a correction: in one language the message is asked for at once."""
    found = await desk.announcements.get(desk.member.id, _id(callback_data))
    found.require_standing()
    begun = replace(draft_of(found.plan, 0), corrects=found.id)
    draft = await desk.drafts.begin(desk.member.id, begun)
    if len(draft.contents) > 1 or desk.member.telegram_id is None:
        await acknowledge(query)
        await desk.present(query.from_user.id, draft)
        return
    (language,) = draft.contents
    await prompts.ask(desk.member.telegram_id, Prompt(PROMPT, draft.number, language))
    words = desk.t("announce-ask-text", language=language, known="yes", correction="yes")
    await show(query, words, _back(found.id, desk.t))


async def ask_to_recall(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk
) -> None:
    """Ask once more, and say what a recall can still do."""
    t, id_ = desk.t, _id(callback_data)
    touched = await desk.corrections.touched(desk.member.id, id_)
    words = t(
        "recall-question",
        standing=touched.standing,
        deletable=touched.deletable,
        older=touched.standing - touched.deletable,
        stays=touched.stays,
    )
    yes = _act(id_, "recalled", t, "danger")
    await show(query, words, keyboard([[yes], _back_row(id_, t)]))


async def recall(query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk) -> None:
    """Take every copy back."""
    id_ = _id(callback_data)
    await desk.corrections.recall(desk.member.id, id_)
    await show(query, desk.t("recalling"), _back(id_, desk.t))


async def ask_to_copy(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk
) -> None:
    """Say who would get it now."""
    t, id_ = desk.t, _id(callback_data)
    coverage = await desk.corrections.newcomers(desk.member.id, id_)
    if not coverage.reach.people:
        await show(query, t("copy-nobody"), _back(id_, t))
        return
    words = t("copy-question") + "\n" + coverage_words(coverage, desk.members.usual_quiet_hours, t)
    yes = _act(id_, "copied", t, "primary")
    await show(query, words, keyboard([[yes], _back_row(id_, t)]))


async def copy(query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk) -> None:
    """Send it to those who have none."""
    id_ = _id(callback_data)
    await desk.corrections.copy_to_newcomers(desk.member.id, id_)
    await show(query, desk.t("copying"), _back(id_, desk.t))


async def change(query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk) -> None:
    """Open what has not gone out yet as a draft that will take its place."""
    found = await desk.announcements.get(desk.member.id, _id(callback_data))
    found.require_waiting()
    begun = replace(
        draft_of(found.plan, 0), changes=found.id, at=found.at, recurrence=found.recurrence
    )
    await _open(query, begun, desk)


async def begin_again(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk
) -> None:
    """Open a copy of it as a new draft."""
    found: Announcement = await desk.announcements.get(desk.member.id, _id(callback_data))
    await _open(query, draft_of(found.plan, 0), desk)


async def _open(query: CallbackQuery, begun: AnnouncementDraft, desk: Desk) -> None:
    draft = await desk.drafts.begin(desk.member.id, begun)
    await acknowledge(query)
    await desk.present(query.from_user.id, draft)


def _id(
    data: AnnouncementButton | AnnouncementActButton | AnnouncementReportButton,
) -> AnnouncementId:
    return AnnouncementId(data.announcement_id)


def _board(announcement: AnnouncementId) -> str:
    return AnnouncementButton(announcement_id=announcement).pack()


def _back(announcement: AnnouncementId, t: Texts) -> InlineKeyboardMarkup:
    return keyboard([_back_row(announcement, t)])


def _back_row(announcement: AnnouncementId, t: Texts) -> Row:
    return [button(t.plain("button-back"), _board(announcement))]


def _yes(asked: bool) -> str:  # noqa: FBT001  it is what is asked
    return "yes" if asked else "no"
