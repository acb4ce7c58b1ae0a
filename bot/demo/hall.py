"""The hall of the general meeting: its pages, and the crowd, which acts through the use cases."""

from collections.abc import Iterable

from bot.demo.actors import Actor
from bot.demo.stage import Stage
from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.page_views import ScreenView
from bot.domain.meetings.plans import ItemId, MeetingId, MeetingPlan
from bot.domain.meetings.terms import Office
from bot.domain.people.members import MemberId, TelegramId
from bot.domain.polls.plans import Body
from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import Voter, VoterId
from bot.ports import Transaction
from bot.services.polls.electing import everybody_of


class Hall:
    """A convened meeting; `voters` is its roll, and `leaders` who speaks for each."""

    def __init__(self, stage: Stage, meeting: MeetingId, secretary: MemberId) -> None:
        self._stage, self._services = stage, stage.app.services
        self.meeting, self.secretary = meeting, secretary
        self.voters: dict[VoterId, Voter] = {}
        self.codes: dict[VoterId, str] = {}
        self.screen = self.desk = ""
        self._there: dict[VoterId, None] = {}

    @classmethod
    async def convened(cls, stage: Stage, plan: MeetingPlan, secretary: Actor) -> "Hall":
        """Plan and convene a meeting, by the secretary of the alliance."""
        planning, member = stage.app.services.meeting_planning, await member_of(stage, secretary)
        meeting = await planning.create(member, plan)
        await planning.convene(member, meeting)
        return cls(stage, meeting, member)

    @property
    def there(self) -> list[VoterId]:
        """The organisations that are there, in the order in which they came."""
        return list(self._there)

    async def opens(self) -> None:
        """Open the registration, the screen and a desk, and show their addresses."""
        await self._services.registration.open(self.secretary, self.meeting)
        self.voters = await self._stage.app.database.read(_roll)
        pages = self._services.meeting_pages
        self.screen = await pages.open_page(self.secretary, self.meeting, PageKind.SCREEN)
        self.desk = await pages.open_page(self.secretary, self.meeting, PageKind.DESK)
        self._stage.show_pages(
            screen=f"screen/{self.screen}", desk=f"desk/{self.desk}", ballot="vote"
        )

    def of(self, actor: Actor) -> VoterId:
        """Return the organisation of an actor."""
        inn = actor.figure.organisation.inn
        return next(voter.id for voter in self.voters.values() if voter.inn == inn)

    async def arrive(self, voters: Iterable[VoterId]) -> None:
        """Register the leaders of these organisations at the desk."""
        for voter in voters:
            await self._services.meeting_pages.desk_arrive(self.desk, voter, self.leader(voter))
            self._there[voter] = None

    async def arrive_afar(self, voters: Iterable[VoterId]) -> None:
        """Have the leaders of these organisations take part from afar."""
        for voter in voters:
            person = self.leader(voter)
            await self._services.attending.arrive_afar(person, self.meeting, voter)
            self._there[voter] = None

    def joins(self, voter: VoterId) -> None:
        """Count an organisation whose person has registered in the chat."""
        self._there[voter] = None

    async def depart(self, voters: Iterable[VoterId]) -> None:
        """Have the leaders of these organisations leave."""
        for voter in voters:
            await self._services.meeting_pages.desk_depart(self.desk, voter, self.leader(voter))
            del self._there[voter]

    async def print_codes(self) -> int:
        """Give a slip with a code to all who are there; return how many were printed."""
        printed = await self._services.registration.issue_codes(self.secretary, self.meeting)
        self.codes |= {one.voter: one.code for one in printed}
        return len(printed)

    def leader(self, voter: VoterId) -> MemberId:
        """Return who leads an organisation."""
        return next(one.member for one in self.voters[voter].people if one.leader)

    async def elects(self, chair: MemberId, tellers: tuple[MemberId, MemberId]) -> None:
        """Elect the officers, nobody against: the chair of the alliance conducts until then."""
        for office, people in (
            (Office.SECRETARY, (self.secretary,)),
            (Office.TELLER, tellers),
            (Office.CHAIR, (chair,)),
        ):
            said = ChairSaid(ChairAct.ELECT, people=people, office=office)
            await self._services.conducting.act(self.secretary, self.meeting, said)

    async def poll(self, item: ItemId) -> PollId:
        """Return the open vote on an item."""
        votes = (await self.shown()).votes
        return next(one.poll for one in votes if one.item == item)

    async def shown(self) -> ScreenView:
        """Return what the hall's screen shows."""
        return await self._services.meeting_pages.screen(self.screen)

    async def cast(self, poll: PollId, ways: dict[VoterId, str]) -> None:
        """Cast ballots by buttons."""
        for voter, said in ways.items():
            await self._services.ballots.cast(self.leader(voter), poll, voter, said)

    async def cast_by_code(self, poll: PollId, ways: dict[VoterId, str]) -> None:
        """Cast ballots on the page, by the codes of the slips."""
        for voter, said in ways.items():
            await self._services.meeting_pages.cast(self.codes[voter], poll, said)


def _roll(tx: Transaction) -> dict[VoterId, Voter]:
    return {voter.id: voter for voter in everybody_of(tx, Body.GENERAL)}


async def member_of(stage: Stage, actor: Actor) -> MemberId:
    """Return the number of an actor who has joined."""
    member = await stage.app.services.members.recognise(TelegramId(actor.person.id))
    if member is None:
        raise LookupError(actor.name)
    return member.id
