"""The outcomes of the exchange as a workbook for Excel."""

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from bot.documents.workbooks import Cell, Sheet, wall_clock, workbook_of
from bot.domain.exchange.figures import HandedOver, Outcomes
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

    def sheet(
        title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[int]
    ) -> Sheet:
        return Sheet(title, [words(f"exchange-column-{one}") for one in columns], rows, widths)

    handed = [_handed_over(one, zone, words) for one in found.handed_over]
    organisations = [(one.name, one.gave, one.got) for one in found.organisations]
    title = words("exchange-outcomes-title", year=str(found.year))
    by_organisation = words("exchange-sheet-organisations")
    return workbook_of(
        sheet(title, COLUMNS, handed, WIDTHS),
        sheet(words("exchange-sheet-kinds"), KIND_COLUMNS, _kinds(found, words), KIND_WIDTHS),
        sheet(by_organisation, ORGANISATION_COLUMNS, organisations, ORGANISATION_WIDTHS),
    )


def _handed_over(one: HandedOver, zone: ZoneInfo, words: Words) -> tuple[Cell, ...]:
    return (
        wall_clock(one.at, zone),
        words("exchange-column-direction-value", direction=one.direction),
        words("exchange-kind", kind=one.kind),
        one.title,
        one.giver,
        one.receiver,
    )


def _kinds(found: Outcomes, words: Words) -> list[tuple[Cell, ...]]:
    return [
        (
            words("exchange-kind", kind=kind),
            found.count(kind, Direction.OFFER),
            found.count(kind, Direction.NEED),
        )
        for kind in PostKind
    ]
