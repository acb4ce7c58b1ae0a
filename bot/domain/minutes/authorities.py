"""What people's rights to vote rest on: the documents that the minutes name (ГК 181.2 п. 4)."""

import re
from collections.abc import Iterable, Mapping

from bot.domain.lines import one_line, within
from bot.domain.minutes.participants import Participant
from bot.domain.minutes.refusals import AuthorityMissing, AuthorityTooLong, AuthorityUnreadable
from bot.domain.people.members import folded

AUTHORITY_LIMIT = 300
NAMED = 5
"""So many people without a document are named in a refusal."""
OTHERS = ""
"""Stands for everybody who is not named."""
PERSON = re.compile(r"([^:№\d]{2,200}):\s*(\S.*)")


def read_authorities(text: str) -> dict[str, str]:
    """Read documents by folded name: «Мария Орлова: решение № 2»; without a name for all others."""
    found: dict[str, str] = {}
    for line in map(one_line, text.splitlines()):
        if not line:
            continue
        named = PERSON.fullmatch(line)
        who, document = (folded(named[1]), named[2]) if named else (OTHERS, line)
        if who in found:
            raise AuthorityUnreadable
        found[who] = document
    if not found:
        raise AuthorityUnreadable
    return checked_authorities(found)


def checked_authorities(said: Mapping[str, str]) -> dict[str, str]:
    """Return the documents; refuse one that is too long for the table."""
    return {who: within(AUTHORITY_LIMIT, text, AuthorityTooLong) for who, text in said.items()}


def require_authorities(participants: Iterable[Participant]) -> None:
    """Refuse minutes in which somebody votes without a document that gives them the right to."""
    people = {hand.name: None for one in participants for hand in one.hands if hand.lacks_document}
    if people:
        raise AuthorityMissing(", ".join(list(people)[:NAMED]), max(0, len(people) - NAMED))
