"""A Telegram within the process: it takes everything, and keeps what it was asked for."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetChat, GetChatMember, GetFile, GetMe, SendMediaGroup, TelegramMethod
from aiogram.types import Chat, ChatFullInfo, ChatMemberMember, File, Message, User

SENT = 900
"""The id of every message that is sent."""


class Recorder(BaseSession):
    """A Telegram that takes everything, and keeps what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[TelegramMethod[Any]] = []
        self.file = b""
        """What every file at Telegram holds."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109  as aiogram has it
    ) -> Any:
        if isinstance(method, GetMe):
            return User(id=1, is_bot=True, first_name="Бот", username="alliance_bot")
        self.asked.append(method)
        known = _known(method)
        if known is not None:
            return known
        chat = getattr(method, "chat_id", None)
        sent = Message(
            message_id=SENT,
            date=datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
            chat=Chat(id=chat if isinstance(chat, int) else 1, type="private"),
            text="…",
        ).as_(bot)
        if isinstance(method, SendMediaGroup):
            return [sent for _ in method.media]
        if "Message" in str(method.__returning__):
            return sent
        return True

    async def close(self) -> None: ...

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield self.file


def _known(method: TelegramMethod[Any]) -> Any:
    """Return what Telegram knows of a chat, of somebody in it, or of a file."""
    match method:
        case GetChat():
            return ChatFullInfo.model_construct(id=method.chat_id, type="supergroup", title="Чат")
        case GetChatMember():
            there = User(id=method.user_id, is_bot=False, first_name="Кто-то")
            return ChatMemberMember(user=there)
        case GetFile():
            return File(file_id=method.file_id, file_unique_id="1", file_path="file")
        case _:
            return None
