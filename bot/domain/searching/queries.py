"""Read what people type to find something, and order what was found.

The database finds candidates by groups of three letters, which misspelt words share with the right
ones. Here they are compared word by word, and ordered.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from typing import TypeAlias

from bot.domain.searching.fields import FieldOfWork
from bot.domain.searching.likeness import SHORTEST, alike, stem
from bot.domain.searching.variants import variants, words_of

QUERY_LIMIT = 100
CANDIDATES = 40
BEGINS = 0.005
"""Of names that fit equally, one that begins with the query is likelier meant."""
SHORT_WORDS = range(4, 7)
STRONG = 0.72
"""From this likeness on a hit is shown as found, below it as a guess."""
Readings: TypeAlias = tuple[tuple[str, ...], ...]

SAME = 0.8
"""From this likeness on a word is a misspelt synonym of a field."""
SENSIBLE = 0.6
"""A reading needs this share of the letter groups that the best one has."""
READING = 0.97
"""A reading of the query other than the typed one counts for a little less."""

FILLER = re.compile(
    "и|в|во|на|с|со|к|ко|о|об|от|до|для|при|по|из|за|у|не|что|кто|где|как|котор..|нужн.|нужен|ищу"
    "|найти|есть|ли|это|нам|мне|мы|помога[ею]т|занима[ею]тся"
)
"""Words that say nothing about what is meant."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The texts of an organisation, or of a post, as its index has them; `subject` is its id."""

    subject: int
    names: str
    initials: str
    leader: str
    numbers: str
    fields: str
    place: str
    about: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, by its id; a weak one is only perhaps what was meant."""

    subject: int
    likeness: float

    @property
    def is_strong(self) -> bool:
        """Tell whether it is shown without «возможно, вы искали»."""
        return self.likeness >= STRONG


@dataclass(frozen=True, slots=True)
class Query:
    """A typed query, read in several ways; `meanings` are the fields of work that a word means."""

    readings: Readings
    meanings: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_short(self) -> bool:
        """Tell whether no word has the letters of a group."""
        return all(len(word) < SHORTEST for reading in self.readings for word in reading)

    @property
    def trigrams(self) -> list[str]:
        """Return the groups of letters to look for, each once."""
        names = dict.fromkeys(name for meant in self.meanings.values() for name in meant)
        words = [word for reading in self.readings for word in reading]
        words += [word for name in names for word in words_of(name)]
        return list(dict.fromkeys(group for word in words for group in _trigrams_of(word)))

    @property
    def misspelt(self) -> list[str]:
        """Return the groups of short words with two letters swapped or one left out.

        A single error in a short word leaves no group of it as it was.
        """
        words = {word for reading in self.readings for word in reading if len(word) in SHORT_WORDS}
        corrected = (
            one
            for word in sorted(words)
            for at in range(len(word) - 1)
            for one in (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
            )
        )
        return list(dict.fromkeys(group for one in corrected for group in _trigrams_of(one)))

    @property
    def beginnings(self) -> list[str]:
        """Return how the short words begin, as the typed one is read: any letter may be wrong."""
        words = self.readings[0] if self.readings else ()
        return [word[:2] for word in words if len(word) in SHORT_WORDS]


def read_query(text: str, known: Iterable[FieldOfWork]) -> Query:
    """Return a query as it can be read; what is longer than `QUERY_LIMIT` is cut off."""
    readings = tuple(
        dict.fromkeys(
            tuple(word for word in reading if not FILLER.fullmatch(word)) or reading
            for reading in variants(text[:QUERY_LIMIT])
        )
    )
    return Query(readings, _meanings(readings, known))


def _meanings(readings: Readings, known: Iterable[FieldOfWork]) -> Mapping[str, frozenset[str]]:
    """Return the fields by the words of the query that name them, alone or several together."""
    found: dict[str, set[str]] = {}
    phrases = _phrases(tuple(known))
    for reading in readings:
        for name, phrase in phrases:
            named = [_named(word, reading) for word in phrase]
            if named and all(named):
                for word in named:
                    found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=8)
def _phrases(known: tuple[FieldOfWork, ...]) -> Sequence[tuple[str, Sequence[str]]]:
    """Return the fields with the words of each name and synonym."""
    return [
        (one.name, [word for word in words_of(words) if not FILLER.fullmatch(word)])
        for one in known
        for words in (one.name, *one.synonyms)
    ]


def _named(word: str, reading: Sequence[str]) -> str:
    """Return the word of the query that is this one in some form, or misspelt; empty if none."""
    return next((one for one in reading if stem(one) == stem(word) or alike(one, word) >= SAME), "")


def ranked(query: Query, candidates: Sequence[Candidate]) -> list[Hit]:
    """Return the candidates, the likeliest first; equal ones in the order of the database."""
    compared = [_Compared(one) for one in candidates]
    sensible = Query(_sensible(query.readings, compared), query.meanings)
    weights = _weights(sensible, compared)
    hits = [Hit(one.id, round(one.likeness(sensible, weights), 4)) for one in compared]
    return sorted((hit for hit in hits if hit.likeness), key=lambda hit: -hit.likeness)


def _sensible(readings: Readings, compared: Sequence["_Compared"]) -> Readings:
    """Leave out readings with far fewer of the candidates' letter groups than the best one.

    What was typed always stays: an error in a short word leaves few of its groups.
    """
    known = frozenset().union(*(one.groups for one in compared))
    shares = [_share(reading, known) for reading in readings]
    least = max(shares, default=0.0) * SENSIBLE
    return readings[:1] + tuple(
        one for one, share in zip(readings[1:], shares[1:], strict=True) if share >= least
    )


def _share(reading: Sequence[str], known: frozenset[str]) -> float:
    groups = [group for word in reading for group in _trigrams_of(word)]
    return sum(group in known for group in groups) / len(groups) if groups else 0.0


def _weights(query: Query, compared: Sequence["_Compared"]) -> Mapping[str, float]:
    """Return how much each word of the query says: one that many candidates have says little."""
    words = {word for reading in query.readings for word in reading}
    return {
        word: (0.3 + log(1 + len(compared) / (1 + sum(one.has(word) for one in compared))))
        * min(len(word), 8)
        for word in words
    }


COLUMNS = (("names", 1.0), ("leader", 0.98), ("place", 0.85), ("fields", 0.8), ("about", 0.7))
"""What a word is worth by where it stands."""
FIELD_SEPARATOR = " · "
FUZZY = ("names", "leader", "place")
FIELD_WORTH = 0.8


class _Compared:
    """A candidate with its words prepared."""

    def __init__(self, candidate: Candidate) -> None:
        self.id = candidate.subject
        self._columns = {name: _words(getattr(candidate, name)) for name, _ in COLUMNS}
        self._stems = {name: frozenset(map(stem, words)) for name, words in self._columns.items()}
        self._all = frozenset().union(*self._stems.values())
        self._initials = candidate.initials
        self._text = candidate.names.lower()
        self._numbers = candidate.numbers
        self._fields = frozenset(candidate.fields.split(FIELD_SEPARATOR))
        self._names = "".join(self._columns["names"])
        self._joints = frozenset(_trigrams_of(self._names))
        words = (word for column in self._columns.values() for word in column)
        self.groups = self._joints.union(
            *map(_trigrams_of, words), _trigrams_of(candidate.numbers), _trigrams_of(self._initials)
        )

    def has(self, word: str) -> bool:
        """Tell whether a word stands somewhere, in any form."""
        return stem(word) in self._all

    def likeness(self, query: Query, weights: Mapping[str, float]) -> float:
        """Return how well the best reading fits, 0 to 1."""
        fits = (self._fit(reading, query, weights) for reading in query.readings)
        best = max((fit * (READING if number else 1) for number, fit in enumerate(fits)), default=0)
        typed = " ".join(query.readings[0])
        return best + BEGINS if best and f"«{typed}" in self._text else best

    def _fit(self, reading: Sequence[str], query: Query, weights: Mapping[str, float]) -> float:
        total = sum(weights[word] for word in reading)
        fits = (weights[word] * self._best(word, query.meanings.get(word)) for word in reading)
        return max(sum(fits) / total, 0.95 * self._joined("".join(reading)))

    def _joined(self, joined: str) -> float:
        """Return how well the query fits the name with all spaces left out."""
        if len(joined) >= 2 * SHORTEST and joined in self._names:
            return 1.0
        groups = set(_trigrams_of(joined))
        if len(groups) < SHORTEST:
            return 0.0
        return len(groups & self._joints) / len(groups) * 0.9

    def _best(self, word: str, meant: frozenset[str] | None) -> float:
        if word.isdigit() and len(word) >= SHORTEST:
            return float(word in self._numbers or word in self._names)
        root = stem(word)
        best = FIELD_WORTH if meant and not meant.isdisjoint(self._fields) else 0.0
        for name, worth in COLUMNS:
            if worth <= best:
                break
            if word in self._columns[name]:
                best = worth
            elif root in self._stems[name]:
                best = max(best, worth * 0.96)
            elif name in FUZZY or len(word) > 4:  # noqa: PLR2004  short words are alike by chance
                fuzzy = max((alike(word, one) for one in self._columns[name]), default=0.0)
                best = max(best, worth * fuzzy)
        if 2 <= len(word) <= 6 and word in self._initials:  # noqa: PLR2004  as long as abbreviations
            best = max(best, 0.9)
        return best


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words_of(text)))


@lru_cache(maxsize=8192)
def _trigrams_of(text: str) -> list[str]:
    return [text[start : start + SHORTEST] for start in range(len(text) - SHORTEST + 1)]
