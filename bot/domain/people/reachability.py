"""Reachability: organisations to which no message gets through, and people who blocked the bot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.due_times import DueKind
from bot.domain.letters import LetterContent
from bot.domain.notices import Subject
from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId, folded


class PeopleDue(DueKind):
    """Kinds of due times of people. The value is stored."""

    DIGEST = "reachability_digest"
    ROLE = "planned_role"
    TAG = "group_tag"


class ContactState(StrEnum):
    """Whether messages get through to a person."""

    REACHED = "reached"
    BLOCKED = "blocked"
    UNFINISHED = "unfinished"
    """Started the bot and has not consented: nothing may be sent."""
    ABSENT = "absent"


class Cause(StrEnum):
    """Why no message gets through to an organisation."""

    NOBODY_KNOWN = "nobody_known"
    NOBODY_JOINED = "nobody_joined"
    ALL_BLOCKED = "all_blocked"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the alliance; `since` is when they blocked the bot, if known."""

    member: Member
    since: datetime | None = None

    @property
    def contact(self) -> ContactState:
        """Return whether messages get through to the person, or why not."""
        if self.member.telegram_id is None:
            return ContactState.ABSENT
        if not self.member.reachable:
            return ContactState.BLOCKED
        return ContactState.REACHED if self.member.has_joined else ContactState.UNFINISHED


@dataclass(frozen=True, slots=True)
class OrganisationReach:
    """An organisation and its people, by name."""

    organisation: Organisation
    people: tuple[Person, ...]

    @property
    def cause(self) -> Cause | None:
        """Return why no message gets through; None if one gets through to somebody."""
        contacts = {person.contact for person in self.people}
        if ContactState.REACHED in contacts:
            return None
        if ContactState.BLOCKED in contacts:
            return Cause.ALL_BLOCKED
        return Cause.NOBODY_JOINED if contacts else Cause.NOBODY_KNOWN


@dataclass(frozen=True, slots=True)
class Reached:
    """The whole alliance: all organisations by name, and who blocked the bot, the latest first."""

    organisations: tuple[OrganisationReach, ...]
    blocked: tuple[Person, ...]

    @property
    def silent(self) -> tuple[OrganisationReach, ...]:
        """The organisations to which no message gets through."""
        return tuple(one for one in self.organisations if one.cause is not None)

    @property
    def lost(self) -> tuple[OrganisationReach, ...]:
        """The organisations that could be reached before: their people joined, and blocked the bot.

        Organisations where nobody ever joined are not among them.
        """
        return tuple(one for one in self.organisations if one.cause is Cause.ALL_BLOCKED)

    @property
    def snapshot(self) -> "Snapshot":
        """Return what the next digest is compared with."""
        return Snapshot(
            frozenset(one.organisation.id for one in self.lost),
            frozenset(person.member.id for person in self.blocked),
        )


def reached(
    organisations: Iterable[Organisation],
    members: Iterable[Member],
    blocked_since: Mapping[MemberId, datetime],
) -> Reached:
    """Return the reachability of the alliance; guests from outside are left out."""
    people = [Person(m, blocked_since.get(m.id)) for m in members if not m.guest]
    people.sort(key=lambda person: folded(person.member.name))
    at_home: defaultdict[OrganisationId | None, list[Person]] = defaultdict(list)
    for person in people:
        at_home[person.member.organisation].append(person)
    reaches = [OrganisationReach(one, tuple(at_home[one.id])) for one in organisations]
    reaches.sort(key=lambda one: folded(one.organisation.name))
    blocked = [person for person in people if person.contact is ContactState.BLOCKED]
    blocked.sort(key=lambda person: person.since.timestamp() if person.since else 0, reverse=True)
    return Reached(tuple(reaches), tuple(blocked))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a digest said: the organisations that were lost, and the people who blocked the bot."""

    silent: frozenset[OrganisationId] = frozenset()
    blocked: frozenset[MemberId] = frozenset()


class ReachabilityChanged(Subject, kind="people.reachability_changed"):
    """A notice: what has changed since the last digest, as sorted ids."""

    silent: tuple[OrganisationId, ...]
    reached: tuple[OrganisationId, ...]
    blocked: tuple[MemberId, ...]
    returned: tuple[MemberId, ...]


def changes(before: Snapshot, after: Snapshot) -> ReachabilityChanged | None:
    """Return the news for a digest; None when nothing has changed."""
    if before == after:
        return None
    return ReachabilityChanged(
        silent=tuple(sorted(after.silent - before.silent)),
        reached=tuple(sorted(before.silent - after.silent)),
        blocked=tuple(sorted(after.blocked - before.blocked)),
        returned=tuple(sorted(before.blocked - after.blocked)),
    )


@dataclass(frozen=True, slots=True)
class Weekly:
    """A weekly time in local time; `weekday` counts from Monday, which is 0."""

    weekday: int
    at: time

    def last(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return the latest such time that is not after `now`."""
        today = now.astimezone(zone)
        day = today.date() - timedelta(days=(today.weekday() - self.weekday) % 7)
        moment = datetime.combine(day, self.at, zone)
        earlier = datetime.combine(day - timedelta(days=7), self.at, zone)
        return (moment if moment <= now else earlier).astimezone(UTC)


class ReachabilityLetter(LetterContent):
    """The data of a digest: what changed, and the present state."""

    silent: tuple[str, ...]
    reached: tuple[str, ...]
    blocked: tuple[Member, ...]
    returned: tuple[Member, ...]
    silent_now: int
    blocked_now: int
