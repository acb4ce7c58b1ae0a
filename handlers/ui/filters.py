"""Filters of our own: async, because aiogram runs plain functions and magic ones on threads."""

from aiogram.enums import ChatType
from aiogram.types import ChatMemberUpdated, Message


async def in_private(event: Message | ChatMemberUpdated) -> bool:
    """Tell whether this was said in a private chat with the bot."""
    return event.chat.type == ChatType.PRIVATE
