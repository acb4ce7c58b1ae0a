"""People with telephones who vote: a council, and organisations with their delegates."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import Body, Candidate, CandidateId, PollKind, PollPlan, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.people import joined
from tests.polling import a_motion

CHAIR = MemberId(1)
DAY = timedelta(days=1)
QUESTION = "Утвердить бюджет на 2027 год"
SECRET: dict[str, Any] = {"secrecy": Secrecy.SECRET}
GENERAL: dict[str, Any] = {"body": Body.GENERAL}


class Voters:
    """The council is of members 1 to 4; «Фонд 1», «Фонд 2» have a leader each, 5 and 6."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.polls = alliance.services.polls
        voting = replace(self.polls._rules.voting, session=90 * DAY)  # what is open stays open
        self.polls._source = replace(self.polls._rules, voting=voting)
        self.ties = alliance.services.ties
        self.vera: Person
        self.boris: Person
        self.gleb: Person
        self.dina: Person
        self.egor: Person
        self.zoya: Person

    async def gather(self) -> "Voters":
        """Write everybody down, and give them telephones."""
        council = [("Вера", Role.CHAIR), ("Борис", Role.SECRETARY)]
        council += [("Глеб", Role.COUNCIL), ("Дина", Role.COUNCIL)]
        people = [
            await self.alliance.has(number, name, role)
            for number, (name, role) in enumerate(council, 1)
        ]
        self.vera, self.boris, self.gleb, self.dina = people
        self.egor = await self._delegate(5, "Егор", "Фонд 1")
        self.zoya = await self._delegate(6, "Зоя", "Фонд 2")
        return self

    async def _delegate(self, number: int, name: str, organisation: str) -> Person:
        person = self.alliance.sandbox.add_person(number, name, started=True)
        now = self.alliance.clock.now()

        def write(tx: Stores) -> OrganisationId:
            details = OrganisationDetails(organisation, "", f"667100{number:04}", None, "")
            house = tx.organisations.add(details)
            leader = joined(tx, PersonDetails(name, delegate=True), now, house)
            tx.organisations.save_leader(house, leader)
            return house

        await self.alliance.database.write(write)
        return person

    async def opens(self, **plan: Any) -> PollId:
        """Have the chair open a poll for three days, a named motion unless it is told."""
        return await self.polls.open(CHAIR, self.plan(**plan))

    def plan(self, **changes: Any) -> PollPlan:
        closes_at = (self.alliance.clock.now() + 3 * DAY).replace(second=0, microsecond=0)
        return replace(a_motion(closes_at=closes_at, question=QUESTION), **changes)

    async def closes(self) -> None:
        """Let the deadline pass, and let everybody hear what came of it."""
        await self.alliance.goes_on(3 * DAY)

    async def organisation(self, delegate: int) -> VoterId:
        """Return the voter for whom a delegate casts in the general meeting."""
        member = await self.alliance.database.read(lambda tx: tx.members.get(MemberId(delegate)))
        assert member is not None
        assert member.organisation is not None
        return VoterId(member.organisation)


def of(kind: PollKind, *names: str, seats: int = 1) -> dict[str, Any]:
    """Return what makes a plan an election of people, or an admission of organisations."""
    candidates = tuple(Candidate(CandidateId(10 + n), name) for n, name in enumerate(names))
    return {"kind": kind, "candidates": candidates, "seats": seats}
