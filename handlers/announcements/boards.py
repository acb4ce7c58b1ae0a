"""The board of an announcement: what it says, its report, who has it, its versions."""

import asyncio

from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.announcements.announcements import AnnouncementState
from bot.domain.announcements.drafts import selection_of
from bot.domain.announcements.reports import AnnouncementReport
from bot.services.announcements.reports import AnnouncementReports
from handlers.announcements.acts import (
    ask_to_copy,
    ask_to_recall,
    begin_again,
    change,
    copy,
    correct,
    recall,
)
from handlers.announcements.board_rows import NAME_LIMIT, WAITING, act_button, back, id_of
from handlers.announcements.callbacks.announcement_boards import (
    AnnouncementActButton,
    AnnouncementButton,
    BoardsButton,
    FindAnnouncementButton,
)
from handlers.announcements.callbacks.announcement_drafts import UndoButton
from handlers.announcements.callbacks.announcements import AnnouncementReportButton
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.lists import ASKED, ask, find, list_boards
from handlers.announcements.panels import selection_words
from handlers.announcements.previews import send_preview
from handlers.announcements.sheets import report_workbook
from handlers.ui.buttons import keyboard, pairs
from handlers.ui.edits import acknowledge, show
from handlers.ui.lengths import clipped
from handlers.ui.routes import Routes, on
from handlers.ui.texts import AllTexts, Texts

LINES = 12
"""Organisations, reasons and versions that a screen lists; the rest are counted."""


async def open_board(
    query: CallbackQuery,
    callback_data: AnnouncementButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show an announcement's report in place of the list."""
    report = await announcement_reports.report(desk.member.id, id_of(callback_data))
    await show(query, await _report_words(report, desk), _board_keyboard(report, desk.t))


async def open_report(
    query: CallbackQuery,
    callback_data: AnnouncementReportButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show the report below the progress message, which stays."""
    report = await announcement_reports.report(desk.member.id, id_of(callback_data))
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
    lines: list[str] = [
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
    lines: list[str] = [
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
    rows = pairs(act_button(one.id, act, t) for act in acts)
    if one.state in WAITING:
        undo = UndoButton(announcement_id=one.id)
        rows.append([t.button("button-announce-undo", undo, "danger")])
    waiting = one.state in WAITING
    rows.append([t.button("button-back", BoardsButton(waiting=waiting))])
    return keyboard(rows)


async def look(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk, texts: AllTexts
) -> None:
    """Show the announcement as people see it."""
    found = await desk.announcements.get(desk.member.id, id_of(callback_data))
    await acknowledge(query)
    await send_preview(desk.bot, desk.member, found, texts, desk.t)


async def houses(
    query: CallbackQuery,
    callback_data: AnnouncementActButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show the organisations, those where nobody got it first."""
    t = desk.t
    report = await announcement_reports.report(desk.member.id, id_of(callback_data))
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
    await show(query, "\n".join([words, *lines]), back(report.announcement.id, t))


async def versions(
    query: CallbackQuery,
    callback_data: AnnouncementActButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Show the versions, the newest first."""
    t = desk.t
    report = await announcement_reports.report(desk.member.id, id_of(callback_data))
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
    await show(query, "\n\n".join([words, *parts]), back(report.announcement.id, t))


async def send_sheet(
    query: CallbackQuery,
    callback_data: AnnouncementActButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """Send the result of each copy as a workbook."""
    t, id_ = desk.t, id_of(callback_data)
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


ROUTES = Routes(
    prepare=at_desk,
    buttons={
        BoardsButton: list_boards,
        on(FindAnnouncementButton, boards=True): ask,
        AnnouncementButton: open_board,
        on(AnnouncementActButton, act="show"): look,
        on(AnnouncementActButton, act="houses"): houses,
        on(AnnouncementActButton, act="versions"): versions,
        on(AnnouncementActButton, act="sheet"): send_sheet,
        on(AnnouncementActButton, act="correct"): correct,
        on(AnnouncementActButton, act="recall"): ask_to_recall,
        on(AnnouncementActButton, act="recalled"): recall,
        on(AnnouncementActButton, act="copy"): ask_to_copy,
        on(AnnouncementActButton, act="copied"): copy,
        on(AnnouncementActButton, act="change"): change,
        on(AnnouncementActButton, act="again"): begin_again,
        AnnouncementReportButton: open_report,
    },
    questions={ASKED: find},
)
