"""What becomes of a notice: claimed as a letter, then sent, put back, given up or dropped."""

from datetime import datetime, timedelta

import pytest

from bot.domain.events.letters import BoardLetter, EventLetter
from bot.domain.events.notices import EventAnnounced, EventCardChanged
from bot.domain.events.rsvps import Answer
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from bot.domain.shown import Shown
from bot.features import NOTICES
from bot.ports import AnswerLost, ChatUnreachable, LetterRejected, NotConnected, SlowDown
from bot.services.deliveries import Deliveries, Delivery
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from tests.alliance import some_rules
from tests.databases import query
from tests.outboxes import ANNA, ATTEMPTS, BORIS, Mailroom, send
from tests.people import anna_and_boris

CARD, BOARD = MessageRef(2, 5), MessageRef(1, 6)


class Outbox(Mailroom):
    """A mailroom that takes the notices one by one."""

    async def claims_for(self, member: MemberId, kind: type) -> Delivery:
        """Send what comes before, then return the claimed notice of this kind."""
        while claimed := await self.deliveries.claim(1):
            (delivery,) = claimed
            notice = delivery.claimed.notice
            if notice.recipient == member and isinstance(notice.subject, kind):
                return delivery
            await send(self.deliveries, delivery)
        raise AssertionError(f"nothing of {kind.__name__} for {member}")

    async def due(self, delivery: Delivery) -> datetime:
        """Return when the notice is tried again."""
        sql = "SELECT not_before FROM notices WHERE id = ?"
        ((stamp,),) = await query(self.database, sql, delivery.claimed.id)
        return datetime.fromisoformat(stamp)

    async def states_of(self, mailing: int) -> list[str]:
        """Return the states of a mailing's notices, its progress included."""
        sql = "SELECT state FROM notices WHERE key LIKE ?"
        return [state for (state,) in await query(self.database, sql, f"mailing:{mailing}:%")]

    async def states(self) -> set[str]:
        sql = "SELECT DISTINCT state FROM notices"
        return {state for (state,) in await query(self.database, sql)}


@pytest.fixture
async def outbox(database: Database, clock: SandboxClock) -> Outbox:
    await database.write(lambda tx: anna_and_boris(tx, clock.now()))
    return Outbox(database, clock)


async def test_an_announcement_that_was_sent_is_a_card_from_then_on(outbox: Outbox) -> None:
    event = await outbox.publishes()
    delivery = await outbox.claims_for(BORIS, EventAnnounced)
    await outbox.deliveries.note_sent(delivery.claimed, CARD)

    cards = await outbox.database.read(lambda tx: tx.shown.touched(EventView, event, [BORIS]))
    assert cards == [Shown(event, BORIS, CARD)]
    assert await outbox.state(delivery) == ("sent", 1)


async def test_what_slows_down_is_put_back_uncharged(outbox: Outbox) -> None:
    await outbox.publishes()
    delivery = await outbox.claims_for(BORIS, EventAnnounced)
    await outbox.deliveries.note_undelivered(delivery.claimed, SlowDown(timedelta(seconds=7)))
    assert await outbox.state(delivery) == ("retry", 0)

    outbox.clock.advance(timedelta(seconds=8))
    assert (await outbox.claims_for(BORIS, EventAnnounced)).claimed.attempts == 1


@pytest.mark.parametrize("doubtful", [False, True])
async def test_a_lost_answer_is_tried_again_and_given_up_in_the_end(
    outbox: Outbox, doubtful: bool
) -> None:
    await outbox.publishes()
    lost = AnswerLost("5xx", doubtful=doubtful)
    for attempt in range(1, ATTEMPTS + 1):
        delivery = await outbox.claims_for(BORIS, EventAnnounced)
        assert delivery.claimed.doubtful is (doubtful and attempt > 1)
        await outbox.deliveries.note_undelivered(delivery.claimed, lost)
        assert await outbox.state(delivery) == (
            "retry" if attempt < ATTEMPTS else "failed",
            attempt,
        )
        outbox.clock.advance(timedelta(minutes=1))


async def test_what_never_left_is_tried_for_as_long_as_the_line_is_down(outbox: Outbox) -> None:
    """A day without a connection costs no notice, and half of the attempts are left for later."""
    await outbox.publishes()
    for _ in range(100):
        delivery = await outbox.claims_for(BORIS, EventAnnounced)
        assert not delivery.claimed.doubtful
        await outbox.deliveries.note_undelivered(delivery.claimed, NotConnected("proxy is down"))
        assert (await outbox.state(delivery))[0] == "retry"
        outbox.clock.advance(timedelta(minutes=10))

    delivery = await outbox.claims_for(BORIS, EventAnnounced)
    await outbox.deliveries.note_undelivered(delivery.claimed, AnswerLost("5xx", doubtful=True))
    assert await outbox.state(delivery) == ("retry", 2)


async def test_without_a_connection_the_delays_grow_up_to_ten_minutes(
    database: Database, outbox: Outbox
) -> None:
    outbox.deliveries = Deliveries(
        database, outbox.clock, some_rules(), notices=NOTICES, max_attempts=30, language="ru"
    )
    await outbox.publishes()
    waits = []
    for _ in range(20):
        delivery = await outbox.claims_for(BORIS, EventAnnounced)
        noted = outbox.clock.now()
        await outbox.deliveries.note_undelivered(delivery.claimed, NotConnected("proxy is down"))
        due = await outbox.due(delivery)
        waits.append(round((due - noted).total_seconds()))
        outbox.clock.advance(due - noted + timedelta(seconds=1))

    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, *[600] * 11]


async def test_what_telegram_will_never_take_is_given_up_at_once(outbox: Outbox) -> None:
    await outbox.publishes()
    delivery = await outbox.claims_for(BORIS, EventAnnounced)
    await outbox.deliveries.note_undelivered(delivery.claimed, LetterRejected("too long"))
    assert await outbox.state(delivery) == ("failed", 1)


async def test_who_blocked_the_bot_is_written_to_no_more_until_they_come_back(
    outbox: Outbox,
) -> None:
    await outbox.publishes()
    delivery = await outbox.claims_for(BORIS, EventAnnounced)
    await outbox.deliveries.note_undelivered(delivery.claimed, ChatUnreachable("blocked"))
    assert await outbox.state(delivery) == ("unreachable", 1)

    await outbox.publishes()
    with pytest.raises(AssertionError, match="nothing of EventAnnounced"):
        await outbox.claims_for(BORIS, EventAnnounced)

    await outbox.database.write(
        lambda tx: tx.members.save_reachable(BORIS, outbox.clock.now(), reachable=True)
    )
    event = await outbox.publishes()
    told = await outbox.claims_for(BORIS, EventAnnounced)
    assert told.claimed.notice.subject == EventAnnounced(event)


async def test_what_concerns_nobody_any_more_is_dropped_at_the_claim(outbox: Outbox) -> None:
    event = await outbox.publishes()
    await outbox.events.cancel(ANNA, event, "")
    with pytest.raises(AssertionError, match="nothing of EventAnnounced"):
        await outbox.claims_for(BORIS, EventAnnounced)
    assert "dropped" in await outbox.states()


async def test_a_letter_is_written_of_what_is_true_when_it_is_claimed(outbox: Outbox) -> None:
    event = await outbox.publishes()
    await outbox.rsvps.answer(BORIS, event, Answer.MAYBE, CARD)
    content = (await outbox.claims_for(BORIS, EventAnnounced)).letter.content
    assert isinstance(content, EventLetter)
    assert content.card.answer is Answer.MAYBE


async def test_who_is_no_organiser_any_more_sees_no_new_counts(outbox: Outbox) -> None:
    event = await outbox.publishes()
    await outbox.events.open_board(ANNA, event, BOARD)
    await outbox.rsvps.answer(BORIS, event, Answer.GOING, CARD)
    outbox.clock.advance(timedelta(seconds=2))
    shown = await outbox.claims_for(ANNA, EventCardChanged)
    assert isinstance(shown.letter.content, BoardLetter)
    assert shown.letter.content.board.turnout.going == 1
    await send(outbox.deliveries, shown)

    await outbox.database.write(lambda tx: tx.members.update(ANNA, PersonDetails("Анна")))
    await outbox.rsvps.answer(BORIS, event, Answer.MAYBE, CARD)
    outbox.clock.advance(timedelta(seconds=2))
    with pytest.raises(AssertionError, match="nothing of EventCardChanged"):
        await outbox.claims_for(ANNA, EventCardChanged)


async def test_a_message_that_shows_something_else_by_now_is_not_overwritten(
    outbox: Outbox,
) -> None:
    event = await outbox.publishes()
    await outbox.events.open_board(ANNA, event, BOARD)
    await outbox.rsvps.answer(BORIS, event, Answer.GOING, CARD)
    await outbox.events.all_ahead(ANNA, BOARD)  # back to the list, in the same message
    outbox.clock.advance(timedelta(seconds=2))
    with pytest.raises(AssertionError, match="nothing of EventCardChanged"):
        await outbox.claims_for(ANNA, EventCardChanged)


async def test_a_notice_that_was_erased_on_its_way_counts_as_sent_instead_of_no_other(
    outbox: Outbox,
) -> None:
    event = await outbox.publishes()
    announced = await outbox.claims_for(BORIS, EventAnnounced)
    await outbox.deliveries.note_sent(announced.claimed, CARD)
    await outbox.rsvps.answer(BORIS, event, Answer.GOING)
    card = await outbox.claims_for(BORIS, EventCardChanged)

    await outbox.database.write(lambda tx: tx.members.erase(BORIS, outbox.clock.now()))
    await outbox.publishes()
    before = await outbox.states_of(event + 1)
    await outbox.deliveries.note_sent(card.claimed, CARD)

    assert await outbox.states_of(event + 1) == before == ["pending", "pending"]


async def test_what_a_crash_left_in_flight_is_in_doubt_and_sent_again(outbox: Outbox) -> None:
    await outbox.publishes()
    first = await outbox.claims_for(BORIS, EventAnnounced)

    assert await outbox.deliveries.recover() == 1

    again = await outbox.claims_for(BORIS, EventAnnounced)
    assert again.claimed.id == first.claimed.id
    assert again.claimed.doubtful
