"""Parse `parse_mode=HTML` as Telegram does, with the same errors.

Source of the tags: core.telegram.org/bots/api#html-style. Offsets in errors are UTF-8 bytes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.utf16 import units

SIMPLE: Mapping[str, str] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
ATTRIBUTED = frozenset({"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"})
NAMED: Mapping[str, str] = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

SPECIAL = re.compile(r"[<&]")
SPACES = re.compile(r"[ \t\r\n\v\0]*")
TAG_NAME = re.compile(r"[^ \t\r\n\v\0>]*")
ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\v\0=>/\"']*")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the plain text and its entities (offsets and lengths in UTF-16 units)."""
    if SPECIAL.search(source) is None:
        return source, []
    return _Parser(source).parse()


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    attributes: Mapping[str, str]
    offset: int
    begins: int


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    offset: int = 0
    output: list[str] = field(default_factory=list)
    open: list[_Tag] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)

    def parse(self) -> tuple[str, list[dict[str, Any]]]:
        while (special := SPECIAL.search(self.source, self.at)) is not None:
            self._write(self.source[self.at : special.start()])
            self.at = special.start()
            if special.group() == "&":
                letter, self.at = self._reference(self.at)
                self._write(letter)
            elif self.source.startswith("</", self.at):
                self._close_tag()
            else:
                self._open_tag()
        self._write(self.source[self.at :])
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return "".join(self.output), self.entities

    def _write(self, text: str) -> None:
        if text:
            self.output.append(text)
            self.offset += units(text)

    def _reference(self, at: int) -> tuple[str, int]:
        """Read a character reference; an unknown one stays as text."""
        found = REFERENCE.match(self.source, at)
        if found is None:
            return "&", at + 1
        hexadecimal, decimal, name = found.groups()
        if name:
            return NAMED[name], found.end()
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        known = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - Unicode's bounds
        return (chr(code), found.end()) if known else ("&", at + 1)

    def _open_tag(self) -> None:
        begins = self.at
        name = self._match(TAG_NAME, begins + 1).lower()
        if self.at >= len(self.source):
            raise self._broken("Unclosed start tag", begins)
        if name not in SIMPLE and name not in ATTRIBUTED:
            raise self._broken(f'Unsupported start tag "{name}"', begins)
        attributes: dict[str, str] = {}
        while not self._skip_to(">", name, begins):
            key, value = self._attribute(name, begins)
            attributes[key] = value
        self.at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._broken('Tag "span" must have class "tg-spoiler"', begins)
        self.open.append(_Tag(name, attributes, self.offset, begins))

    def _attribute(self, tag: str, begins: int) -> tuple[str, str]:
        name = self._match(ATTRIBUTE_NAME, self.at)
        if not name:
            raise self._broken(f'Empty attribute name in the tag "{tag}"', begins)
        if not self._skip_to("=", tag, begins):
            return name, ""
        self.at += 1
        self._skip_to("", tag, begins)
        quote = self.source[self.at]
        if quote in "\"'":
            return name, self._quoted(quote, begins)
        token_begins = self.at
        value = self._match(TOKEN, self.at).lower()
        if self.at < len(self.source) and self.source[self.at] not in " \t\r\n\v\0>":
            raise self._broken("Unexpected end of name token", token_begins)
        return name, value

    def _quoted(self, quote: str, begins: int) -> str:
        self.at += 1
        value: list[str] = []
        while self.at < len(self.source) and self.source[self.at] != quote:
            if self.source[self.at] == "&":
                letter, self.at = self._reference(self.at)
            else:
                letter = self.source[self.at]
                self.at += 1
            value.append(letter)
        self.at += 1
        if self.at >= len(self.source):
            raise self._broken("Unclosed start tag", begins)
        return "".join(value)

    def _close_tag(self) -> None:
        begins = self.at
        if not self.open:
            raise self._broken("Unexpected end tag", begins)
        name = self._match(TAG_NAME, begins + 2)
        self._match(SPACES, self.at)
        if not self.source.startswith(">", self.at):
            raise self._broken("Unclosed end tag", begins)
        tag = self.open.pop()
        if name and name.lower() != tag.name:
            words = "Unmatched end tag at byte offset"
            place = _bytes(self.source, begins)
            raise _cannot(f'{words} {place}, expected "</{tag.name}>", found "</{name}>"')
        self.at += 1
        if self.offset > tag.offset:
            self._add(tag)

    def _add(self, tag: _Tag) -> None:
        details = self._details(tag)
        if details is None:
            return
        place = {"offset": tag.offset, "length": self.offset - tag.offset}
        inner = self.entities[-1] if self.entities else {}
        if tag.name in {"pre", "code"} and _same_place(inner, place):
            outer, languages = tag.name, inner.get("language") or details.get("language")
            if languages and {inner["type"], outer} == {"pre", "code"}:
                self.entities[-1] = {"type": "pre", **place, "language": languages}
                return
        self.entities.append({"type": details.pop("type"), **place, **details})

    def _details(self, tag: _Tag) -> dict[str, Any] | None:
        """Return the entity's type and attributes; `None` when it is silently dropped."""
        details: dict[str, Any] | None = {"type": SIMPLE.get(tag.name, tag.name)}
        if tag.name == "a":
            url = tag.attributes.get("href") or self._inner_text(tag)
            details = {"type": "text_link", "url": url} if _is_link(url) else None
        elif tag.name == "tg-emoji":
            details = {"type": "custom_emoji", "custom_emoji_id": self._emoji(tag)}
        elif tag.name == "tg-time":
            details = {"type": "date_time", **self._time(tag)}
        elif tag.name == "blockquote" and "expandable" in tag.attributes:
            details = {"type": "expandable_blockquote"}
        elif tag.name == "code" and tag.attributes.get("class", "").startswith("language-"):
            language = tag.attributes["class"].removeprefix("language-")
            details = {"type": "code", "language": language}
        return details

    def _inner_text(self, tag: _Tag) -> str:
        data = "".join(self.output).encode("utf-16-le")
        return data[tag.offset * 2 :].decode("utf-16-le")

    def _emoji(self, tag: _Tag) -> str:
        number = tag.attributes.get("emoji-id", "")
        if not number.isdecimal() or int(number) == 0:
            raise _cannot("Invalid custom emoji identifier specified")
        return number

    def _time(self, tag: _Tag) -> dict[str, Any]:
        moment = tag.attributes.get("unix", "")
        if not moment.isdecimal():
            raise self._broken('Tag "tg-time" must have attribute "unix"', tag.begins)
        layout = tag.attributes.get("format", "")
        if not TIME_FORMAT.fullmatch(layout):
            raise self._broken('Tag "tg-time" has an invalid format', tag.begins)
        result: dict[str, Any] = {"unix_time": int(moment)}
        return result | ({"date_time_format": layout} if layout else {})

    def _match(self, pattern: re.Pattern[str], at: int) -> str:
        found = pattern.match(self.source, at)
        text = found.group() if found else ""
        self.at = at + len(text)
        return text

    def _skip_to(self, mark: str, tag: str, begins: int) -> bool:
        """Skip blanks and tell whether `mark` comes next; the text must not end here."""
        self._match(SPACES, self.at)
        if self.at >= len(self.source):
            raise self._broken(f'Unclosed start tag "{tag}"', begins)
        return self.source.startswith(mark, self.at)

    def _broken(self, words: str, at: int) -> ApiError:
        return _cannot(f"{words} at byte offset {_bytes(self.source, at)}")


def _same_place(entity: Mapping[str, Any], place: Mapping[str, int]) -> bool:
    return all(entity.get(name) == value for name, value in place.items())


def _is_link(url: str) -> bool:
    scheme, colon, _ = url.partition(":")
    if colon and scheme.isalpha():
        return scheme.lower() in {"http", "https", "tg", "ton", "mailto", "tel"}
    return "." in url and " " not in url


def _bytes(text: str, place: int) -> int:
    return len(text[:place].encode())


def _cannot(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")
