"""How much may be sent: what Telegram is believed to allow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """What Telegram is believed to allow (its FAQ for bots; the true limits are not published).

    `per_second`: messages a second to all chats; fractions hold on average, so 29.5 means at most
    30 in any second, and 0.5 one in two seconds. `per_chat_second`: messages a second to one
    person, once a burst is used up: `chat_burst` for notices, `answer_burst` for answers to the
    person's own taps and messages. `per_group_minute`: messages to one group or channel in any
    minute. Anything not positive is refused.
    """

    per_second: float = 30
    per_chat_second: float = 1
    per_group_minute: int = 20
    chat_burst: int = 3
    answer_burst: int = 8

    def __post_init__(self) -> None:
        bursts = min(self.chat_burst, self.answer_burst)
        if not min(self.per_second, self.per_chat_second, self.per_group_minute, bursts) > 0:
            raise ValueError(f"rates must be positive: {self}")
