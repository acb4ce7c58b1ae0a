"""`verify` replays each meeting: what the rules forbade, and votes that differ, are found."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from bot.domain.meetings import acts
from bot.domain.meetings.records import recorded
from bot.domain.meetings.terms import Ground
from bot.domain.polls import records
from bot.domain.polls.findings import UNKNOWN, Finding, Mismatch
from bot.domain.polls.records import Record
from bot.domain.polls.voters import VoterId
from storage.stores import Stores
from tests.databases import execute, run
from tests.general_meetings import BUDGET, CHAIR, SECRETARY, GeneralMeeting


async def held(meeting: GeneralMeeting) -> None:
    """Hold a vote on paper and by buttons, and end the meeting."""
    await meeting.begins(1, 2, 3)
    poll = await meeting.opens()
    await meeting.casts(1, poll)
    await meeting.counting.issue_slip(SECRETARY, meeting.id, BUDGET, VoterId(2))
    await meeting.counts(1, 0, 0)
    await meeting.closes()
    await meeting.conducting.end(CHAIR, meeting.id)
    assert (await meeting.verdict()).findings == ()


async def adds(meeting: GeneralMeeting, act: type[acts.MeetingAct], **said: Any) -> int:
    """Write an act past all rules; return the number of its entry."""
    made = act(meeting=meeting.id, by=SECRETARY, at=meeting.clock.now(), **said)
    head = await meeting.database.write(lambda tx: tx.entries.add(recorded(made)))
    return head.number


async def test_what_the_rules_forbade_is_found(meeting: GeneralMeeting) -> None:
    await held(meeting)
    number = await adds(meeting, acts.Resumed)
    assert (await meeting.verdict()).findings == (Finding(Mismatch.FORBIDDEN, UNKNOWN, number),)


async def test_an_arrival_without_a_mandate_is_found(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    forged = {"voter": VoterId(4), "person": CHAIR, "name": "Вера", "ground": Ground.LEADER}
    number = await adds(meeting, acts.Arrived, **forged)
    assert Finding(Mismatch.FORBIDDEN, UNKNOWN, number) in (await meeting.verdict()).findings


async def test_a_conflict_is_found_if_the_vote_names_somebody_else_than_the_log(
    meeting: GeneralMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    await meeting.begins(1, 2, 3)
    second = VoterId(2)
    await meeting.delegating.recuse(meeting.leaders[second], meeting.id, BUDGET, second)
    truly = records.recused
    monkeypatch.setattr(
        records, "recused", lambda poll, voter, _, now: truly(poll, voter, SECRETARY, now)
    )
    poll = await meeting.opens()
    found = (await meeting.verdict()).findings
    assert {one.mismatch for one in found} == {Mismatch.FORBIDDEN, Mismatch.RECUSALS}
    assert {one.poll for one in found} == {poll}


async def test_entries_of_a_later_release_and_of_unknown_meetings_are_found(
    meeting: GeneralMeeting,
) -> None:
    await held(meeting)
    at = meeting.clock.now().isoformat()

    def write(tx: Stores) -> list[int]:
        later = Record(LaterKind.SUNG, {"meeting": meeting.id, "by": 1, "at": at})
        other = recorded(acts.Resumed(meeting=meeting.id, by=CHAIR, at=meeting.clock.now()))
        stray = replace(other, payload={**other.payload, "meeting": 99})
        nobody = replace(other, payload={"by": 1, "at": at})
        return [tx.entries.add(one).number for one in (later, stray, nobody)]

    later, stray, nobody = await meeting.database.write(write)
    found = (await meeting.verdict()).findings
    assert set(found) == {
        Finding(Mismatch.UNREADABLE, UNKNOWN, later),
        Finding(Mismatch.MEETING, UNKNOWN, stray),
        Finding(Mismatch.UNREADABLE, UNKNOWN, nobody),
    }


class LaterKind(StrEnum):
    """A kind of entry that this release does not know."""

    SUNG = "meeting.sung"


async def test_a_changed_plan_is_found(meeting: GeneralMeeting) -> None:
    await held(meeting)
    sql = "UPDATE meetings SET plan = json_set(plan, '$.place', 'Другой дом')"
    await execute(meeting.database, sql)
    assert [one.mismatch for one in (await meeting.verdict()).findings] == [Mismatch.MEETING]


@pytest.mark.parametrize(
    ("sql", "mismatch"),
    [
        ("UPDATE presences SET voters = '[1,2,3,4]'", Mismatch.PRESENCE),
        ("DELETE FROM presences", Mismatch.PRESENCE),
    ],
)
async def test_a_changed_presence_is_found(
    meeting: GeneralMeeting, sql: str, mismatch: Mismatch
) -> None:
    await held(meeting)

    def write(tx: Stores) -> None:
        run(tx, "DROP TRIGGER presences_are_never_changed")
        run(tx, "DROP TRIGGER presences_are_never_deleted")
        run(tx, sql)

    await meeting.database.write(write)
    poll = await meeting.poll(BUDGET)
    found = (await meeting.verdict()).findings
    assert {(one.mismatch, one.poll) for one in found} >= {(mismatch, poll)}
