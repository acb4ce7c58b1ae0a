"""The words of the bot, as tests that start no bot say them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.checks import Finding
from bot.commands.checking import said
from bot.domain.sentences import Sentence
from handlers.ui.sentences import in_words
from handlers.ui.texts import AllTexts, Texts
from tests.clocks import FixedClock

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Yekaterinburg")


@cache
def all_texts(now: datetime = NOW, zone: ZoneInfo = ZONE) -> AllTexts:
    return AllTexts("ru", zone, FixedClock(now))


def texts(language: str = "ru") -> Texts:
    return all_texts().for_language(language)


def texts_at(now: datetime, language: str = "ru") -> Texts:
    return all_texts(now).for_language(language)


def in_english(said: Sentence) -> str:
    """Return what an operator reads, with plain spaces."""
    return in_words(said, texts("en")).replace("\xa0", " ")


@dataclass(frozen=True)
class Shown:
    """What an operator reads of a check, with plain spaces."""

    subject: str
    seen: str
    remedy: str = ""


def shown(finding: Finding) -> Shown:
    words = (part.replace("\xa0", " ") for part in said(finding, texts("en")))
    return Shown(finding.subject, *words)
