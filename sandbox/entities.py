"""Texts with entities: those that a bot gives, and those that Telegram detects."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad_request, not_played
from sandbox.markup import parse_html
from sandbox.utf16 import boundaries, units

Entity = dict[str, Any]
FindUser = Callable[[int], dict[str, Any] | None]

BLANK = " \t\r\n\v\0"
NEEDS = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
FOUND_BY_TELEGRAM = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
)
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "date_time"})
"""Nothing is detected inside these."""

MENTION_LINK = re.compile(r"tg://user\?id=(\d{1,19})")
HINT = re.compile(r"[/@#$]|\w\.\w")
DOMAINS = "aero|app|com|dev|edu|fund|gov|info|int|io|me|net|ngo|ong|org|ru|su|ua|by|kz|рус|рф"
FINDER = re.compile(
    rf"""
    (?P<url>(?:https?|tg|ton)://[^\s<>"«»]+
        |(?<![\w.@-])(?:[\w-]+\.)+(?:{DOMAINS})(?![\w@-])(?:/[^\s<>"«»]*)?)
    |(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<mention>(?<![\w@/])@[A-Za-z]\w{{2,31}}(?!\w))
    |(?P<bot_command>(?<![\w/@\#<>])/[A-Za-z0-9_]{{1,64}}(?:@\w{{3,32}})?(?![\w/@]))
    |(?P<hashtag>(?<![\w\#/@])\#\w*[^\W\d_]\w*)
    |(?P<cashtag>(?<![\w$])\$[A-Z]{{1,8}}(?!\w))
    """,
    re.VERBOSE,
)
PUNCTUATION = ".,:;!?)]}'\"…"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its entities, sorted; offsets and lengths in UTF-16 units."""

    text: str
    entities: tuple[Entity, ...] = ()

    def fields(self, name: str) -> dict[str, Any]:
        """Return the fields: `text` with `entities`, or `caption` with `caption_entities`."""
        entities = "entities" if name == "text" else f"{name}_entities"
        result: dict[str, Any] = {name: self.text}
        return result | ({entities: list(self.entities)} if self.entities else {})


def typed(text: str) -> Formatted:
    """Return the text as a person types it, with its commands, links and mentions marked."""
    return _finished(text, [])


def formatted(
    text: str, parse_mode: str | None, entities: Sequence[Entity] | None, find_user: FindUser
) -> Formatted:
    """Return the text as a bot sends it; `parse_mode` overrides `entities`, as at Telegram.

    Refuses malformed HTML, entities outside the text, and text that is not UTF-8.
    """
    _check_encoding(text)
    if parse_mode == "HTML":
        text, parsed = parse_html(text)
    elif parse_mode:
        raise not_played(f"parse_mode {parse_mode}; use HTML or entities")
    else:
        parsed = _checked(text, entities or ())
    return _finished(text, [one for one in map(_mention(find_user), parsed) if one])


def _check_encoding(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as wrong:
        raise bad_request("strings must be encoded in UTF-8") from wrong


def _checked(text: str, entities: Sequence[Entity]) -> list[Entity]:
    if not entities:
        return []
    places = boundaries(text)
    end = units(text)
    for entity in entities:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or entity["length"] < 0:
            raise bad_request("receive an entity with incorrect offset or length")
        for place, verb in ((start, "begins"), (stop, "ends")):
            if place > end:
                raise bad_request(f"entity {verb} after the end of the text")
            if place not in places:
                raise bad_request(f"entity {verb} in a middle of a UTF-16 symbol")
        need = NEEDS.get(entity["type"])
        if need is not None and need not in entity:
            raise bad_request(f"can't parse entities: {entity['type']} needs {need}")
    return [dict(one) for one in entities if one["type"] not in FOUND_BY_TELEGRAM]


def _mention(find_user: FindUser) -> Callable[[Entity], Entity | None]:
    """Turn links to a user into mentions; drop one of a user whom the bot never met."""

    def turn(entity: Entity) -> Entity | None:
        link = MENTION_LINK.fullmatch(entity["url"]) if entity["type"] == "text_link" else None
        if link is None and entity["type"] != "text_mention":
            return entity
        user = find_user(int(link[1]) if link else entity["user"]["id"])
        place = {"offset": entity["offset"], "length": entity["length"]}
        return {"type": "text_mention", **place, "user": user} if user else None

    return turn


def _finished(text: str, entities: list[Entity]) -> Formatted:
    """Strip blanks at both ends, add detected entities, and sort."""
    stripped = text.lstrip(BLANK)
    skipped = len(text) - len(stripped)
    stripped = stripped.rstrip(BLANK)
    if entities and len(stripped) != len(text):
        entities = _clipped(entities, skipped, units(stripped))
    if HINT.search(stripped) is not None:
        entities = entities + _found(stripped, entities)
    if len(entities) > 1:
        entities.sort(key=lambda one: (one["offset"], -one["length"]))
    return Formatted(stripped, tuple(entities))


def _clipped(entities: list[Entity], skipped: int, size: int) -> list[Entity]:
    result = []
    for entity in entities:
        start = max(0, entity["offset"] - skipped)
        stop = min(size, entity["offset"] + entity["length"] - skipped)
        if stop > start:
            result.append({**entity, "offset": start, "length": stop - start})
    return result


def _found(text: str, entities: Sequence[Entity]) -> list[Entity]:
    taken = [
        (one["offset"], one["offset"] + one["length"]) for one in entities if one["type"] in OPAQUE
    ]
    result = []
    for match in FINDER.finditer(text):
        kind = match.lastgroup or ""
        word = match.group()
        if kind == "url":
            word = word.rstrip(PUNCTUATION)
        offset = units(text[: match.start()])
        length = units(word)
        if not any(start < offset + length and offset < stop for start, stop in taken):
            result.append({"type": kind, "offset": offset, "length": length})
    return result
