"""A bot in a process of its own, whose clock is that of its Telegram, and its people."""

import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.domain.events.events import Event
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.polls import Poll, PollState
from bot.wiring import services_of
from handlers.ui.texts import AllTexts
from handlers.ui.welcome import consent_text
from sandbox.chats import Chat, Message
from sandbox.clock import SandboxClock
from sandbox.server import Sandbox
from storage.engine.database import open_database
from storage.stores import Stores
from tests.alliance import a_config
from tests.clocks import AheadClock
from tests.forks import NEST, ForkedBot
from tests.people import joined

ORGANISER, CHAIR = MemberId(1), MemberId(2)
COUNCIL = range(2, 8)
MEMBERS = range(1, 23)
FICKLE = range(19, 23)
"""Who block the bot and unblock it; all others are reachable throughout."""
NAME, SUBJECT = "Пелагея Незабудкина", "о лопухах"
"""Stand in every name, and in every title, question and text."""

ANNOUNCED = "Объявление"
"""How every announcement begins, and nothing else."""


class World:
    """Telegram, the bot's process with Telegram's clock, and a second door to its database."""

    def __init__(self, telegram: Sandbox, clock: SandboxClock, folder: Path) -> None:
        self.telegram, self.clock, self.folder = telegram, clock, folder
        self.path = folder / "alliance.sqlite3"
        ahead = NEST.Value("d", 0.0, lock=False)
        clock.watch(lambda: setattr(ahead, "value", clock.offset.total_seconds()))
        self._bot_clock = partial(AheadClock, ahead)
        self.arrived: Counter[tuple[int, str]] = Counter()
        """How often each announcement came to each person; what is shown may be replaced later."""
        self.people = {
            number: telegram.add_person(number, f"{NAME} {number}", started=True)
            for number in MEMBERS
        }

    def notes_arrivals(self, patch: pytest.MonkeyPatch) -> None:
        """Count the announcements as they come into the chats."""
        post = self.telegram.world.post

        def noted(chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> Message:
            if (words := content.get("text", "")).startswith(ANNOUNCED):
                self.arrived[chat.id, words] += 1
            return post(chat, sender, content)

        patch.setattr(self.telegram.world, "post", noted)

    async def opens(self, stack: AsyncExitStack) -> None:
        """Write everybody down, and have the services at hand as the bot has them."""
        opened = open_database(self.path, self.clock.now())
        self.database = await stack.enter_async_context(opened)
        await self.database.write(self._join)
        config = a_config(self.folder, self.telegram.url, ANNOUNCEMENTS__UNDO_SECONDS="10")
        alliance = config.alliance
        texts = AllTexts(alliance.language, alliance.time_zone, self.clock)
        consent = consent_text(alliance.name, alliance.privacy_url, texts)
        self.services = services_of(config, self.database, self.clock, consent)

    def _join(self, tx: Stores) -> None:
        roles = dict.fromkeys(map(MemberId, COUNCIL), Role.COUNCIL)
        roles |= {ORGANISER: Role.ORGANISER, CHAIR: Role.CHAIR}
        for number in MEMBERS:
            own = frozenset(roles[member] for member in [MemberId(number)] if member in roles)
            joined(tx, PersonDetails(f"{NAME} {number}", roles=own), self.clock.now())

    async def starts(self) -> ForkedBot:
        """Start a bot with the pace and the log of a usual one."""
        begin = partial(ForkedBot, self.folder, self.telegram.url, self._bot_clock)
        return await asyncio.to_thread(begin, LOG__FORMAT="json")

    async def events(self) -> list[Event]:
        """Return what lies ahead."""
        boards = await self.services.events.all_ahead(ORGANISER, None)
        return [board.event for board in boards]

    async def polls(self, secrecy: Secrecy) -> list[Poll]:
        """Return the polls that are open, as far as nobody has noted that they are over."""

        def find(tx: Stores) -> list[Poll]:
            found = [tx.polls.get(poll) for poll in tx.polls.ids()]
            return [one for one in found if one is not None and one.state is PollState.OPEN]

        polls = await self.database.read(find)
        return [poll for poll in polls if poll.secrecy is secrecy]
