"""Cards of organisations: what they say about themselves, and what of it is public."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from zlib import crc32

from bot.domain.directory.refusals import CardChanged, CardNotYours, FieldsUnknown
from bot.domain.events.plans import checked_link
from bot.domain.lines import INVISIBLE, checked_paragraphs, visible, within
from bot.domain.people.members import Member, Organisation, OrganisationId
from bot.domain.people.refusals import CellRefused
from bot.domain.people.registers import email_of, phone_of
from bot.domain.refusals import LinkUnreadable
from bot.domain.searching.fields import FieldOfWork

ABOUT_LIMIT = 1000
SITE_LIMIT = 200
FIELDS_LIMIT = 5
CONFIRMED_FOR = timedelta(days=365)
"""Once a year organisations are asked whether their cards are still right."""

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?![0-9])")
PORT = re.compile(r"^[^:]+(?::[0-9]{1,5})?$")
MARKUP = re.compile(r"""[\s<>"'`\\]""")
"""Characters that could end an attribute of a page."""


class ContactKind(StrEnum):
    """A way to reach an organisation. The values are stored."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class CardDetails:
    """What an organisation says about itself; `contacts` has only those that are to be shown."""

    about: str = ""
    fields: tuple[str, ...] = ()
    site: str = ""
    photo: str = ""
    contacts: tuple[tuple[ContactKind, str], ...] = ()

    def contact(self, kind: ContactKind) -> str:
        """Return a contact; empty if it is not shown."""
        return dict(self.contacts).get(kind, "")


@dataclass(frozen=True, slots=True)
class Card:
    """An organisation's card; `version` counts its edits, 0 before the first one."""

    organisation: Organisation
    leader: str = ""
    details: CardDetails = field(default_factory=CardDetails)
    version: int = 0
    confirmed_at: datetime | None = None
    reachable: bool = False
    """Whether somebody who speaks for it can be written to through the bot."""

    @property
    def title(self) -> str:
        """The short name, or the full one."""
        return self.organisation.short_name or self.organisation.name


@dataclass(frozen=True, slots=True)
class CardFilter:
    """What is browsed: a field, a municipality, both or neither."""

    field: str | None = None
    municipality: str | None = None


def require_editor(actor: Member, organisation: OrganisationId, speakers: Iterable[int]) -> None:
    """Refuse a person who is neither leader nor delegate of the organisation."""
    if actor.organisation != organisation or actor.id not in set(speakers):
        raise CardNotYours


def require_version(card: Card, version: int) -> None:
    """Refuse an edit of a card that somebody else has edited meanwhile."""
    if card.version != version:
        raise CardChanged


def checked_about(text: str) -> str:
    """Return what an organisation does; refuse nothing visible, and too long a text."""
    return checked_paragraphs(INVISIBLE.sub("", text), ABOUT_LIMIT)


def checked_site(text: str) -> str:
    """Return a web address with http or https; one that is typed without gets https."""
    line = within(SITE_LIMIT, visible(text))
    site = checked_link(line if SCHEME.match(line) else f"https://{line}")
    parts = urlsplit(site)
    named = "." in (parts.hostname or "").strip(".") and PORT.search(parts.netloc)
    if not named or "@" in parts.netloc or MARKUP.search(site):
        raise LinkUnreadable
    return within(SITE_LIMIT, site)


def checked_contact(kind: ContactKind, text: str) -> str:
    """Return a telephone number in one spelling, or an e-mail address."""
    line = visible(text)
    found = phone_of(line) if kind is ContactKind.PHONE else email_of(line)
    if not found:
        raise CellRefused("not_phone" if kind is ContactKind.PHONE else "not_email")
    return found


def checked_fields(chosen: Sequence[str], known: Iterable[FieldOfWork]) -> tuple[str, ...]:
    """Return the chosen fields in the configuration's order; refuse others, and too many."""
    names = [one.name for one in known]
    if set(chosen) - set(names) or len(set(chosen)) > FIELDS_LIMIT:
        raise FieldsUnknown(FIELDS_LIMIT)
    return tuple(name for name in names if name in chosen)


def tag_of(name: str) -> int:
    """Return a number for a field or a municipality, whose names are too long for a button."""
    return crc32(name.encode())


def public(card: Card) -> Card:
    """Return the card without the leader: what strangers may see."""
    return replace(card, leader="")
