"""A question that somebody was asked, which what they type answers."""

from typing import Any

from bot.domain.people.members import MemberId, TelegramId
from bot.services.prompts import Prompt, Prompts
from storage.engine.database import Database


class Question:
    """A question to one person; it is over in the transaction that does what they typed."""

    def __init__(self, database: Database, clock: Any, person: MemberId) -> None:
        self._database, self._person = database, person
        self._prompts = Prompts(database, clock)

    async def asks(self) -> None:
        await self._prompts.ask(await self._telegram_id(), Prompt("a question", 1))

    async def is_open(self) -> bool:
        return await self._prompts.asked(await self._telegram_id()) is not None

    async def _telegram_id(self) -> TelegramId:
        person = await self._database.read(lambda tx: tx.members.get(self._person))
        assert person is not None
        assert person.telegram_id is not None
        return person.telegram_id
