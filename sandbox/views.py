"""What a person sees of a chat, for the page, the driver and the output of failed tests."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

from sandbox.chats import Chat, Message, sender_id

SHOWN = ("photo", "document", "video", "animation", "audio", "voice", "sticker", "poll", "location")
WIDTH = 400


def visible(chat: Chat, viewer: int) -> list[Message]:
    """Return all messages, oldest first, as one person sees them."""
    return [see(chat, message, viewer) for message in chat.messages.values()]


def see(chat: Chat, message: Message, viewer: int) -> Message:
    """Return a message as one person sees it.

    Besides the Bot API's fields: `mine`; `reply_markup` of every kind; where there are any,
    `reactions` (an emoji and its count) and `pinned`.
    """
    number = message["message_id"]
    seen = {**message, "mine": "from" in message and sender_id(message) == viewer}
    if number in chat.keyboards:
        seen["reply_markup"] = chat.keyboards[number]
    if number in chat.reactions:
        counts = Counter(one["emoji"] for given in chat.reactions[number].values() for one in given)
        seen["reactions"] = [{"emoji": emoji, "count": n} for emoji, n in counts.items()]
    if number in chat.pinned:
        seen["pinned"] = True
    return seen


def text_of(message: Message) -> str:
    """Return a message's text or caption; empty when it has neither."""
    return str(message.get("text", message.get("caption", "")))


def summary(message: Message | None) -> dict[str, Any] | None:
    """Return the line for a list of chats: the text, or what is there instead."""
    if message is None:
        return None
    kinds = [kind for kind in SHOWN if kind in message]
    return {"text": text_of(message) or ", ".join(kinds), "date": iso(message["date"])}


def iso(timestamp: int) -> str:
    """Return a time in the control API's format."""
    return datetime.fromtimestamp(timestamp, UTC).isoformat()


def transcript(messages: list[Message]) -> str:
    """Return a whole chat as text, a line a message, with the buttons in brackets."""
    lines = []
    for message in messages:
        author = message.get("from") or message["sender_chat"]
        name = author.get("first_name", author.get("title"))
        kinds = " ".join(f"<{kind}>" for kind in SHOWN if kind in message)
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = " ".join(f"[{button['text']}]" for row in rows for button in row)
        text = text_of(message)[:WIDTH]
        lines.append(
            " ".join(filter(None, [f"#{message['message_id']} {name}:", text, kinds, buttons]))
        )
    return "\n".join(lines) or "(the chat is empty)"
