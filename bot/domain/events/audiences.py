"""Audiences: whom an event is for, and how many of them can be told."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people.members import Member, MemberId, Role, folded


class AudienceCircle(StrEnum):
    """The people of an audience, before those who are added to it one by one."""

    EVERYBODY = "everybody"
    DELEGATES = "delegates"
    COUNCIL = "council"
    MUNICIPALITIES = "municipalities"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Audience:
    """A circle, and with it `chosen`: those picked by hand, outside guests and substitutes.

    `municipalities` are names as they were imported; case and ё make no difference.
    """

    circle: AudienceCircle
    municipalities: tuple[str, ...] = ()
    chosen: frozenset[MemberId] = frozenset()

    def includes(self, member: Member) -> bool:
        """Tell whether `member` is one of them; a guest from outside is only by being chosen."""
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
    """Whom an audience touches: people who can be told, and those who cannot."""

    people: int
    organisations: int
    unreachable: int
    not_joined: int
