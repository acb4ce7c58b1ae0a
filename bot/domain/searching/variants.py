"""Other ways to read a query: wrong keyboard layout, transliteration, abbreviations."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.people.members import folded

LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
TO_RUSSIAN = str.maketrans(LATIN_KEYS + '{}:"<>~', RUSSIAN_KEYS + "хъжэбюё")
TO_LATIN = str.maketrans(RUSSIAN_KEYS, LATIN_KEYS)

SOUNDS = (
    *(("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("jo", "е"), ("zh", "ж"), ("kh", "х")),
    *(("ts", "ц"), ("tz", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю")),
    *(("ya", "я"), ("ja", "я"), ("ia", "ия"), ("ye", "е"), ("je", "е"), ("iy", "ий"), ("yy", "ый")),
    *(("ph", "ф"), ("th", "т"), ("ck", "к"), ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в")),
    *(("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("j", "й"), ("k", "к")),
    *(("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с")),
    *(("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("x", "кс"), ("q", "к")),
    *(("'", "ь"), ("y", "ы")),
)
"""How Russian is written in Latin letters, longer groups first."""

CYRILLIC = re.compile(
    "|".join(re.escape(latin) for latin, _ in sorted(SOUNDS, key=lambda pair: -len(pair[0])))
)
SOUND_OF = dict(SOUNDS)
LATIN_OF = str.maketrans(
    {
        **dict(zip("абвгдежзийклмнопрстуф", "abvgdezzijklmnoprstuf", strict=True)),
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ы": "y",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
    }
)
TWINS_TO_RUSSIAN = str.maketrans("aceopxykmthb", "асеорхукмтнв")
"""Latin letters that look like Russian ones."""

ABBREVIATIONS = {
    "ано": "автономная некоммерческая организация",
    "бф": "благотворительный фонд",
    "роо": "региональная общественная организация",
    "моо": "молодежная общественная организация",
    "роои": "региональная общественная организация инвалидов",
    "оо": "общественная организация",
    "нко": "некоммерческая организация",
    "чу": "частное учреждение",
    "воз": "всероссийское общество",
    "вои": "общество инвалидов",
    "вос": "общество слепых",
    "вог": "общество глухих",
    "тос": "территориальное общественное самоуправление",
    "цсо": "центр социального обслуживания",
    "дпо": "дополнительное профессиональное образование",
    "до": "дополнительное образование",
    "овз": "инвалиды ограниченные возможности здоровья",
    "дцп": "инвалиды детский церебральный паралич",
    "рас": "аутизм",
    "зож": "здоровый образ жизни",
    "тжс": "трудная жизненная ситуация",
    "тко": "твердые коммунальные отходы мусор",
    "р-н": "район",
    "рн": "район",
    "г": "город",
    "обл": "область",
    "окр": "округ",
}
"""What people shorten, by the folded abbreviation."""

WORDS = re.compile(r"[\w]+(?:[-'][\w]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return WORDS.findall(folded(text))


def variants(query: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to read a query as words, the typed one first."""
    readings = dict.fromkeys(tuple(words_of(text)) for text in _readings(folded(query)))
    return tuple(words for words in readings if words)


def _readings(plain: str) -> Iterator[str]:
    yield plain
    yield from _expanded(plain)
    if re.search("[a-z]", plain):
        if re.search("[а-я]", plain):
            yield _untwinned(plain)
        reading = folded(plain.translate(TO_RUSSIAN))
        yield reading
        yield from _expanded(reading)
        yield _spelled(plain)
    if re.search("[а-я]", plain):
        latin = plain.translate(TO_LATIN)
        yield from (latin, _spelled(latin))
        yield in_latin(plain)


def in_latin(text: str) -> str:
    """Return a Russian text in Latin letters."""
    return folded(text).translate(LATIN_OF)


def _expanded(plain: str) -> Iterable[str]:
    """Return the query with its abbreviations written out, if it has any."""
    words = words_of(plain)
    whole = " ".join(ABBREVIATIONS.get(word, word) for word in words)
    return [whole] if whole != " ".join(words) else []


def _untwinned(plain: str) -> str:
    """Replace Latin letters within Russian words by those that they look like."""
    return " ".join(
        word.translate(TWINS_TO_RUSSIAN) if re.search("[а-я]", word) else word
        for word in plain.split()
    )


def _spelled(latin: str) -> str:
    """Return a text in Latin letters as it sounds in Russian ones."""
    russian = CYRILLIC.sub(lambda found: SOUND_OF[found[0]], latin)
    return re.sub("(?<=[аеиоуыэюя])ы", "й", russian)
