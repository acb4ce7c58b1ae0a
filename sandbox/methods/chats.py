"""Methods about chats: their members, rights, pins, reactions and invitations."""

import unicodedata
from dataclasses import replace
from typing import Any

from sandbox.chats import COMMANDING, PRESENT, Chat, Member, is_service, member_object
from sandbox.errors import bad_request
from sandbox.outgoing import Params, check_played
from sandbox.world import World

GIFTS = {
    "unlimited_gifts": True,
    "limited_gifts": True,
    "unique_gifts": True,
    "premium_subscription": True,
    "gifts_from_channels": True,
}
REACTIONS = 11


def get_chat(world: World, params: Params) -> dict[str, Any]:
    """Play getChat."""
    chat = _visible(world, params)
    result = {
        **chat.info,
        "accent_color_id": 0,
        "max_reaction_count": REACTIONS,
        "accepted_gift_types": GIFTS,
    }
    if chat.description:
        result["description"] = chat.description
    if chat.pinned:
        result["pinned_message"] = chat.messages[chat.pinned[-1]]
    return result


def get_chat_member(world: World, params: Params) -> dict[str, Any]:
    """Play getChatMember."""
    chat = _visible(world, params)
    user = world.user(params["user_id"])
    if user is None:
        raise bad_request("user not found")
    present = Member("member" if chat.has(user["id"]) or user is world.bot.user else "left")
    return member_object(user, present if chat.is_private else chat.member(user["id"]))


def get_chat_administrators(world: World, params: Params) -> list[dict[str, Any]]:
    """Play getChatAdministrators; other bots are left out, this one is not."""
    chat = _visible(world, params)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    leaders = [(one, place) for one, place in chat.members.items() if place.status in COMMANDING]
    known = [(world.user(user_id), place) for user_id, place in leaders]
    return [member_object(user, place) for user, place in known if user]


def get_chat_member_count(world: World, params: Params) -> int:
    """Play getChatMemberCount."""
    chat = _visible(world, params)
    if chat.is_private:
        return 2
    return sum(place.status in PRESENT for place in chat.members.values())


def pin_chat_message(world: World, params: Params) -> bool:
    """Play pinChatMessage, which adds a service message."""
    chat = _pinnable(world, params)
    message = chat.messages.get(params["message_id"])
    if message is None or is_service(message):
        raise bad_request("message to pin not found")
    if message["message_id"] in chat.pinned:
        chat.pinned.remove(message["message_id"])
    chat.pinned.append(message["message_id"])
    world.post(chat, world.bot.user, {"pinned_message": message})
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """Play unpinChatMessage; without a message it is the newest pin."""
    chat = _pinnable(world, params)
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.changes.emit("edit", chat.id, message_id)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """Play unpinAllChatMessages."""
    chat = _pinnable(world, params)
    chat.pinned.clear()
    world.changes.emit("edit", chat.id)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """Play setMessageReaction; a bot may have one reaction on a message."""
    chat = world.open_chat(params["chat_id"])
    reaction = params.get("reaction", [])
    if params["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if reaction and reaction[0]["type"] != "emoji":
        raise bad_request("REACTION_INVALID")
    chat.reactions.setdefault(params["message_id"], {})[world.bot.id] = reaction
    world.changes.emit("edit", chat.id, params["message_id"])
    return True


def leave_chat(world: World, params: Params) -> bool:
    """Play leaveChat."""
    chat = _shared(world, params)
    world.set_member(chat, world.bot.id, Member("left"), world.bot.user)
    return True


def ban_chat_member(world: World, params: Params) -> bool:
    """Play banChatMember; needs the right to restrict, and never hits an administrator."""
    chat = _shared(world, params)
    user_id = _subject(world, chat, params)
    status = chat.member(user_id).status
    if status == "creator":
        raise bad_request("can't remove chat owner")
    if status == "administrator":
        raise bad_request("user is an administrator of the chat")
    world.set_member(chat, user_id, Member("kicked"), world.bot.user)
    return True


def unban_chat_member(world: World, params: Params) -> bool:
    """Play unbanChatMember, which also removes a member unless only_if_banned is given."""
    chat = _shared(world, params)
    user_id = _subject(world, chat, params)
    status = chat.member(user_id).status
    if status == "kicked" or (status == "member" and not params.get("only_if_banned")):
        world.set_member(chat, user_id, Member("left"), world.bot.user)
    return True


def set_member_tag(world: World, params: Params) -> bool:
    """Play setChatMemberTag: a tag without emoji, of a regular member."""
    chat = _shared(world, params)
    if not chat.member(world.bot.id).may("can_manage_tags"):
        raise bad_request("not enough rights to manage tags")
    user_id, tag = int(params["user_id"]), params.get("tag", "")
    if world.user(user_id) is None or chat.member(user_id).status != "member":
        raise bad_request("user is not a regular member of the chat")
    if any(unicodedata.category(letter) == "So" for letter in tag):
        raise bad_request("TAG_INVALID")
    chat.members[user_id] = replace(chat.member(user_id), tag=tag)
    world.changes.emit("people", chat.id)
    return True


def approve_join_request(world: World, params: Params) -> bool:
    """Play approveChatJoinRequest."""
    chat, user_id = _join_request(world, params)
    world.set_member(chat, user_id, Member("member"), world.bot.user)
    return True


def decline_join_request(world: World, params: Params) -> bool:
    """Play declineChatJoinRequest."""
    _join_request(world, params)
    return True


def export_invite_link(world: World, params: Params) -> str:
    """Play exportChatInviteLink: a new primary link, which revokes the old one."""
    chat = _inviting(world, params)
    kept = [link for link in chat.invite_links if not link["is_primary"]]
    link = _link(world, {"creates_join_request": False, "is_primary": True})
    chat.invite_links = [*kept, link]
    return str(link["invite_link"])


def create_invite_link(world: World, params: Params) -> dict[str, Any]:
    """Play createChatInviteLink."""
    chat = _inviting(world, params)
    by_request = params.get("creates_join_request", False)
    if by_request and "member_limit" in params:
        raise bad_request("member_limit can't be used with join requests")
    given = {
        name: params[name] for name in ("name", "expire_date", "member_limit") if name in params
    }
    link = _link(world, {"creates_join_request": by_request, "is_primary": False, **given})
    chat.invite_links.append(link)
    return link


def _link(world: World, fields: dict[str, Any]) -> dict[str, Any]:
    address = f"https://t.me/+{next(world.numbers):x}"
    return {"invite_link": address, "creator": world.bot.user, "is_revoked": False, **fields}


def _visible(world: World, params: Params) -> Chat:
    """Return a chat that the bot may see: of people who started it, and where it is a member."""
    chat = world.find_chat(params["chat_id"])
    if not chat.is_private:
        return world.open_chat(chat.id)
    if not world.accounts[chat.id].started:
        raise bad_request("chat not found")
    return chat


def _shared(world: World, params: Params) -> Chat:
    chat = world.open_chat(params["chat_id"])
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    return chat


def _pinnable(world: World, params: Params) -> Chat:
    check_played(params)
    chat = world.open_chat(params["chat_id"])
    if not chat.is_private and not chat.member(world.bot.id).may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _inviting(world: World, params: Params) -> Chat:
    chat = _shared(world, params)
    if not chat.member(world.bot.id).may("can_invite_users"):
        raise bad_request("not enough rights to manage chat invite link")
    return chat


def _subject(world: World, chat: Chat, params: Params) -> int:
    if not chat.member(world.bot.id).may("can_restrict_members"):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    user_id = int(params["user_id"])
    if world.user(user_id) is None:
        raise bad_request("user not found")
    return user_id


def _join_request(world: World, params: Params) -> tuple[Chat, int]:
    chat = _shared(world, params)
    if not chat.member(world.bot.id).may("can_invite_users"):
        raise bad_request("not enough rights")
    user_id = int(params["user_id"])
    if user_id not in chat.join_requests:
        raise bad_request("HIDE_REQUESTER_MISSING")
    chat.join_requests.remove(user_id)
    return chat, user_id
