"""What the minutes say of people beside their names: patronymics, and what their rights rest on."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.minutes.authorities import OTHERS
from bot.domain.minutes.participants import Authority
from bot.domain.people.members import MemberId, folded
from bot.domain.people.names import full_name
from bot.ports import Transaction


@dataclass(frozen=True, slots=True)
class Papers:
    """What is known of people, `documents` and patronymics; and `said`, for these minutes alone.

    What is said is by folded name, and goes first.
    """

    said: Mapping[str, str]
    patronymics: Mapping[MemberId, str]
    documents: Mapping[MemberId, str]

    def name_of(self, member: MemberId, name: str) -> str:
        """Return a person's name at the opening, with the patronymic that is known of them."""
        return full_name(name, self.patronymics.get(member, ""))

    def document_of(self, member: MemberId, name: str, authority: Authority) -> str:
        """Return what a right rests on: the person's own document, else that said of all others.

        The holder of a proxy has it in hand, and a leader without a document acts by the charter.
        """
        if authority is Authority.PROXY:
            return ""
        others = "" if authority is Authority.LEADER else self.said.get(OTHERS, "")
        names = (name, self.name_of(member, name))
        own = next((self.said[folded(one)] for one in names if folded(one) in self.said), "")
        return own or self.documents.get(member, "") or others


def papers_of(tx: Transaction, said: Mapping[str, str]) -> Papers:
    """Return what is known of everybody, and what was said for these minutes."""
    return Papers(said, tx.members.patronymics(), tx.members.documents())
