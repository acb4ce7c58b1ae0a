"""The sender of letters, and the ways in which sending fails."""

from datetime import timedelta
from typing import Protocol

from bot.domain.letters import Letter
from bot.domain.notices import MessageRef


class Undelivered(Exception):  # noqa: N818  a fact about one letter, named as one
    """A letter did not reach its chat."""


class ChatUnreachable(Undelivered):
    """The person blocked the bot or is gone: nothing gets through until they come back."""


class LetterRejected(Undelivered):
    """Telegram refuses this letter for good."""


class ChatMoved(LetterRejected):
    """The group has become a supergroup: its messages go to another chat."""

    def __init__(self, chat: int) -> None:
        super().__init__(f"the group has become a supergroup: {chat}")
        self.chat = chat


class MessageGone(LetterRejected):
    """The message to edit was deleted in its chat."""


class AnswerLost(Undelivered):
    """The connection dropped or the server failed; `doubtful` if the letter may have arrived."""

    def __init__(self, reason: str, *, doubtful: bool) -> None:
        super().__init__(reason)
        self.doubtful = doubtful


class NotConnected(Undelivered):
    """No connection was made, or the token was refused; the letter was not sent."""


class SlowDown(Undelivered):
    """Telegram asks to wait (429); the letter was not sent."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(f"retry after {retry_after}")
        self.retry_after = retry_after


class Interrupted(Undelivered):
    """The bot is stopping; the letter was not sent."""


class Sender(Protocol):
    """Renders a letter and sends it, or edits the message that it names."""

    async def send(self, letter: Letter) -> MessageRef | None:
        """Return the sent or edited message; raise `Undelivered` otherwise."""
