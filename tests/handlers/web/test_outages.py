"""Telegram is cut in the middle of a vote of a general meeting: the meeting goes on."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.domain.meetings.codes import PageKind
from bot.domain.meetings.terms import VotingForm
from bot.domain.polls.ballots import Choice
from bot.domain.polls.tallies import Outcome
from bot.domain.polls.voters import VoterId
from handlers.polls.callbacks.polls import VoteButton
from sandbox.faults import Fault
from sandbox.people import PATIENCE
from tests.alliance import UNPACED, Alliance
from tests.general_meetings import BUDGET, CHAIR, MINUTE, SECRETARY, GeneralMeeting
from tests.meeting_pages import Browsers
from tests.processes import a_free_port

TAKEN = "Голос принят. Спасибо!"
PORT = a_free_port()


@pytest.fixture
def settings() -> dict[str, str]:
    """Have the bot serve the pages of meetings."""
    return UNPACED | {"WEB__LISTEN": f"127.0.0.1:{PORT}"}


@pytest.fixture
async def browsers() -> AsyncIterator[Browsers]:
    """Browsers in the hall."""
    async with Browsers(f"http://127.0.0.1:{PORT}") as made:
        yield made


async def test_telegram_is_cut_and_the_vote_closes_by_page_with_one_ballot_of_each(
    alliance: Alliance, browsers: Browsers
) -> None:
    """Some vote in the chat before the cut, all on the page after it, and some taps come late."""
    count = 107
    early, late = range(1, 31), range(31, 41)
    meeting = GeneralMeeting(alliance.database, alliance.clock.now())
    await meeting.gathers(count)
    for voter in (*early, *late):
        alliance.sandbox.add_person(meeting.leaders[VoterId(voter)], f"Глава {voter}", started=True)
    await meeting.begins(*range(1, count + 1))
    poll = await meeting.opens(BUDGET, VotingForm.BALLOT)
    codes = {voter: await meeting.code(voter) for voter in range(1, count + 1)}
    browsers.desk = await meeting.pages.open_page(SECRETARY, meeting.id, PageKind.DESK, CHAIR)

    async def taps(voter: int) -> str | None:
        person = alliance.sandbox.person(meeting.leaders[VoterId(voter)])
        ballot = await person.sees("Утвердить бюджет", timeout=PATIENCE)
        data = VoteButton(poll_id=poll, voter_id=VoterId(voter), choice=Choice.FOR).pack()
        return (await person.forges(data, ballot["message_id"], timeout=PATIENCE)).text

    assert set(await asyncio.gather(*map(taps, early))) == {TAKEN}
    alliance.sandbox.faults.add(Fault("drop_before"))
    await alliance.sandbox.world.updates.poll(0, 1, 0)  # ends a call that began before the cut
    tapping = [asyncio.create_task(taps(voter)) for voter in late]
    words = [
        (await browsers.votes(codes[voter], poll, f"192.0.2.{voter}", choice="for")).words
        for voter in range(1, count + 1)
    ]
    assert sum("Голос принят" in one for one in words) >= count - len(early) - len(late)
    closed = await browsers.at_chair("close", item=BUDGET)
    assert f"Решение принято За {count} Против 0" in closed.words
    alliance.sandbox.faults.clear()
    said = await asyncio.gather(*tapping)
    assert TAKEN not in said
    summary = await meeting.minutes.summary(SECRETARY, meeting.id)
    (decided,) = (one for one in summary.items if one.result is not None)
    assert decided.result is not None
    assert (decided.result.ballots, decided.result.outcome) == (count, Outcome.ADOPTED)
    assert sum(one.took_part for one in summary.registered) == count
    meeting.clock.time = alliance.clock.now() + MINUTE
    assert (await meeting.minutes.minutes_plan(SECRETARY, meeting.id)).polls == (poll,)
    assert (await meeting.verdict()).holds
