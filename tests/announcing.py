"""An alliance whose organiser announces things, as several tests play it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiogram.types import Message as TelegramMessage

from bot.domain.announcements.announcements import Announcement, AnnouncementId, AnnouncementPlan
from bot.domain.announcements.contents import Content, Link, Piece, PieceKind
from bot.domain.announcements.copies import Copy, Fate
from bot.domain.people.members import MemberId, Role
from handlers.announcements.contents import piece_of
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance

ANNA, BORIS = MemberId(1), MemberId(2)
GROUP, CHANNEL = -1001, -1002
BESIDES = {"mine", "message_id", "from", "sender_chat", "chat", "date", "reply_markup", "edit_date"}


def a_text(words: str, *links: Link) -> Content:
    return Content((Piece(PieceKind.TEXT, words),), links)


def a_plan(words: str = "Субботник в субботу!", **more: Any) -> AnnouncementPlan:
    return AnnouncementPlan(**{"contents": {"ru": a_text(words)}} | more)


def a_piece(message: Message) -> Piece:
    """Return what a person sent to the bot, as the bot reads it."""
    piece = piece_of(TelegramMessage.model_validate(message))
    assert piece is not None
    return piece


def shown(message: Message) -> dict[str, Any]:
    """Return what a message shows, no matter who sent it to whom and when."""
    return {name: value for name, value in message.items() if name not in BESIDES}


@dataclass
class Newsroom:
    """A running bot, Anna who organises, and Boris to whom she announces things."""

    alliance: Alliance
    anna: Person
    boris: Person

    @classmethod
    async def opens(cls, alliance: Alliance) -> "Newsroom":
        anna = await alliance.has(1, "Анна", Role.ORGANISER)
        return cls(alliance, anna, await alliance.has(2, "Борис"))

    async def sends(self, plan: AnnouncementPlan) -> AnnouncementId:
        """Have Anna send an announcement, and let the time to think again pass."""
        given = await self.alliance.services.announcements.send(ANNA, plan)
        await self.alliance.goes_on(
            self.alliance.services.announcements.undo + timedelta(seconds=1)
        )
        return given.id

    async def corrects(self, announcement: AnnouncementId, **contents: Content) -> None:
        new: Mapping[str, Content] = contents
        await self.alliance.services.corrections.correct(ANNA, announcement, new)

    async def recalls(self, announcement: AnnouncementId) -> None:
        await self.alliance.services.corrections.recall(ANNA, announcement)

    async def is_told(self, words: str) -> None:
        """Wait until Anna's progress message says so."""
        await self.alliance.goes_on(timedelta(seconds=3))
        await self.anna.sees(words)

    async def copy(self, announcement: AnnouncementId, addressee: int = BORIS) -> Copy:
        def find(tx: Stores) -> Copy | None:
            return tx.copies.get(announcement, addressee)

        found = await self.alliance.database.read(find)
        assert found is not None
        return found

    async def fate(self, announcement: AnnouncementId, addressee: int = BORIS) -> Fate:
        return (await self.copy(announcement, addressee)).fate

    async def finds(self, announcement: AnnouncementId) -> Announcement:
        return await self.alliance.services.announcements.get(ANNA, announcement)
