"""Audiences: who an event is for, and how many of them the bot can write to."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people.members import Member, MemberId, Role, folded


class AudienceCircle(StrEnum):
    """The group that makes up an audience, before people are added one by one."""

    EVERYBODY = "everybody"
    DELEGATES = "delegates"
    COUNCIL = "council"
    MUNICIPALITIES = "municipalities"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Audience:
    """A group, and people `chosen` by hand: also guests from outside and substitutes.

    `municipalities` are named as in the import; case and ё are ignored.
    """

    circle: AudienceCircle
    municipalities: tuple[str, ...] = ()
    chosen: frozenset[MemberId] = frozenset()

    def includes(self, member: Member) -> bool:
        """Tell whether `member` is in the audience; a guest from outside only by being chosen."""
        if member.guest or member.id in self.chosen:
            return member.id in self.chosen
        match self.circle:
            case AudienceCircle.EVERYBODY:
                return True
            case AudienceCircle.DELEGATES:
                return member.delegate or Role.LEADER in member.roles
            case AudienceCircle.COUNCIL:
                return Role.COUNCIL in member.roles
            case AudienceCircle.MUNICIPALITIES:
                return folded(member.municipality) in map(folded, self.municipalities)
            case AudienceCircle.CHOSEN:
                return False


EVERYBODY = Audience(AudienceCircle.EVERYBODY)
DELEGATES = Audience(AudienceCircle.DELEGATES)
COUNCIL = Audience(AudienceCircle.COUNCIL)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people of an audience the bot can write to, and how many it cannot."""

    people: int
    organisations: int
    unreachable: int
    not_joined: int
