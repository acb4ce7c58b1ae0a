"""Further data of people in minutes: patronymics, and the documents of their right to vote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.minutes.authorities import OTHERS
from bot.domain.minutes.participants import Authority
from bot.domain.people.members import MemberId, folded
from bot.domain.people.names import full_name
from bot.domain.polls.polls import Poll
from bot.ports import Transaction
from bot.services.minutes.mandates import documents_seen


@dataclass(frozen=True, slots=True)
class Papers:
    """The `documents` and patronymics of people, and those `said` for these minutes only.

    The latter are by folded name, and take precedence.
    """

    said: Mapping[str, str]
    patronymics: Mapping[MemberId, str]
    documents: Mapping[MemberId, str]

    def name_of(self, member: MemberId, name: str) -> str:
        """Return a person's name at the opening, with the known patronymic."""
        return full_name(name, self.patronymics.get(member, ""))

    def document_of(self, member: MemberId, name: str, authority: Authority) -> str:
        """Return the document of a right: the person's own, else the one entered for all others.

        A proxy is a document itself, and a leader without a document acts by the charter.
        """
        if authority is Authority.PROXY:
            return ""
        others = "" if authority is Authority.LEADER else self.said.get(OTHERS, "")
        names = (name, self.name_of(member, name))
        own = next((self.said[folded(one)] for one in names if folded(one) in self.said), "")
        return own or self.documents.get(member, "") or others


def papers_of(tx: Transaction, polls: Iterable[Poll], said: Mapping[str, str]) -> Papers:
    """Return the known data of everybody, and what was entered for the minutes of these polls.

    A document that was seen at the meeting's desk goes before the one on file.
    """
    documents = {**tx.members.documents(), **documents_seen(tx, polls)}
    return Papers(said, tx.members.patronymics(), documents)
