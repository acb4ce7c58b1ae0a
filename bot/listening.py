"""Receive updates by long polling or a webhook, and serve the pages for monitoring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aiogram import Bot

from bot.config.config import Config
from bot.config.values import Address
from bot.services.health import Health
from bot.services.meetings.chair_pages import ChairPages
from bot.services.meetings.pages import MeetingPages
from bot.services.rooms.screens import HouseScreens
from handlers.pipeline.intake import Intake
from handlers.pipeline.updates import Polling, Updates
from handlers.ui.texts import AllTexts
from storage.engine.database import Database

if TYPE_CHECKING:
    from handlers.web.listener import Listener


def polls(config: Config) -> bool:
    """Tell whether the bot uses long polling."""
    webhook = config.webhook
    return config.telegram.mode == "polling" or webhook.url is None or webhook.secret is None


def listeners_of(config: Config) -> Sequence[Listener]:
    """Return a server for each address that the configuration names, not started."""
    from handlers.web.listener import Listener  # noqa: PLC0415  it loads aiohttp's server

    pages = {} if config.web.listen is None else {config.web.listen: "web.listen"}
    calls = {} if polls(config) else {config.webhook.listen: "webhook.listen"}
    return [Listener(one.host, one.port, key) for one, key in (pages | calls).items()]


class Listeners:
    """The servers that the configuration needs, one for each address; most bots need none."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._made: dict[Address, Listener] = {}

    def _at(self, address: Address, key: str) -> Listener:
        from handlers.web.listener import Listener  # noqa: PLC0415  it loads aiohttp's server

        if address not in self._made:
            self._made[address] = Listener(address.host, address.port, key)
        return self._made[address]

    def updates(self, intake: Intake, bot: Bot, kinds: list[str]) -> Updates:
        """Return the receiver of updates."""
        webhook = self._config.webhook
        if polls(self._config) or webhook.secret is None:
            return Polling(intake, bot, kinds)
        from handlers.pipeline.webhooks import Webhook  # noqa: PLC0415  most bots poll

        return Webhook(
            intake,
            bot,
            kinds,
            listener=self._at(webhook.listen, "webhook.listen"),
            url=str(webhook.url),
            path=webhook.path,
            secret=webhook.secret.get_secret_value(),
        )

    async def serve_pages(
        self,
        health: Health,
        meetings: MeetingPages,
        chairs: ChairPages,
        house: HouseScreens,
        texts: AllTexts,
        database: Database,
        bot: Bot,
    ) -> None:
        """Serve the pages of monitoring, of meetings and of the house, if configured.

        Raises `ListenRefused` for an address that cannot be used.
        """
        address = self._config.web.listen
        if address is None:
            return
        from handlers.web.health import HealthPage  # noqa: PLC0415  loads what others do without
        from handlers.web.house import add_house_page  # noqa: PLC0415
        from handlers.web.meetings import add_meeting_pages  # noqa: PLC0415
        from handlers.web.metrics import MetricsPage  # noqa: PLC0415
        from handlers.web.naming import BotName  # noqa: PLC0415

        listener = self._at(address, "web.listen")
        HealthPage(health).add_to(listener)
        MetricsPage(health).add_to(listener)
        base = self._config.web.pages
        feed = add_meeting_pages(listener, meetings, chairs, texts, BotName(bot), base)
        add_house_page(listener, house, feed, texts)
        database.on_entries(feed.wake)
        database.on_bookings(feed.wake)
        await listener.start()

    async def stop(self) -> None:
        """Stop all servers."""
        for listener in self._made.values():
            await listener.stop()
