"""The words of the bot, as tests that start no bot say them."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

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
