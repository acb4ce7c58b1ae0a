"""Random meetings on a real database that is closed and opened again: what is kept agrees."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.domain.meetings.chairs import ChairAct, ChairSaid, TieThere
from bot.domain.meetings.folding import fold
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, PartOf
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.terms import Hands, Motion, VotingForm
from bot.domain.polls.ballots import Ballot, Choice, ElectionBallot, MotionBallot
from bot.domain.polls.plans import PollKind, PollPlan, Secrecy
from bot.domain.polls.refusals import ClockBehind
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.services.meetings import states
from bot.services.meetings.chair_views import chair_view
from bot.services.meetings.states import require_meeting, state_of
from storage.engine.database import open_database
from storage.stores import Stores
from tests.effort import effort
from tests.general_meetings import (
    CHAIR,
    MINUTE,
    MIXED,
    OUTSIDER,
    PLANNED,
    REGISTRAR,
    SECRETARY,
    GeneralMeeting,
    an_election,
)

ITEMS, ELECTION, IN_SECRET = tuple(map(ItemId, range(1, 6))), ItemId(2), ItemId(3)
MOTIONS = tuple(
    AgendaPoint(
        id=item,
        kind=ItemKind.VOTE,
        title=f"Вопрос {item}",
        secrecy=Secrecy.SECRET if item == IN_SECRET else Secrecy.NAMED,
    )
    for item in ITEMS
    if item != ELECTION
)
COUNCIL = an_election(ELECTION, preset="election", secrecy=Secrecy.NAMED, seats=2)
AGENDA = (MOTIONS[0], COUNCIL, *MOTIONS[1:])
MOST_ITEMS = 12
SAID = ("for", "against", "abstain")
HOUR = timedelta(hours=1)


class Chance:
    """Somebody does something, whether or not it is allowed."""

    def __init__(self, meeting: GeneralMeeting, random: Random) -> None:
        self.meeting, self.random = meeting, random
        self.codes: list[tuple[VoterId, str]] = []
        self.refused = 0
        self.seen: dict[VoterId, datetime] = {}
        """When those afar were heard of last, as this test has it."""
        self.asked: list[tuple[VoterId, bool]] = []
        """Who waits for the floor, as they asked, and whether to a point of order."""
        self.heard: set[VoterId] = set()

    async def step(self) -> None:
        """Do one thing; a refusal changes nothing."""
        usual: list[Callable[[], Awaitable[Any]]] = [
            *[self.arrives, self.taps, self.all_tap, self.prints, self.types, self.counts],
            *[self.calls, self.goes_on, self.opens, self.closes, self.closes, self.draws_lots],
        ]
        others: list[Callable[[], Awaitable[Any]]] = [
            *[self.leaves, self.takes_paper, self.cancels, self.pauses, self.objects],
            *[self.upholds, self.asks, self.speaks, self.registers_afar, self.pings, self.is_lost],
            *[self.sets_the_clock_back, self.recuses, self.amends, self.moves],
            *[self.opens_a_second_round, self.opens_a_second_round],
        ]
        acts = [*usual, *usual, *others]
        self.meeting.clock.time += self.meeting.rules.meetings.speech / 60
        try:
            await self.random.choice(acts)()
        except Refusal:
            self.refused += 1

    @property
    def voter(self) -> VoterId:
        return VoterId(self.random.randint(1, 5))

    async def item(self) -> ItemId:
        open_now = list((await self.meeting.state()).open_votes)
        return self.random.choice(open_now or list(ITEMS))

    def ballot(self, plan: PollPlan) -> Ballot:
        """Return some ballot in a poll; in an election most approve as many as they can."""
        if plan.kind is PollKind.MOTION:
            return MotionBallot(self.random.choice(list(Choice)))
        approved = self.random.sample([one.id for one in plan.candidates], plan.seats)
        against_all = self.random.random() < 0.1
        return ElectionBallot(frozenset() if against_all else frozenset(approved), against_all)

    async def arrives(self) -> None:
        await self.meeting.arrive(self.voter)

    async def leaves(self) -> None:
        voter = self.voter
        await self.meeting.leaves(voter)
        self._gone(voter)

    def _gone(self, voter: VoterId) -> None:
        self.seen.pop(voter, None)
        self.asked = [one for one in self.asked if one[0] != voter]

    async def registers_afar(self) -> None:
        voter = self.voter
        leader = self.meeting.leaders[voter]
        await self.meeting.attending.arrive_afar(leader, self.meeting.id, voter)
        self.seen[voter] = self.meeting.clock.now()

    async def pings(self) -> None:
        for voter in self.random.sample(sorted(self.seen), len(self.seen) // 2):
            await self.meeting.attending.ping(self.meeting.leaders[voter], self.meeting.id)
            self.seen[voter] = self.meeting.clock.now()

    async def is_lost(self) -> None:
        """See that exactly those leave who were not heard of for longer than the grace."""
        self.meeting.clock.time += self.random.choice((1, 4)) * MINUTE
        state, now = await self.meeting.state(), self.meeting.clock.now()
        heard = {v: max(at, state.resumed_at or at) for v, at in self.seen.items()}
        lost = {voter for voter, at in heard.items() if now - at > timedelta(minutes=5)}
        assert await self.meeting.attending.drop_lost() == len(lost)
        assert set((await self.meeting.state()).present) == set(state.present) - lost
        for voter in lost:
            self._gone(voter)

    async def sets_the_clock_back(self) -> None:
        """See that nothing is noted by a clock that was set back."""
        before, time = await self.meeting.state(), self.meeting.clock.time
        self.meeting.clock.time -= HOUR
        try:
            with pytest.raises(ClockBehind):
                await self.meeting.conducting.suspend(CHAIR, self.meeting.id, "Свет")
            assert await self.meeting.attending.drop_lost() == 0
        finally:
            self.meeting.clock.time = time
        assert await self.meeting.state() == before

    def _heard(self, voter: VoterId, item: ItemId | None = None) -> None:
        """Note that somebody afar spoke up, or voted openly on this item."""
        if voter in self.seen and item != IN_SECRET:
            self.seen[voter] = self.meeting.clock.now()

    async def taps(self) -> None:
        voter, item = self.voter, await self.item()
        poll = await self.meeting.poll_or_none(item)
        if poll is not None:
            await self.meeting.casts(voter, poll, self.ballot)
            self._heard(voter, item)

    async def all_tap(self) -> None:
        """Have all who can vote, in two ways if they can: ties are likely."""
        item = await self.item()
        poll = await self.meeting.poll_or_none(item)
        if poll is None:
            return
        for voter in sorted((await self.meeting.state()).present):
            with suppress(Refusal):
                await self.meeting.casts(voter, poll, self.ballot)
                self._heard(voter, item)

    async def prints(self) -> None:
        voter = self.voter
        self.codes.append((voter, await self.meeting.code(voter)))

    async def types(self) -> None:
        item = await self.item()
        poll = await self.meeting.poll_or_none(item)
        if self.codes and poll is not None:
            voter, code = self.random.choice(self.codes)
            await self.meeting.casts_by_code(code, poll, self.ballot)
            self._heard(voter, item)

    async def takes_paper(self) -> None:
        await self.meeting.counting.issue_slip(
            OUTSIDER, self.meeting.id, await self.item(), self.voter
        )

    async def counts(self) -> None:
        """Count an open vote, or one that may be counted again; the first count stays."""
        state = await self.meeting.state()
        votes = {**state.open_votes, **state.recountable}
        if not votes:
            return
        item, vote = self.random.choice([*votes.items()])
        out = len(vote.slips) if vote.slips else self.random.randint(0, 3)
        figures = (out, 0, 0, 0) if item == ELECTION else (out, 0, 0)
        for teller in (OUTSIDER, REGISTRAR):
            await self.meeting.counting.count(teller, self.meeting.id, item, figures)
        assert (await self.meeting.state()).items[item].votes[-1].counted == vote.counted

    async def calls(self) -> None:
        await self.goes_to(self.random.choice(ITEMS))

    async def goes_to(self, item: ItemId) -> None:
        """Call an item; the current one keeps its speakers."""
        former = (await self.meeting.state()).current
        await self.meeting.conducting.call(CHAIR, self.meeting.id, item)
        if item != former:
            self.asked, self.heard = [], set()

    async def goes_on(self) -> None:
        """Call the next item of the agenda, and open its vote."""
        item = (await self.meeting.state()).next_item
        if item is not None:
            await self.goes_to(item)
            await self.opens()

    async def opens_a_second_round(self) -> None:
        await self.meeting.conducting.open_second_round(CHAIR, self.meeting.id, ELECTION)

    async def draws_lots(self) -> None:
        """Record a lot between two who are tied; nobody else may win it."""
        tie = await self.meeting.database.read(lambda tx: tie_in(tx, self.meeting))
        if tie is not None:
            drawn = self.random.sample([one.id for one in tie.candidates], tie.seats)
            said = ChairSaid(ChairAct.LOT, ELECTION, words="Монета", winners=frozenset(drawn))
            await self.meeting.conducting.act(CHAIR, self.meeting.id, said)

    async def recuses(self) -> None:
        voter, item = self.voter, await self.any_item()
        await self.meeting.delegating.recuse(self.meeting.leaders[voter], self.meeting.id, item)
        self._heard(voter)

    async def any_item(self) -> ItemId:
        return self.random.choice((await self.meeting.state()).order)

    async def amends(self) -> None:
        """Put an amendment or a section before an item; no more of them than one can vote on."""
        if len((await self.meeting.state()).order) < MOST_ITEMS:
            part = self.random.choice(list(PartOf))
            point = AgendaPoint(id=ItemId(0), kind=ItemKind.VOTE, title="Часть", part=part)
            item = await self.any_item()
            await self.meeting.conducting.amend(CHAIR, self.meeting.id, item, (point,))

    async def moves(self) -> None:
        motions = (Motion.REORDER, Motion.BLOCK, Motion.CLOSE_DEBATE, Motion.REMOVE, Motion.OTHER)
        motion = self.random.choices(motions, (4, 4, 2, 1, 1))[0]
        present = len((await self.meeting.state()).present)
        against = self.random.choice((0, 0, 0, present))
        hands = Hands(present - against, against)
        items = tuple(self.random.sample(ITEMS, 2)) if motion is Motion.BLOCK else ()
        item = await self.any_item()
        await self.meeting.conducting.procedural(
            CHAIR, self.meeting.id, motion, hands, item=item, items=items
        )
        here = item == (await self.meeting.state()).current
        if motion is Motion.CLOSE_DEBATE and here and not against:
            self.asked = [one for one in self.asked if one[1]]

    async def opens(self) -> None:
        current = (await self.meeting.state()).current or ITEMS[0]
        form = self.random.choice((VotingForm.BALLOT, VotingForm.BALLOT, VotingForm.HANDS))
        await self.meeting.conducting.open_vote(CHAIR, self.meeting.id, current, form)

    async def closes(self) -> None:
        """Close a vote, mostly once all have voted."""
        if self.random.random() < 0.8:
            await self.all_tap()
        await self.meeting.closes(await self.item())

    async def cancels(self) -> None:
        if self.random.random() < 0.3:
            item = await self.item()
            await self.meeting.conducting.cancel_vote(CHAIR, self.meeting.id, item, "Сбой")

    async def pauses(self) -> None:
        await self.meeting.conducting.suspend(CHAIR, self.meeting.id, "Свет")
        await self.meeting.conducting.resume(CHAIR, self.meeting.id)

    async def objects(self) -> None:
        voter, item = self.voter, self.random.choice(ITEMS)
        whose = self.random.choice((None, self.voter))
        said = (self.meeting.leaders[voter], self.meeting.id, "Против", item, whose)
        await self.meeting.delegating.raise_objection(*said)
        self._heard(voter)

    async def upholds(self) -> None:
        """Uphold an objection; of a mandate it annuls what was decided, to be voted on again."""
        before = await self.meeting.state()
        waiting = [one for one in before.objections if not one.upheld]
        if not waiting:
            return
        one = self.random.choice(waiting)
        await self.meeting.conducting.uphold(CHAIR, self.meeting.id, one.number)
        if one.item is not None and before.items[one.item].stage is Stage.DECIDED:
            item = (await self.meeting.state()).items[one.item]
            assert (item.stage is Stage.REPEATED) is (one.mandate is not None)
            assert item.votes[-1].annulled is (one.mandate is not None)

    async def asks(self) -> None:
        voter, point = self.voter, self.random.random() < 0.3
        leader = self.meeting.leaders[voter]
        await self.meeting.delegating.ask_floor(leader, self.meeting.id, point=point)
        self.asked.append((voter, point))
        self._heard(voter)

    async def speaks(self) -> None:
        """See that points of order go first, then who has not spoken, then as they asked."""
        line = sorted(self.asked, key=lambda one: (not one[1], not one[1] and one[0] in self.heard))
        panel = await self.meeting.conducting.give_floor(CHAIR, self.meeting.id)
        assert panel.speech is not None
        assert panel.speech.person == self.meeting.leaders[line[0][0]]
        await self.meeting.conducting.end_floor(CHAIR, self.meeting.id)
        self.asked.remove(line[0])
        self.heard.add(line[0][0])


def tie_in(tx: Stores, meeting: GeneralMeeting) -> TieThere | None:
    """Return the tie that the chair's page shows."""
    found = require_meeting(tx, meeting.id)
    return chair_view(tx, found, state_of(tx, found), meeting.clock.now()).tie


def both(tx: Stores, meeting: GeneralMeeting) -> tuple[MeetingState, MeetingState]:
    """Return the state as it is kept, and as a fold from the beginning gives it."""
    found = require_meeting(tx, meeting.id)
    return state_of(tx, found), fold(found.id, found.plan, tx.meetings.log(found.id))


async def posts(meeting: GeneralMeeting, voter: int, random: Random) -> None:
    """Take the ballots that a voter sent before on some of the open items."""
    items = random.sample([one.id for one in MOTIONS if one.secrecy is Secrecy.NAMED], 2)
    sent = {item: random.choice(SAID) for item in items}
    whom, received = VoterId(voter), meeting.clock.now() - HOUR
    leader = meeting.leaders[whom]
    await meeting.postings.take(SECRETARY, meeting.id, whom, leader, received, sent)


@pytest.mark.parametrize("seed", range(effort(2, 60)))
async def test_what_is_kept_is_the_fold_and_verified_after_each_restart(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random, path = Random(seed), tmp_path / "alliance.sqlite3"  # noqa: S311  no secret
    async with open_database(path, PLANNED) as database:
        meeting = await GeneralMeeting(database).gathers()
        await meeting.registers(agenda=AGENDA, **MIXED)
        await posts(meeting, 5, random)
        await meeting.arrive(1, 2, 3)
        await meeting.conducting.begin(SECRETARY, meeting.id)
        await meeting.elects()
        await meeting.opens(ITEMS[0])
    chance = Chance(meeting, random)
    for _ in range(3):
        monkeypatch.setattr(states, "_LATEST", {})  # another process
        async with open_database(path, PLANNED) as database:
            chance.meeting = meeting = meeting.on(database)
            for _ in range(effort(20, 60)):
                await chance.step()
                kept, folded = await database.read(lambda tx: both(tx, meeting))  # noqa: B023
                assert kept == folded
            assert (await meeting.verdict()).holds
    assert chance.refused < 3 * effort(20, 60)
    async with open_database(path, PLANNED) as database:
        summary = await meeting.on(database).minutes.summary(SECRETARY, meeting.id)
    assert len(summary.registered) == 5
