"""Filters by chat and by kind of message."""

from aiogram.enums import ChatType, ContentType
from aiogram.types import ChatMemberUpdated, Message

SERVICE = frozenset(
    {
        ContentType.PINNED_MESSAGE,
        ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
        ContentType.CHAT_BACKGROUND_SET,
        ContentType.WRITE_ACCESS_ALLOWED,
        ContentType.FORUM_TOPIC_CREATED,
        ContentType.FORUM_TOPIC_EDITED,
        ContentType.FORUM_TOPIC_CLOSED,
        ContentType.FORUM_TOPIC_REOPENED,
    }
)
"""What Telegram writes in a private chat when the person pins a message, or sets the chat up."""


def is_private(event: Message | ChatMemberUpdated) -> bool:
    """Tell whether this comes from a private chat with the bot."""
    return event.chat.type == ChatType.PRIVATE


def is_service(message: Message) -> bool:
    """Tell whether nobody wrote a message: Telegram tells by it what happened to the chat."""
    return message.content_type in SERVICE


def hides_name(message: Message) -> bool:
    """Tell whether an administrator writes in the name of the group, so that nobody knows who."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id
