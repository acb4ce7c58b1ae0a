"""What sends letters, and what can stand in its way."""

from datetime import timedelta
from typing import Protocol

from bot.domain.letters import Letter
from bot.domain.notices import MessageRef


class Undelivered(Exception):  # noqa: N818  a fact about one letter, named as one
    """A letter did not reach its chat."""


class ChatUnreachable(Undelivered):
    """The person blocked the bot or is gone: nothing reaches them until they say otherwise."""


class LetterRejected(Undelivered):
    """Telegram will never take this letter as it is."""


class MessageGone(LetterRejected):
    """The message to edit was deleted in its chat."""


class AnswerLost(Undelivered):
    """The line dropped or the server failed; `doubtful` when the letter may have arrived."""

    def __init__(self, reason: str, *, doubtful: bool) -> None:
        super().__init__(reason)
        self.doubtful = doubtful


class NotConnected(Undelivered):
    """No connection was made, whatever failed on the way; the letter was not sent."""


class SlowDown(Undelivered):
    """Telegram asks to wait (429); the letter was not sent."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(f"retry after {retry_after}")
        self.retry_after = retry_after


class Interrupted(Undelivered):
    """The bot stops; the letter was not sent."""


class Sender(Protocol):
    """Puts a letter into words and sends it, or edits the message that it names."""

    async def send(self, letter: Letter) -> MessageRef | None:
        """Return the message that now stands in the chat; raise `Undelivered` otherwise."""
