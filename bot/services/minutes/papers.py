"""What the minutes say of people beside their names: patronymics, and what their rights rest on."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.minutes.authorities import OTHERS
from bot.domain.minutes.minutes import Authority
from bot.domain.people.members import folded


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents of people: those `said` for these minutes, by folded name."""

    said: Mapping[str, str]

    def document_of(self, name: str, authority: Authority) -> str:
        """Return what a right rests on: the document said of that person, else of all others.

        The holder of a proxy has it in hand, and a leader without a document acts by the charter.
        """
        if authority is Authority.PROXY:
            return ""
        others = "" if authority is Authority.LEADER else self.said.get(OTHERS, "")
        return self.said.get(folded(name)) or others
