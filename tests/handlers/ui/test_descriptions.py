"""What Telegram shows of the bot before anybody has started it."""

from unittest.mock import patch

from handlers.ui.descriptions import describe
from tests.alliance import Alliance


async def test_the_bot_is_described_in_both_languages_and_only_once(alliance: Alliance) -> None:
    bot = alliance.app.bot
    await describe(bot, "Альянс", alliance.app.texts)
    assert "Альянс" in (await bot.get_my_description(language_code="ru")).description
    assert "The bot of Альянс" in (await bot.get_my_description(language_code="en")).description
    short = await bot.get_my_short_description(language_code="en")
    assert short.short_description == "Events, votes and announcements of Альянс."

    with patch.object(bot, "set_my_description") as described:
        await describe(bot, "Альянс", alliance.app.texts)
    assert not described.called


async def test_a_long_name_leaves_descriptions_that_telegram_takes(alliance: Alliance) -> None:
    await describe(alliance.app.bot, "Я" * 100, alliance.app.texts)
    short = await alliance.app.bot.get_my_short_description()
    assert len(short.short_description) <= 120
