"""What a search needs of a store."""

from collections.abc import Iterable
from typing import Protocol

from bot.domain.searching.queries import Candidate


class SearchStore(Protocol):
    """Finds candidates in an index."""

    def candidates(self, trigrams: Iterable[str], limit: int) -> list[Candidate]: ...
    def beginning(self, letters: str, limit: int) -> list[Candidate]: ...
