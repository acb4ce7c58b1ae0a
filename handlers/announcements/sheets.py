"""The result of each copy of an announcement, as a workbook."""

from collections.abc import Sequence

from bot.documents.workbooks import Cell, Sheet, wall_clock, workbook_of
from bot.domain.announcements.reports import AnnouncementReport, Recipient
from handlers.ui.texts import Texts

PEOPLE = ("name", "organisation", "outcome", "reason", "at", "doubtful")
PEOPLE_WIDTHS = (32, 40, 18, 36, 18, 14)
ORGANISATIONS = ("organisation", "people", "delivered")
ORGANISATIONS_WIDTHS = (48, 14, 14)


def report_workbook(report: AnnouncementReport, recipients: Sequence[Recipient], t: Texts) -> bytes:
    """Return an XLSX workbook: people and chats, then organisations. Call it in a thread."""
    organisations = [(one.name, one.people, one.delivered) for one in report.organisations]
    return workbook_of(
        Sheet(
            t.plain("sheet-people"),
            _headings(PEOPLE, t),
            [_row(one, t) for one in recipients],
            PEOPLE_WIDTHS,
        ),
        Sheet(
            t.plain("sheet-organisations"),
            _headings(ORGANISATIONS, t),
            organisations,
            ORGANISATIONS_WIDTHS,
        ),
    )


def _headings(names: Sequence[str], t: Texts) -> list[str]:
    return [t.plain(f"report-column-{name}") for name in names]


def _row(one: Recipient, t: Texts) -> tuple[Cell, ...]:
    return (
        one.name or t.plain("report-chat"),
        one.organisation or "",
        t.plain("report-outcome", outcome=one.outcome),
        t.plain("report-reason", reason=one.reason) if one.reason else "",
        wall_clock(one.at, t.zone),
        t.plain("report-doubtful") if one.doubtful else "",
    )
