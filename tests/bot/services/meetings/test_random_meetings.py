"""Random meetings on a real database that is closed and opened again: what is kept agrees."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.domain.meetings.acts import VotingForm
from bot.domain.meetings.folding import fold
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind
from bot.domain.meetings.state import MeetingState
from bot.domain.polls.hand_counts import hands_on_motion
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from bot.services.meetings import states
from bot.services.meetings.states import require_meeting, state_of
from storage.engine.database import open_database
from storage.stores import Stores
from tests.effort import effort
from tests.general_meetings import CHAIR, OUTSIDER, PLANNED, REGISTRAR, SECRETARY, GeneralMeeting

ITEMS = tuple(map(ItemId, range(1, 5)))
AGENDA = tuple(
    AgendaPoint(
        id=item,
        kind=ItemKind.VOTE,
        title=f"Вопрос {item}",
        secrecy=Secrecy.SECRET if item == 3 else Secrecy.NAMED,
    )
    for item in ITEMS
)
SAID = ("for", "against", "abstain")


class Chance:
    """Somebody does something, whether or not it is allowed."""

    def __init__(self, meeting: GeneralMeeting, random: Random) -> None:
        self.meeting, self.random = meeting, random
        self.codes: list[str] = []
        self.refused = 0

    async def step(self) -> None:
        """Do one thing; a refusal changes nothing."""
        acts: list[Callable[[], Awaitable[Any]]] = [
            *[self.arrives, self.leaves, self.taps, self.taps, self.prints, self.types],
            *[self.takes_paper, self.counts, self.calls, self.opens, self.opens, self.closes],
            *[self.cancels, self.pauses, self.objects, self.speaks],
        ]
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

    async def arrives(self) -> None:
        await self.meeting.arrive(self.voter)

    async def leaves(self) -> None:
        await self.meeting.leaves(self.voter)

    async def taps(self) -> None:
        voter, poll = self.voter, await self.meeting.poll_or_none(await self.item())
        if poll is not None:
            await self.meeting.casts(voter, poll, self.random.choice(SAID))

    async def prints(self) -> None:
        self.codes.append(await self.meeting.code(self.voter))

    async def types(self) -> None:
        poll = await self.meeting.poll_or_none(await self.item())
        if self.codes and poll is not None:
            code = self.random.choice(self.codes)
            await self.meeting.casts_by_code(code, poll, self.random.choice(SAID))

    async def takes_paper(self) -> None:
        await self.meeting.counting.issue_slip(
            OUTSIDER, self.meeting.id, await self.item(), self.voter
        )

    async def counts(self) -> None:
        item = await self.item()
        vote = (await self.meeting.state()).items[item].vote
        out = len(vote.slips) if vote and vote.slips else self.random.randint(0, 3)
        for teller in (OUTSIDER, REGISTRAR):
            count = hands_on_motion(out, 0, 0)
            await self.meeting.counting.count(teller, self.meeting.id, item, count)

    async def calls(self) -> None:
        item = self.random.choice(ITEMS)
        await self.meeting.conducting.call(CHAIR, self.meeting.id, item)

    async def opens(self) -> None:
        current = (await self.meeting.state()).current or ITEMS[0]
        form = self.random.choice((VotingForm.BALLOT, VotingForm.BALLOT, VotingForm.HANDS))
        await self.meeting.conducting.open_vote(CHAIR, self.meeting.id, current, form)

    async def closes(self) -> None:
        await self.meeting.conducting.close_vote(CHAIR, self.meeting.id, await self.item())

    async def cancels(self) -> None:
        await self.meeting.conducting.cancel_vote(CHAIR, self.meeting.id, await self.item(), "Сбой")

    async def pauses(self) -> None:
        await self.meeting.conducting.suspend(CHAIR, self.meeting.id, "Свет")
        await self.meeting.conducting.resume(CHAIR, self.meeting.id)

    async def objects(self) -> None:
        leader = self.meeting.leaders[self.voter]
        await self.meeting.delegating.raise_objection(leader, self.meeting.id, "Против")

    async def speaks(self) -> None:
        leader = self.meeting.leaders[self.voter]
        await self.meeting.delegating.ask_floor(leader, self.meeting.id)
        await self.meeting.conducting.give_floor(CHAIR, self.meeting.id)
        await self.meeting.conducting.end_floor(CHAIR, self.meeting.id)


def both(tx: Stores, meeting: GeneralMeeting) -> tuple[MeetingState, MeetingState]:
    """Return the state as it is kept, and as a fold from the beginning gives it."""
    found = require_meeting(tx, meeting.id)
    return state_of(tx, found), fold(found.id, found.plan, tx.meetings.log(found.id))


@pytest.mark.parametrize("seed", range(effort(2, 60)))
async def test_what_is_kept_is_the_fold_and_verified_after_each_restart(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random, path = Random(seed), tmp_path / "alliance.sqlite3"  # noqa: S311  no secret
    async with open_database(path, PLANNED) as database:
        meeting = await GeneralMeeting(database).gathers()
        await meeting.begins(1, 2, 3, 4, agenda=AGENDA)
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
