"""Where issued minutes are kept."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain.minutes.minutes import Body, MinutesNumber
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.polls.polls import PollId


@dataclass(frozen=True, slots=True)
class IssuedFiles:
    """Minutes as they are handed out."""

    docx: bytes
    pdf: bytes


class MinutesStore(Protocol):
    """The archive of minutes."""

    def next_number(self, body: Body, year: int) -> MinutesNumber: ...
    def add(
        self, issued: IssuedMinutes, files: IssuedFiles, entry: int, draft: str | None
    ) -> MinutesId: ...
    def by_draft(self, draft: str) -> MinutesId | None: ...
    def get(self, minutes: MinutesId) -> IssuedMinutes | None: ...
    def files(self, minutes: MinutesId) -> IssuedFiles | None: ...
    def all(self) -> list[IssuedMinutes]: ...
    def of_poll(self, poll: PollId) -> list[IssuedMinutes]: ...
