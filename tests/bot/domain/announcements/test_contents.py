from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.announcements.contents import (
    CAPTION_LIMIT,
    MOST_LINKS,
    MOST_PIECES,
    TEXT_LIMIT,
    Contact,
    Content,
    Entity,
    Link,
    Piece,
    PieceKind,
    Place,
    by_language,
    filled,
    units,
)
from bot.domain.announcements.refusals import (
    AlbumMixed,
    AlbumTooLong,
    LinksTooMany,
    LinkTextMissing,
)
from bot.domain.refusals import LinkUnreadable, Refusal, TextMissing, TextTooLong


def text(words: str, *entities: Entity) -> Piece:
    return Piece(PieceKind.TEXT, words, entities)


def file(kind: PieceKind = PieceKind.PHOTO, caption: str = "") -> Piece:
    return Piece(kind, caption, file="id")


def words_of(piece: Piece, entity: Entity) -> str:
    """Return the words that an entity formats."""
    data = piece.text.encode("utf-16-le")
    return data[2 * entity.offset : 2 * entity.end].decode("utf-16-le")


WORDS = st.text(alphabet="аb{} 🎄👨‍👩‍👧\n", max_size=12)


@given(before=WORDS, name=st.text(alphabet="Ёж🎄{name}", max_size=9), after=WORDS)
def test_formatting_stays_on_its_words_when_a_field_is_filled_in(
    before: str, name: str, after: str
) -> None:
    words = f"{before}<{{name}}>{after}"
    start = units(before)
    whole = Entity("bold", 0, units(words)) if words else None
    field = Entity("italic", start + 1, units("{name}"))
    inside = Entity("code", start + 3, 2)
    rest = Entity("underline", start + units("<{name}"), units(">" + after))
    entities = [one for one in (whole, field, inside, rest) if one]

    done = filled(text(words, *entities), {"name": name})

    assert done.text == f"{before}<{name}>{after}"
    by_kind = {one.kind: words_of(done, one) for one in done.entities}
    assert by_kind.pop("bold") == done.text
    assert by_kind.pop("underline") == ">" + after
    assert by_kind == ({"italic": name, "code": name} if name else {})


def test_what_is_no_field_stays_as_it_was_written() -> None:
    piece = text("{имя} {name {organisation}")
    assert filled(piece, {"name": "Анна", "organisation": "Фонд"}).text == "{имя} {name Фонд"
    assert filled(piece, {"name": "Анна"}) is piece


LONG: dict[str, Any] = {"pieces": (file(),) * (MOST_PIECES + 1)}


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (Content(()), TextMissing),
        (Content((text(" \n"),)), TextMissing),
        (Content((text("🎄" * (TEXT_LIMIT // 2) + "."),)), TextTooLong),
        (Content((file(caption="a" * (CAPTION_LIMIT + 1)),)), TextTooLong),
        (Content(**LONG), AlbumTooLong),
        (Content((file(), file(PieceKind.DOCUMENT))), AlbumMixed),
        (Content((file(PieceKind.VOICE),) * 2), AlbumMixed),
        (Content((file(), text("a"))), AlbumMixed),
        (Content((text("a"),), (Link("a", "https://a.ru"),) * (MOST_LINKS + 1)), LinksTooMany),
        (Content((text("a"),), (Link(" ", "https://a.ru"),)), LinkTextMissing),
        (Content((text("a"),), (Link("a" * 65, "https://a.ru"),)), TextTooLong),
        (Content((text("a"),), (Link("a", "javascript:alert(1)"),)), LinkUnreadable),
        (Content((text("a"),), (Link("a", "https://a.ru b"),)), LinkUnreadable),
    ],
)
def test_what_telegram_would_not_take_is_refused(content: Content, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        content.checked()


@pytest.mark.parametrize(
    "content",
    [
        Content((text("🎄" * (TEXT_LIMIT // 2)),)),
        Content((file(caption="a" * CAPTION_LIMIT), file(PieceKind.VIDEO))),
        Content((file(PieceKind.VOICE),)),
        Content((file(),) * MOST_PIECES),
        Content((file(PieceKind.DOCUMENT),) * 2),
        Content((text("a"),), (Link("a", "https://a.ru"),) * MOST_LINKS),
        Content((Piece(PieceKind.LOCATION, place=Place(1, 2)),)),
    ],
)
def test_what_telegram_takes_is_taken(content: Content) -> None:
    assert content.checked() == content


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": PieceKind.PHOTO},
        {"kind": PieceKind.TEXT, "file": "id"},
        {"kind": PieceKind.VENUE},
        {"kind": PieceKind.TEXT, "place": Place(1, 2)},
        {"kind": PieceKind.CONTACT},
        {"kind": PieceKind.TEXT, "contact": Contact("+7", "Анна")},
    ],
)
def test_half_a_piece_is_no_piece(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a whole"):
        Piece(**fields)


def test_who_reads_another_language_gets_the_first() -> None:
    ru, en = Content((text("Привет"),)), Content((text("Hello"),))
    assert by_language({"ru": ru, "en": en}, "en") == ("en", en)
    assert by_language({"ru": ru}, "en") == ("ru", ru)


def test_a_content_is_known_by_its_first_words() -> None:
    assert Content((file(), file(caption="Афиша"))).words == "Афиша"
    assert Content((file(PieceKind.VOICE),)).words == ""
