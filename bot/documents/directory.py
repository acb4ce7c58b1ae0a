"""The directory as files: a workbook, a booklet to print, and pages for the alliance's site."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile

from bot.documents.blocks import Block, CardPicture, Document, Facts, Heading, Paragraph, Title
from bot.documents.pages import page_of
from bot.documents.workbooks import Sheet, workbook_of
from bot.domain.directory.cards import Card, ContactKind, public

COLUMNS = ("title", "name", "inn", "place", "leader", "fields", "about", "site", "phone", "email")
WIDTHS = (36, 60, 14, 28, 30, 30, 60, 30, 18, 30)
PUBLIC = ("title", "name", "inn", "place", "fields", "about", "site", "phone", "email")
PICTURED = ("place", "fields", "site", "phone", "email", "inn")
SHORT = ("fields", "leader", "site", "phone", "email")

Say = Callable[[str], str]
"""Returns the name of a column."""


def values_of(card: Card) -> Mapping[str, str]:
    """Return what a card says, by the name of the column."""
    organisation, details = card.organisation, card.details
    return {
        "title": card.title,
        "name": organisation.name,
        "inn": organisation.inn,
        "place": organisation.municipality,
        "leader": card.leader,
        "fields": ", ".join(details.fields),
        "about": details.about,
        "site": details.site,
        "phone": details.contact(ContactKind.PHONE),
        "email": details.contact(ContactKind.EMAIL),
    }


def directory_workbook(cards: Sequence[Card], title: str, say: Say) -> bytes:
    """Return an XLSX workbook of all cards. Call it in a thread."""
    rows = [tuple(values_of(card).values()) for card in cards]
    return workbook_of(Sheet(title, [say(name) for name in COLUMNS], rows, WIDTHS))


def booklet(
    cards: Sequence[Card], alliance: str, title: str, language: str, now: datetime, say: Say
) -> Document:
    """Return the cards by municipality, to be printed."""
    blocks = (Title(alliance, title, ""), *_printed(cards, say))
    return Document(title, alliance, language, now, f"{alliance}. {title}", blocks)


def _printed(cards: Sequence[Card], say: Say) -> Iterator[Block]:
    by_place = sorted(cards, key=lambda card: card.organisation.municipality)
    for place, those in groupby(by_place, key=lambda card: card.organisation.municipality):
        if place:
            yield Heading(place)
        for card in those:
            values = values_of(card)
            yield Heading(card.title, minor=True)
            if card.details.about:
                yield Paragraph(card.details.about, keeps=True)
            yield Facts(tuple((say(name), values[name]) for name in SHORT if values[name]))


def card_picture(card: Card, alliance: str, say: Say) -> CardPicture:
    """Return what is public of a card, to be forwarded as a picture."""
    values = values_of(public(card))
    name = values["name"] if values["name"] != card.title else ""
    facts = tuple((say(one), values[one]) for one in PICTURED if values[one])
    return CardPicture(alliance, card.title, name, values["about"], facts)


def site_files(cards: Sequence[Card], title: str, language: str) -> Mapping[str, bytes]:
    """Return the files for the alliance's site, by name: what is public of the cards."""
    shown = [values_of(public(card)) for card in cards]
    kept = [{name: values[name] for name in PUBLIC if values[name]} for values in shown]
    return {
        "index.html": page_of("directory.html", cards=shown, title=title, language=language),
        "directory.json": json.dumps(kept, ensure_ascii=False, indent=2).encode(),
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP with these files."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
