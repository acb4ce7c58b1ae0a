"""Methods that send texts, places and contacts, and that forward, copy and delete messages."""

from typing import Any

from sandbox.chats import Chat, Message, is_service, sender_id
from sandbox.errors import bad_request, not_played
from sandbox.outgoing import Params, check_played, message_caption, message_text, send, send_all
from sandbox.world import World

DELETABLE_SECONDS = 48 * 60 * 60
BESIDES_CONTENT = frozenset(
    {
        "message_id",
        "from",
        "sender_chat",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "reply_markup",
        "forward_origin",
        "has_protected_content",
        "media_group_id",
    }
)
LOCATION = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading")
VENUE = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id")
CONTACT = ("phone_number", "first_name", "last_name", "vcard")
LATITUDES = 90
LONGITUDES = 180


def send_message(world: World, params: Params) -> Message:
    """Play sendMessage."""
    return send(world, params, message_text(world, params))


def send_location(world: World, params: Params) -> Message:
    """Play sendLocation."""
    return send(world, params, {"location": _location(params)})


def send_venue(world: World, params: Params) -> Message:
    """Play sendVenue."""
    location = _location(params)
    venue = {"location": location, **_given(params, VENUE)}
    return send(world, params, {"location": location, "venue": venue})


def send_contact(world: World, params: Params) -> Message:
    """Play sendContact."""
    return send(world, params, {"contact": _given(params, CONTACT)})


def send_chat_action(world: World, params: Params) -> bool:
    """Play sendChatAction, which is not shown."""
    check_played(params)
    world.open_chat(params["chat_id"])
    return True


def forward_message(world: World, params: Params) -> Message:
    """Play forwardMessage."""
    source = _source(world, params, params["message_id"], "forward")
    return send(world, params, forwarded(source))


def forward_messages(world: World, params: Params) -> list[dict[str, int]]:
    """Play forwardMessages; missing messages are left out, as at Telegram."""
    sources = _sources(world, params, "forward")
    return _ids(send_all(world, params, [forwarded(source) for source in sources]))


def copy_message(world: World, params: Params) -> dict[str, int]:
    """Play copyMessage; a given caption replaces the old one."""
    source = _source(world, params, params["message_id"], "copy")
    content = _content(source)
    if "caption" in params:
        content = _without_caption(content) | message_caption(world, params)
    return _ids([send(world, params, content)])[0]


def copy_messages(world: World, params: Params) -> list[dict[str, int]]:
    """Play copyMessages; missing messages are left out, as at Telegram."""
    contents = [_content(source) for source in _sources(world, params, "copy")]
    if params.get("remove_caption"):
        contents = [_without_caption(content) for content in contents]
    return _ids(send_all(world, params, contents))


def delete_message(world: World, params: Params) -> bool:
    """Play deleteMessage."""
    chat = world.open_chat(params["chat_id"])
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, message):
        raise bad_request("message can't be deleted")
    world.remove(chat, message["message_id"])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Play deleteMessages; missing ones are skipped, as at Telegram."""
    chat = world.open_chat(params["chat_id"])
    found = [chat.messages[one] for one in set(params["message_ids"]) if one in chat.messages]
    if not all(_deletable(world, chat, message) for message in found):
        raise bad_request("message can't be deleted")
    for message in found:
        world.remove(chat, message["message_id"])
    return True


def _deletable(world: World, chat: Chat, message: Message) -> bool:
    """Tell whether the bot may delete it: within 48 h its own, in private any, else by right."""
    if not chat.is_private and chat.member(world.bot.id).may("can_delete_messages"):
        return True
    if world.timestamp() - message["date"] > DELETABLE_SECONDS:
        return False
    return chat.is_private or sender_id(message) == world.bot.id


def _location(params: Params) -> dict[str, Any]:
    if abs(params["latitude"]) > LATITUDES or abs(params["longitude"]) > LONGITUDES:
        raise bad_request("invalid location specified")
    return _given(params, LOCATION)


def _given(params: Params, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: params[name] for name in names if name in params}


def _source(world: World, params: Params, message_id: int, action: str) -> Message:
    message = world.open_chat(params["from_chat_id"]).messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {action} not found")
    if "has_protected_content" in message or is_service(message):
        participle = {"forward": "forwarded", "copy": "copied"}[action]
        raise bad_request(f"message can't be {participle}")
    if "poll" in message:
        raise not_played(f"{action} of polls")
    return message


def _sources(world: World, params: Params, action: str) -> list[Message]:
    chat = world.open_chat(params["from_chat_id"])
    known = [one for one in params["message_ids"] if one in chat.messages]
    if not known:
        plural = {
            "forward": "there are no messages to forward",
            "copy": "messages to copy not found",
        }
        raise bad_request(plural[action])
    return [_source(world, params, one, action) for one in known]


def _content(message: Message) -> dict[str, Any]:
    return {name: value for name, value in message.items() if name not in BESIDES_CONTENT}


def _without_caption(content: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in content.items()
        if name not in {"caption", "caption_entities", "show_caption_above_media"}
    }


def forwarded(message: Message) -> dict[str, Any]:
    """Return a message's content as a forward of it shows it, with its origin."""
    origin = message.get("forward_origin")
    if origin is None and "sender_chat" in message:
        origin = {
            "type": "channel",
            "chat": message["sender_chat"],
            "message_id": message["message_id"],
            "date": message["date"],
        }
    elif origin is None:
        origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return {"forward_origin": origin, **_content(message)}


def _ids(messages: list[Message]) -> list[dict[str, int]]:
    return [{"message_id": message["message_id"]} for message in messages]
