"""An event's card in the group and the channel: who posts it, where, and how often it is edited."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.letters import PostLetter
from bot.domain.events.notices import EventCardChanged, EventPosted
from bot.domain.events.refusals import EventIsCancelled, EventIsOver, EventNotFound, NotPublished
from bot.domain.events.rsvps import Answer
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.refusals import NotConfigured, OnlyForOrganisers
from bot.domain.shown import Shown
from bot.ports import ChatUnreachable, MessageGone, SlowDown
from bot.services.deliveries import Delivery
from bot.services.events.events import Publication
from bot.services.events.posts import Posts
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from tests.alliance import a_plan
from tests.databases import query
from tests.outboxes import ANNA, BORIS, Mailroom, send_all
from tests.people import anna_and_boris

GROUP, CHANNEL = -1001, -1002
NOWHERE = EventId(99)


class Noticeboard(Mailroom):
    """A mailroom of an alliance with a group and a channel, and one of an alliance without."""

    def __init__(self, database: Database, clock: SandboxClock) -> None:
        super().__init__(database, clock)
        self.posts = Posts(database, clock, replace(self.rules, group=GROUP, channel=CHANNEL))
        self.homeless = Posts(database, clock, self.rules)

    async def publishes(self) -> EventId:
        """Publish an event and settle all that is said of it."""
        event = await super().publishes()
        await self.sends()
        return event

    async def sends(self) -> list[Delivery]:
        """Send all that is due and return what went to groups."""
        return [one for one in await send_all(self.deliveries) if one.letter.chat < 0]

    async def posted(self, event: EventId) -> list[Shown]:
        return await self.database.read(lambda tx: tx.shown.of(EventView, event, EventView.POST))


@pytest.fixture
async def noticeboard(database: Database, clock: SandboxClock) -> Noticeboard:
    await database.write(lambda tx: anna_and_boris(tx, clock.now()))
    return Noticeboard(database, clock)


async def test_a_post_goes_to_the_group_and_to_the_channel_once_each(
    noticeboard: Noticeboard,
) -> None:
    event = await noticeboard.publishes()

    for channel in (False, True, False, True):
        await noticeboard.posts.post(ANNA, event, channel=channel)
    sent = await noticeboard.sends()

    assert [one.letter.chat for one in sent] == [GROUP, CHANNEL]
    assert all(isinstance(one.letter.content, PostLetter) for one in sent)
    assert {card.message.chat for card in await noticeboard.posted(event)} == {GROUP, CHANNEL}


async def test_a_post_that_stands_is_not_posted_again_but_renewed(noticeboard: Noticeboard) -> None:
    event = await noticeboard.publishes()
    assert await noticeboard.posts.post(ANNA, event, channel=False)
    await noticeboard.sends()

    assert not await noticeboard.posts.post(ANNA, event, channel=False)
    noticeboard.clock.advance(timedelta(seconds=5))
    (edit,) = await noticeboard.sends()

    assert edit.letter.edits is not None
    assert len(await noticeboard.posted(event)) == 1


async def test_a_post_is_noted_in_the_audit_log_with_its_chat(noticeboard: Noticeboard) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=True)

    rows = await query(
        noticeboard.database,
        "SELECT actor_id, subject, details FROM audit WHERE act = 'event.post'",
    )
    assert rows == [(ANNA, f"event:{event}", '{"chat": -1002}')]


async def test_only_organisers_post(noticeboard: Noticeboard) -> None:
    event = await noticeboard.publishes()

    with pytest.raises(OnlyForOrganisers):
        await noticeboard.posts.post(BORIS, event, channel=False)
    with pytest.raises(EventNotFound):
        await noticeboard.posts.post(ANNA, NOWHERE, channel=False)


@pytest.mark.parametrize("channel", [False, True])
async def test_a_chat_that_is_not_configured_is_said_to_be(
    noticeboard: Noticeboard, channel: bool
) -> None:
    event = await noticeboard.publishes()

    with pytest.raises(NotConfigured):
        await noticeboard.homeless.post(ANNA, event, channel=channel)


async def test_what_is_scheduled_cancelled_or_over_is_not_posted(noticeboard: Noticeboard) -> None:
    later = Publication(at=noticeboard.clock.now() + timedelta(hours=5))
    scheduled = await noticeboard.events.publish(ANNA, a_plan(noticeboard.clock), publication=later)
    with pytest.raises(NotPublished):
        await noticeboard.posts.post(ANNA, scheduled, channel=False)

    event = await noticeboard.publishes()
    await noticeboard.events.cancel(ANNA, event, "")
    with pytest.raises(EventIsCancelled):
        await noticeboard.posts.post(ANNA, event, channel=False)

    other = await noticeboard.publishes()
    noticeboard.clock.advance(timedelta(days=4))
    with pytest.raises(EventIsOver):
        await noticeboard.posts.post(ANNA, other, channel=False)


async def test_a_post_of_an_event_that_was_cancelled_meanwhile_is_dropped(
    noticeboard: Noticeboard,
) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    await noticeboard.events.cancel(ANNA, event, "")

    assert await noticeboard.sends() == []
    assert await noticeboard.posted(event) == []


async def test_answers_given_while_the_post_is_on_its_way_are_counted_soon(
    noticeboard: Noticeboard,
) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    (delivery,) = await noticeboard.deliveries.claim(5)
    await noticeboard.rsvps.answer(BORIS, event, Answer.GOING, None)
    await noticeboard.deliveries.note_sent(delivery.claimed, MessageRef(GROUP, 7))
    noticeboard.clock.advance(timedelta(seconds=5))

    (edit,) = await noticeboard.sends()

    assert isinstance(edit.letter.content, PostLetter)
    assert edit.letter.content.board.turnout.going == 1


async def test_many_answers_make_one_edit_every_few_seconds(noticeboard: Noticeboard) -> None:
    """A group takes 20 messages a minute, edits among them (telegram.md)."""
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    await noticeboard.sends()
    noticeboard.clock.advance(timedelta(seconds=10))
    await noticeboard.sends()

    edits = []
    for second in range(60):
        for nth in range(2):
            answer = Answer.GOING if (second + nth) % 2 else Answer.MAYBE
            await noticeboard.rsvps.answer(BORIS, event, answer, None, order=2 * second + nth + 1)
        noticeboard.clock.advance(timedelta(seconds=1))
        edits += await noticeboard.sends()

    assert 10 <= len(edits) <= 15


async def test_one_notice_at_a_time_is_on_its_way_to_a_group(noticeboard: Noticeboard) -> None:
    first, second = await noticeboard.publishes(), await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, first, channel=False)
    await noticeboard.posts.post(ANNA, second, channel=False)

    (one,) = await noticeboard.deliveries.claim(10)
    assert await noticeboard.deliveries.claim(10) == []
    await noticeboard.deliveries.note_sent(one.claimed, MessageRef(GROUP, 7))
    (two,) = await noticeboard.deliveries.claim(10)

    assert {one.claimed.notice.subject, two.claimed.notice.subject} == {
        EventPosted(first),
        EventPosted(second),
    }


async def test_a_group_that_turned_the_bot_away_can_be_posted_to_later(
    noticeboard: Noticeboard,
) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    (delivery,) = await noticeboard.deliveries.claim(5)
    await noticeboard.deliveries.note_undelivered(delivery.claimed, ChatUnreachable("kicked"))
    assert (await noticeboard.state(delivery))[0] == "unreachable"
    assert await noticeboard.sends() == []

    assert await noticeboard.posts.post(ANNA, event, channel=False)
    assert [one.letter.chat for one in await noticeboard.sends()] == [GROUP]


async def test_a_group_that_asks_to_wait_gets_the_post_afterwards(noticeboard: Noticeboard) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    (delivery,) = await noticeboard.deliveries.claim(5)
    await noticeboard.deliveries.note_undelivered(delivery.claimed, SlowDown(timedelta(seconds=40)))
    assert await noticeboard.sends() == []

    noticeboard.clock.advance(timedelta(seconds=41))
    assert len(await noticeboard.sends()) == 1


async def test_a_post_that_was_deleted_is_forgotten_and_can_be_posted_again(
    noticeboard: Noticeboard,
) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    await noticeboard.sends()
    await noticeboard.rsvps.answer(BORIS, event, Answer.GOING, None)
    noticeboard.clock.advance(timedelta(seconds=5))

    (delivery,) = [one for one in await noticeboard.deliveries.claim(9) if one.letter.chat == GROUP]
    await noticeboard.deliveries.note_undelivered(delivery.claimed, MessageGone("not found"))
    assert await noticeboard.posted(event) == []

    assert await noticeboard.posts.post(ANNA, event, channel=False)
    (again,) = await noticeboard.sends()
    assert again.letter.edits is None


async def test_a_post_is_renewed_once_when_its_event_is_over(noticeboard: Noticeboard) -> None:
    event = await noticeboard.publishes()
    await noticeboard.posts.post(ANNA, event, channel=False)
    await noticeboard.sends()
    noticeboard.clock.advance(timedelta(days=1))
    await noticeboard.sends()
    assert await noticeboard.posts.close_over() == 0

    noticeboard.clock.advance(timedelta(days=3))
    assert await noticeboard.posts.close_over() == 1
    assert await noticeboard.posts.close_over() == 0, "the edit waits already"
    noticeboard.clock.advance(timedelta(seconds=5))
    (edit,) = await noticeboard.sends()
    assert edit.claimed.notice.subject == EventCardChanged(event)
    assert isinstance(edit.letter.content, PostLetter)
    assert edit.letter.content.board.over
    assert await noticeboard.posts.close_over() == 0
