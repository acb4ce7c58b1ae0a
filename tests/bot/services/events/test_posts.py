"""An event's card in the group and the channel: who posts it, where, and how often it is edited."""

from datetime import timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.letters import PostLetter
from bot.domain.events.notices import EventCardChanged, EventPosted
from bot.domain.events.refusals import EventIsCancelled, EventIsOver, EventNotFound, NotPublished
from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.refusals import NotConfigured, OnlyForOrganisers
from bot.ports import Card, ChatUnreachable, MessageGone, SlowDown, View
from bot.services.deliveries import Delivery
from bot.services.events.events import Publication
from bot.services.events.posts import Posts
from sandbox.clock import SandboxClock
from storage.database import Database
from tests.alliance import a_plan
from tests.databases import query
from tests.outboxes import ANNA, BORIS, Mailroom, send_all
from tests.people import anna_and_boris

GROUP, CHANNEL = -1001, -1002
NOWHERE = EventId(99)


class Office(Mailroom):
    """A mailroom of an alliance with a group and a channel, and one of an alliance without."""

    def __init__(self, database: Database, clock: SandboxClock) -> None:
        super().__init__(database, clock)
        self.posts = Posts(database, clock, self.rules, group=GROUP, channel=CHANNEL)
        self.homeless = Posts(database, clock, self.rules, group=None, channel=None)

    async def publishes(self) -> EventId:
        """Publish an event and settle all that is said of it."""
        event = await super().publishes()
        await self.sends()
        return event

    async def sends(self) -> list[Delivery]:
        """Send all that is due and return what went to groups."""
        return [one for one in await send_all(self.deliveries) if one.letter.chat < 0]

    async def posted(self, event: EventId) -> list[Card]:
        return await self.database.read(lambda tx: tx.cards.of_event(event, View.POST))


@pytest.fixture
async def office(database: Database, clock: SandboxClock) -> Office:
    await database.write(lambda tx: anna_and_boris(tx, clock.now()))
    return Office(database, clock)


async def test_a_post_goes_to_the_group_and_to_the_channel_once_each(office: Office) -> None:
    event = await office.publishes()

    for channel in (False, True, False, True):
        await office.posts.post(ANNA, event, channel=channel)
    sent = await office.sends()

    assert [one.letter.chat for one in sent] == [GROUP, CHANNEL]
    assert all(isinstance(one.letter.content, PostLetter) for one in sent)
    assert {card.message.chat for card in await office.posted(event)} == {GROUP, CHANNEL}


async def test_a_post_that_stands_is_not_posted_again_but_renewed(office: Office) -> None:
    event = await office.publishes()
    assert await office.posts.post(ANNA, event, channel=False)
    await office.sends()

    assert not await office.posts.post(ANNA, event, channel=False)
    office.clock.advance(timedelta(seconds=5))
    (edit,) = await office.sends()

    assert edit.letter.edits is not None
    assert len(await office.posted(event)) == 1


async def test_a_post_is_noted_in_the_audit_log_with_its_chat(office: Office) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=True)

    rows = await query(
        office.database, "SELECT actor_id, subject, details FROM audit WHERE act = 'event.post'"
    )
    assert rows == [(ANNA, f"event:{event}", '{"chat": -1002}')]


async def test_only_organisers_post(office: Office) -> None:
    event = await office.publishes()

    with pytest.raises(OnlyForOrganisers):
        await office.posts.post(BORIS, event, channel=False)
    with pytest.raises(EventNotFound):
        await office.posts.post(ANNA, NOWHERE, channel=False)


@pytest.mark.parametrize("channel", [False, True])
async def test_a_chat_that_is_not_configured_is_said_to_be(office: Office, channel: bool) -> None:
    event = await office.publishes()

    with pytest.raises(NotConfigured):
        await office.homeless.post(ANNA, event, channel=channel)


async def test_what_is_scheduled_cancelled_or_over_is_not_posted(office: Office) -> None:
    later = Publication(at=office.clock.now() + timedelta(hours=5))
    scheduled = await office.events.publish(ANNA, a_plan(office.clock), publication=later)
    with pytest.raises(NotPublished):
        await office.posts.post(ANNA, scheduled, channel=False)

    event = await office.publishes()
    await office.events.cancel(ANNA, event, "")
    with pytest.raises(EventIsCancelled):
        await office.posts.post(ANNA, event, channel=False)

    other = await office.publishes()
    office.clock.advance(timedelta(days=4))
    with pytest.raises(EventIsOver):
        await office.posts.post(ANNA, other, channel=False)


async def test_a_post_of_an_event_that_was_cancelled_meanwhile_is_dropped(office: Office) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    await office.events.cancel(ANNA, event, "")

    assert await office.sends() == []
    assert await office.posted(event) == []


async def test_answers_given_while_the_post_is_on_its_way_are_counted_soon(office: Office) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    (delivery,) = await office.deliveries.claim(5)
    await office.rsvps.answer(BORIS, event, Answer.GOING, None)
    await office.deliveries.note_sent(delivery.claimed, MessageRef(GROUP, 7))
    office.clock.advance(timedelta(seconds=5))

    (edit,) = await office.sends()

    assert isinstance(edit.letter.content, PostLetter)
    assert edit.letter.content.board.turnout.going == 1


async def test_many_answers_make_one_edit_every_few_seconds(office: Office) -> None:
    """A group takes 20 messages a minute, edits among them (telegram.md)."""
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    await office.sends()
    office.clock.advance(timedelta(seconds=10))
    await office.sends()

    edits = []
    for second in range(60):
        for nth in range(2):
            answer = Answer.GOING if (second + nth) % 2 else Answer.MAYBE
            await office.rsvps.answer(BORIS, event, answer, None, order=2 * second + nth + 1)
        office.clock.advance(timedelta(seconds=1))
        edits += await office.sends()

    assert 10 <= len(edits) <= 15


async def test_one_notice_at_a_time_is_on_its_way_to_a_group(office: Office) -> None:
    first, second = await office.publishes(), await office.publishes()
    await office.posts.post(ANNA, first, channel=False)
    await office.posts.post(ANNA, second, channel=False)

    (one,) = await office.deliveries.claim(10)
    assert await office.deliveries.claim(10) == []
    await office.deliveries.note_sent(one.claimed, MessageRef(GROUP, 7))
    (two,) = await office.deliveries.claim(10)

    assert {one.claimed.notice.subject, two.claimed.notice.subject} == {
        EventPosted(first),
        EventPosted(second),
    }


async def test_a_group_that_turned_the_bot_away_can_be_posted_to_later(office: Office) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    (delivery,) = await office.deliveries.claim(5)
    await office.deliveries.note_undelivered(delivery.claimed, ChatUnreachable("kicked"))
    assert (await office.state(delivery))[0] == "unreachable"
    assert await office.sends() == []

    assert await office.posts.post(ANNA, event, channel=False)
    assert [one.letter.chat for one in await office.sends()] == [GROUP]


async def test_a_group_that_asks_to_wait_gets_the_post_afterwards(office: Office) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    (delivery,) = await office.deliveries.claim(5)
    await office.deliveries.note_undelivered(delivery.claimed, SlowDown(timedelta(seconds=40)))
    assert await office.sends() == []

    office.clock.advance(timedelta(seconds=41))
    assert len(await office.sends()) == 1


async def test_a_post_that_was_deleted_is_forgotten_and_can_be_posted_again(
    office: Office,
) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    await office.sends()
    await office.rsvps.answer(BORIS, event, Answer.GOING, None)
    office.clock.advance(timedelta(seconds=5))

    (delivery,) = [one for one in await office.deliveries.claim(9) if one.letter.chat == GROUP]
    await office.deliveries.note_undelivered(delivery.claimed, MessageGone("not found"))
    assert await office.posted(event) == []

    assert await office.posts.post(ANNA, event, channel=False)
    (again,) = await office.sends()
    assert again.letter.edits is None


async def test_a_post_is_renewed_once_when_its_event_is_over(office: Office) -> None:
    event = await office.publishes()
    await office.posts.post(ANNA, event, channel=False)
    await office.sends()
    office.clock.advance(timedelta(days=1))
    await office.sends()
    assert await office.posts.close_over() == 0

    office.clock.advance(timedelta(days=3))
    assert await office.posts.close_over() == 1
    assert await office.posts.close_over() == 0, "the edit waits already"
    office.clock.advance(timedelta(seconds=5))
    (edit,) = await office.sends()
    assert edit.claimed.notice.subject == EventCardChanged(event)
    assert isinstance(edit.letter.content, PostLetter)
    assert edit.letter.content.board.over
    assert await office.posts.close_over() == 0
