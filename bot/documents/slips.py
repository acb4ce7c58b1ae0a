"""The sheet of one-time codes for a meeting's ballot page, to be cut up and handed out."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.documents.blocks import Block, Column, Document, Paragraph, Table, Title
from bot.domain.meetings.views import PrintedCode

Words = Callable[[str], str]
"""Returns a text by its name."""


def code_sheet(
    codes: Sequence[PrintedCode],
    alliance: str,
    language: str,
    now: datetime,
    words: Words,
    *,
    served: bool,
) -> Document:
    """Return the codes by organisation; if pages are `served`, with the address."""
    columns = (
        Column(words("organisation"), 4),
        Column(words("person"), 3),
        Column(words("code"), 3),
    )
    rows = tuple((one.organisation, one.person, one.code) for one in codes)
    how = (Paragraph(words("how")),) if served else ()
    blocks: tuple[Block, ...] = (Title(alliance, words("title"), ""), *how, Table(columns, rows))
    return Document(words("title"), alliance, language, now, words("title"), blocks)
