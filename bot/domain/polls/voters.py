"""Voters: who has one ballot, and who may cast it, as they were called at the opening."""

from dataclasses import dataclass
from typing import NewType

from bot.domain.people.members import MemberId

VoterId = NewType("VoterId", int)
"""Who has one ballot: an organisation in the general meeting, a member in the council."""


@dataclass(frozen=True, slots=True)
class Representative:
    """Who may cast a voter's ballot, as they were called when the poll opened.

    `leader` tells whether they led the organisation then; None in the council, and where that was
    not kept.
    """

    member: MemberId
    name: str
    position: str = ""
    leader: bool | None = None


@dataclass(frozen=True, slots=True)
class Voter:
    """A voter as the minutes name them: an organisation, or a member of the council.

    Frozen at the opening: `inn` and `ogrn` are an organisation's, `organisation` is where a member
    of the council comes from.
    """

    id: VoterId
    name: str
    people: tuple[Representative, ...]
    inn: str = ""
    ogrn: str = ""
    organisation: str = ""
