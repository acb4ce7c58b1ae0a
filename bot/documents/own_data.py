"""The page on which people read what the bot stores about them."""

from dataclasses import dataclass
from importlib import resources


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
    from jinja2 import Environment  # noqa: PLC0415  3 MB, for the few who ask

    source = resources.files("bot.documents").joinpath("own_data.html").read_text("utf-8")
    template = Environment(autoescape=True).from_string(source)
    return template.render(page=page).encode()
