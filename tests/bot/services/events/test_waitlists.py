"""Seats that become free find their next takers, at any hour and whatever happens meanwhile."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.refusals import EventNotFound, NotGoing, RsvpClosed
from bot.domain.events.rsvps import Standing
from bot.domain.events.seats import Seat
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, TelegramId
from bot.ports import ChatUnreachable
from tests.databases import query
from tests.halls import (
    ANNA,
    DECLINED,
    EARLY,
    GOING,
    HOUR,
    LATE,
    MIDDLE,
    MINUTE,
    START,
    A,
    Hall,
    S,
    W,
    refused,
)

# --- seats that become free -----------------------------------------------------------------------


async def test_a_withdrawal_early_gives_the_seat_to_the_next_who_is_told_once(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.stands(2) is None
    assert await hall.seats() == {3: S, 4: W}
    assert await hall.told() == Counter({("event.seat_promoted", 3): 1})


async def test_an_offer_is_taken_or_declined_and_the_line_moves(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.answers(2, DECLINED)
    assert await hall.seats() == {3: A, 4: W}
    assert (await hall.answers(3, DECLINED)).answer is DECLINED
    assert await hall.answers(4) == Standing(GOING, S)
    assert await hall.told() == Counter(
        {("event.seat_offered", 3): 1, ("event.seat_offered", 4): 1}
    )


async def test_an_offer_ends_by_the_sweep_once_and_the_next_is_asked(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    offered = await hall.stands(3)
    assert offered
    assert offered.offered_until == MIDDLE + 4 * HOUR
    hall.clock.time = MIDDLE + 4 * HOUR - timedelta(microseconds=1)
    assert await hall.waitlists.sweep() == 0
    hall.clock.time = MIDDLE + 4 * HOUR
    assert await hall.waitlists.sweep() == 1
    assert await hall.waitlists.sweep() == 0
    assert await hall.stands(3) is None
    assert await hall.seats() == {4: A}
    assert await hall.told() == Counter(
        {("event.seat_offered", 3): 1, ("event.offer_lapsed", 3): 1, ("event.seat_offered", 4): 1}
    )


async def test_a_tap_after_the_end_of_an_offer_takes_nothing_though_no_sweep_ran(
    hall: Hall,
) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time = MIDDLE + 4 * HOUR
    with refused(NotGoing):
        await hall.rsvps.bring(MemberId(3), hall.event, 0)
    assert await hall.answers(3) == Standing(GOING, W, 1)  # behind 4, who is asked now
    assert await hall.seats() == {4: A, 3: W}
    assert [party.member for party in (await hall.roster()).parties] == [4, 3]


async def test_late_all_who_wait_are_called_and_the_first_who_taps_has_the_seat(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4, 5):
        await hall.answers(member)
    hall.clock.time = LATE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: W, 4: W, 5: W}
    assert await hall.told() == Counter({("event.seat_called", member): 1 for member in (3, 4, 5)})
    assert await hall.answers(4) == Standing(GOING, S)
    assert await hall.answers(3) == Standing(GOING, W, 1)


async def test_news_of_a_seat_wait_for_the_morning_of_whom_they_concern(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    await hall.members.choose_time_zone(MemberId(3), "Asia/Kamchatka")
    await hall.answers(4)
    hall.clock.time = datetime(2026, 12, 7, 20, 0, tzinfo=UTC)  # 1:00, and 8:00 in Kamchatka
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    sql = "SELECT member_id, not_before FROM notices WHERE kind = 'event.seat_promoted' ORDER BY id"
    rows = await query(hall.database, sql)
    assert [(member, datetime.fromisoformat(at).hour) for member, at in rows] == [(3, 21), (4, 4)]


async def test_who_is_erased_frees_the_seat(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    await hall.members.erase(MemberId(2))
    assert await hall.seats() == {3: S}
    assert await hall.told() == Counter({("event.seat_promoted", 3): 1})


# --- capacity and quota ---------------------------------------------------------------------------


async def test_fewer_seats_send_the_last_back_and_more_bring_them_in_again(hall: Hall) -> None:
    await hall.opens(capacity=3)
    for member in (2, 3, 4):
        await hall.answers(member)
    await hall.changes(capacity=1)
    assert await hall.seats() == {2: S, 3: W, 4: W}
    assert await hall.told() == Counter({("event.seat_lost", 3): 1, ("event.seat_lost", 4): 1})
    hall.clock.time += MINUTE
    await hall.changes(capacity=2)
    assert await hall.seats() == {2: S, 3: S, 4: W}
    assert (await hall.told())["event.seat_promoted", 3] == 1


async def test_more_seats_late_are_called_out(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = LATE
    await hall.changes(capacity=2)
    assert await hall.told() == Counter({("event.seat_called", 3): 1, ("event.seat_called", 4): 1})


@pytest.mark.parametrize("now", [EARLY, MIDDLE, LATE])
async def test_who_waits_has_a_seat_for_a_tap_once_there_is_no_limit_any_more(
    hall: Hall, now: datetime
) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    hall.clock.time = now + MINUTE
    await hall.changes(capacity=None)
    assert await hall.answers(3) == Standing(GOING, S)
    assert await hall.seats() == {2: S, 3: S}


async def test_an_offer_does_not_outlast_the_start_of_a_moved_event(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time += MINUTE
    await hall.events.move(ANNA, hall.event, MIDDLE + 2 * HOUR)
    offered = await hall.stands(3)
    assert offered
    assert offered.offered_until == MIDDLE + 2 * HOUR
    assert (await hall.told())["event.seat_offered", 3] == 2  # the second names the time that holds


async def test_a_quota_is_an_organisations_and_not_of_those_without_one(hall: Hall) -> None:
    await hall.opens(capacity=9, quota=1)
    told = [(await hall.answers(member)).seat for member in (2, 6, 3, 4, 8)]
    assert told == [S, W, S, S, S]
    await hall.answers(2, DECLINED)
    assert (await hall.seats())[6] is S


# --- what nobody does on purpose, and happens all the same ----------------------------------------


async def test_the_sweep_offers_nothing_of_an_event_that_was_cancelled(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    await hall.events.cancel(ANNA, hall.event, "")
    before, told = await hall.seats(), await hall.told()
    hall.clock.time = MIDDLE + 5 * HOUR
    assert await hall.waitlists.sweep() == 0
    assert (await hall.seats(), await hall.told()) == (before, told)


@pytest.mark.parametrize("way", ["start", "unblocked", "guest link"])
async def test_a_seat_is_offered_to_who_waits_and_can_be_reached_again(
    hall: Hall, way: str
) -> None:
    """Complaint 1: no seat stays empty while somebody waits for it."""
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    code = (await hall.guests.link(ANNA, hall.event)).guest_code
    await hall.members.note_reachable(TelegramId(3), reachable=False)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: W}
    if way == "start":
        await hall.members.start(TelegramId(3), "")
    elif way == "unblocked":
        await hall.members.note_reachable(TelegramId(3), reachable=True)
    else:
        await hall.guests.enter(TelegramId(3), f"g_{code}")
    assert await hall.seats() == {3: A}
    assert await hall.told() == Counter({("event.seat_offered", 3): 1})
    await hall.members.note_reachable(TelegramId(3), reachable=True)  # once
    assert await hall.told() == Counter({("event.seat_offered", 3): 1})


async def test_who_can_be_reached_again_late_is_called_to_a_seat_that_is_free(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    await hall.members.note_reachable(TelegramId(3), reachable=False)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time = LATE
    await hall.members.note_reachable(TelegramId(3), reachable=True)
    assert await hall.told() == Counter({("event.seat_called", 3): 1})
    assert (await hall.answers(3)).seat is S


async def test_who_is_of_the_audience_no_more_can_still_give_the_seat_up(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    await hall.changes(audience=Audience(AudienceCircle.COUNCIL))
    await hall.rsvps.look(MemberId(2), hall.event)
    assert (await hall.answers(2, DECLINED)).answer is DECLINED
    assert await hall.seats() == {3: S}
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    assert await hall.seats() == {}
    with pytest.raises(EventNotFound):
        await hall.answers(4)


async def test_after_the_deadline_nobody_brings_more_guests_but_fewer(hall: Hall) -> None:
    await hall.opens(capacity=None, rsvp_until=MIDDLE)
    await hall.answers(2)
    await hall.rsvps.bring(MemberId(2), hall.event, 2)
    hall.clock.time = MIDDLE
    with pytest.raises(RsvpClosed):
        await hall.rsvps.bring(MemberId(2), hall.event, 3)
    await hall.rsvps.bring(MemberId(2), hall.event, 1)
    stands = await hall.stands(2)
    assert stands
    assert stands.guests == 1


async def test_a_change_of_the_title_loses_no_reminder_that_is_due(hall: Hall) -> None:
    """Complaint 4: reminders do not vanish, no matter which is quicker after downtime."""
    await hall.opens(capacity=None)
    await hall.answers(2)
    hall.clock.time = START - 20 * HOUR  # the lead of a day passed while the bot was down
    await hall.changes(title="Другое имя")
    assert await hall.reminders.sweep() == 1


@pytest.mark.parametrize(
    ("before", "seat"),
    [
        (48 * HOUR + timedelta(microseconds=1), S),
        (48 * HOUR, A),
        (12 * HOUR, A),
        (12 * HOUR - timedelta(microseconds=1), W),
    ],
)
async def test_the_boundaries_of_the_ways_to_a_seat_are_exact(
    hall: Hall, before: timedelta, seat: Seat
) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    hall.clock.time = START - before
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: seat}


async def test_a_clock_put_back_neither_loses_nor_doubles_a_seat(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time = EARLY
    await hall.waitlists.sweep()
    assert await hall.seats() == {3: A, 4: W}
    assert (await hall.answers(3)).seat is S
    assert await hall.seats() == {3: S, 4: W}


async def test_offers_of_an_event_put_off_stand_and_all_others_are_seated(hall: Hall) -> None:
    await hall.opens(capacity=2)
    for member in (2, 3, 4, 5):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: S, 4: A, 5: W}
    await hall.events.move(ANNA, hall.event, START + 240 * HOUR)
    assert await hall.seats() == {3: S, 4: A, 5: W}
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    assert await hall.seats() == {4: A, 5: S}
    hall.clock.time = MIDDLE + 5 * HOUR
    await hall.waitlists.sweep()
    assert await hall.seats() == {5: S}


async def test_without_a_limit_all_who_wait_are_asked_or_seated(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.changes(capacity=None)
    assert await hall.seats() == {2: S, 3: A, 4: A}
    assert (await hall.answers(3)).seat is S
    assert (await hall.answers(5)).seat is S
    hall.clock.time = MIDDLE + 5 * HOUR
    await hall.waitlists.sweep()
    assert await hall.seats() == {2: S, 3: S, 5: S}
    assert (await hall.answers(4)).seat is S


@pytest.mark.parametrize("when", ["before", "by the letter"])
async def test_a_seat_offered_to_whom_no_message_reaches_goes_to_the_next(
    hall: Hall, when: str
) -> None:
    """Complaint 1: no seat stays empty while somebody waits for it."""
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: A, 4: W}
    if when == "before":
        await hall.members.note_reachable(TelegramId(3), reachable=False)
    while deliveries := await hall.deliveries.claim(100):
        for delivery in deliveries:
            claimed = delivery.claimed
            if claimed.notice.recipient == 3:
                await hall.deliveries.note_undelivered(claimed, ChatUnreachable("blocked"))
            else:
                await hall.deliveries.note_sent(claimed, MessageRef(9, claimed.id))
    assert await hall.seats() == {3: W, 4: A}
    assert (await hall.answers(4)).seat is S
    assert await hall.seats() == {3: W, 4: S}


@pytest.mark.parametrize(
    ("deadline", "start", "becomes"),
    [
        (START - 48 * HOUR, START + 12 * HOUR, START - 48 * HOUR),  # it has passed, and stays
        (START - 48 * HOUR, START + 96 * HOUR, START + 48 * HOUR),
        (START - 20 * HOUR, START - 12 * HOUR, START - 20 * HOUR),  # it would have passed
        (START - HOUR, START - 29 * HOUR, START - 29 * HOUR),
    ],
)
async def test_an_event_can_be_moved_whatever_its_deadline_becomes(
    hall: Hall, deadline: datetime, start: datetime, becomes: datetime
) -> None:
    await hall.opens(capacity=1, rsvp_until=deadline)
    hall.clock.time = MIDDLE
    board = await hall.events.move(ANNA, hall.event, start)
    assert board.event.rsvp_until == becomes
