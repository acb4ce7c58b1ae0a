from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
)
from bot.domain.mailings import MailingId
from bot.domain.notices import Claimed, MailingProgressed, MessageRef, Notice, Subject
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from bot.domain.priorities import Priority
from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import execute, query

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
SOON = NOW + timedelta(minutes=1)
ANNA = MemberId(1)
CARD = MessageRef(77, 5)


def a_notice(
    key: str = "k",
    *,
    to: int = ANNA,
    event: int = 1,
    priority: Priority = Priority.BROADCAST,
    not_before: datetime = NOW,
    edits: MessageRef | None = None,
) -> Notice:
    subject = EventCardChanged(EventId(event)) if edits else EventAnnounced(EventId(event))
    return Notice(key, MemberId(to), subject, priority, not_before, edits=edits)


@pytest.fixture(autouse=True)
async def people(database: Database) -> None:
    def add(tx: Stores) -> None:
        for name in ("Анна", "Борис", "Вера", "Глеб", "Дарья"):
            tx.members.add(PersonDetails(name), None)

    await database.write(add)


async def enqueued(database: Database, *notices: Notice) -> None:
    await database.write(lambda tx: tx.outbox.add(notices, NOW))


async def claimed(database: Database, now: datetime = NOW, limit: int = 100) -> list[Claimed]:
    return await database.write(lambda tx: tx.outbox.claim(now, limit))


async def states(database: Database) -> dict[str, tuple[str, int, bool]]:
    """Return state, attempts and doubt of each notice by its key."""
    rows = await query(database, "SELECT key, state, attempts, doubtful FROM notices")
    return {key: (state, attempts, bool(doubt)) for key, state, attempts, doubt in rows}


async def test_the_same_key_is_never_said_twice_not_even_when_it_was_sent(
    database: Database,
) -> None:
    await enqueued(database, a_notice("k", event=1), a_notice("k", event=2))
    (first,) = await claimed(database)
    assert first.notice.subject == EventAnnounced(EventId(1))
    await database.write(lambda tx: tx.outbox.save_sent(first, 5, NOW))

    await enqueued(database, a_notice("k", event=3))

    assert await claimed(database) == []


async def test_what_a_group_was_to_be_told_waits_once_and_can_be_asked_for_again(
    database: Database,
) -> None:
    post = Notice("p", None, EventAnnounced(EventId(1)), Priority.ANSWER, NOW, chat=-100)
    await enqueued(database, post, post)
    (first,) = await claimed(database)
    assert (first.notice, first.notice.chat) == (post, -100)
    await enqueued(database, post)
    assert await claimed(database) == []
    await database.write(lambda tx: tx.outbox.save_unreachable(first, "kicked", NOW))

    await enqueued(database, post)

    (second,) = await claimed(database)
    assert (second.notice, second.attempts) == (post, 1)


async def test_a_claimed_notice_is_not_claimed_again(database: Database) -> None:
    await enqueued(database, a_notice())

    assert len(await claimed(database)) == 1
    assert await claimed(database) == []


@pytest.mark.parametrize(
    "subject",
    [
        EventAnnounced(EventId(7)),
        EventMoved(EventId(7), NOW, SOON),
        EventCancelled(EventId(7)),
        EventReminder(EventId(7), SOON, timedelta(hours=2)),
        MailingProgressed(MailingId(3)),
    ],
)
async def test_a_notice_comes_back_as_it_was_put_in(database: Database, subject: Subject) -> None:
    notice = Notice("k", ANNA, subject, Priority.REMINDER, NOW)
    await enqueued(database, notice)

    (one,) = await claimed(database)

    assert one.notice == notice
    assert (one.attempts, one.doubtful) == (1, False)


async def test_the_urgent_are_claimed_first_then_those_that_waited_longest(
    database: Database,
) -> None:
    earlier = NOW - timedelta(minutes=5)
    await enqueued(
        database,
        a_notice("broadcast late", to=1),
        a_notice("broadcast early", to=2, not_before=earlier),
        a_notice("reminder late", to=3, priority=Priority.REMINDER),
        a_notice("answer", to=4, priority=Priority.ANSWER),
        a_notice("reminder early", to=5, priority=Priority.REMINDER, not_before=earlier),
    )

    first = await claimed(database, limit=3)
    rest = await claimed(database)

    assert [one.notice.key for one in first] == ["answer", "reminder early", "reminder late"]
    assert [one.notice.key for one in rest] == ["broadcast early", "broadcast late"]


async def test_one_person_has_one_notice_in_flight_and_gets_them_in_order(
    database: Database,
) -> None:
    earlier = NOW - timedelta(minutes=5)
    await enqueued(
        database,
        a_notice("second", to=1),
        a_notice("first", to=1, not_before=earlier),
        a_notice("card", to=1, priority=Priority.ANSWER, edits=CARD),
        a_notice("other", to=2),
    )

    first = await claimed(database)
    assert [one.notice.key for one in first] == ["card", "other"]
    assert await claimed(database) == []
    await database.write(lambda tx: tx.outbox.save_sent(first[0], None, NOW))
    (then,) = await claimed(database)
    assert then.notice.key == "first"
    await database.write(lambda tx: tx.outbox.save_sent(then, 6, NOW))
    assert [one.notice.key for one in await claimed(database)] == ["second"]


async def test_deferred_notices_wait_for_their_time(database: Database) -> None:
    await enqueued(database, a_notice(not_before=SOON))

    assert await claimed(database, SOON - timedelta(microseconds=1)) == []
    assert len(await claimed(database, SOON)) == 1


async def test_an_edit_asked_for_again_while_it_waits_is_sent_once(database: Database) -> None:
    await enqueued(database, a_notice("card", edits=CARD))
    await enqueued(database, a_notice("card", edits=CARD, priority=Priority.ANSWER))

    (one,) = await claimed(database)
    assert one.notice.priority is Priority.ANSWER
    await database.write(lambda tx: tx.outbox.save_sent(one, None, NOW))
    assert await claimed(database) == []


async def test_an_edit_asked_for_while_it_is_sent_is_sent_once_more(database: Database) -> None:
    await enqueued(database, a_notice("card", event=1, edits=CARD))
    (one,) = await claimed(database)
    await enqueued(database, a_notice("card", event=2, edits=CARD))
    await enqueued(database, a_notice("card", event=3, edits=CARD))
    assert await claimed(database) == []  # not two at a time

    await database.write(lambda tx: tx.outbox.save_sent(one, None, NOW))
    (again,) = await claimed(database)

    assert again.notice.subject == EventCardChanged(EventId(3))
    await database.write(lambda tx: tx.outbox.save_sent(again, None, NOW))
    assert await claimed(database) == []


async def test_an_edit_is_asked_for_again_after_it_was_sent(database: Database) -> None:
    await enqueued(database, a_notice("card", edits=CARD))
    (one,) = await claimed(database)
    await database.write(lambda tx: tx.outbox.save_sent(one, None, NOW))

    await enqueued(database, a_notice("card", edits=CARD, not_before=SOON))

    assert await claimed(database) == []
    assert [one.attempts for one in await claimed(database, SOON)] == [1]


async def test_many_askings_do_not_put_an_edit_off(database: Database) -> None:
    for seconds in range(5):
        later = NOW + timedelta(seconds=1 + seconds)
        await enqueued(database, a_notice("board", edits=CARD, not_before=later))

    assert len(await claimed(database, NOW + timedelta(seconds=1))) == 1


async def test_a_crash_leaves_doubts_that_are_counted_and_edits_that_are_not(
    database: Database,
) -> None:
    await enqueued(
        database,
        a_notice("sent", to=1),
        a_notice("new", to=2),
        a_notice("card", to=3, edits=CARD),
        a_notice("idle", to=4),
    )
    (sent,) = await claimed(database, limit=1)
    await database.write(lambda tx: tx.outbox.save_sent(sent, 1, NOW))
    await claimed(database, limit=2)

    assert await database.write(lambda tx: tx.outbox.recover()) == 1
    assert await states(database) == {
        "sent": ("sent", 1, False),
        "new": ("retry", 1, True),
        "card": ("retry", 1, False),
        "idle": ("pending", 0, False),
    }
    assert await database.write(lambda tx: tx.outbox.recover()) == 0


async def test_what_was_never_tried_is_not_charged(database: Database) -> None:
    await enqueued(database, a_notice())
    (one,) = await claimed(database)

    await database.write(
        lambda tx: tx.outbox.save_retry(one, "429", SOON, charged=False, doubtful=False)
    )

    assert await states(database) == {"k": ("retry", 0, False)}
    assert await claimed(database) == []
    assert [one.attempts for one in await claimed(database, SOON)] == [1]


def retry(one: Claimed, tx: Stores, *, doubtful: bool) -> None:
    tx.outbox.save_retry(one, "lost", NOW, charged=True, doubtful=doubtful)


async def test_a_doubt_stays_through_later_attempts(database: Database) -> None:
    await enqueued(database, a_notice())
    for doubtful in (True, False):
        (one,) = await claimed(database)
        lost = partial(retry, one, doubtful=doubtful)
        await database.write(lost)

    (one,) = await claimed(database)
    assert one.doubtful
    assert one.attempts == 3


@pytest.mark.parametrize(
    ("settle", "state"),
    [
        (lambda tx, one: tx.outbox.save_failed(one, "bad", NOW), "failed"),
        (lambda tx, one: tx.outbox.save_unreachable(one, "blocked", NOW), "unreachable"),
        (lambda tx, one: tx.outbox.save_dropped(one, NOW), "dropped"),
    ],
)
async def test_what_is_settled_is_never_claimed_again(
    database: Database, settle: Callable[[Stores, Claimed], None], state: str
) -> None:
    await enqueued(database, a_notice())
    (one,) = await claimed(database)

    await database.write(lambda tx: settle(tx, one))

    assert (await states(database))["k"][0] == state
    assert await database.write(lambda tx: tx.outbox.recover()) == 0
    assert await claimed(database, SOON) == []


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("PollOpened", '{"poll": 1}'),  # written by another release
        ("event.announced", '{"evening": 1}'),
        ("event.reminder", '{"event": 1, "starts_at": "late", "lead": "PT2H"}'),
    ],
)
async def test_a_notice_that_cannot_be_read_fails_alone(
    database: Database, kind: str, subject: str
) -> None:
    await enqueued(database, a_notice("poison", to=1), a_notice("good", to=2))
    await execute(
        database, "UPDATE notices SET kind = ?, subject = ? WHERE key = 'poison'", kind, subject
    )

    assert [one.notice.key for one in await claimed(database)] == ["good"]
    assert (await states(database))["poison"] == ("failed", 1, False)
    assert await database.read(lambda tx: tx.outbox.waiting(10)) == []


async def test_the_schedule_ahead_is_grouped_and_leaves_edits_out(database: Database) -> None:
    await enqueued(
        database,
        a_notice("a", event=1, not_before=SOON),
        a_notice("b", event=1, not_before=NOW),
        a_notice("c", event=2, not_before=SOON),
        a_notice("card", event=2, edits=CARD),
    )

    assert await database.read(lambda tx: tx.outbox.waiting(10)) == [
        (NOW, EventAnnounced(EventId(1)), 2),
        (SOON, EventAnnounced(EventId(2)), 1),
    ]
