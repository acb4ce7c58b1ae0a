"""Helpers: people besides organisers who may check others in."""

from dataclasses import dataclass

from bot.domain.events.doors import FOUND_LIMIT
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import HelperNamed
from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId, folded
from bot.domain.people.searches import is_called
from bot.domain.priorities import Priority
from bot.domain.refusals import ButtonTooOld
from bot.ports import Transaction
from bot.services.access import require_event, require_organiser
from bot.services.transactions import RuledService, reading, transaction


@dataclass(frozen=True, slots=True)
class Team:
    """The helpers of an event, by name."""

    event: Event
    helpers: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The first `FOUND_LIMIT` of `count` people who match a name and could help."""

    event: Event
    people: tuple[Member, ...]
    count: int


class Helpers(RuledService):
    """Naming helpers, for organisers."""

    @reading
    def team(self, tx: Transaction, actor: MemberId, event: EventId) -> Team:
        """Return the helpers of an event."""
        _, found = self._organised(tx, actor, event)
        return _team(tx, found)

    @reading
    def candidates(self, tx: Transaction, actor: MemberId, event: EventId, text: str) -> Candidates:
        """Find by name people who could help: joined, and not yet allowed to check people in."""
        _, found = self._organised(tx, actor, event)
        named = tx.doors.helpers(found.id)
        people = [
            member
            for member in tx.members.all()
            if _can_help(member) and member.id not in named and is_called(member.name, text)
        ]
        people.sort(key=_by_name)
        return Candidates(found, tuple(people[:FOUND_LIMIT]), len(people))

    @transaction
    def name(self, tx: Transaction, actor: MemberId, event: EventId, member: MemberId) -> Team:
        """Make a person a helper, and tell them; refuse one whom the bot cannot write to."""
        organiser, found = self._organised(tx, actor, event)
        person = tx.members.get(member)
        if person is None or not _can_help(person):
            raise ButtonTooOld
        if person.id not in tx.doors.helpers(found.id):
            self._name(tx, organiser, found, person)
        return _team(tx, found)

    def _name(self, tx: Transaction, organiser: Member, event: Event, person: Member) -> None:
        now = self._clock.now()
        tx.doors.add_helper(event.id, person.id)
        key = f"helper:{event.id}:{person.id}:{now.timestamp():.6f}"
        notice = Notice(key, person.id, HelperNamed(event.id), Priority.ANSWER, now)
        tx.outbox.add([notice], now)
        tx.audit.add(organiser.id, "helper.name", f"event:{event.id}", now, member=person.id)

    @transaction
    def dismiss(self, tx: Transaction, actor: MemberId, event: EventId, member: MemberId) -> Team:
        """Remove a helper; the check-in that they have open is no longer updated."""
        organiser, found = self._organised(tx, actor, event)
        if member in tx.doors.helpers(found.id):
            tx.doors.remove_helper(found.id, member)
            now = self._clock.now()
            tx.audit.add(organiser.id, "helper.dismiss", f"event:{found.id}", now, member=member)
        return _team(tx, found)

    def _organised(self, tx: Transaction, actor: MemberId, event: EventId) -> tuple[Member, Event]:
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        found.require_open(self._clock.now())
        return organiser, found


def _can_help(member: Member) -> bool:
    """Tell whether a person can be a helper: organisers need not, guests from outside cannot."""
    return member.has_joined and not (member.guest or member.is_organiser)


def _team(tx: Transaction, event: Event) -> Team:
    people = filter(None, map(tx.members.get, tx.doors.helpers(event.id)))
    return Team(event, tuple(sorted(people, key=_by_name)))


def _by_name(member: Member) -> tuple[str, str]:
    return folded(member.name), folded(member.organisation_name or "")
