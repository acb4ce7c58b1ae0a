"""What people do in Telegram, and the updates that the bot gets from it."""

import asyncio
from collections.abc import Sequence
from typing import Any

from sandbox.accounts import Account
from sandbox.chats import Chat, Member, Message, sender_id, without_reply
from sandbox.entities import Entity, Formatted, formatted, typed
from sandbox.errors import ApiError
from sandbox.files import Kind, Upload, describe, describe_document
from sandbox.keyboards import inline
from sandbox.methods import polls
from sandbox.outgoing import read_text
from sandbox.queries import CallbackAnswer, InlineResults, chat_instance
from sandbox.utf16 import units
from sandbox.world import World

ADDRESSED = ("mention", "bot_command")
PHONE_NUMBER = "+79000000000"
"""The telephone number of every person: one that no operator assigns."""


class NotPossibleError(Exception):
    """Telegram would not let a person do this; the message says why."""


def chat_of(world: World, account: Account, chat_id: int | None) -> Chat:
    """Return a chat that the person is in; the private one when none is named."""
    chat = world.chats.get(account.id if chat_id is None else chat_id)
    if chat is None or not chat.has(account.id):
        raise NotPossibleError(f"{account.first_name} is not in the chat {chat_id}")
    return chat


def put(world: World, account: Account, chat: Chat, content: dict[str, Any]) -> Message:
    """Add a person's message to a chat, and send the bot an update if it may read it."""
    if chat.is_private:
        if account.blocked or account.deactivated:
            raise NotPossibleError(f"{account.first_name} has blocked the bot: unblock it first")
        account.started = True
    elif chat.is_channel and not chat.member(account.id).may("can_post_messages"):
        raise NotPossibleError(f"{account.first_name} may not post in the channel")
    message = world.post(chat, account.user, content)
    chat.read[account.id] = message["message_id"]
    if _heard(world, chat, message):
        world.updates.push("channel_post" if chat.is_channel else "message", message)
    return message


def write(
    world: World,
    account: Account,
    chat: Chat,
    text: str,
    *,
    entities: Sequence[Entity] = (),
    reply_to: int | None = None,
) -> Message:
    """Write a text; commands, links and mentions in it are marked as Telegram does.

    `entities` are what the person formatted.
    """
    content = _worded(world, text, entities)
    if not content.text:
        raise NotPossibleError("an empty message cannot be sent")
    fields = content.fields("text")
    if reply_to is not None:
        if reply_to not in chat.messages:
            raise NotPossibleError(f"there is no message {reply_to} to reply to")
        fields["reply_to_message"] = without_reply(chat.messages[reply_to])
    return put(world, account, chat, fields)


def attach(
    world: World,
    account: Account,
    chat: Chat,
    kind: Kind,
    upload: Upload,
    *,
    caption: str = "",
    entities: Sequence[Entity] = (),
) -> Message:
    """Send a file."""
    return put(world, account, chat, attachment(world, kind, upload, caption, entities))


def attachment(
    world: World, kind: Kind, upload: Upload, caption: str, entities: Sequence[Entity]
) -> dict[str, Any]:
    """Return the fields of a message with a file; an animation is a document too."""
    try:
        file = world.files.add(kind, upload)
    except ApiError as refused:
        raise NotPossibleError(str(refused)) from refused
    content = _worded(world, caption, entities)
    fields = content.fields("caption") if content.text else {}
    both = {"document": describe_document(file)} if kind == "animation" else {}
    return {kind: describe(file, {}), **both, **fields}


def _worded(world: World, text: str, entities: Sequence[Entity]) -> Formatted:
    if not entities:
        return typed(text)
    try:
        return formatted(text, None, entities, world.user)
    except ApiError as refused:
        raise NotPossibleError(str(refused)) from refused


def share_contact(world: World, account: Account, chat: Chat, phone_number: str) -> Message:
    """Share one's own contact, as a reply keyboard may ask for."""
    contact = {"phone_number": phone_number, "first_name": account.first_name}
    return put(world, account, chat, {"contact": {**contact, "user_id": account.id}})


def tap(
    world: World, account: Account, chat: Chat, message_id: int, data: str
) -> asyncio.Future[CallbackAnswer]:
    """Send a callback query, with any data; return the answer to wait for."""
    message = chat.messages.get(message_id)
    if message is None or ("from" in message and sender_id(message) != world.bot.id):
        raise NotPossibleError(f"message {message_id} is none of the bot's")
    if chat.is_private and account.blocked:
        raise NotPossibleError(f"{account.first_name} has blocked the bot: unblock it first")
    query_id, answer = world.callbacks.ask(chat.id)
    query = {
        "id": query_id,
        "from": account.user,
        "message": message,
        "chat_instance": chat_instance(chat.id),
        "data": data,
    }
    world.updates.push("callback_query", query)
    return answer


def vote(world: World, account: Account, chat: Chat, message_id: int, choice: list[int]) -> None:
    """Vote in a native poll, or retract the vote by an empty choice."""
    message = chat.messages.get(message_id, {})
    if "poll" not in message:
        raise NotPossibleError(f"message {message_id} is no poll")
    try:
        polls.vote(world, world.polls.get(message["poll"]["id"]), account.user, tuple(choice))
    except ApiError as refused:
        raise NotPossibleError(str(refused)) from refused


def block(world: World, account: Account, *, blocked: bool) -> None:
    """Block or unblock the bot; it gets my_chat_member, if it was ever started."""
    if account.blocked == blocked:
        return
    account.blocked = blocked
    world.changes.emit("people", account.id)
    if not account.started:
        return
    places = (Member("member"), Member("kicked"))
    change = places if blocked else places[::-1]
    world.tell_member(world.chats[account.id], world.bot.id, change, account.user)


def join(world: World, account: Account, chat: Chat, place: Member | None = None) -> None:
    """Join a group or channel; a group gets a service message."""
    world.set_member(chat, account.id, place or Member("member"), account.user)
    _service(world, chat, account, {"new_chat_members": [account.user]})


def leave(world: World, account: Account, chat: Chat) -> None:
    """Leave a group or channel; a group gets a service message."""
    world.set_member(chat, account.id, Member("left"), account.user)
    _service(world, chat, account, {"left_chat_member": account.user})


def ask_to_join(world: World, account: Account, chat: Chat) -> None:
    """Send a join request; an administrator bot gets it and may write to the person."""
    chat.join_requests.add(account.id)
    if chat.member(world.bot.id).may("can_invite_users"):
        request = {
            "chat": chat.info,
            "from": account.user,
            "user_chat_id": account.id,
            "date": world.timestamp(),
        }
        world.updates.push("chat_join_request", request)


def place_bot(world: World, account: Account, chat: Chat, place: Member) -> None:
    """Add the bot to a chat, make it an administrator, or remove it."""
    world.set_member(chat, world.bot.id, place, account.user)


def react(world: World, account: Account, chat: Chat, message_id: int, emoji: str) -> None:
    """Set a reaction, or remove it by an empty one; the bot gets it if it asked to."""
    if message_id not in chat.messages:
        raise NotPossibleError(f"there is no message {message_id}")
    reactions = chat.reactions.setdefault(message_id, {})
    before = reactions.get(account.id, [])
    reactions[account.id] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    world.changes.emit("edit", chat.id, message_id)
    if chat.is_private or chat.member(world.bot.id).status == "administrator":
        payload = {
            "chat": chat.info,
            "message_id": message_id,
            "user": account.user,
            "date": world.timestamp(),
            "old_reaction": before,
            "new_reaction": reactions[account.id],
        }
        world.updates.push("message_reaction", payload)


def query_inline(
    world: World, account: Account, chat: Chat, text: str
) -> asyncio.Future[InlineResults]:
    """Type `@bot text` into a chat; return the results to wait for, or those still kept."""
    kept = world.inline_cache.find(text, account.id)
    if kept is not None:
        answer = asyncio.get_running_loop().create_future()
        answer.set_result(kept)
        return answer
    query_id, answer = world.inline_queries.ask(chat.id)
    world.inline_cache.note_asked(query_id, text, account.id)
    kind = "sender" if chat.is_private else chat.type
    query = {"id": query_id, "from": account.user, "query": text, "offset": "", "chat_type": kind}
    world.updates.push("inline_query", query)
    return answer


def mention_guest(
    world: World, account: Account, chat: Chat, text: str
) -> asyncio.Future[dict[str, Any]]:
    """Mention the bot in a chat where it is no member; return the answer to wait for."""
    if chat.has(world.bot.id):
        raise NotPossibleError("the bot is a member of the chat: it is no guest there")
    message = world.post(chat, account.user, typed(text).fields("text"))
    query_id, answer = world.guest_queries.ask(chat.id)
    world.updates.push("guest_message", message | {"guest_query_id": query_id})
    return answer


def pick_inline(world: World, account: Account, chat: Chat, result: dict[str, Any]) -> Message:
    """Send one of the inline results, as a message via the bot."""
    content = result["input_message_content"]
    fields = read_text(world, content, "message_text").fields("text") | {"via_bot": world.bot.user}
    keyboard = inline(result.get("reply_markup"))
    return put(world, account, chat, fields | ({"reply_markup": keyboard} if keyboard else {}))


def _service(world: World, chat: Chat, account: Account, content: dict[str, Any]) -> None:
    if not chat.is_channel:
        message = world.post(chat, account.user, content)
        if chat.has(world.bot.id):
            world.updates.push("message", message)


def _heard(world: World, chat: Chat, message: Message) -> bool:
    """Tell whether the bot gets a message: in groups, privacy mode hides most of them.

    Source: core.telegram.org/bots/features#privacy-mode.
    """
    if chat.is_private:
        return True
    place = chat.member(world.bot.id)
    if not chat.has(world.bot.id):
        return False
    if chat.is_channel or place.status == "administrator" or world.bot.reads_all_group_messages:
        return True
    replied = message.get("reply_to_message")
    if replied is not None and sender_id(replied) == world.bot.id:
        return True
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    return any(_addresses(world.bot.username, text, one) for one in entities)


def _addresses(username: str, text: str, entity: Entity) -> bool:
    """Tell whether a command or a mention is for the bot, or for any bot."""
    if entity["type"] not in ADDRESSED:
        return False
    data = text.encode("utf-16-le")
    start = entity["offset"] * 2
    word = data[start : start + entity["length"] * 2].decode("utf-16-le")
    name = word.partition("@")[2].lower()
    is_command = entity["type"] == "bot_command"
    return name == username.lower() or (is_command and not name and units(word) > 0)
