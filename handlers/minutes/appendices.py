"""The appendices of a document, for tables that are too long for the text."""

from bot.documents.blocks import Block, Chart, Heading, Paragraph, Table
from handlers.ui.texts import Texts

LONGEST_TABLE = 20
"""The most rows of a table in the text; a longer one becomes an appendix."""


class Appendices:
    """Numbers appendices and keeps their blocks for the end; the last one has all `charts`."""

    def __init__(self, t: Texts) -> None:
        self.blocks: list[Block] = []
        self.charts: list[Chart] = []
        self._t = t
        self._titles: list[str] = []

    def add(self, title: str, *blocks: Block) -> int:
        """Add an appendix and return its number."""
        self._titles.append(title)
        number = len(self._titles)
        heading = self._t.plain("minutes-appendix", appendix=number, title=title)
        self.blocks += [Heading(heading, appendix=True), *blocks]
        return number

    def add_charts(self) -> None:
        """Add the appendix of the charts, if there are any."""
        if not self.charts:
            return
        title = self._t.plain("minutes-appendix-charts", count=len(self.charts))
        self.add(title, *self.charts)

    def listed(self) -> list[Block]:
        """Return the line that lists the appendices, if any; signatures follow it."""
        if not self._titles:
            return []
        names = "; ".join(
            self._t.plain("minutes-appendix-listed", appendix=number, title=title)
            for number, title in enumerate(self._titles, start=1)
        )
        words = self._t.plain("minutes-appendices", count=len(self._titles), names=names)
        return [Paragraph(words, keeps=True)]

    def placed(
        self, here: Block, table: Table, title: str, elsewhere: str, *notes: Block
    ) -> list[Block]:
        """Return a table under the block `here`, or, if it is long, a reference to its appendix.

        `title` is the appendix's, `elsewhere` the key of the sentence that leads to it; `notes`
        stand below the table.
        """
        if len(table.rows) <= LONGEST_TABLE:
            return [here, table, *notes]
        appendix = self.add(title, table, *notes)
        return [Paragraph(self._t.plain(elsewhere, appendix=appendix))]
