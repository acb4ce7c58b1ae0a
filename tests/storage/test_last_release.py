"""What stood in the last release's tables of messages and due times goes on in this one's."""

import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.views import PollView
from bot.domain.shown import Shown
from bot.services.events.doors import Doors
from bot.services.events.reminders import Reminders
from bot.services.events.rsvps import Rsvps
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.verification import verify
from storage.engine.database import connect, open_database
from storage.engine.migrate import known_migrations, migrate
from tests.councils import CHAIR, COUNCIL_GROUP, DAY, FOR, GROUP, HOUR, SECRETARY, Assembly

ROWS = Path(__file__).parent / "last_release.sql"
LEFT_AT = datetime(2026, 12, 2, 11, 0, 10, tzinfo=UTC)
SCREEN_UNTIL = datetime(2026, 12, 2, 14, tzinfo=UTC)
STATEMENTS_UNTIL = datetime(2026, 12, 3, 11, tzinfo=UTC)
MEETING, FORUM = EventId(1), EventId(2)
TOLD, WAITING, OPEN = map(PollId, (1, 2, 3))
VERA, GLEB = MemberId(3), MemberId(4)
CARD, BALLOT = MessageRef(VERA, 41, caption=True), MessageRef(VERA, 31)
BOARD, DOOR, SCREEN = (MessageRef(CHAIR, number) for number in (42, 43, 81))
POST, POLL_BOARD, POLL_POST = (
    *(MessageRef(GROUP, 82), MessageRef(SECRETARY, 32), MessageRef(COUNCIL_GROUP, 57)),
)
OPENED_LAST = MessageRef(GLEB, 51)
"""Gleb opened the event in the message of his ballot: the last release kept both."""


@pytest.fixture
async def assembly(tmp_path: Path) -> AsyncIterator[Assembly]:
    """The council on a database that the last release left."""
    path = tmp_path / "alliance.sqlite3"
    with closing(connect(path)) as db:
        migrate(db, LEFT_AT, [one for one in known_migrations() if one.number < 19])
        fill(db)
    async with open_database(path, LEFT_AT) as database:
        assembly = Assembly(database)
        assembly.clock.time = LEFT_AT
        yield assembly


def fill(db: sqlite3.Connection) -> None:
    """Write the rows, past the triggers that have them come in the order of what happened."""
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    db.executescript(ROWS.read_text("utf-8"))
    for _, sql in triggers:
        db.execute(sql)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


async def edited(assembly: Assembly, within: timedelta = timedelta(seconds=5)) -> set[MessageRef]:
    """Let the time pass; return the messages edited meanwhile."""
    assembly.clock.time += within
    found: set[MessageRef] = set()
    while batch := await assembly.deliveries.claim(100):
        for delivery in batch:
            message = delivery.letter.edits
            await assembly.deliveries.note_sent(delivery.claimed, message)
            found |= {message} if message else set()
    return found


async def test_each_message_shows_what_it_showed(assembly: Assembly) -> None:
    shown = [
        Shown(MEETING, VERA, CARD),
        Shown(MEETING, CHAIR, BOARD, EventView.BOARD),
        Shown(MEETING, CHAIR, DOOR, EventView.DOOR),
        Shown(MEETING, CHAIR, SCREEN, EventView.SCREEN, SCREEN_UNTIL),
        Shown(MEETING, None, POST, EventView.POST),
        Shown(MEETING, GLEB, OPENED_LAST),
        Shown(OPEN, VERA, BALLOT, PollView.BALLOT),
        Shown(OPEN, SECRETARY, POLL_BOARD, PollView.BOARD),
        Shown(OPEN, None, POLL_POST, PollView.POST),
    ]

    found = await assembly.database.read(lambda tx: [tx.shown.get(one.message) for one in shown])

    assert found == shown
    assert [one.message for one in found if one and one.kind is PollView] == [
        *(BALLOT, POLL_BOARD, POLL_POST)
    ]
    assert [one.message for one in found if one and one.message.caption] == [CARD]
    assert len(await assembly.rows("SELECT 1 FROM shown_messages")) == len(shown)


@pytest.mark.parametrize(("member", "message"), [(VERA, CARD), (GLEB, OPENED_LAST)])
async def test_an_answer_tapped_in_a_card_edits_it_and_whatever_counts(
    assembly: Assembly, member: MemberId, message: MessageRef
) -> None:
    await edited(assembly)
    rsvps = Rsvps(assembly.database, assembly.clock, assembly.rules)

    await rsvps.answer(member, MEETING, Answer.GOING, message)

    assert await edited(assembly) == {message, BOARD, DOOR, POST}


async def test_a_ballot_cast_edits_the_message_and_whatever_shows_the_turnout(
    assembly: Assembly,
) -> None:
    await edited(assembly)

    await assembly.casts(VERA, OPEN, FOR)
    await assembly.casts(GLEB, OPEN, FOR)

    assert await edited(assembly) == {BALLOT, POLL_BOARD, POLL_POST}, "Gleb's shows the event"


async def test_what_was_still_to_be_edited_is_and_a_screen_turns_until_its_time(
    assembly: Assembly,
) -> None:
    doors = Doors(assembly.database, assembly.clock, assembly.rules)

    assert await edited(assembly) == {BOARD, DOOR, POST}
    assert await doors.turn_screens() == 1
    assert await edited(assembly, timedelta(minutes=1)) == {SCREEN}
    assembly.clock.time = SCREEN_UNTIL
    assert await doors.turn_screens() == 0
    assert await edited(assembly) == {SCREEN}, "it is taken down"


async def test_each_thing_due_comes_once(assembly: Assembly) -> None:
    reminders = Reminders(assembly.database, assembly.clock, assembly.rules)
    minutes = PollMinutes(assembly.database, assembly.clock, assembly.rules)
    before = Counter(kind for (kind,) in await assembly.rows("SELECT kind FROM notices"))

    for _ in range(6 * 24):
        assembly.clock.time += HOUR / 2
        for _ in range(2):
            await reminders.sweep()
            await assembly.reminders.sweep()
            await minutes.tell_ready()

    kinds = Counter(kind for (kind,) in await assembly.rows("SELECT kind FROM notices")) - before
    awaited, leads, asked = 9, 3, 1
    assert kinds == {
        "poll.ballot_reminder": awaited * leads,
        "event.reminder": asked,
        "poll.minutes_ready": len((CHAIR, SECRETARY)),
    }
    assert await assembly.rows("SELECT 1 FROM due_times WHERE kind <> 'event_reminders'") == []


async def test_each_card_of_a_named_ballot_shows_the_entry_that_was_written_then(
    assembly: Assembly,
) -> None:
    sql = """
        SELECT payload ->> 'voter', max(number) FROM entries
         WHERE kind = 'ballot' AND payload ->> 'poll' = ? GROUP BY 1
        """
    written = await assembly.rows(sql, TOLD)
    assert written
    for voter, number in written:
        card = await assembly.ballots.look(MemberId(voter), TOLD)
        assert card.ballots[0].head is not None
        assert card.ballots[0].head.number == number


async def test_minutes_wait_as_long_as_it_was_told_and_the_record_holds(assembly: Assembly) -> None:
    minutes = PollMinutes(assembly.database, assembly.clock, assembly.rules)
    times = [(await assembly.declared(poll)).statements_until for poll in (TOLD, WAITING)]

    assert times == [STATEMENTS_UNTIL - DAY - 2 * HOUR, STATEMENTS_UNTIL]
    assert (await minutes.suggestion(CHAIR, (TOLD,))).statements_until is None
    assert (await minutes.suggestion(CHAIR, (WAITING,))).statements_until == STATEMENTS_UNTIL
    assert (await assembly.database.read(verify)).holds


async def test_nobody_of_the_last_release_has_a_patronymic_beside_their_name(
    assembly: Assembly,
) -> None:
    assert await assembly.database.read(lambda tx: tx.members.patronymics()) == {}
