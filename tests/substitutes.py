"""Two organisations whose people hand seats to each other, in tests."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.domain.events.audiences import EVERYBODY, Audience
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import Substitution, SubstitutionId, SubstitutionState
from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.quiet_hours import QuietHours
from bot.services.events.events import Events
from bot.services.events.rsvps import Rsvps
from bot.services.events.substitutions import Substitutions
from bot.services.people.leaving import depart
from bot.services.people.members import Members
from bot.services.rules import AllianceRules
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan, some_rules
from tests.databases import dump, forget_edits
from tests.people import joined

OLGA, ANNA, BORIS, VERA, GLEB, DINA = map(MemberId, range(1, 7))
FUND, CENTRE = OrganisationId(1), OrganisationId(2)
CARD, LIST, REQUEST = MessageRef(2, 10), MessageRef(2, 11), MessageRef(3, 12)


class Colleagues:
    """Olga organises; Anna, Boris and Vera are of the Fund; Gleb and Dina of the Centre."""

    def __init__(self, database: Database, clock: SandboxClock, rules: AllianceRules) -> None:
        self.database = database
        self.clock = clock
        self.events = Events(database, clock, rules)
        self.rsvps = Rsvps(database, clock, rules)
        self.substitutions = Substitutions(database, clock, rules)
        self.members = Members(
            database, clock, rules=rules, administrators=frozenset(), language="ru"
        )

    async def publishes(
        self,
        capacity: int | None = None,
        *,
        audience: Audience = EVERYBODY,
        after: timedelta = timedelta(days=7),
        guests: int = 0,
        quota: int | None = None,
    ) -> EventId:
        plan = replace(
            a_plan(self.clock, after=after),
            capacity=capacity,
            audience=audience,
            guests=guests,
            quota=quota,
        )
        return await self.events.publish(OLGA, plan)

    async def come(self, event: EventId, *members: MemberId) -> None:
        for member in members:
            await self.rsvps.answer(member, event, Answer.GOING)

    async def asks(
        self, event: EventId, member: MemberId = ANNA, colleague: MemberId = BORIS
    ) -> SubstitutionId:
        await self.substitutions.ask(member, event, colleague)
        request = await self.request(event, member)
        assert request is not None
        return request.id

    async def answers(self, request: SubstitutionId, *, accept: bool, by: MemberId = BORIS) -> None:
        await self.substitutions.answer(by, request, REQUEST, accept=accept)

    async def leaves(self, member: MemberId) -> None:
        """Have somebody leave their organisation."""

        def leave(tx: Stores) -> None:
            person = tx.members.get(member)
            assert person is not None
            depart(tx, person, some_rules(), self.clock.now())

        await self.database.write(leave)

    async def may_ask(self, event: EventId, member: MemberId = ANNA) -> list[MemberId]:
        found = await self.substitutions.colleagues(member, event, LIST)
        assert found.event.id == event
        return [one.id for one in found.people]

    async def request(self, event: EventId, member: MemberId = ANNA) -> Substitution | None:
        return await self.database.read(lambda tx: tx.substitutions.open_of(event, member))

    async def state(self, request: SubstitutionId) -> SubstitutionState | None:
        found = await self.database.read(lambda tx: tx.substitutions.get(request))
        return found.state if found else None

    async def rsvp(self, event: EventId, member: MemberId) -> Rsvp | None:
        return await self.database.read(lambda tx: tx.rsvps.get(event, member))

    async def seats(self, event: EventId) -> list[tuple[MemberId, Seat, int, int]]:
        """Return who wants to come: with which seat, place and size."""

        def read(tx: Stores) -> list[tuple[MemberId, Seat, int, int]]:
            found = tx.events.get(event)
            assert found is not None
            return [(p.member, p.seat, p.place, p.size) for p in tx.rsvps.roster(found).parties]

        return await self.database.read(read)

    async def said(self, kind: type) -> list[Notice]:
        """Return the notices of a kind that are due by the end of time, in their order."""
        end = datetime(9999, 1, 1, tzinfo=UTC)

        def claim(tx: Stores) -> list[Notice]:
            found: list[Notice] = []
            while batch := tx.outbox.claim(end, 1):
                found += [one.notice for one in batch]
                for one in batch:
                    tx.outbox.save_sent(one, None, end)
            return found

        every = await self.database.write(claim)
        return [notice for notice in every if isinstance(notice.subject, kind)]

    async def edits(self) -> set[MessageRef]:
        """Return the messages that are to be renewed, and forget that they are."""
        return await forget_edits(self.database)

    async def dump(self) -> list[str]:
        return await dump(self.database)


def an_alliance(tx: Stores, now: datetime) -> None:
    for name, inn in (("Фонд", "6671000017"), ("Центр", "6671000024")):
        tx.organisations.add(OrganisationDetails(name, name, inn, None, "Екатеринбург"))
    people = [
        ("Ольга", None, {Role.ORGANISER}),
        ("Анна", FUND, {Role.COUNCIL}),
        ("Борис", FUND, set()),
        ("Вера", FUND, {Role.COUNCIL}),
        ("Глеб", CENTRE, set()),
        ("Дина", CENTRE, set()),
    ]
    for name, organisation, roles in people:
        details = PersonDetails(name, "директор", delegate=name == "Анна", roles=frozenset(roles))
        joined(tx, details, now, organisation)


async def some_colleagues(database: Database, clock: SandboxClock) -> Colleagues:
    """Write the two organisations into an empty database; there are no quiet hours."""
    await database.write(lambda tx: an_alliance(tx, clock.now()))
    return Colleagues(database, clock, some_rules())


async def careful_colleagues(database: Database, clock: SandboxClock) -> Colleagues:
    """Do so at nine in the evening, with quiet hours from 22 to 8; all in UTC."""
    clock.advance((_nine(clock.now()) - clock.now()) % timedelta(days=1))
    await database.write(lambda tx: an_alliance(tx, clock.now()))
    quiet_hours = QuietHours(time(22), time(8))
    return Colleagues(database, clock, some_rules(quiet_hours=quiet_hours, zone="UTC"))


def _nine(now: datetime) -> datetime:
    return now.replace(hour=21, minute=0, second=0, microsecond=0)
