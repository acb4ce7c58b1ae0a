"""A document made into files, for the process that ends with it (see `files`)."""

from dataclasses import replace

from bot.documents.blocks import Chart, Document, Files
from bot.documents.charts import drawn
from bot.documents.texts import cleaned, rewritten
from bot.documents.typography import glued


def render(document: Document) -> Files:
    """Return the document as files, after a second of computing."""
    from bot.documents.docx_files import docx_file  # noqa: PLC0415  a chart alone needs neither
    from bot.documents.pdf_files import pdf_file  # noqa: PLC0415  as above

    clean = _unbroken(cleaned(document))
    charts = tuple(drawn(block) for block in clean.blocks if isinstance(block, Chart))
    return Files(docx_file(clean, charts), pdf_file(clean, charts), charts)


def _unbroken(document: Document) -> Document:
    """Return what is printed with no-break spaces; the properties of the file need none."""
    blocks = rewritten(document.blocks, glued)
    return replace(document, footer=glued(document.footer), blocks=blocks)


def draw(chart: Chart) -> bytes:
    """Return a chart as PNG, after a fifth of a second of computing."""
    return drawn(cleaned(chart))
