"""Who did what decides a vote stands in its chain, and what nobody may do is seen there."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls import records
from bot.domain.polls.ballots import Statement
from bot.domain.polls.findings import Finding, Mismatch
from bot.domain.polls.lots import Lot
from bot.domain.polls.majorities import Base, Majority
from bot.domain.polls.plans import CandidateId, Mode
from bot.domain.polls.polls import PollId
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.voters import Representative, VoterId
from bot.services.polls.verification import Verdict, verify
from storage.stores import Stores
from tests.councils import (
    AGAINST,
    CHAIR,
    CLOSES,
    COUNCIL,
    DAY,
    FOR,
    GENERAL,
    ISSUED,
    NOON,
    SECRET,
    SECRETARY,
    Assembly,
    an_election,
)
from tests.polling import RULES, THIRD

EASY = replace(RULES, majority=Majority(THIRD, Base.PARTICIPANTS, "Устав, п. 5.4"))


async def payload(assembly: Assembly, poll: PollId, kind: str) -> dict[str, Any]:
    """Return what the one entry of a kind says of a poll."""
    (entry,) = await assembly.database.read(lambda tx: tx.entries.of_poll(poll, kind))
    made: dict[str, Any] = json.loads(entry.payload)
    return made


async def verified(assembly: Assembly) -> Verdict:
    return await assembly.database.read(verify)


# --- by whose hand --------------------------------------------------------------------------------


async def test_who_opens_what_somebody_else_planned_stands_in_the_chain(assembly: Assembly) -> None:
    poll = await assembly.opens(opens_at=NOON + DAY)

    await assembly.polls.open_now(SECRETARY, poll)

    said = await payload(assembly, poll, "opened")
    assert (said["by"], said["opened_by"]) == (CHAIR, SECRETARY)
    assert (await verified(assembly)).holds


async def test_of_who_opens_their_own_poll_nothing_more_is_said(assembly: Assembly) -> None:
    now, later = await assembly.opens(), await assembly.opens(opens_at=NOON + DAY)
    assembly.clock.time = NOON + DAY
    await assembly.polls.open_due()

    for poll in (now, later):
        assert "opened_by" not in await payload(assembly, poll, "opened")


async def test_who_changes_a_plan_so_that_it_opens_at_once_has_opened_it(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(opens_at=NOON + DAY)
    plan = (await assembly.found(poll)).plan

    await assembly.polls.change(SECRETARY, poll, replace(plan, opens_at=None))

    assert (await payload(assembly, poll, "opened"))["opened_by"] == SECRETARY


async def test_who_closes_a_poll_by_hand_stands_in_the_chain(assembly: Assembly) -> None:
    by_hand, due = await assembly.opens(), await assembly.opens()

    await assembly.polls.close(SECRETARY, by_hand, "Все высказались")
    await assembly.closes(due)

    assert (await payload(assembly, by_hand, "closed"))["by"] == SECRETARY
    assert "by" not in await payload(assembly, due, "closed")
    assert (await verified(assembly)).holds


async def test_a_meeting_whose_list_came_after_its_deadline_was_closed_by_nobody(
    assembly: Assembly,
) -> None:
    poll = await assembly.opens(mode=Mode.MEETING)
    await assembly.closes(poll)

    await assembly.polls.close(SECRETARY, poll, "", frozenset({VoterId(3)}))

    assert "by" not in await payload(assembly, poll, "closed")
    assert (await payload(assembly, poll, "present"))["by"] == SECRETARY
    assert (await verified(assembly)).holds


# --- what nobody may do ---------------------------------------------------------------------------


async def test_a_lot_without_a_tie_or_for_others_is_seen(assembly: Assembly) -> None:
    motion = await assembly.opens()
    tied = await assembly.opens(**an_election(*map(MemberId, (3, 4, 5))), rules=EASY)
    for member, choice in zip(COUNCIL, "12121212", strict=False):
        await assembly.casts(member, tied, choice)
    await assembly.closes(motion)
    await assembly.closes(tied)

    def write(tx: Stores) -> None:
        for poll in (motion, tied):
            lot = Lot((CandidateId(3),), "Вытянули", CHAIR, assembly.clock.now())
            tx.outcomes.save_lot(poll, lot)
            tx.entries.add(records.drawn(poll, lot))

    await assembly.database.write(write)

    said = (await verified(assembly)).findings
    assert [(one.mismatch, one.poll) for one in said] == [
        (Mismatch.FORBIDDEN, motion),
        (Mismatch.FORBIDDEN, tied),
    ]


@pytest.mark.parametrize(
    ("voter", "by"),
    [
        pytest.param(3, 3, id="who was for"),
        pytest.param(5, 5, id="who did not vote"),
        pytest.param(4, 3, id="by somebody else"),
    ],
)
async def test_words_in_the_name_of_who_was_not_against_are_seen(
    assembly: Assembly, voter: int, by: int
) -> None:
    poll = await assembly.opens()
    await assembly.casts(3, poll, FOR)
    await assembly.casts(4, poll, AGAINST)
    await assembly.closes(poll)

    number = await states(assembly, poll, voter, by)

    expected = Finding(Mismatch.FORBIDDEN, poll, number)
    assert expected in (await verified(assembly)).findings


async def test_words_of_who_cast_no_secret_ballot_are_seen(assembly: Assembly) -> None:
    poll = await assembly.opens(**SECRET)
    await assembly.casts(3, poll, AGAINST)
    await assembly.closes(poll)

    await states(assembly, poll, 3, 3)
    assert (await verified(assembly)).holds
    number = await states(assembly, poll, 4, 4)

    assert Finding(Mismatch.FORBIDDEN, poll, number) in (await verified(assembly)).findings


async def test_a_proxy_from_after_the_deadline_is_seen(assembly: Assembly) -> None:
    poll = await assembly.opens(**GENERAL)
    proxy = Proxy(VoterId(1), MemberId(13), "7", ISSUED, CLOSES + DAY, "Голосовать")

    def write(tx: Stores) -> int:
        tx.proxies.save(poll, proxy, Representative(MemberId(13), "Глава 2"), SECRETARY)
        return tx.entries.add(records.entrusted(poll, proxy, SECRETARY, CLOSES)).number

    number = await assembly.database.write(write)

    assert Finding(Mismatch.FORBIDDEN, poll, number) in (await verified(assembly)).findings


async def states(assembly: Assembly, poll: PollId, voter: int, by: int) -> int:
    """Write the words into table and chain past the service; return the entry's number."""
    now = assembly.clock.now() + timedelta(minutes=1)

    def write(tx: Stores) -> int:
        tx.ballots.save_statement(poll, Statement(VoterId(voter), MemberId(by), "Я против"))
        record = records.stated(poll, VoterId(voter), "Я против", MemberId(by), now)
        return tx.entries.add(record).number

    return await assembly.database.write(write)


async def test_words_that_are_taken_back_and_were_not_there_are_seen(assembly: Assembly) -> None:
    poll = await assembly.opens()
    await assembly.casts(4, poll, AGAINST)
    record = records.unstated(poll, VoterId(4), MemberId(4), assembly.clock.now())

    head = await assembly.database.write(lambda tx: tx.entries.add(record))

    forbidden = Finding(Mismatch.FORBIDDEN, poll, head.number)
    assert (await verified(assembly)).findings == (forbidden,)
