"""The outcomes of the exchange as a workbook for Excel."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.documents.workbooks import Cell, Sheet, wall_clock, workbook_of
from bot.domain.exchange.figures import Outcomes
from bot.domain.exchange.posts import Direction, PostKind

COLUMNS = ("at", "direction", "kind", "title", "giver", "receiver")
WIDTHS = (18, 14, 20, 48, 36, 36)
KIND_COLUMNS = ("kind", "offers", "needs")
KIND_WIDTHS = (24, 20, 20)
ORGANISATION_COLUMNS = ("organisation", "gave", "got")
ORGANISATION_WIDTHS = (48, 16, 16)

Words = Callable[..., str]
"""Returns a text by its key and variables."""


def outcomes_workbook(found: Outcomes, zone: ZoneInfo, words: Words) -> bytes:
    """Return an XLSX workbook: what was handed over, by kind, by organisation.

    Call it in a thread.
    """
    handed: list[tuple[Cell, ...]] = [
        (
            wall_clock(one.at, zone),
            words("exchange-column-direction-value", direction=one.direction),
            words("exchange-kind", kind=one.kind),
            one.title,
            one.giver,
            one.receiver,
        )
        for one in found.handed_over
    ]
    kinds: list[tuple[Cell, ...]] = [
        (
            words("exchange-kind", kind=kind),
            found.count(kind, Direction.OFFER),
            found.count(kind, Direction.NEED),
        )
        for kind in PostKind
    ]
    organisations = [(one.name, one.gave, one.got) for one in found.organisations]

    def headings(columns: tuple[str, ...]) -> list[str]:
        return [words(f"exchange-column-{one}") for one in columns]

    year = str(found.year)
    return workbook_of(
        Sheet(words("exchange-outcomes-title", year=year), headings(COLUMNS), handed, WIDTHS),
        Sheet(words("exchange-sheet-kinds"), headings(KIND_COLUMNS), kinds, KIND_WIDTHS),
        Sheet(
            words("exchange-sheet-organisations"),
            headings(ORGANISATION_COLUMNS),
            organisations,
            ORGANISATION_WIDTHS,
        ),
    )
