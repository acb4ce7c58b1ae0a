"""Addressees: who gets an announcement, as an expression over roles, organisations and events."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import TypeAlias

from bot.domain.events.audiences import Reach
from bot.domain.events.events import EventId
from bot.domain.events.refusals import AudienceEmpty
from bot.domain.events.rsvps import Group
from bot.domain.people.members import Member, MemberId, OrganisationId, Role, folded
from bot.domain.polls.polls import PollId


class Circle(StrEnum):
    """Groups of people by their position in the alliance."""

    EVERYBODY = "everybody"
    COUNCIL = "council"
    DELEGATES = "delegates"
    LEADERS = "leaders"


@dataclass(frozen=True, slots=True)
class OfCircle:
    """Everybody, the council, organisations' voting representatives, or organisations' leaders."""

    circle: Circle


@dataclass(frozen=True, slots=True)
class OfMunicipalities:
    """People of organisations in these municipalities; case and ё make no difference."""

    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfOrganisations:
    """People of these organisations."""

    organisations: tuple[OrganisationId, ...]


@dataclass(frozen=True, slots=True)
class WithRoles:
    """People with any of these roles."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class ByName:
    """People picked one by one."""

    people: tuple[MemberId, ...]


@dataclass(frozen=True, slots=True)
class OfEvent:
    """People of an event: those who are going, wait for a seat, have not answered, or came."""

    event: EventId
    group: Group


@dataclass(frozen=True, slots=True)
class YetToVote:
    """People who can still cast a ballot in a poll: nothing else tells how anybody voted."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Everybody who is in at least one of the parts."""

    any_of: tuple["Addressees", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everybody who is in each of the parts."""

    all_of: tuple["Addressees", ...]


@dataclass(frozen=True, slots=True)
class Except:
    """Everybody in `whole` except those in the part that is taken out.

    There is no plain "not": it would include guests from outside, who must be named explicitly.
    """

    whole: "Addressees"
    without: "Addressees"


Addressees: TypeAlias = (
    OfCircle
    | OfMunicipalities
    | OfOrganisations
    | WithRoles
    | ByName
    | OfEvent
    | YetToVote
    | AnyOf
    | AllOf
    | Except
)

EVERYBODY = OfCircle(Circle.EVERYBODY)


@dataclass(frozen=True, slots=True)
class Facts:
    """Who is in the groups of events, and who has not voted yet in polls."""

    groups: Mapping[OfEvent, frozenset[MemberId]] = field(default_factory=dict)
    awaited: Mapping[PollId, frozenset[MemberId]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many people an announcement reaches; `reach` is without those who opted out of its kind.

    `later` counts those who have quiet hours at that moment; `mornings` are the ends of these by
    the people's own time zones.
    """

    reach: Reach
    opted_out: int
    later: int
    mornings: frozenset[time] = frozenset()


def includes(addressees: Addressees, member: Member, facts: Facts) -> bool:
    """Tell whether a person is addressed; a guest from outside only by name or through an event."""
    match addressees:
        case AnyOf(parts):
            included = any(includes(part, member, facts) for part in parts)
        case AllOf(parts):
            included = bool(parts) and all(includes(part, member, facts) for part in parts)
        case Except(whole, without):
            out = includes(without, member, facts)
            included = not out and includes(whole, member, facts)
        case OfEvent():
            included = member.id in facts.groups.get(addressees, ())
        case YetToVote(poll):
            included = member.id in facts.awaited.get(poll, ())
        case ByName(people):
            included = member.id in people
        case _:
            included = not member.guest and _belongs(addressees, member)
    return included


def _belongs(to: OfCircle | OfMunicipalities | OfOrganisations | WithRoles, member: Member) -> bool:
    match to:
        case OfCircle(circle):
            return _is_in(circle, member)
        case OfMunicipalities(municipalities):
            return folded(member.municipality) in map(folded, municipalities)
        case OfOrganisations(organisations):
            return member.organisation in organisations
        case WithRoles(roles):
            return not member.roles.isdisjoint(roles)


def _is_in(circle: Circle, member: Member) -> bool:
    match circle:
        case Circle.EVERYBODY:
            return True
        case Circle.COUNCIL:
            return Role.COUNCIL in member.roles
        case Circle.DELEGATES:
            return member.delegate or Role.LEADER in member.roles
        case Circle.LEADERS:
            return Role.LEADER in member.roles


def leaves(addressees: Addressees) -> Iterator[Addressees]:
    """Yield the parts of an expression, without the operators that join them."""
    match addressees:
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from leaves(part)
        case Except(whole, without):
            yield from leaves(whole)
            yield from leaves(without)
        case _:
            yield addressees


def checked_addressees(addressees: Addressees) -> Addressees:
    """Return the expression; refuse one with an empty list in any part."""
    match addressees:
        case AnyOf(parts) | AllOf(parts):
            if not parts:
                raise AudienceEmpty
            for part in parts:
                checked_addressees(part)
        case Except(whole, without):
            checked_addressees(whole)
            checked_addressees(without)
        case OfMunicipalities(named) | OfOrganisations(named) | WithRoles(named) | ByName(named):
            if not named:
                raise AudienceEmpty
        case _:
            pass
    return addressees
