"""A general meeting in the sandbox: organisations whose leaders tap, and a secretary."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.plans import ItemKind, MeetingId
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Office
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.plans import Candidate, CandidateId
from bot.domain.polls.voters import VoterId
from bot.services.meetings.states import state_of
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.general_meetings import a_plan as a_meeting_plan
from tests.people import joined

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FIRST = 11
"""The Telegram id of the first leader."""


class Congress:
    """The alliance's secretary, a helper, and organisations with a leader each."""

    def __init__(self, alliance: Alliance) -> None:
        self.alliance = alliance
        self.leaders: dict[VoterId, MemberId] = {}
        self.id = MeetingId(0)

    async def gathers(self, organisations: int = 4) -> "Congress":
        """Write everybody down."""
        self.maria = await self.alliance.has(1, "Мария Орлова", Role.SECRETARY)
        self.peter = await self.alliance.has(2, "Пётр Климов")
        now = self.alliance.clock.now()

        def write(tx: Stores) -> None:
            for number in range(1, organisations + 1):
                name = f"Фонд <b>{number:03}</b>"
                house = OrganisationDetails(name, "", f"66{number:08}", None, "")
                fund = tx.organisations.add(house)
                person = PersonDetails(f"Глава <i>{number}</i>")
                leader = joined(tx, person, now, fund, telegram_id=FIRST + number - 1)
                tx.organisations.save_leader(fund, leader)
                self.leaders[VoterId(fund)] = leader

        await self.alliance.database.write(write)
        for number in range(organisations):
            name = f"Глава {number + 1}"
            self.alliance.sandbox.add_person(FIRST + number, name, started=True)
        return self

    def leader(self, number: int) -> Person:
        """The leader of an organisation, from 1."""
        return self.alliance.sandbox.person(FIRST + number - 1)

    async def convenes(self, **changes: Any) -> MeetingId:
        """Convene a meeting without the forms: a report, a motion and two elections."""
        services, secretary = self.alliance.services, MemberId(1)
        stand = tuple(
            Candidate(CandidateId(n), f"Глава {n}", member=self.leaders[VoterId(n)]) for n in (2, 3)
        )
        plan = a_meeting_plan(starts_at=self.alliance.clock.now() + 20 * DAY, title="Собрание <b>")
        items = tuple(
            replace(one, candidates=stand, seats=1) if one.kind is ItemKind.ELECTION else one
            for one in plan.agenda
        )
        plan = replace(plan, **({"agenda": items} | changes))
        self.id = await services.meeting_planning.create(secretary, plan)
        await services.meeting_planning.convene(secretary, self.id)
        return self.id

    async def registers(self, *numbers: int) -> None:
        """Open the registration on the day, and have leaders arrive."""
        registration, secretary = self.alliance.services.registration, MemberId(1)
        self.alliance.clock.advance(20 * DAY - HOUR)
        await registration.open(secretary, self.id)
        for voter in map(VoterId, numbers):
            await registration.arrive(secretary, self.id, voter, self.leaders[voter])

    async def begins(self, *numbers: int) -> None:
        """Open the session with these leaders; the first one is its chair, the others count."""
        await self.registers(*numbers)
        conducting, secretary = self.alliance.services.conducting, MemberId(1)
        chair = self.leaders[VoterId(numbers[0])]
        for said in (
            ChairSaid(ChairAct.BEGIN),
            ChairSaid(ChairAct.ELECT, people=(secretary,), office=Office.SECRETARY),
            ChairSaid(ChairAct.ELECT, people=(secretary, MemberId(2)), office=Office.TELLER),
            ChairSaid(ChairAct.ELECT, people=(chair,), office=Office.CHAIR),
        ):
            await conducting.act(secretary, self.id, said)

    async def state(self) -> MeetingState:
        """Return the state of the meeting."""

        def read(tx: Stores) -> MeetingState:
            found = tx.meetings.get(self.id)
            assert found is not None
            return state_of(tx, found)

        return await self.alliance.database.read(read)
