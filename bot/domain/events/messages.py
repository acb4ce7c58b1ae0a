"""Messages: what an organiser writes to the people of an event."""

from dataclasses import dataclass
from html.parser import HTMLParser

from bot.domain.events.audiences import Reach
from bot.domain.events.events import Event
from bot.domain.lines import one_line
from bot.domain.refusals import TextMissing, TextTooLong

TEXT_LIMIT = 3500
"""UTF-16 units: with the event's title above, a message stays within Telegram's 4096."""


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message (Telegram's HTML) about an event, before it is sent, and whom it would reach."""

    event: Event
    text: str
    reach: Reach


def checked_text(html: str) -> str:
    """Return a text in Telegram's HTML with something to be seen, at most `TEXT_LIMIT` long.

    Tags do not count, and an emoji counts as two, as Telegram counts them.
    """
    seen = _visible(html)
    if not one_line(seen):
        raise TextMissing
    length = len(seen.encode("utf-16-le")) // 2
    if length > TEXT_LIMIT:
        raise TextTooLong(TEXT_LIMIT, length)
    return html


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _visible(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)
