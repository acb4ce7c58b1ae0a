"""The directory as files: a workbook, a booklet to print, and pages for the alliance's site."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from importlib import resources
from io import BytesIO
from itertools import groupby
from string import Template
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from bot.documents.blocks import Block, CardPicture, Document, Facts, Heading, Paragraph, Title
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
            yield Paragraph(card.title, strong=True)
            if card.details.about:
                yield Paragraph(card.details.about, keeps=True)
            yield Facts(tuple((say(name), values[name]) for name in SHORT if values[name]))


def card_picture(card: Card, alliance: str, say: Say) -> CardPicture:
    """Return what is public of a card, to be forwarded as a picture."""
    values = values_of(public(card))
    name = values["name"] if values["name"] != card.title else ""
    facts = tuple((say(one), values[one]) for one in PICTURED if values[one])
    return CardPicture(alliance, card.title, name, values["about"], facts)


def site(cards: Sequence[Card], title: str, language: str) -> bytes:
    """Return a ZIP with index.html and directory.json of public cards, for the alliance's site."""
    kept = [_public(card) for card in cards]
    page = Template(resources.files("bot.documents").joinpath("directory.html").read_text("utf-8"))
    body = "\n".join(_article(values) for values in kept)
    html = page.substitute(language=language, title=escape(title), body=body)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as files:
        files.writestr("index.html", html)
        files.writestr("directory.json", json.dumps(kept, ensure_ascii=False, indent=2))
    return packed.getvalue()


def _public(card: Card) -> Mapping[str, Any]:
    values = values_of(card)
    return {name: values[name] for name in PUBLIC if values[name]}


def _article(values: Mapping[str, str]) -> str:
    link = escape(values.get("site", ""))
    lines = [
        f"<h2>{escape(values['title'])}</h2>",
        *(
            f"<small>{escape(values[name])}</small>"
            for name in ("place", "fields")
            if name in values
        ),
        *(f"<p>{escape(values['about'])}</p>" for _ in range("about" in values)),
        *(f'<p><a href="{link}" rel="nofollow noopener">{link}</a></p>' for _ in range(bool(link))),
        *(f"<p>{escape(values[name])}</p>" for name in ("phone", "email") if name in values),
    ]
    return "<article>\n" + "\n".join(lines) + "\n</article>"
