"""The sheet of one-time codes for a meeting's ballot page, to be cut up and handed out."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.documents.blocks import Document, Slip, Slips, Title
from bot.domain.meetings.desk_views import PrintedCode

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
    """Return a slip for each code; if pages are `served`, each with the address."""
    note = words("how") if served else ""
    slips = tuple(Slip(one.organisation, one.person, one.code, note) for one in codes)
    title = words("title")
    return Document(
        title, alliance, language, now, title, (Title(alliance, title, ""), Slips(slips))
    )
