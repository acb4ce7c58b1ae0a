"""What Telegram shows of the bot before anybody has started it, in each language."""

from aiogram import Bot

from bot.domain.people.members import LANGUAGES
from handlers.ui.lengths import clipped
from handlers.ui.texts import AllTexts

LIMIT, SHORT_LIMIT = 512, 120
"""Characters that Telegram takes."""


async def describe(bot: Bot, alliance: str, texts: AllTexts) -> None:
    """Set both descriptions where they differ; the first is that of any other language."""
    for code in ("", *LANGUAGES):
        t = texts.for_language(code or None)
        text = clipped(t.plain("bot-description", alliance=alliance), LIMIT)
        if (await bot.get_my_description(language_code=code)).description != text:
            await bot.set_my_description(description=text, language_code=code)
        short = clipped(t.plain("bot-short-description", alliance=alliance), SHORT_LIMIT)
        if (await bot.get_my_short_description(language_code=code)).short_description != short:
            await bot.set_my_short_description(short_description=short, language_code=code)
