"""A council of nine and an alliance of organisations that vote, as several tests play it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.cards import Cast, PollCard
from bot.domain.polls.declared import Declared
from bot.domain.polls.omissions import Omission
from bot.domain.polls.plans import Body, Candidate, CandidateId, PollKind, PollPlan, Secrecy
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.voters import VoterId
from bot.domain.quiet_hours import QuietHours
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.polls.ballots import Ballots
from bot.services.polls.courses import add_poll
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.reminders import PollReminders
from bot.services.polls.ties import Ties
from bot.services.rules import VotingPolicy
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import joined
from tests.polling import RULES, a_motion

NOON = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)  # 12:00 in Yekaterinburg
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CLOSES = NOON + 3 * DAY
NIGHT = QuietHours(time(22), time(9))
CHAIR, SECRETARY = MemberId(1), MemberId(2)
COUNCIL = tuple(map(MemberId, range(1, 10)))
OUTSIDER = MemberId(10)  # of no organisation, in no council
COUNCIL_GROUP, GROUP = -1001, -1002
FOR, AGAINST, ABSTAIN = "for", "against", "abstain"


class Assembly:
    """The council, members 1 to 9; organisations each with a leader and a delegate, from 11 on."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, FixedClock(NOON)
        policy = VotingPolicy(leads=(DAY, 3 * HOUR), last_call=HOUR / 2, session=90 * DAY)
        rules = some_rules(DAY, quiet_hours=NIGHT)
        self.rules = replace(rules, voting=policy, council_group=COUNCIL_GROUP, group=GROUP)
        self.polls = Polls(database, self.clock, self.rules)
        self.ties = Ties(database, self.clock, self.rules)
        self.ballots = Ballots(database, self.clock, self.rules)
        self.proxies = Proxies(database, self.clock, self.rules)
        self.reminders = PollReminders(database, self.clock, self.rules)
        self.deliveries = Deliveries(
            database, self.clock, self.rules, notices=NOTICES, max_attempts=3, language="ru"
        )

    async def gathers(self, organisations: int = 3) -> None:
        """Write down the council, an outsider, and organisations of two people each."""

        def write(tx: Stores) -> None:
            offices = {CHAIR: Role.CHAIR, SECRETARY: Role.SECRETARY}
            for number in range(1, 11):
                role = offices.get(MemberId(number), Role.COUNCIL)
                roles = frozenset({role}) if number <= len(COUNCIL) else frozenset()
                joined(tx, PersonDetails(f"Член совета {number}", roles=roles), NOON)
            for number in range(1, organisations + 1):
                fund = tx.organisations.add(
                    OrganisationDetails(f"Фонд {number:03}", "", f"66{number:08}", None, "")
                )
                leader = joined(tx, PersonDetails(f"Глава {number}"), NOON, fund)
                tx.organisations.save_leader(fund, leader)
                joined(tx, PersonDetails(f"Делегат {number}", delegate=True), NOON, fund)

        await self.database.write(write)

    async def opens(self, **plan: Any) -> PollId:
        return await self.polls.open(CHAIR, a_poll(**plan))

    async def opened_earlier(self, **plan: Any) -> PollId:
        """Open a poll that an earlier release took: it did not ask who decides what, and how."""

        def write(tx: Stores) -> PollId:
            chair, checked = tx.members.get(CHAIR), a_poll(**plan).checked(self.clock.now())
            assert chair is not None
            return add_poll(tx, chair, checked, self.rules, self.clock.now()).id

        return await self.database.write(write)

    async def casts(self, member: int, poll: PollId, text: str = FOR, voter: int = 0) -> Cast:
        """Have a person cast their own ballot, or that of a voter."""
        self.clock.time += timedelta(seconds=1)
        return await self.ballots.cast(MemberId(member), poll, VoterId(voter or member), text)

    async def entrusts(
        self, member: MemberId, poll: PollId, voter: VoterId, holder: MemberId, *paper: Any
    ) -> None:
        """Have a person give a proxy in the bot, and the secretary see the paper."""
        await self.proxies.give(member, poll, voter, holder, *paper)
        await self.proxies.confirm(SECRETARY, poll, voter, holder)

    async def closes(self, poll: PollId) -> None:
        """Let the deadline pass."""
        self.clock.time = (await self.found(poll)).closes_at
        await self.polls.close_due()

    async def found(self, poll: PollId) -> Poll:
        found = await self.database.read(lambda tx: tx.polls.get(poll))
        assert found is not None
        return found

    async def declared(self, poll: PollId) -> Declared:
        declared = await self.database.read(lambda tx: tx.outcomes.declared(poll))
        assert declared is not None
        return declared

    async def written(self, poll: PollId) -> Mapping[str, str]:
        found = await self.found(poll)
        return await self.database.read(lambda tx: tx.ballots.written(found))

    async def told(self, kind: str) -> Counter[int]:
        """Return to whom, person or group, notices of a kind are in the outbox."""
        sql = "SELECT addressee FROM notices WHERE kind = ? AND edits_message IS NULL"
        rows = await self.rows(sql, kind)
        return Counter(row[0] for row in rows)

    async def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return await query(self.database, sql, *values)


async def appoints(assembly: Assembly) -> MemberId:
    """Let the first organisation get a new leader after the opening."""

    def write(tx: Stores) -> MemberId:
        house = tx.members.get(MemberId(11))
        assert house is not None
        assert house.organisation is not None
        person = PersonDetails("Новый глава", "директор")
        new = joined(tx, person, NOON, house.organisation)
        tx.organisations.save_leader(house.organisation, new)
        return new

    return await assembly.database.write(write)


def a_poll(**changes: Any) -> PollPlan:
    """Return a motion before the council, or what else the changes make of it."""
    return a_motion(**{"closes_at": CLOSES, "rules": RULES, **changes})


def an_election(*people: MemberId, seats: int = 1, **changes: Any) -> dict[str, Any]:
    """Return what makes a plan an election between people."""
    candidates = tuple(
        Candidate(CandidateId(n), f"Кандидат {n}", member=who) for n, who in enumerate(people, 1)
    )
    return {"kind": PollKind.ELECTION, "candidates": candidates, "seats": seats, **changes}


OMISSION = Omission("Устав, п. 4.7", "членство приостановлено")
GENERAL: dict[str, Any] = {"body": Body.GENERAL}
SECRET: dict[str, Any] = {"secrecy": Secrecy.SECRET}
ISSUED = date(2026, 11, 20)


def card_of(cast: Cast) -> PollCard:
    """Return the card that is shown to anyone who cast a ballot where no message follows it."""
    assert cast.card is not None
    return cast.card
