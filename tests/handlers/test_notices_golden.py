"""Every kind of notice, composed from a real database and put into words, in both languages.

What Telegram is asked for stands in `golden/notices.ru.txt` and `golden/notices.en.txt`. Where a
change of words is meant, write the files again, and read what has changed:

    GOLDEN=renew python -m pytest tests/handlers/test_notices_golden.py
"""

import os
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.types import InlineKeyboardMarkup

from bot.domain.notices import SUBJECTS
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from handlers.features import MENU
from handlers.pipeline.sender import TelegramSender
from handlers.ui.commands import Menus
from storage.engine.database import Database
from tests.alliance import TOKEN, some_rules
from tests.clocks import FixedClock
from tests.databases import execute
from tests.recorders import Recorder
from tests.samples.all import every_kind
from tests.samples.people import NOW, Sample
from tests.wording import all_texts

GOLDEN = Path(__file__).parent / "golden"


def described(method: TelegramMethod[Any]) -> str:
    """Return what a request asks for: its words and its buttons."""
    name = method.__api_method__
    text = getattr(method, "text", None) or getattr(method, "caption", None)
    lines = [f"[{name}, a picture]" if hasattr(method, "photo") else f"[{name}]"]
    lines += [str(text)] if text else []
    markup = getattr(method, "reply_markup", None)
    if isinstance(markup, InlineKeyboardMarkup):
        lines += ["".join(f"[ {b.text} ]" for b in row) for row in markup.inline_keyboard]
    return "\n".join(lines)


class Mail:
    """The way of a notice: from the outbox to Telegram, with nothing noted of it."""

    def __init__(self, database: Database, language: str) -> None:
        self.database, self.telegram, self.language = database, Recorder(), language
        self.deliveries = Deliveries(
            database,
            FixedClock(NOW),
            some_rules(),
            notices=NOTICES,
            max_attempts=3,
            language=language,
        )
        self.sender = TelegramSender(Bot(TOKEN, session=self.telegram), all_texts(NOW), Menus(MENU))

    async def says(self, number: int, sample: Sample) -> str:
        """Return what is asked of Telegram for a notice."""
        notice = sample.notice(f"{self.language}:{number}")
        await self.database.write(lambda tx: tx.outbox.add([notice], NOW))
        (delivery,) = await self.deliveries.claim(1)
        assert delivery.claimed.notice == notice
        await self.sender.send(delivery.letter)
        await self.database.write(lambda tx: tx.outbox.save_dropped(delivery.claimed, NOW))
        asked, self.telegram.asked = self.telegram.asked, []
        title = f"{sample.subject.kind}, {sample.note}" if sample.note else sample.subject.kind
        return "\n".join([f"=== {title} ===", *map(described, asked), ""])


@pytest.fixture
async def samples(database: Database) -> list[Sample]:
    return await database.write(every_kind)


async def test_each_kind_of_notice_is_declared_and_has_a_sample(samples: list[Sample]) -> None:
    assert set(NOTICES) == set(SUBJECTS.values())
    assert {sample.subject.kind for sample in samples} == set(SUBJECTS)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_each_kind_of_notice_says_what_it_said_before(
    database: Database, samples: list[Sample], language: str
) -> None:
    await execute(database, "UPDATE members SET language = ?", language)
    golden = GOLDEN / f"notices.{language}.txt"
    mail = Mail(database, language)
    words = "\n".join([await mail.says(*numbered) for numbered in enumerate(samples)])
    if os.environ.get("GOLDEN") == "renew":
        golden.write_text(words, "utf-8")
    assert words == golden.read_text("utf-8")
