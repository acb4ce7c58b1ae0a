"""The one door to the renderers: a thread of its own, so that nobody waits for a document."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.documents.blocks import Chart, Document, Files
from bot.documents.texts import cleaned


class Press:
    """Makes files, one after the other: the libraries compute for up to seconds.

    The thread is its own: behind a document in the loop's default executor would wait whatever
    else is done there. Close it when the loop has ended.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="documents")

    async def document(self, document: Document) -> Files:
        """Return the document as DOCX and PDF, with its charts."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, render, document)

    async def chart(self, chart: Chart) -> bytes:
        """Return a chart as PNG, 1280 pixels wide."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, draw, chart)

    def close(self) -> None:
        """Let the thread go once it has done what it was given."""
        self._thread.shutdown()


def render(document: Document) -> Files:
    """Return the document as files, after a second of computing: not on the event loop."""
    from bot.documents.charts import drawn  # noqa: PLC0415  a second and 70 MB, all three
    from bot.documents.docx_files import docx_file  # noqa: PLC0415
    from bot.documents.pdf_files import pdf_file  # noqa: PLC0415

    clean = cleaned(document)
    charts = tuple(drawn(block) for block in clean.blocks if isinstance(block, Chart))
    return Files(docx_file(clean, charts), pdf_file(clean, charts), charts)


def draw(chart: Chart) -> bytes:
    """Return a chart as PNG, after a fifth of a second of computing: not on the event loop."""
    from bot.documents.charts import drawn  # noqa: PLC0415  as above

    return drawn(cleaned(chart))
