"""The state that is kept in the process is the one that the log gives, whatever happened."""

import json
from pathlib import Path

import pytest

from bot.domain.meetings.chairs import ChairAct, ChairSaid
from bot.domain.meetings.folding import fold
from bot.domain.meetings.refusals import MeetingUnreadable
from bot.domain.meetings.state import MeetingState
from bot.domain.notices import MessageRef
from bot.domain.polls.voters import VoterId
from bot.services.meetings import states
from bot.services.meetings.registering import arrive
from bot.services.meetings.states import require_meeting, state_of
from bot.services.shown import BOARD_DELAY
from storage.engine.database import open_database
from storage.engine.times import stamp
from storage.stores import Stores
from tests.databases import query, run
from tests.general_meetings import CHAIR, MINUTE, PLANNED, REPORT, SECRETARY, GeneralMeeting


async def folded(meeting: GeneralMeeting) -> MeetingState:
    """Return what a fold from the beginning gives."""

    def read(tx: Stores) -> MeetingState:
        found = require_meeting(tx, meeting.id)
        return fold(found.id, found.plan, tx.meetings.log(found.id))

    return await meeting.database.read(read)


async def test_what_was_rolled_back_is_not_in_the_state(meeting: GeneralMeeting) -> None:
    await meeting.registers()
    voter = VoterId(1)

    def fail(tx: Stores) -> None:
        found = require_meeting(tx, meeting.id)
        by, now = SECRETARY, meeting.clock.now()
        leader = meeting.leaders[voter]
        arrive(tx, found, state_of(tx, found), voter, leader, by, meeting.rules, now)
        assert voter in state_of(tx, found).present
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await meeting.database.write(fail)
    assert (await meeting.state()).present == {}
    assert await meeting.state() == await folded(meeting)
    await meeting.arrive(2)
    assert set((await meeting.state()).present) == {2}
    assert await meeting.state() == await folded(meeting)


async def test_another_process_goes_on_where_one_was_killed(
    meeting: GeneralMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    await meeting.begins(1, 2, 3)
    before = await meeting.state()
    monkeypatch.setattr(states, "_LATEST", {})
    assert await meeting.state() == before
    await meeting.opens()
    assert await meeting.state() == await folded(meeting)


async def test_only_what_came_since_is_read(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)
    await meeting.state()
    said: list[str] = []

    def watched(tx: Stores) -> None:
        tx.outbox._db.set_trace_callback(said.append)
        state_of(tx, require_meeting(tx, meeting.id))
        tx.outbox._db.set_trace_callback(None)

    await meeting.database.write(watched)
    number = (await meeting.state()).last.number
    assert any(f"number > {number}" in one for one in said)


async def test_a_meeting_of_a_later_release_is_refused_clearly(meeting: GeneralMeeting) -> None:
    await meeting.begins(1, 2, 3)

    def write(tx: Stores) -> None:
        text = json.dumps({"meeting": meeting.id, "at": meeting.clock.now().isoformat()})
        run(tx, "DROP TRIGGER entries_follow_each_other")
        sql = "INSERT INTO entries SELECT max(number) + 1, 'meeting.sung', ?, ?, ? FROM entries"
        run(tx, sql, text, "0" * 64, "0" * 64)

    await meeting.database.write(write)
    with pytest.raises(MeetingUnreadable):
        await meeting.conducting.panel(CHAIR, meeting.id)


async def test_a_meeting_goes_on_after_the_database_was_closed_and_opened(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    async with open_database(path, PLANNED) as database:
        meeting = await GeneralMeeting(database).gathers()
        await meeting.begins(1, 2, 3)
        poll = await meeting.opens()
        await meeting.casts(1, poll)
        before = await meeting.state()
    async with open_database(path, PLANNED) as database:
        again = meeting.on(database)
        assert await again.state() == before
        for voter in (2, 3):
            await again.casts(voter, poll)
        again.clock.time += MINUTE
        await again.closes()
        assert (await again.verdict()).holds


async def test_a_tapped_panel_is_edited_by_the_outbox_only_after_the_tap_was_answered(
    meeting: GeneralMeeting,
) -> None:
    """What the answer edits is not edited a second time at once; if it was lost, it is later."""
    await meeting.begins(1, 2, 3)
    card, panel = MessageRef(2, 20), MessageRef(1, 10)
    await meeting.delegating.look(meeting.leaders[VoterId(2)], meeting.id, card)
    await meeting.conducting.act(CHAIR, meeting.id, ChairSaid(ChairAct.CALL, REPORT), panel)
    sql = """
    SELECT edits_message, not_before > ? FROM notices
     WHERE kind = 'meeting.card_changed' ORDER BY edits_message
    """
    now = meeting.clock.now() + BOARD_DELAY
    assert await query(meeting.database, sql, stamp(now)) == [(10, 1), (20, 0)]
