"""The state of Telegram's servers: people, chats, messages, files, and open queries."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.accounts import Account, BotProfile
from sandbox.changes import Changes
from sandbox.chats import Chat, Member, Message, member_object
from sandbox.clock import SandboxClock
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.files import FileStore
from sandbox.limits import Limiter, Limits
from sandbox.polls import Polls
from sandbox.queries import CallbackAnswer, InlineCache, InlineResults, Queries
from sandbox.show import Show
from sandbox.updates import Updates
from sandbox.webhook import Webhook, doubling

CALLBACK_LIFETIME = 60.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings for tests: clocks, limits, the lifetime of queries, pauses of a webhook."""

    clock: SandboxClock
    limits: Limits = field(default_factory=Limits)
    monotonic: Callable[[], float] = time.monotonic
    callback_lifetime: float = CALLBACK_LIFETIME
    webhook_delay: Callable[[int], float] = doubling


class World:
    """All state, and the functions that change it."""

    def __init__(self, bot: BotProfile, update_kinds: frozenset[str], settings: Settings) -> None:
        clock, monotonic = settings.clock, settings.monotonic
        lifetime = settings.callback_lifetime
        self.bot = bot
        self.clock = clock
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.usernames: dict[str, int] = {}
        self.files = FileStore()
        self.changes = Changes()
        self.show = Show(self.changes)
        self.links: tuple[tuple[str, str], ...] = ()
        """Pages beside Telegram: what they are called, and their addresses."""
        self.limiter = Limiter(settings.limits, monotonic)
        self.updates = Updates(update_kinds, monotonic)
        self.webhook = Webhook(self.updates, clock, settings.webhook_delay)
        self.callbacks: Queries[CallbackAnswer] = Queries(10**17, lifetime, monotonic)
        self.inline_queries: Queries[InlineResults] = Queries(10**18, lifetime, monotonic)
        self.inline_cache = InlineCache(clock.now)
        self.guest_queries: Queries[dict[str, Any]] = Queries(10**19, lifetime, monotonic)
        self.polls = Polls()
        self.numbers = itertools.count(10**16)
        """Random, for ids that only have to be unique."""

    def timestamp(self) -> int:
        """Return the sandbox clock's time in seconds since 1970."""
        return int(self.clock.now().timestamp())

    def add_account(self, account: Account) -> None:
        """Add a person to the world, with an empty private chat."""
        self.accounts[account.id] = account
        self.chats[account.id] = Chat(account.id, "private", account.private_chat)

    def add_chat(self, chat: Chat) -> None:
        """Add a group or a channel to the world."""
        self.chats[chat.id] = chat
        if "username" in chat.info:
            self.usernames[chat.info["username"].lower()] = chat.id

    def user(self, user_id: int) -> dict[str, Any] | None:
        """Return the Bot API's User object, if there is such a user."""
        if user_id == self.bot.id:
            return self.bot.user
        account = self.accounts.get(user_id)
        return account.user if account else None

    def find_chat(self, chat_id: int | str) -> Chat:
        """Return the chat of a request; refuse an unknown one and one that has moved."""
        if chat_id == "":
            raise bad_request("chat_id is empty")
        if isinstance(chat_id, str):
            known = self.usernames.get(chat_id.removeprefix("@").lower())
            chat = self.chats.get(known) if known and chat_id.startswith("@") else None
        else:
            chat = self.chats.get(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        if chat.upgraded_to is not None:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, text, migrate_to_chat_id=chat.upgraded_to)
        return chat

    def open_chat(self, chat_id: int | str) -> Chat:
        """Return a chat that the bot may act in; refuse with 403 where it may not."""
        chat = self.find_chat(chat_id)
        if chat.is_private:
            self._check_person(self.accounts[chat.id])
        elif not chat.has(self.bot.id):
            was_kicked = chat.member(self.bot.id).status == "kicked"
            verb = "was kicked from" if was_kicked else "is not a member of"
            raise forbidden(f"bot {verb} the {chat.kind}")
        return chat

    def _check_person(self, account: Account) -> None:
        if account.deactivated:
            raise forbidden("user is deactivated")
        if account.blocked:
            raise forbidden("bot was blocked by the user")
        asking = any(account.id in chat.join_requests for chat in self.chats.values())
        if not (account.started or asking):  # the bot may answer a request to join
            raise forbidden("bot can't initiate conversation with a user")

    def post(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> Message:
        """Add a message to a chat; numbers are per chat."""
        chat.last_id += 1
        message: Message = {"message_id": chat.last_id}
        if chat.is_channel:
            message["sender_chat"] = chat.info
        else:
            message["from"] = sender
        message |= {"chat": chat.info, "date": self.timestamp(), **content}
        chat.messages[chat.last_id] = message
        self.changes.emit("message", chat.id, chat.last_id)
        return message

    def replace(self, chat: Chat, message: Message) -> Message:
        """Replace a message by a changed one."""
        chat.messages[message["message_id"]] = message
        self.changes.emit("edit", chat.id, message["message_id"])
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        """Remove a message and everything that belongs to it."""
        del chat.messages[message_id]
        chat.keyboards.pop(message_id, None)
        chat.reactions.pop(message_id, None)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        self.changes.emit("delete", chat.id, message_id)

    def set_member(self, chat: Chat, user_id: int, member: Member, actor: dict[str, Any]) -> None:
        """Change somebody's status in a group or channel, and send the bot an update."""
        before = chat.member(user_id)
        chat.members[user_id] = member
        self.tell_member(chat, user_id, (before, member), actor)

    def tell_member(
        self, chat: Chat, user_id: int, change: tuple[Member, Member], actor: dict[str, Any]
    ) -> None:
        """Send my_chat_member about the bot, chat_member to an administrator bot."""
        is_bot = user_id == self.bot.id
        user = self.user(user_id)
        self.changes.emit("people", chat.id)
        if user is None or not (is_bot or chat.member(self.bot.id).status == "administrator"):
            return
        before, after = change
        payload = {
            "chat": chat.info,
            "from": actor,
            "date": self.timestamp(),
            "old_chat_member": member_object(user, before),
            "new_chat_member": member_object(user, after),
        }
        self.updates.push("my_chat_member" if is_bot else "chat_member", payload)
