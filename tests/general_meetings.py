"""A general meeting on a real database: organisations with a leader and a delegate, and desks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.config.voting import Voting
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.page_views import CodeReceipt
from bot.domain.meetings.plans import (
    AgendaPoint,
    ItemId,
    ItemKind,
    Meeting,
    MeetingId,
    MeetingMode,
    MeetingPlan,
)
from bot.domain.meetings.refusals import LastCallFirst
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Hands, Office, VotingForm
from bot.domain.meetings.views import PanelView
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.polls.ballots import Said
from bot.domain.polls.cards import Cast
from bot.domain.polls.plans import Candidate, CandidateId, Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from bot.services.meetings.agendas import MeetingAgendas
from bot.services.meetings.attending import Attending
from bot.services.meetings.chair_pages import ChairPages
from bot.services.meetings.conducting import Conducting
from bot.services.meetings.counting import Counting
from bot.services.meetings.delegating import Delegating
from bot.services.meetings.pages import MeetingPages
from bot.services.meetings.planning import MeetingPlanning
from bot.services.meetings.postings import Postings
from bot.services.meetings.registration import Registration
from bot.services.meetings.states import state_of
from bot.services.meetings.summaries import MeetingMinutes
from bot.services.polls.ballots import Ballots
from bot.services.polls.polls import Polls
from bot.services.polls.proxies import Proxies
from bot.services.polls.ties import Ties
from bot.services.polls.verification import Verdict, verify
from bot.services.rules import MeetingPolicy, VotingPolicy
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.people import joined

PLANNED = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
STARTS = datetime(2026, 12, 20, 7, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SECRETARY, OUTSIDER, REGISTRAR = MemberId(1), MemberId(2), MemberId(3)
CHAIR, CLERK = MemberId(4), MemberId(6)  # the leaders of the first two organisations
REPORT, BUDGET, ELECTION, OPEN_ELECTION = map(ItemId, (1, 2, 3, 4))
CLAUSE = "Устав, п. 5.8"


class Presiding(Conducting):
    """The acts of who conducts a meeting, each by its name."""

    async def begin(self, actor: MemberId, meeting: MeetingId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.BEGIN))

    async def elect(
        self,
        actor: MemberId,
        meeting: MeetingId,
        office: Office,
        people: tuple[MemberId, ...],
        hands: Hands | None = None,
    ) -> PanelView:
        said = ChairSaid(ChairAct.ELECT, people=people, office=office, hands=hands)
        return await self.act(actor, meeting, said)

    async def suspend(self, actor: MemberId, meeting: MeetingId, reason: str) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.SUSPEND, reason=reason))

    async def resume(self, actor: MemberId, meeting: MeetingId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.RESUME))

    async def end(self, actor: MemberId, meeting: MeetingId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.END))

    async def call(self, actor: MemberId, meeting: MeetingId, item: ItemId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.CALL, item))

    async def finish(self, actor: MemberId, meeting: MeetingId, item: ItemId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.FINISH, item))

    async def open_vote(
        self,
        actor: MemberId,
        meeting: MeetingId,
        item: ItemId,
        form: VotingForm = VotingForm.BALLOT,
    ) -> PanelView:
        act = ChairAct.HANDS if form is VotingForm.HANDS else ChairAct.OPEN
        return await self.act(actor, meeting, ChairSaid(act, item))

    async def open_second_round(
        self, actor: MemberId, meeting: MeetingId, item: ItemId
    ) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.SECOND_ROUND, item))

    async def last_call(self, actor: MemberId, meeting: MeetingId, item: ItemId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.LAST_CALL, item))

    async def close_vote(self, actor: MemberId, meeting: MeetingId, item: ItemId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.CLOSE, item))

    async def cancel_vote(
        self, actor: MemberId, meeting: MeetingId, item: ItemId, reason: str
    ) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.CANCEL, item, reason=reason))

    async def give_floor(
        self,
        actor: MemberId,
        meeting: MeetingId,
        person: MemberId | None = None,
        limit: timedelta | None = None,
    ) -> PanelView:
        people = () if person is None else (person,)
        return await self.act(actor, meeting, ChairSaid(ChairAct.FLOOR, people=people, limit=limit))

    async def end_floor(self, actor: MemberId, meeting: MeetingId) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.HUSH))

    async def drop_speaker(
        self, actor: MemberId, meeting: MeetingId, person: MemberId
    ) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.DROP, people=(person,)))

    async def uphold(self, actor: MemberId, meeting: MeetingId, objection: int) -> PanelView:
        return await self.act(actor, meeting, ChairSaid(ChairAct.UPHOLD, objection=objection))


class GeneralMeeting:
    """Members 1 to 3 are of no organisation; each organisation has a leader and a delegate."""

    def __init__(self, database: Database, starts: datetime = STARTS) -> None:
        self.database, self.starts = database, starts
        self.clock = FixedClock(starts - (STARTS - PLANNED))
        voting = VotingPolicy(
            presets=Voting(remote=CLAUSE).presets, session=90 * DAY, proxies_per_holder=2
        )
        self.rules = replace(some_rules(), voting=voting, meetings=MeetingPolicy(remote=CLAUSE))
        common = database, self.clock, self.rules
        self.planning, self.agendas = MeetingPlanning(*common), MeetingAgendas(*common)
        self.registration = Registration(*common)
        self.attending, self.postings = Attending(*common), Postings(*common)
        self.conducting = Presiding(*common)
        self.delegating = Delegating(*common)
        self.counting = Counting(*common)
        self.pages, self.chair_pages = MeetingPages(*common), ChairPages(*common)
        self.minutes = MeetingMinutes(*common)
        self.ballots, self.polls, self.ties = Ballots(*common), Polls(*common), Ties(*common)
        self.proxies = Proxies(*common)
        self.id = MeetingId(0)
        self.leaders: dict[VoterId, MemberId] = {}
        self.delegates: dict[VoterId, MemberId] = {}

    async def gathers(self, organisations: int = 5) -> "GeneralMeeting":
        """Write down a secretary, an outsider, a registrar, and the organisations."""

        def write(tx: Stores) -> None:
            secretary = frozenset({Role.SECRETARY})
            now = self.clock.now()
            joined(tx, PersonDetails("Секретарь совета", roles=secretary), now)
            for name in ("Прохожий", "Регистратор"):
                joined(tx, PersonDetails(name), now)
            for number in range(1, organisations + 1):
                house = OrganisationDetails(f"Фонд {number:03}", "", f"66{number:08}", None, "")
                fund = tx.organisations.add(house)
                leader = joined(tx, PersonDetails(f"Глава {number}"), now, fund)
                tx.organisations.save_leader(fund, leader)
                person = PersonDetails(f"Делегат {number}", delegate=True, document="приказ № 5")
                delegate = joined(tx, person, now, fund)
                self.leaders[VoterId(fund)] = leader
                self.delegates[VoterId(fund)] = delegate

        await self.database.write(write)
        return self

    async def plans(self, **changes: Any) -> MeetingId:
        """Plan a meeting in the hall, with a report, a motion and two elections."""
        self.id = await self.planning.create(
            SECRETARY, a_plan(**{"starts_at": self.starts} | changes)
        )
        return self.id

    async def convenes(self, **changes: Any) -> Meeting:
        await self.plans(**changes)
        return await self.planning.convene(SECRETARY, self.id)

    async def registers(self, **changes: Any) -> None:
        """Convene a meeting, and open the registration an hour before it."""
        await self.convenes(**changes)
        self.clock.time = self.starts - 60 * MINUTE
        await self.registration.open(SECRETARY, self.id)

    async def arrive(self, *voters: int) -> None:
        """Have the leaders of these voters arrive."""
        for voter in map(VoterId, voters):
            self.clock.time += timedelta(seconds=1)
            await self.registration.arrive(SECRETARY, self.id, voter, self.leaders[voter])

    async def leaves(self, voter: int) -> None:
        """Have the leader of a voter leave."""
        whom = VoterId(voter)
        await self.registration.depart(SECRETARY, self.id, whom, self.leaders[whom])

    async def begins(self, *voters: int, **changes: Any) -> PanelView:
        """Open a session with these voters, and elect the officers."""
        await self.registers(**changes)
        await self.arrive(*voters)
        await self.conducting.begin(SECRETARY, self.id)
        return await self.elects()

    async def elects(self) -> PanelView:
        """Elect the officers, nobody against."""
        for office, people in (
            (Office.SECRETARY, (CLERK,)),
            (Office.TELLER, (OUTSIDER, REGISTRAR)),
            (Office.CHAIR, (CHAIR,)),
        ):
            panel = await self.conducting.elect(SECRETARY, self.id, office, people)
        return panel

    async def opens(self, item: ItemId = BUDGET, form: VotingForm = VotingForm.BALLOT) -> PollId:
        """Call an item and open the vote on it."""
        self.clock.time += MINUTE
        await self.conducting.call(CHAIR, self.id, item)
        await self.conducting.open_vote(CHAIR, self.id, item, form)
        return await self.poll(item)

    async def poll(self, item: ItemId) -> PollId:
        vote = (await self.state()).items[item].vote
        assert vote is not None
        return vote.poll

    async def poll_or_none(self, item: ItemId) -> PollId | None:
        vote = (await self.state()).items[item].vote
        return vote.poll if vote else None

    def on(self, database: Database) -> "GeneralMeeting":
        """Return the meeting on a database that was opened again."""
        again = GeneralMeeting(database, self.starts)
        again.clock.time, again.id = self.clock.time, self.id
        again.leaders, again.delegates = self.leaders, self.delegates
        return again

    async def closes(self, item: ItemId = BUDGET) -> PanelView:
        """Close the vote on an item after a last call, if one is needed."""
        self.clock.time += MINUTE
        try:
            return await self.conducting.close_vote(CHAIR, self.id, item)
        except LastCallFirst:
            await self.conducting.last_call(CHAIR, self.id, item)
        return await self.conducting.close_vote(CHAIR, self.id, item)

    async def casts(self, voter: int, poll: PollId, said: Said = "for") -> Cast:
        """Have a voter's leader cast its ballot by a button."""
        self.clock.time += timedelta(seconds=1)
        whom = VoterId(voter)
        return await self.ballots.cast(self.leaders[whom], poll, whom, said)

    async def code(self, voter: int) -> str:
        whom = VoterId(voter)
        leader = self.leaders[whom]
        return (await self.registration.issue_code(SECRETARY, self.id, whom, leader)).code

    async def casts_by_code(self, code: str, poll: PollId, said: Said = "for") -> CodeReceipt:
        self.clock.time += timedelta(seconds=1)
        return await self.pages.cast(code, poll, said)

    async def counts(self, *figures: int, item: ItemId = BUDGET, **said: Any) -> None:
        """Have both tellers enter these figures on a motion."""
        for teller in (OUTSIDER, REGISTRAR):
            await self.counting.count(teller, self.id, item, figures, **said)

    async def state(self) -> MeetingState:
        def read(tx: Stores) -> MeetingState:
            found = tx.meetings.get(self.id)
            assert found is not None
            return state_of(tx, found)

        return await self.database.read(read)

    async def verdict(self) -> Verdict:
        return await self.database.read(verify)


def a_plan(**changes: Any) -> MeetingPlan:
    """Return the plan of a meeting in the hall."""
    agenda = (
        AgendaPoint(id=REPORT, kind=ItemKind.REPORT, title="Отчёт", speaker="Вера", minutes=20),
        AgendaPoint(id=BUDGET, kind=ItemKind.VOTE, title="Бюджет", decision="Утвердить бюджет"),
        an_election(ELECTION, preset="election"),
        an_election(OPEN_ELECTION, preset="election", secrecy=Secrecy.NAMED, seats=2),
    )
    plan = MeetingPlan(title="Общее собрание", starts_at=STARTS, place="Дом НКО", agenda=agenda)
    return replace(plan, **changes)


def an_election(item: ItemId, **changes: Any) -> AgendaPoint:
    """Return an election of the leaders of the third to the fifth organisation to one seat."""
    stand = tuple(
        Candidate(CandidateId(n), f"Глава {n}", member=MemberId(2 + 2 * n)) for n in (3, 4, 5)
    )
    point = AgendaPoint(id=item, kind=ItemKind.ELECTION, title="Выборы в совет", candidates=stand)
    return replace(point, **changes)


FROM_AFAR: dict[str, Any] = {"mode": MeetingMode.REMOTE}
MIXED: dict[str, Any] = {"mode": MeetingMode.MIXED}
ALL_HANDS = Hands(5)
