"""Render a document, in the child process (see `files`)."""

from dataclasses import replace

from bot.documents.blocks import Chart, Document, Files, Picture, WeekPicture
from bot.documents.card_pictures import drawn_card
from bot.documents.charts import drawn
from bot.documents.texts import cleaned, rewritten
from bot.documents.typography import glued
from bot.documents.weeks import drawn_week


def made(wanted: Document | Picture) -> Files | bytes:
    """Return a document as files, a picture as PNG."""
    return render(wanted) if isinstance(wanted, Document) else draw(wanted)


def render(document: Document) -> Files:
    """Return the document as files; takes a second."""
    from bot.documents.docx_files import docx_file  # noqa: PLC0415  a chart alone needs neither
    from bot.documents.pdf_files import pdf_file  # noqa: PLC0415  as above

    clean = _unbroken(cleaned(document))
    charts = tuple(drawn(block) for block in clean.blocks if isinstance(block, Chart))
    return Files(docx_file(clean, charts), pdf_file(clean, charts), charts)


def _unbroken(document: Document) -> Document:
    """Return the document with no-break spaces in its texts, but not in its properties."""
    blocks = rewritten(document.blocks, glued)
    return replace(document, footer=glued(document.footer), blocks=blocks)


def draw(wanted: Picture) -> bytes:
    """Return a chart, a card or a week as PNG; takes 0.2 s."""
    if isinstance(wanted, Chart):
        return drawn(cleaned(wanted))
    if isinstance(wanted, WeekPicture):
        return drawn_week(cleaned(wanted))
    return drawn_card(cleaned(wanted))
