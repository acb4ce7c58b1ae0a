"""Sentences for the people who run the bot: keys and values here, the words in the locales."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import TypeAlias, Union

Part: TypeAlias = Union[str, int, Path, "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A key of the locales and its values, which may be sentences too.

    As text, for the log, it is in English: the key and the values.
    """

    key: str
    values: Mapping[str, Part] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the key and the values."""
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key} ({values})" if values else self.key


def sentence(key: str, /, **values: Part) -> Sentence:
    """Return a sentence with these values."""
    return Sentence(key, values)


def joined(key: str, sentences: Iterable[Sentence]) -> Sentence:
    """Return sentences as one, put together two by two by the sentence `key`; at least one."""
    return reduce(lambda first, second: sentence(key, first=first, second=second), sentences)


class Told(Exception):  # noqa: N818  a base of facts, not of errors in the program
    """A fact that the people who run the bot are told in a sentence, with what to do about it."""

    def __init__(self, key: str, /, **values: Part) -> None:
        self.sentence = Sentence(key, values)
        super().__init__(str(self.sentence))
