"""Chats: private ones, groups, supergroups and channels, with their members and messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Message = dict[str, Any]
"""A Bot API Message. Never modified: an edit replaces it by a new one."""

ChatType = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_post_messages",
    "can_edit_messages",
    "can_manage_tags",
)
SERVICE = (
    "pinned_message",
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)
PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member"})
COMMANDING: frozenset[Status] = frozenset({"creator", "administrator"})


@dataclass(slots=True)
class Member:
    """Somebody's membership of a chat; `denied` names the rights that an administrator lacks.

    Regular members may have a `tag`.
    """

    status: Status
    denied: frozenset[str] = frozenset()
    tag: str = ""

    def may(self, right: str) -> bool:
        """Tell whether they have a right of administrators."""
        return self.status in COMMANDING and right not in self.denied


@dataclass(slots=True)
class Chat:
    """One conversation."""

    id: int
    type: ChatType
    info: dict[str, Any]
    """The Bot API's Chat object."""
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Reply keyboards (and their removals) by the message that brought them."""
    reactions: dict[int, dict[int, list[dict[str, Any]]]] = field(default_factory=dict)
    """Reactions by message, then by user."""
    pinned: list[int] = field(default_factory=list)
    read: dict[int, int] = field(default_factory=dict)
    """The last message each person has read."""
    join_requests: set[int] = field(default_factory=set)
    invite_links: list[dict[str, Any]] = field(default_factory=list)
    description: str | None = None
    upgraded_to: int | None = None

    @property
    def is_private(self) -> bool:
        """Tell whether this is a chat of one person with the bot."""
        return self.type == "private"

    @property
    def is_channel(self) -> bool:
        """Tell whether this is a channel."""
        return self.type == "channel"

    @property
    def kind(self) -> str:
        """The chat's kind, as errors name it."""
        return {"group": "group chat", "supergroup": "supergroup chat"}.get(
            self.type, "channel chat"
        )

    def has(self, user_id: int) -> bool:
        """Tell whether somebody is in the chat."""
        if self.is_private:
            return user_id == self.id
        member = self.members.get(user_id)
        return member is not None and member.status in PRESENT

    def member(self, user_id: int) -> Member:
        """Return somebody's membership; a person who was never here has the status "left"."""
        return self.members.get(user_id) or Member("left")

    def unread(self, user_id: int) -> int:
        """Count the messages from others that a person has not read."""
        read, count = self.read.get(user_id, 0), 0
        for message_id in reversed(self.messages):
            if message_id <= read:
                break
            count += sender_id(self.messages[message_id]) != user_id
        return count

    def latest(self) -> Message | None:
        """Return the newest message."""
        return self.messages[next(reversed(self.messages))] if self.messages else None


def sender_id(message: Message) -> int:
    """Return who sent a message: a user, or the channel itself."""
    sender: Mapping[str, Any] = message.get("from") or message["sender_chat"]
    return int(sender["id"])


def without_reply(message: Message) -> Message:
    """Return a message as a reply shows it: without the message that it replies to."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def is_service(message: Message) -> bool:
    """Tell whether this is a service message, which nobody wrote."""
    return any(name in message for name in SERVICE)


def member_object(user: dict[str, Any], member: Member) -> dict[str, Any]:
    """Return the Bot API's ChatMember object."""
    result: dict[str, Any] = {"status": member.status, "user": user}
    if member.status == "creator":
        result["is_anonymous"] = False
    elif member.status == "administrator":
        result |= {"can_be_edited": False, "is_anonymous": False}
        result |= {right: member.may(right) for right in RIGHTS}
    elif member.status == "member" and member.tag:
        result["tag"] = member.tag
    elif member.status == "kicked":
        result["until_date"] = 0
    return result
