"""The files of the locales, read by Fluent."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.domain.people.members import LANGUAGES

ENTRY = re.compile("^([a-zA-Z][a-zA-Z0-9_-]*) *=.*(?:\n(?![a-zA-Z#]).*)*", re.MULTILINE)
REFERENCE = re.compile("{ *([a-zA-Z][a-zA-Z0-9_-]*) *}")
MARK = re.compile("\ue000([a-z_]+)(?::([A-Z]+))?\ue001")
PLAIN, GENITIVE, LEFT = "", "GENITIVE", "LEFT"
"""Forms of a value: plain; of a time, after «до»; of a duration, how much is left."""


class MissingText(Exception):  # noqa: N818  a fact about the locales
    """The locales do not have this key or variable."""


def _in_form(form: str) -> Callable[[Any], Any]:
    """Return the locales' function that selects a form of a time or a duration."""

    def asked(value: Any) -> Any:
        mark = MARK.fullmatch(value) if isinstance(value, str) else None
        return f"\ue000{mark[1]}:{form}\ue001" if mark else value

    return asked


class Words:
    """One language's texts; each is parsed when it is first used, with those it refers to.

    Parsing all takes half a second and megabytes a language, and a file of them holds up answers.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        forms = {form: _in_form(form) for form in (GENITIVE, LEFT)}
        self._bundle = FluentBundle([language], functions=forms, use_isolating=False)
        folder = resources.files("handlers").joinpath("locales", language)
        files = [file.read_text("utf-8") for file in folder.iterdir()]
        self._sources = {entry[1]: entry[0] for text in files for entry in ENTRY.finditer(text)}

    def has(self, key: str) -> bool:
        """Tell whether there is a text for `key`."""
        return key in self._sources

    def read(self) -> None:
        """Parse all texts; raises `MissingText` for the first invalid one."""
        for key in self._sources:
            self._pattern(key)

    def say(self, key: str, values: dict[str, str | int]) -> str:
        """Return a text with these values in it; raises `MissingText` where one is missing."""
        text, errors = self._bundle.format_pattern(self._pattern(key), values)
        if errors:
            raise MissingText(f"{self._language}: {key}: {errors}")
        return str(text)

    def _pattern(self, key: str) -> Any:
        if not self._bundle.has_message(key):
            self._parse(key)
        read = self._bundle.has_message(key)
        pattern = self._bundle.get_message(key).value if read else None
        if pattern is None:
            raise MissingText(f"{self._language}: {key}")
        return pattern

    def _parse(self, key: str) -> None:
        """Parse a text and those it refers to, if they exist."""
        source = self._sources.get(key, "")
        self._bundle.add_resource(FluentParser(with_spans=False).parse(source))
        for other in REFERENCE.findall(source):
            if not self._bundle.has_message(other):
                self._parse(other)


def read_all() -> None:
    """Parse all texts of all languages; raises `MissingText` for the first invalid one."""
    for language in LANGUAGES:
        words_of(language).read()


@cache  # the files do not change while the bot runs
def words_of(language: str) -> Words:
    """Return the texts of a language."""
    return Words(language)


@lru_cache(maxsize=2048)  # buttons and headings are formatted again and again
def formatted(language: str, key: str, values: tuple[tuple[str, str | int], ...]) -> str:
    """Return a text with these values in it."""
    return words_of(language).say(key, dict(values))
