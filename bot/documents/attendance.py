"""The list of an event's people as a workbook for Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.documents.workbooks import Cell, Sheet, wall_clock, workbook_of

PEOPLE_WIDTHS = (32, 40, 24, 28, 16, 8, 40, 18, 8, 18)
ORGANISATION_WIDTHS = (48, 20, 20)


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person on the list; `answer` is text, `line` a position in the waiting list."""

    name: str
    organisation: str
    municipality: str
    position: str
    answer: str
    guests: int
    guest_names: tuple[str, ...]
    answered_at: datetime | None
    line: int | None
    arrived_at: datetime | None

    def cells(self, zone: ZoneInfo) -> tuple[Cell, ...]:
        """Return the ten cells in the order of the fields; times in `zone`."""
        return (
            self.name,
            self.organisation,
            self.municipality,
            self.position,
            self.answer,
            self.guests,
            ", ".join(self.guest_names),
            wall_clock(self.answered_at, zone),
            self.line,
            wall_clock(self.arrived_at, zone),
        )


def attendance_sheet(
    title: str,
    headings: Sequence[str],
    rows: Sequence[AttendanceRow],
    by_organisation_title: str,
    by_organisation_headings: Sequence[str],
    organisations: Sequence[tuple[str, int, int]],
    zone: ZoneInfo,
) -> bytes:
    """Return an XLSX workbook of two worksheets: the people, and the sums by organisation.

    Takes ten headings in the order of `AttendanceRow`, and three for `organisations`: name, people
    going with their guests, people arrived. The titles become the worksheets' names as far as Excel
    allows. Text from people stays text, never a formula or a link.

    It takes half a second for a thousand people: call it in a thread, never on the event loop.
    """
    people = [row.cells(zone) for row in rows]
    return workbook_of(
        Sheet(title, headings, people, PEOPLE_WIDTHS),
        Sheet(by_organisation_title, by_organisation_headings, organisations, ORGANISATION_WIDTHS),
    )
