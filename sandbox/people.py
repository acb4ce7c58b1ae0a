"""A person for tests and the demo, who writes, taps, and waits for the bot."""

import asyncio
import re
from collections.abc import Callable
from typing import Any, TypeVar

from sandbox import actions
from sandbox.actions import NotPossibleError
from sandbox.chats import Chat, Member, Message, sender_id
from sandbox.queries import CallbackAnswer, InlineResults
from sandbox.sending import Sending, number_of
from sandbox.views import see, text_of, transcript, visible

T = TypeVar("T")

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
PATIENCE = 120.0
"""How many seconds people and tests wait for the bot; only failures take that long."""


class Person(Sending):
    """A person with a telephone; the default chat is the private one with the bot."""

    @property
    def id(self) -> int:
        """The Telegram user id, and that of the private chat."""
        return self.account.id

    async def taps(
        self,
        text: str,
        *,
        message: Message | int | None = None,
        chat_id: int | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a failing test says what it waited for
    ) -> CallbackAnswer:
        """Tap the inline button whose text contains `text`, on the newest message that has one.

        A button that is not there yet is waited for: an edit may be on its way. A deep link to the
        bot, of the button or in the answer, is opened too: the payload is sent with /start in
        private. Raises `AssertionError` when no such button, or no answer of the bot, comes in
        time.
        """
        chat = self._chat(chat_id)
        number, button = await self._awaits(
            chat, lambda: self._button(chat, text, message), f"a button with {text!r}", timeout
        )
        if "url" in button:
            await self._opens(button["url"])
            return CallbackAnswer(url=button["url"])
        answer = await self._asks(chat, number, button["callback_data"], timeout)
        if answer.url:
            await self._opens(answer.url)
        return answer

    async def forges(
        self,
        data: str,
        message_id: int,
        *,
        chat_id: int | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a failing test says what it waited for
    ) -> CallbackAnswer:
        """Send a callback query with data of no real button."""
        return await self._asks(self._chat(chat_id), message_id, data, timeout)

    async def sees(
        self,
        what: str | Callable[[Message], bool],
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a failing test says what it waited for
        *,
        chat_id: int | None = None,
    ) -> Message:
        """Wait for a message from somebody else with this in its text or caption; newest first.

        Raises `AssertionError` with the whole chat when none is there in time.
        """
        chat = self._chat(chat_id)

        def find() -> Message | None:
            for message in reversed(chat.messages.values()):
                if sender_id(message) == self.id and "from" in message:
                    continue
                if isinstance(what, str):
                    if what in text_of(message):
                        return see(chat, message, self.id)
                elif what(seen := see(chat, message, self.id)):
                    return seen
            return None

        name = repr(what) if isinstance(what, str) else "what was asked for"
        return await self._awaits(chat, find, name, timeout)

    async def watches(
        self,
        condition: Callable[[list[Message]], T | None],
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a failing test says what it waited for
        *,
        chat_id: int | None = None,
    ) -> T:
        """Wait until a condition on the whole visible chat returns more than `None` or False."""
        chat = self._chat(chat_id)

        def probe() -> T | None:
            return condition(visible(chat, self.id)) or None

        return await self._awaits(chat, probe, "the condition", timeout)

    async def votes(
        self, message: Message | int, option_ids: list[int], *, chat_id: int | None = None
    ) -> None:
        """Vote in a native poll; no options retract the vote."""
        number = number_of(message)
        actions.vote(self._world, self.account, self._chat(chat_id), number, option_ids)

    async def reacts(
        self, message: Message | int, emoji: str, *, chat_id: int | None = None
    ) -> None:
        """React to a message; an empty emoji removes the reaction."""
        chat = self._chat(chat_id)
        actions.react(self._world, self.account, chat, number_of(message), emoji)

    async def queries(
        self,
        text: str,
        *,
        chat_id: int | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a failing test says what it waited for
    ) -> InlineResults:
        """Type an inline query and wait for its results."""
        answer = actions.query_inline(self._world, self.account, self._chat(chat_id), text)
        return await _answered(answer, timeout, f"the bot did not answer the query {text!r}")

    async def mentions(
        self,
        text: str,
        *,
        chat_id: int,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a failing test says what it waited for
    ) -> Message:
        """Mention the bot where it is no member, and wait for the message with its answer."""
        chat = self._chat(chat_id)
        answer = actions.mention_guest(self._world, self.account, chat, text)
        await _answered(answer, timeout, f"the bot did not answer the mention {text!r}")
        return self.chat(chat_id)[-1]

    async def picks(self, result: dict[str, Any], *, chat_id: int | None = None) -> Message:
        """Send one of the inline results."""
        return actions.pick_inline(self._world, self.account, self._chat(chat_id), result)

    def chat(self, chat_id: int | None = None) -> list[Message]:
        """Return the messages that are visible now, oldest first."""
        return visible(self._chat(chat_id), self.id)

    def downloads(self, message: Message) -> bytes:
        """Return the bytes of a message's photo or file."""
        content = message["photo"][-1] if "photo" in message else message["document"]
        file = self._world.files.get(content["file_id"])
        if file is None:
            raise NotPossibleError("the file is not there")
        return file.upload.data

    def blocks(self) -> None:
        """Block the bot."""
        actions.block(self._world, self.account, blocked=True)

    def unblocks(self) -> None:
        """Unblock the bot."""
        actions.block(self._world, self.account, blocked=False)

    def deactivates(self) -> None:
        """Delete one's account."""
        self.account.deactivated = True

    def joins(self, chat_id: int) -> None:
        """Join a group or channel."""
        actions.join(self._world, self.account, self._world.chats[chat_id])

    def leaves(self, chat_id: int) -> None:
        """Leave a group or channel."""
        actions.leave(self._world, self.account, self._chat(chat_id))

    def asks_to_join(self, chat_id: int) -> None:
        """Send a request to join a group or channel."""
        actions.ask_to_join(self._world, self.account, self._world.chats[chat_id])

    def places_bot(self, chat_id: int, place: Member) -> None:
        """Add the bot to a chat, promote it, or remove it."""
        actions.place_bot(self._world, self.account, self._chat(chat_id), place)

    def _button(
        self, chat: Chat, text: str, message: Message | int | None
    ) -> tuple[int, dict[str, Any]] | None:
        wanted = None if message is None else number_of(message)
        for number in reversed(chat.messages) if wanted is None else (wanted,):
            rows = chat.messages.get(number, {}).get("reply_markup", {}).get("inline_keyboard", [])
            for button in (one for row in rows for one in row):
                if text in button["text"] and ("callback_data" in button or "url" in button):
                    return number, button
        return None

    async def _asks(self, chat: Chat, number: int, data: str, timeout: float) -> CallbackAnswer:  # noqa: ASYNC109 - handed through
        answer = actions.tap(self._world, self.account, chat, number, data)
        return await _answered(answer, timeout, f"the bot did not answer the tap on {data!r}")

    async def _opens(self, url: str) -> None:
        home, found, payload = url.partition("?start=")
        if found and home.lower() == f"https://t.me/{self._world.bot.username}".lower():
            if not PAYLOAD.fullmatch(payload):
                raise AssertionError(f"{payload!r} is no payload of a deep link")
            await self.says(f"/start {payload}")

    async def _awaits(
        self,
        chat: Chat,
        probe: Callable[[], T | None],
        name: str,
        timeout: float,  # noqa: ASYNC109 - handed through
    ) -> T:
        found = await self._world.changes.until(chat.id, probe, timeout)
        if found is None:
            seen = transcript(visible(chat, self.id))
            raise AssertionError(f"{self.account.first_name} did not see {name} in\n{seen}")
        return found


async def _answered(answer: asyncio.Future[T], timeout: float, complaint: str) -> T:  # noqa: ASYNC109 - handed through
    try:
        return await asyncio.wait_for(answer, timeout)
    except TimeoutError:
        raise AssertionError(complaint) from None


__all__ = ["CallbackAnswer", "NotPossibleError", "Person"]
