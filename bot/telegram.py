"""The line to Telegram, as the configuration lays it."""

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode

from bot.config import Config


def bot_for(config: Config) -> Bot:
    """Return an aiogram bot at the configured server and proxy; close it by `async with`."""
    telegram = config.telegram
    session = AiohttpSession(
        proxy=telegram.proxy.get_secret_value() if telegram.proxy else None,
        api=TelegramAPIServer.from_base(telegram.api_url),
    )
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML)
    return Bot(telegram.token.get_secret_value(), session=session, default=defaults)
