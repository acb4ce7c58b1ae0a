"""Native polls: options, votes, closing."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request


@dataclass(slots=True)
class Poll:
    """A poll and its votes; `fields` are the given fields of the Bot API's Poll."""

    id: str
    chat_id: int
    message_id: int
    fields: dict[str, Any]
    options: list[dict[str, Any]]
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)
    is_closed: bool = False
    closes_at: int | None = None

    def as_object(self) -> dict[str, Any]:
        """Return the Bot API's Poll object."""
        counts = [0] * len(self.options)
        for choice in self.votes.values():
            for index in choice:
                counts[index] += 1
        options = [
            {**option, "voter_count": count}
            for option, count in zip(self.options, counts, strict=True)
        ]
        return {
            "id": self.id,
            **self.fields,
            "options": options,
            "total_voter_count": len(self.votes),
            "is_closed": self.is_closed,
        }

    def vote(self, user_id: int, choice: tuple[int, ...]) -> None:
        """Record somebody's vote, or retract it when `choice` is empty."""
        if self.is_closed:
            raise bad_request("poll has already been closed")
        if any(not 0 <= index < len(self.options) for index in choice):
            raise bad_request("OPTION_INVALID")
        if len(choice) > 1 and not self.fields["allows_multiple_answers"]:
            raise bad_request("OPTIONS_TOO_MUCH")
        if user_id in self.votes and not self.fields["allows_revoting"]:
            raise bad_request("REVOTE_NOT_ALLOWED")
        self.votes.pop(user_id, None)
        if choice:
            self.votes[user_id] = tuple(sorted(set(choice)))


class Polls:
    """All polls by id."""

    def __init__(self) -> None:
        self._polls: dict[str, Poll] = {}

    def add(self, poll: Poll) -> None:
        """Store a poll."""
        self._polls[poll.id] = poll

    def get(self, poll_id: str) -> Poll:
        """Find a poll by its id."""
        return self._polls[poll_id]

    def due(self, now: int) -> list[Poll]:
        """Return the open polls whose time is over."""
        return [
            poll
            for poll in self._polls.values()
            if not poll.is_closed and poll.closes_at is not None and poll.closes_at <= now
        ]
