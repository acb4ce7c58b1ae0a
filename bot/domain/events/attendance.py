"""Attendance: the people of an event, as organisers see them in lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.events.events import Event
from bot.domain.events.rsvps import Answer, Group, Rsvp
from bot.domain.people.members import Member, folded

BY_ANSWER = {Answer.MAYBE: Group.MAYBE, Answer.DECLINED: Group.DECLINED}


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of an event; a person who was not `told` has not joined the bot, or came uninvited.

    `number` is their position in the waiting list, from 1. `arrived_at` (UTC) is when they checked
    in.
    """

    member: Member
    rsvp: Rsvp | None = None
    number: int | None = None
    arrived_at: datetime | None = None
    told: bool = True

    @property
    def group(self) -> Group | None:
        """The group of the person's answer; None for a person who was not told."""
        if self.rsvp is None:
            return Group.SILENT if self.told else None
        if self.rsvp.answer is Answer.GOING:
            return Group.GOING if self.rsvp.has_seat else Group.WAITING
        return BY_ANSWER[self.rsvp.answer]

    @property
    def guests(self) -> int:
        """How many guests the person brings."""
        return self.rsvp.guests if self.rsvp else 0


@dataclass(frozen=True, slots=True)
class AttendanceShare:
    """An organisation's people at an event: `going`, guests included, and `arrived`."""

    organisation: str
    going: int
    arrived: int


@dataclass(frozen=True)
class Attendees:
    """Everybody who was invited to an event, answered, or came.

    First those who want to come, in the order of their answers, then others who answered, then the
    rest by organisation and name.
    """

    event: Event
    people: tuple[Attendee, ...]

    @cached_property
    def groups(self) -> dict[Group, list[Attendee]]:
        """The people of each group; those who came are also listed there, in order of arrival."""
        groups: dict[Group, list[Attendee]] = {group: [] for group in Group}
        for person in self.people:
            if person.group is not None:
                groups[person.group].append(person)
        came = [(person.arrived_at, person) for person in self.people if person.arrived_at]
        groups[Group.CAME] = [person for _, person in sorted(came, key=lambda pair: pair[0])]
        return groups

    def by_organisation(self) -> list[AttendanceShare]:
        """Return the figures of each organisation, by name; people without one are under ''."""
        shares: dict[str, tuple[int, int]] = {}
        for person in self.people:
            name = person.member.organisation_name or ""
            going, arrived = shares.get(name, (0, 0))
            seats = 1 + person.guests if person.group is Group.GOING else 0
            shares[name] = (going + seats, arrived + (person.arrived_at is not None))
        return [AttendanceShare(name, *shares[name]) for name in sorted(shares, key=folded)]


def by_organisation_and_name(members: Iterable[Member]) -> list[Member]:
    """Return people sorted by organisation, then by name."""
    return sorted(members, key=lambda one: (folded(one.organisation_name or ""), folded(one.name)))
