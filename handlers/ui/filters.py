"""Filters by chat."""

from aiogram.enums import ChatType
from aiogram.types import ChatMemberUpdated, Message


def is_private(event: Message | ChatMemberUpdated) -> bool:
    """Tell whether this comes from a private chat with the bot."""
    return event.chat.type == ChatType.PRIVATE
