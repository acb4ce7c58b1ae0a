"""Whether a question names an organisation: what it decides is what people vote on."""

import re
from collections.abc import Iterable, Sequence

from bot.domain.people.members import Organisation, folded

WORD = re.compile(r"\w+")


def is_named(question: str, meant: Organisation, others: Iterable[Organisation]) -> bool:
    """Tell whether a question has all words of an organisation's full or short name, in order.

    Words that belong to a longer name of another organisation do not count: «Дом детства» does not
    name «Дом».
    """
    words = _words(question)
    longer = [span for one in others if one.id != meant.id for span in _spans(words, one)]
    return any(not any(_holds(one, span) for one in longer) for span in _spans(words, meant))


def _words(text: str) -> Sequence[str]:
    return WORD.findall(folded(text))


def _spans(words: Sequence[str], house: Organisation) -> list[range]:
    """Return where in a text the names of an organisation are."""
    names = [_words(house.name), _words(house.short_name)]
    return [
        range(at, at + len(name))
        for name in names
        if name
        for at in range(len(words) - len(name) + 1)
        if words[at : at + len(name)] == name
    ]


def _holds(longer: range, span: range) -> bool:
    """Tell whether a place is a part of a longer one."""
    return len(longer) > len(span) and longer.start <= span.start and span.stop <= longer.stop
