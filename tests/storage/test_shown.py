"""Which message shows what of which event or poll."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.notices import EventCardChanged
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from bot.domain.polls.views import PollView
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from storage.engine.database import Database
from storage.stores import Stores
from tests.events import an_event_plan
from tests.polling import a_motion

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ANNA, BORIS = MemberId(1), MemberId(2)
MESSAGE = MessageRef(7, 1)


@pytest.fixture
async def events(database: Database) -> tuple[EventId, EventId]:
    def write(tx: Stores) -> tuple[EventId, EventId]:
        for name in ("Анна", "Борис"):
            tx.members.add(PersonDetails(name), None)
        plan = an_event_plan(NOW + timedelta(days=1))
        return tx.events.add(plan, ANNA, NOW), tx.events.add(plan, ANNA, NOW)

    return await database.write(write)


Two = tuple[EventId, EventId]


async def test_a_message_shows_one_thing_at_a_time(database: Database, events: Two) -> None:
    event, other = events

    def write(tx: Stores) -> None:
        tx.shown.save(Shown(other, ANNA, MESSAGE))
        tx.shown.save(Shown(other, ANNA, MESSAGE, EventView.BOARD))
        assert [card.view for card in tx.shown.of(EventView, other)] == [EventView.BOARD]
        tx.shown.save(Shown(event, ANNA, MESSAGE))
        assert tx.shown.of(EventView, other) == []
        (card,) = tx.shown.of(EventView, event)
        assert (card.subject, card.member, card.message, card.view) == (
            *(event, ANNA, MESSAGE, EventView.CARD),
        )
        assert tx.shown.get(MESSAGE) == card
        assert tx.shown.get(MessageRef(7, 2)) is None
        tx.shown.forget(MESSAGE)
        assert tx.shown.get(MESSAGE) is None

    await database.write(write)


async def test_a_message_in_which_a_poll_is_opened_shows_the_event_no_more_and_back(
    database: Database, events: Two
) -> None:
    event, _ = events

    def write(tx: Stores) -> None:
        poll = tx.polls.add(a_motion(), ANNA, NOW).id
        card = Shown(event, ANNA, MessageRef(7, 1, caption=True))
        ballot = Shown(poll, ANNA, MESSAGE, PollView.BALLOT)
        for shown, gone in ((card, ballot), (ballot, card), (card, ballot)):
            tx.shown.save(shown)
            assert tx.shown.of(shown.kind, shown.subject) == [shown]
            assert tx.shown.of(gone.kind, gone.subject) == []
            found = tx.shown.get(MESSAGE)
            assert found == shown
            assert found.kind is shown.kind
            assert found.message.caption, "there is a picture still"

    await database.write(write)


async def test_a_ballot_touches_its_casters_own_and_whatever_counts(
    database: Database, events: Two
) -> None:
    def write(tx: Stores) -> None:
        poll = tx.polls.add(a_motion(), ANNA, NOW).id
        for member in (ANNA, BORIS):
            tx.shown.save(Shown(poll, member, MessageRef(member, 1), PollView.BALLOT))
        tx.shown.save(Shown(poll, BORIS, MessageRef(2, 2), PollView.BOARD))
        tx.shown.save(Shown(poll, None, MessageRef(-9, 3), PollView.POST))
        tx.shown.save(Shown(events[0], ANNA, MessageRef(1, 4)))
        touched = tx.shown.touched(PollView, poll, [ANNA])
        assert {shown.message for shown in touched} == {
            *(MessageRef(1, 1), MessageRef(2, 2), MessageRef(-9, 3))
        }
        assert len(tx.shown.touched(PollView, poll, [])) == 2

    await database.write(write)


async def test_cards_are_found_by_the_way_they_show_the_event(
    database: Database, events: Two
) -> None:
    event, _ = events

    def write(tx: Stores) -> None:
        for number, view in enumerate(EventView, 1):
            member = None if view is EventView.POST else ANNA
            until = NOW if view is EventView.SCREEN else None
            tx.shown.save(Shown(event, member, MessageRef(-7, number), view, until=until))
        assert {card.view for card in tx.shown.of(EventView, event)} == set(EventView)
        some = tx.shown.of(EventView, event, EventView.DOOR, EventView.POST)
        assert {card.view for card in some} == {EventView.DOOR, EventView.POST}
        assert [card.member for card in some if card.view is EventView.POST] == [None]

    await database.write(write)


async def test_an_answer_touches_ones_own_cards_and_whatever_counts(
    database: Database, events: Two
) -> None:
    event, other = events

    def write(tx: Stores) -> None:
        tx.shown.save(Shown(event, ANNA, MessageRef(1, 1)))
        tx.shown.save(Shown(event, BORIS, MessageRef(2, 2)))
        tx.shown.save(Shown(event, BORIS, MessageRef(2, 3), EventView.BOARD))
        tx.shown.save(Shown(event, BORIS, MessageRef(2, 4), EventView.DOOR))
        tx.shown.save(Shown(event, BORIS, MessageRef(2, 5), EventView.SCREEN, until=NOW))
        tx.shown.save(Shown(event, None, MessageRef(-9, 6), EventView.POST))
        tx.shown.save(Shown(other, ANNA, MessageRef(1, 7)))
        touched = tx.shown.touched(EventView, event, [ANNA])
        assert {card.message.message for card in touched} == {1, 3, 4, 6}

    await database.write(write)


async def test_a_screen_shows_a_code_until_its_time(database: Database, events: Two) -> None:
    event, _ = events
    end, past = NOW + timedelta(hours=1), timedelta(microseconds=1)

    def write(tx: Stores) -> None:
        tx.shown.save(Shown(event, ANNA, MESSAGE, EventView.SCREEN, until=end))
        tx.shown.save(Shown(event, ANNA, MessageRef(7, 2)))
        assert tx.shown.with_screens(end - past) == [event]
        assert [card.message for card in tx.shown.screens(event, end - past)] == [MESSAGE]
        assert tx.shown.with_screens(end) == []
        assert tx.shown.screens(event, end) == []

    await database.write(write)


async def test_whether_a_picture_carries_the_words_is_remembered(
    database: Database, events: Two
) -> None:
    def write(tx: Stores) -> list[bool]:
        tx.shown.save(Shown(events[0], ANNA, MessageRef(7, 1, caption=True)))
        tx.shown.save(Shown(events[0], ANNA, MessageRef(7, 2)))
        return [card.message.caption for card in tx.shown.of(EventView, events[0])]

    assert sorted(await database.write(write)) == [False, True]


async def test_a_post_is_behind_until_an_edit_of_it_was_tried_after_the_end(
    database: Database, events: Two
) -> None:
    event, _ = events
    post = MessageRef(-100, 1)
    end = NOW + timedelta(days=1, hours=2)
    edit = Notice(
        "card:-100:1", None, EventCardChanged(event), Priority.REMINDER, NOW, edits=post, chat=-100
    )

    def edited(tx: Stores, now: datetime) -> None:
        tx.outbox.add([edit], now)
        (claimed,) = tx.outbox.claim(now, 9)
        tx.outbox.save_sent(claimed, None, now)

    def write(tx: Stores) -> None:
        tx.shown.save(Shown(event, None, post, EventView.POST))
        tx.shown.save(Shown(event, ANNA, MESSAGE))
        edited(tx, NOW)
        assert tx.shown.posts_behind(end - timedelta(seconds=1)) == []
        assert tx.shown.posts_behind(end) == [event]
        tx.outbox.add([edit], end)
        assert tx.shown.posts_behind(end) == [], "an edit waits already"
        edited(tx, end)
        assert tx.shown.posts_behind(end + timedelta(days=1)) == []

    await database.write(write)
