"""The appendices of a document: what is too long to stand in the text."""

from bot.documents.blocks import Block, Heading, Paragraph, Table
from handlers.ui.texts import Texts

LONGEST_TABLE = 20
"""Rows of a table within the text; a longer one is an appendix."""


class Appendices:
    """Numbers appendices as they come, and keeps their blocks for the end of the document."""

    def __init__(self, t: Texts) -> None:
        self.blocks: list[Block] = []
        self._t = t
        self._count = 0

    def add(self, title: str, *blocks: Block) -> int:
        """Add an appendix and return its number."""
        self._count += 1
        heading = self._t.plain("minutes-appendix", appendix=self._count, title=title)
        self.blocks += [Heading(heading, appendix=True), *blocks]
        return self._count

    def placed(
        self, here: Block, table: Table, title: str, elsewhere: str, *notes: Block
    ) -> list[Block]:
        """Return a table under the block `here`, or, if it is long, the way to its appendix.

        `title` is the appendix's, `elsewhere` the key of the sentence that leads to it; `notes`
        stand below the table.
        """
        if len(table.rows) <= LONGEST_TABLE:
            return [here, table, *notes]
        appendix = self.add(title, table, *notes)
        return [Paragraph(self._t.plain(elsewhere, appendix=appendix))]
