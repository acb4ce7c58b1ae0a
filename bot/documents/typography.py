"""No-break spaces, added when a file is rendered, so that lines do not break within units.

This is done in one place for all texts, because clauses, scopes and names come from people, who
type plain spaces.
"""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня", "июля"),
    *("августа", "сентября", "октября", "ноября", "декабря"),
)
COUNTED = (
    *("голос", "мест", "член", "участник", "организац", "бюллетен", "вопрос"),
    *("запис", "приложен", "делегат", "год", "г\\b", "минут", "час", "из\\s\\d"),
    *("Устав", "устав", "Положени", "положени", "Регламент", "регламент", "ГК", "№"),
)
ITEMS = ("вопрос", "вопроса", "вопросу", "вопросы", "вопросов")
ROOMS = ("абинет", "абинете", "удитория", "удитории", "фис", "омната", "аб.", "уд.")
"""Without the first letter, which may be a capital."""

UNITS = ("ч", "мин", "с", "сек", "м", "км", "КБ", "МБ", "руб", "₽", "%")
SHORT_FOR = ("п", "ч", "г", "д", "ст", "ул", "пр", "пл")


def _after(*words: str) -> str:
    """Return a pattern that matches after any of these; each has a fixed length."""
    return "(?:" + "|".join(f"(?<={word})" for word in words) + ")"


NUMBERED = (
    r"(?<=№)\x20(?=\S)",
    rf"(?<=\d)\x20(?=(?:{'|'.join(UNITS)})(?!\w))",
    _after(*(rf"\b\w{re.escape(room)}" for room in ROOMS), r"\b[Зз]ал") + r"\x20(?=[\d№])",
)
"""Numbers with what they count or name; these are joined on a screen too."""

TORN = re.compile(
    "|".join(
        (
            r"(?<=\S)\x20(?=[—–]\x20)",
            *NUMBERED,
            r"(?<=\bNo\.)\x20(?=\d)",
            _after(*(rf"\b{word}\." for word in SHORT_FOR)) + r"\x20(?=\S)",
            rf"(?<=\d)\x20(?=(?:{'|'.join((*MONTHS, *COUNTED))}))",
            r"(?<=\d\sиз)\x20(?=\d)",
            _after(*MONTHS) + r"\x20(?=\d{4}\b)",
            r"(?<=(?<![\w.-])[АВИКОСУавикосу])\x20(?=\w)",
            r"(?<=\bв)\x20(?=\d\d:\d\d)",
            _after("менее", "более", *ITEMS) + r"\x20(?=\d)",
            r"(?<=\b[А-ЯЁ]\.)\x20(?=[А-ЯЁ]\.)",
            r"(?<=[а-яё])\x20(?=[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.|$|[,;]))",
        )
    )
)


def glued(text: str) -> str:
    """Return a text in which numbers, signs and initials stay with their neighbours."""
    return TORN.sub(NO_BREAK, text)


NUMBERS = re.compile("|".join(NUMBERED))


def with_numbers_glued(text: str) -> str:
    """Return a text in which a room stays with its number, and a number with its unit."""
    return NUMBERS.sub(NO_BREAK, text)
