"""Addressees: whom an announcement is for, as an expression of who belongs to what."""

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
    """People by their standing in the alliance."""

    EVERYBODY = "everybody"
    COUNCIL = "council"
    DELEGATES = "delegates"
    LEADERS = "leaders"


@dataclass(frozen=True, slots=True)
class OfCircle:
    """Everybody, the council, those who vote for their organisation, or its leaders."""

    circle: Circle


@dataclass(frozen=True, slots=True)
class OfMunicipalities:
    """People of organisations from these places; case and ё make no difference."""

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
    """Those who are going to an event, wait for it, are silent about it, or came."""

    event: EventId
    group: Group


@dataclass(frozen=True, slots=True)
class YetToVote:
    """Those who can still cast a ballot in a poll: the only thing told of who voted how."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Everybody who is in one of the parts."""

    any_of: tuple["Addressees", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everybody who is in each of the parts."""

    all_of: tuple["Addressees", ...]


@dataclass(frozen=True, slots=True)
class Except:
    """Everybody who is in the whole, and not in what is taken from it.

    There is no bare "not": a guest from outside is among people only where one says so.
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
    """Whom an announcement would touch; `reach` without those who wanted none of its kind.

    `later` of its people have quiet hours at that moment. These end `mornings` by their own clocks.
    """

    reach: Reach
    opted_out: int
    later: int
    mornings: frozenset[time] = frozenset()


def includes(addressees: Addressees, member: Member, facts: Facts) -> bool:
    """Tell whether a person is meant. A guest from outside is only by name or by an event."""
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
    """Yield what an expression is made of, without the connecting words."""
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
    """Return an expression in which each part says something; refuse an empty list of any kind."""
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
