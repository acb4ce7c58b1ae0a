"""The contents of announcements, built from the messages that somebody sent to the bot."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.domain.announcements.refusals import (
    AlbumMixed,
    AlbumTooLong,
    LinksTooMany,
    LinkTextMissing,
)
from bot.domain.lines import one_line
from bot.domain.refusals import LinkUnreadable, TextMissing, TextTooLong

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
"""UTF-16 units after entity parsing (Bot API, sendMessage and sendPhoto)."""
MOST_PIECES = 10
"""Files in an album (Bot API, sendMediaGroup)."""
MOST_LINKS = 8
LINK_TEXT_LIMIT = 64


class PieceKind(StrEnum):
    """What kind of message a piece is."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    AUDIO = "audio"
    ANIMATION = "animation"
    VOICE = "voice"
    LOCATION = "location"
    VENUE = "venue"
    CONTACT = "contact"

    @property
    def has_words(self) -> bool:
        """Tell whether it has a text or a caption."""
        return self not in {PieceKind.LOCATION, PieceKind.VENUE, PieceKind.CONTACT}

    @property
    def has_file(self) -> bool:
        """Tell whether it is a file stored by Telegram."""
        return self.has_words and self is not PieceKind.TEXT

    @property
    def album(self) -> str | None:
        """Return the kind of album it can be in; only files of one kind share an album."""
        match self:
            case PieceKind.PHOTO | PieceKind.VIDEO:
                return "pictures"
            case PieceKind.DOCUMENT | PieceKind.AUDIO:
                return str(self)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Entity:
    """A range of formatted text: `offset` and `length` in UTF-16 units, as Telegram counts.

    `more` has the remaining attributes from Telegram: a URL, a language, a custom emoji's id.
    """

    kind: str
    offset: int
    length: int
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """The offset just after the range."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map, in degrees; a venue also has a title and an address."""

    latitude: float
    longitude: float
    title: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody's contact with a telephone number."""

    phone_number: str
    first_name: str
    last_name: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One message as it was sent to the bot: a text, a file with a caption, a place, a contact.

    `file` is Telegram's id of it. `above` puts the caption over the picture, `spoiler` hides it
    until it is tapped, `bare` shows a text without a preview of the page that it links to.
    """

    kind: PieceKind
    text: str = ""
    entities: tuple[Entity, ...] = ()
    file: str | None = None
    place: Place | None = None
    contact: Contact | None = None
    above: bool = False
    spoiler: bool = False
    bare: bool = False

    def __post_init__(self) -> None:
        """Refuse, with `ValueError`, a combination of fields that no message can have."""
        point = self.kind in {PieceKind.LOCATION, PieceKind.VENUE}
        if self.kind.has_file != (self.file is not None) or point != (self.place is not None):
            raise ValueError(f"not a whole {self.kind}")
        if (self.kind is PieceKind.CONTACT) != (self.contact is not None):
            raise ValueError(f"not a whole {self.kind}")

    @property
    def limit(self) -> int:
        """The greatest length of its text or caption, in UTF-16 units."""
        return TEXT_LIMIT if self.kind is PieceKind.TEXT else CAPTION_LIMIT


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens a web page."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """A message, or an album of 2 to `MOST_PIECES` files of one kind, with buttons below."""

    pieces: tuple[Piece, ...]
    links: tuple[Link, ...] = ()

    @property
    def is_album(self) -> bool:
        """Tell whether it is several files; the buttons of an album stand in a separate message."""
        return len(self.pieces) > 1

    @property
    def words(self) -> str:
        """Return the text or the first caption, from which its title in lists is made."""
        return next((piece.text for piece in self.pieces if piece.text.strip()), "")

    @property
    def can_be_blanked(self) -> bool:
        """Tell whether a note can replace each of its messages when it is too old to be deleted.

        A voice message, a place or a contact cannot be edited so, and music in an album can only be
        replaced by music (Bot API, editMessageMedia).
        """
        stays = {PieceKind.VOICE, PieceKind.LOCATION, PieceKind.VENUE, PieceKind.CONTACT}
        stays |= {PieceKind.AUDIO} if self.is_album else set()
        return stays.isdisjoint(piece.kind for piece in self.pieces)

    def checked(self) -> "Content":
        """Return the content with normalised links; refuse what Telegram would refuse."""
        if not self.pieces:
            raise TextMissing
        if len(self.pieces) > MOST_PIECES:
            raise AlbumTooLong(MOST_PIECES)
        if self.is_album and len({piece.kind.album or piece.kind for piece in self.pieces}) > 1:
            raise AlbumMixed
        if self.is_album and self.pieces[0].kind.album is None:
            raise AlbumMixed
        for piece in self.pieces:
            _check_words(piece)
        if len(self.links) > MOST_LINKS:
            raise LinksTooMany(MOST_LINKS)
        return replace(self, links=tuple(map(_checked_link, self.links)))

    def filled(self, values: Mapping[str, str]) -> "Content":
        """Return the content with `{name}` and the like replaced in every text and caption."""
        return replace(self, pieces=tuple(filled(piece, values) for piece in self.pieces))


def units(text: str) -> int:
    """Return the length in UTF-16 units, as Telegram counts: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def filled(piece: Piece, values: Mapping[str, str]) -> Piece:
    """Return a piece with each `{key}` replaced by `values[key]`; formatting stays on its words.

    Formatting that touches a part of a field covers its whole value. Other braces stay.
    """
    fields = re.compile("|".join(re.escape(f"{{{key}}}") for key in values))
    swaps = [
        _Swap(units(piece.text[: match.start()]), units(match[0]), units(values[match[0][1:-1]]))
        for match in fields.finditer(piece.text)
        if match[0]
    ]
    if not swaps:
        return piece
    text = fields.sub(lambda match: values[match[0][1:-1]], piece.text)
    entities = (
        replace(entity, offset=begin, length=end - begin)
        for entity in piece.entities
        if (end := _moved(entity.end, swaps, to_end=True))
        > (begin := _moved(entity.offset, swaps, to_end=False))
    )
    return replace(piece, text=text, entities=tuple(entities))


@dataclass(frozen=True, slots=True)
class _Swap:
    """A replacement: from `start` on, `old` UTF-16 units of a text become `new` units."""

    start: int
    old: int
    new: int


def _moved(place: int, swaps: Sequence[_Swap], *, to_end: bool) -> int:
    """Return the new offset of a position in the old text; inside a replacement, its border."""
    shift = 0
    for swap in swaps:
        if place >= swap.start + swap.old:
            shift += swap.new - swap.old
        elif place > swap.start:
            return swap.start + shift + (swap.new if to_end else 0)
    return place + shift


def by_language(contents: Mapping[str, Content], language: str) -> tuple[str, Content]:
    """Return the content in a language, or else the first one, and the language that was used."""
    found = language if language in contents else next(iter(contents))
    return found, contents[found]


def for_each(
    contents: Mapping[str, Content], change: Callable[[Content], Content]
) -> dict[str, Content]:
    """Return the contents with the function applied to each."""
    return {language: change(content) for language, content in contents.items()}


def _check_words(piece: Piece) -> None:
    if piece.kind is PieceKind.TEXT and not one_line(piece.text):
        raise TextMissing
    length = units(piece.text)
    if length > piece.limit:
        raise TextTooLong(piece.limit, length)


def _checked_link(link: Link) -> Link:
    text, url = one_line(link.text), link.url.strip()
    if not text:
        raise LinkTextMissing
    if len(text) > LINK_TEXT_LIMIT:
        raise TextTooLong(LINK_TEXT_LIMIT, len(text))
    if not url.startswith(("https://", "http://", "tg://")) or len(url.split()) != 1:
        raise LinkUnreadable
    return Link(text, url)
