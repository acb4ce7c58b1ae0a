"""Where something was said."""

from aiogram.enums import ChatType
from aiogram.types import ChatMemberUpdated, Message


def is_private(event: Message | ChatMemberUpdated) -> bool:
    """Tell whether this was said in a private chat with the bot."""
    return event.chat.type == ChatType.PRIVATE
