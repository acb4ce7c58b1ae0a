"""The page on which people read what the bot stores about them."""

from dataclasses import dataclass

from bot.documents.pages import page_of


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that is stored: what it is about, and its labelled values."""

    heading: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Records of one kind, or a note of how many there are."""

    title: str
    records: tuple[Record, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnDataPage:
    """The whole page; all its texts are plain, and escaped here."""

    language: str
    title: str
    lines: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def own_data_html(page: OwnDataPage) -> bytes:
    """Return the page as a file that needs nothing from the network."""
    return page_of("own_data.html", page=page)
