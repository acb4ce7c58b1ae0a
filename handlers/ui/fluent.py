"""The files of the locales, read by Fluent."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.domain.people.members import LANGUAGES

KEY = re.compile("^([a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
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
    """One language's texts; a file is parsed when one of its texts is first used.

    Parsing all takes 0.2 s and megabytes a language. A text only refers to others in its own file.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        forms = {form: _in_form(form) for form in (GENITIVE, LEFT)}
        self._bundle = FluentBundle([language], functions=forms, use_isolating=False)
        folder = resources.files("handlers").joinpath("locales", language)
        files = [(file, file.read_text("utf-8")) for file in folder.iterdir()]
        self._sources = {key: file for file, text in files for key in KEY.findall(text)}

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
        if self.has(key) and not self._bundle.has_message(key):
            source = self._sources[key].read_text("utf-8")
            self._bundle.add_resource(FluentParser(with_spans=False).parse(source))
        read = self.has(key) and self._bundle.has_message(key)
        pattern = self._bundle.get_message(key).value if read else None
        if pattern is None:
            raise MissingText(f"{self._language}: {key}")
        return pattern


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
