"""The vocabulary of typed phrases: each word has one form for all its spellings.

The forms are in capitals, which folded text never has, so nobody can type them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bot.domain.people.members import folded

VOCABULARY: Mapping[str, str] = {
    "M1": "январь января январе янв january jan",
    "M2": "февраль февраля феврале фев февр february feb",
    "M3": "март марта марте мар march mar",
    "M4": "апрель апреля апреле апр april apr",
    "M5": "май мая мае may",
    "M6": "июнь июня июне июн june jun",
    "M7": "июль июля июле июл july jul",
    "M8": "август августа августе авг august aug",
    "M9": "сентябрь сентября сентябре сен сент september sep sept",
    "M10": "октябрь октября октябре окт october oct",
    "M11": "ноябрь ноября ноябре ноя нояб november nov",
    "M12": "декабрь декабря декабре дек december dec",
    "W0": "понедельник понедельника понедельнику пн monday mon",
    "W1": "вторник вторника вторнику вт tuesday tue",
    "W2": "среда среду среды среде ср wednesday wed",
    "W3": "четверг четверга четвергу чт thursday thu",
    "W4": "пятница пятницу пятницы пятнице пт friday fri",
    "W5": "суббота субботу субботы субботе сб saturday sat",
    "W6": "воскресенье воскресенья воскресенью вс sunday sun",
    "BEFORE_YESTERDAY": "позавчера",
    "YESTERDAY": "вчера yesterday",
    "TODAY": "сегодня today",
    "TOMORROW": "завтра tomorrow",
    "AFTER_TOMORROW": "послезавтра",
    "NEXT": "следующий следующую следующее следующей next",
    "THIS": "этот эту это этой this",
    "NEAREST": "ближайший ближайшую ближайшее coming",
    "LAST": "прошлый прошлую прошлое прошлой last",
    "AFTER": "через in",
    "AGO": "назад ago",
    "MINUTE": "минута минуту minute",
    "MINUTES": "минуты минут мин м minutes min m",
    "HOUR": "час hour",
    "HOURS": "часа часов часам ч hours hrs h",
    "DAY": "день сутки day",
    "DAYS": "дней дн д суток days d",
    "OF_DAY": "дня",
    "WEEK": "неделя неделю неделе week",
    "WEEKS": "недели недель weeks",
    "MONTH": "месяц month",
    "MONTHS": "месяца месяцев months",
    "YEAR": "год year",
    "YEARS": "года лет г years",
    "MORNING": "утра утром am morning",
    "AFTERNOON": "днем afternoon",
    "EVENING": "вечера вечером evening",
    "NIGHT": "ночи ночью night",
    "PM": "pm",
    "NOON": "полдень полудня noon midday",
    "MIDNIGHT": "полночь полуночи midnight",
    "LUNCH": "обед обеда обедом lunch",
    "TODAY EVENING": "tonight",
    "WEEKEND": "выходные выходных weekend",
    "SOON": "скоро днях soon",
    "FROM": "с from",
    "UNTIL": "до until till before",
    "TO": "to",
    "DASH": "-",
    "COMMA": ",",
    "PAST": "после past after",
    "WITHOUT": "без",
    "AND": "и and",
    "HALF": "пол половина половине половиной half",
    "QUARTER": "четверть четверти quarter",
    "15": "пятнадцать fifteen",
    "1": "один одну одного one",
    "2": "два две двух two",
    "3": "три трех three",
    "4": "четыре четырех four",
    "5": "пять пяти five",
    "6": "шесть шести six",
    "7": "семь семи seven",
    "8": "восемь восьми eight",
    "9": "девять девяти nine",
    "10": "десять десяти ten",
    "11": "одиннадцать eleven",
    "12": "двенадцать twelve",
    "20": "двадцать двадцати twenty",
    "30": "тридцать thirty",
    "1TH": "первого",
    "2TH": "второго",
    "3TH": "третьего",
    "4TH": "четвертого",
    "5TH": "пятого",
    "6TH": "шестого",
    "7TH": "седьмого",
    "8TH": "восьмого",
    "9TH": "девятого",
    "10TH": "десятого",
    "11TH": "одиннадцатого",
    "12TH": "двенадцатого",
    "13TH": "тринадцатого",
    "14TH": "четырнадцатого",
    "15TH": "пятнадцатого",
    "16TH": "шестнадцатого",
    "17TH": "семнадцатого",
    "18TH": "восемнадцатого",
    "19TH": "девятнадцатого",
    "20TH": "двадцатого",
    "30TH": "тридцатого",
    "1,5": "полтора полторы",
    "30 MINUTES": "полчаса",
    "TH": "st nd rd th го ого му ому",
    "NUMBER": "числа",
    "": "в во к на at on the a an of for o'clock",
}
FORM_OF = {word: form for form, words in VOCABULARY.items() for word in words.split()}

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
SPELLINGS = (
    (re.compile(r"\b([ap])\.m\b"), r"\1m"),
    (re.compile(r"(?<=\bin )the (?=morning|afternoon|evening)"), ""),
    (re.compile(r"\bin (?=morning|afternoon|evening)"), ""),
    (re.compile(r"\b(?:the )?day after tomorrow\b"), "послезавтра"),
    (re.compile(r"\b(?:the )?day before yesterday\b"), "позавчера"),
    (re.compile(r"\bпол[- ]?(?=\w+го\b)"), "half "),
    (re.compile(r"\bпол[- ]?часа\b"), "полчаса"),
    (re.compile(r"(?<=[0-9])-?(?:е|ое)\b"), "-го"),
)
"""Replacements made before the text is split into words."""

WORD = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"  # 2026-12-19
    r"|[0-9]+(?:[:.,][0-9]+)*"
    r"|(?<=[0-9])-?(?:го|ого|му|ому|th|st|nd|rd)\b"
    r"|[^\W\d_]+(?:'[^\W\d_]+)?"
    r"|\S"
)
COMBINED = (
    (re.compile(r"\b20 ([1-9])TH (?=M[0-9])"), r"2\1 "),
    (re.compile(r"\b30 1TH (?=M[0-9])"), "31 "),
    (re.compile(r"\b([0-9]+) (?:FROM|AND) HALF\b"), r"\1,5"),
    (re.compile(r"\b1 (HOUR|DAY|WEEK) (?:FROM|AND) HALF\b"), r"1,5 \1"),
    (re.compile(r"\bHALF (?:1 )?HOURS?\b"), "30 MINUTES"),
    (re.compile(r"(?<!\S)([0-9]{1,2}) TH\b"), r"\1-TH"),
    (re.compile(r"(?<!\S)TH(?: |$)"), ""),
)
"""Replacements of several words: «два с половиной» becomes 2,5, «двадцать пятого мая» 25 May.

«5-го» becomes 5-TH, and «пятого» 5TH: the latter may also end a number, as in «двадцать пятого».
"""

UNITS = {"MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "YEAR"}

MOST_WORDS = 16
UNTIL = re.compile(r"\s*(?:до|until|till|by)\s+", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Return a text's words in their vocabulary forms; unknown words stay folded.

    Case, ё, kinds of dashes, emoji and full stops are ignored. A text that is too long to be a day
    and a time gives nothing.
    """
    plain = folded(_without_pictures(text)).translate(DASHES).replace("\u2019", "'")
    for spelling, usual in SPELLINGS:
        plain = spelling.sub(usual, plain)
    typed = [word for word in WORD.findall(plain.rstrip("!")) if word != "."]
    if len(typed) > MOST_WORDS:
        return []
    forms = (FORM_OF.get(word.lstrip("-") or "-", word) for word in typed)
    phrase = " ".join(_counted([form for form in forms if form]))
    for several, one in COMBINED:
        phrase = several.sub(one, phrase)
    return phrase.split()


def without_until(text: str) -> str:
    """Return the words without a leading «до»: an end is read as any other time."""
    return UNTIL.sub("", text, count=1) if UNTIL.match(text) else text


def is_known(text: str) -> bool:
    """Tell whether a text has only words of the vocabulary and numbers."""
    return all(word.isupper() or word[0].isdigit() for word in words_of(text))


def unit_of(word: str) -> str:
    """Return which of `UNITS` a folded word is, in any number; empty if it is none."""
    form = FORM_OF.get(word, "").removeprefix("OF_").removesuffix("S")
    return form if form in UNITS else ""


def _counted(forms: list[str]) -> Iterator[str]:
    """Yield the words; a unit in the singular without a number gets the number 1."""
    for before, form in pairwise(["", *forms]):
        if form in UNITS and not before[:1].isdigit():
            yield "1"
        yield form


def _without_pictures(text: str) -> str:
    """Return a text without emoji and the characters that join them."""
    return "".join(
        letter
        for letter in text
        if unicodedata.category(letter) not in {"So", "Sk", "Cf", "Me"} and letter != "\ufe0f"
    )
