"""Render documents in a child process, so that the event loop is never blocked."""

import asyncio
import pickle
import sys
from asyncio.subprocess import PIPE
from typing import cast

from bot.documents.blocks import CardPicture, Chart, Document, Files, WeekPicture

PATIENCE = 120.0
"""Timeout in seconds; the longest document takes five on an old laptop."""
LONGEST_ERROR = 2000


class DocumentFailed(Exception):  # noqa: N818  a fact about the document, named as one
    """A document could not be rendered; the message is the renderer's last line."""


class DocumentRenderer:
    """Renders documents, one after the other.

    Renderers compute for seconds and keep the memory that they allocate (measured: 200 MB after the
    first document, 30 more with each), so each document has its own process.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def document(self, document: Document) -> Files:
        """Return the document as DOCX and PDF, with its charts; takes a few seconds."""
        return cast("Files", await self._made(document))

    async def chart(self, chart: Chart) -> bytes:
        """Return a chart as PNG, 1280 pixels wide; takes a second or two."""
        return cast("bytes", await self._made(chart))

    async def card(self, card: CardPicture) -> bytes:
        """Return a card as PNG, as wide as a chart; takes a second or two."""
        return cast("bytes", await self._made(card))

    async def week(self, week: WeekPicture) -> bytes:
        """Return a week of bookings as PNG, as wide as a chart; takes a second or two."""
        return cast("bytes", await self._made(week))

    async def _made(self, wanted: Document | Chart | CardPicture | WeekPicture) -> object:
        async with self._turn:
            return await render_apart(wanted)


async def render_apart(wanted: Document | Chart | CardPicture | WeekPicture) -> object:
    """Return what a process of its own makes of it, or raise `DocumentFailed`."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.documents"), stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    try:
        async with asyncio.timeout(PATIENCE):
            made, said = await child.communicate(pickle.dumps(wanted))
    except TimeoutError:
        raise DocumentFailed(f"not done within {PATIENCE:.0f} seconds") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        raise DocumentFailed(said.decode(errors="replace")[-LONGEST_ERROR:])
    return pickle.loads(made)  # noqa: S301  written by our own child
