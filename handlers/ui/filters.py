"""Where something was said."""

from aiogram.enums import ChatType
from aiogram.types import ChatMemberUpdated, Message


def is_private(event: Message | ChatMemberUpdated) -> bool:
    """Tell whether this was said in a private chat with the bot."""
    return event.chat.type == ChatType.PRIVATE


async def in_private(event: Message | ChatMemberUpdated) -> bool:
    """Tell the same as a filter: async, because aiogram runs plain functions on threads."""
    return is_private(event)
