"""What all methods that send or edit the bot's messages share."""

from collections.abc import Mapping
from typing import Any

from sandbox.chats import Chat, Message, is_service, sender_id, without_reply
from sandbox.entities import Formatted, formatted
from sandbox.errors import bad_request, not_played
from sandbox.keyboards import check_keyboard, inline
from sandbox.world import World

Params = Mapping[str, Any]

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CAPTIONED = frozenset({"photo", "document", "video", "animation", "audio", "voice"})
NOT_FOUND: Mapping[str, str] = {
    "business_connection_id": "business connection not found",
    "message_thread_id": "message thread not found",
    "direct_messages_topic_id": "direct messages topic not found",
}
NOT_PLAYED = (
    "ephemeral_message_parameters",
    "suggested_post_parameters",
    "allow_paid_broadcast",
    "message_effect_id",
    "rich_message",
    "inline_message_id",
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def check_played(params: Params) -> None:
    """Refuse parameters for features that the sandbox lacks."""
    for name, words in NOT_FOUND.items():
        if name in params:
            raise bad_request(words)
    for name in NOT_PLAYED:
        if params.get(name):
            raise not_played(name)


def read_text(world: World, params: Params, name: str = "text", prefix: str = "") -> Formatted:
    """Parse a text parameter with its parse mode or entities."""
    entities = params.get(f"{prefix}entities")
    return formatted(params[name], params.get(f"{prefix}parse_mode"), entities, world.user)


def message_text(world: World, params: Params) -> dict[str, Any]:
    """Return the fields of a text message; refuse an empty text and one that is too long."""
    text = read_text(world, params) if "text" in params else Formatted("")
    if not text.text:
        raise bad_request("message text is empty")
    if len(text.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    options = params.get("link_preview_options")
    return text.fields("text") | ({"link_preview_options": options} if options else {})


def message_caption(world: World, params: Params) -> dict[str, Any]:
    """Return the caption's fields, if there is one; refuse one that is too long."""
    if "caption" not in params:
        return {}
    parse_mode, entities = params.get("parse_mode"), params.get("caption_entities")
    caption = formatted(params["caption"], parse_mode, entities, world.user)
    if len(caption.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return caption.fields("caption") if caption.text else {}


def send(world: World, params: Params, content: dict[str, Any]) -> Message:
    """Send one message of the bot, if the chat and the limits allow it."""
    return send_all(world, params, [content])[0]


def send_all(world: World, params: Params, contents: list[dict[str, Any]]) -> list[Message]:
    """Send several messages of the bot: all of them or none."""
    check_played(params)
    chat = world.open_chat(params["chat_id"])
    _check_posting(world, chat)
    markup = params.get("reply_markup")
    check_keyboard(markup)
    extra = _reply(chat, params)
    if params.get("protect_content"):
        extra["has_protected_content"] = True
    keyboard = inline(markup)
    if keyboard:
        extra["reply_markup"] = keyboard
    world.limiter.admit(chat.id, private=chat.is_private, count=len(contents))
    messages = [world.post(chat, world.bot.user, content | extra) for content in contents]
    if markup and "inline_keyboard" not in markup:
        chat.keyboards[chat.last_id] = markup
    return messages


def _check_posting(world: World, chat: Chat) -> None:
    if chat.is_channel and not chat.member(world.bot.id).may("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")


def _reply(chat: Chat, params: Params) -> dict[str, Any]:
    given = params.get("reply_parameters")
    if given is None:
        return {}
    if given.get("chat_id", chat.id) != chat.id or "quote" in given:
        raise not_played("replies to another chat and replies with quotes")
    message = chat.messages.get(given.get("message_id", 0))
    if message is not None:
        return {"reply_to_message": without_reply(message)}
    if given.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def find_own(
    world: World, params: Params, missing: str = "message to edit not found"
) -> tuple[Chat, Message]:
    """Return the bot's message that is to be edited."""
    check_played(params)
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat = world.open_chat(params["chat_id"])
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request(missing)
    is_own = sender_id(message) == (chat.id if chat.is_channel else world.bot.id)
    if not is_own or "forward_origin" in message or is_service(message):
        raise bad_request("message can't be edited")
    return chat, message


def edit(world: World, chat: Chat, message: Message, params: Params, new: Message) -> Message:
    """Replace `message` by `new`, with the keyboard of the request, or none.

    Refuses an edit that changes nothing; counts against the limits like a message.
    """
    check_keyboard(params.get("reply_markup"))
    keyboard = inline(params.get("reply_markup"))
    new = {name: value for name, value in new.items() if name != "reply_markup"}
    if keyboard:
        new["reply_markup"] = keyboard
    if new == message:
        raise bad_request(NOT_MODIFIED, needless=True)
    world.limiter.admit(chat.id, private=chat.is_private)
    return world.replace(chat, {**new, "edit_date": world.timestamp()})
