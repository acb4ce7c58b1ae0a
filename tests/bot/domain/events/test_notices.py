"""Whom a notice still concerns at the moment it would be sent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from bot.domain.events.audiences import COUNCIL, DELEGATES, EVERYBODY, Audience
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
    EventSubject,
)
from bot.domain.events.rsvps import EXPECTED, Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import Role
from tests import events
from tests.people import a_member

START = datetime(2026, 12, 5, 13, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVENT = EventId(1)
ANNOUNCED, CANCELLED = EventAnnounced(EVENT), EventCancelled(EVENT)
MOVED = EventMoved(EVENT, old_start=START - HOUR, new_start=START)
REMINDER = EventReminder(EVENT, START, HOUR)
NEWS: tuple[EventSubject, ...] = (ANNOUNCED, MOVED, CANCELLED, REMINDER)
ANSWERS = (*Answer, None)


def an_event(start: datetime = START, **changes: Any) -> Event:
    return events.an_event(start, id=EVENT, **changes)


def an_rsvp(answer: Answer | None, seat: Seat = Seat.SEATED) -> Rsvp | None:
    if answer is None:
        return None
    going = answer is Answer.GOING
    return Rsvp(answer, START - HOUR, seat=seat if going else None, place=1 if going else None)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_reminder_concerns_those_who_are_expected_until_the_start(answer: Answer | None) -> None:
    expected, said = answer in EXPECTED, an_rsvp(answer)
    event, anna = an_event(), a_member()
    assert REMINDER.concerns(event, anna, said, START - HOUR) is expected
    assert REMINDER.concerns(event, anna, said, START - timedelta(microseconds=1)) is expected
    assert not REMINDER.concerns(event, anna, said, START)


def test_a_reminder_of_another_start_or_of_what_is_cancelled_concerns_nobody() -> None:
    anna, now = a_member(), START - HOUR
    moved = an_event(start=START + timedelta(minutes=1))
    assert not REMINDER.concerns(moved, anna, an_rsvp(Answer.GOING), now)
    assert not REMINDER.concerns(an_event(cancelled=True), anna, an_rsvp(Answer.GOING), now)


@pytest.mark.parametrize(
    ("audience", "included"),
    [
        (EVERYBODY, [True, True, True, True]),
        (DELEGATES, [False, True, True, False]),
        (COUNCIL, [False, False, False, True]),
    ],
)
def test_an_announcement_concerns_who_is_of_the_audience_by_now(
    audience: Audience, included: list[bool]
) -> None:
    people = (a_member(), a_member(delegate=True), a_member(Role.LEADER), a_member(Role.COUNCIL))
    event = an_event(audience=audience)
    told = [ANNOUNCED.concerns(event, member, None, START - HOUR) for member in people]
    assert told == included


def test_news_of_a_move_gives_way_to_a_newer_one() -> None:
    anna, now, going = a_member(), START - HOUR, an_rsvp(Answer.GOING)
    assert MOVED.concerns(an_event(), anna, going, now)
    assert not MOVED.concerns(an_event(start=START + HOUR), anna, going, now)
    assert not MOVED.concerns(an_event(cancelled=True), anna, going, now)
    elsewhere = replace(MOVED, old_start=START, old_place="Дом", new_place="Сад")
    assert not elsewhere.concerns(an_event(), anna, going, now)


def test_news_of_time_and_place_stays_until_both_are_overtaken() -> None:
    """Complaint 10: who has not heard of a change yet does hear of it, whatever comes after."""
    anna, now, going = a_member(), START - 2 * HOUR, an_rsvp(Answer.GOING)
    both = replace(MOVED, old_place="Сад", new_place="Дом")
    assert both.concerns(an_event(), anna, going, now)
    assert both.concerns(an_event(start=START + HOUR), anna, going, now)
    elsewhere = replace(both, new_place="Сквер")
    assert elsewhere.concerns(an_event(), anna, going, now)
    assert not elsewhere.concerns(an_event(start=START + HOUR), anna, going, now)
    place_alone = replace(both, old_start=START)
    assert place_alone.concerns(an_event(start=START + HOUR), anna, going, now)


@pytest.mark.parametrize(
    ("rsvp", "concerned"),
    [
        (an_rsvp(Answer.GOING), True),
        (an_rsvp(Answer.GOING, Seat.OFFERED), True),
        (an_rsvp(Answer.GOING, Seat.WAITING), True),
        (an_rsvp(Answer.MAYBE), True),
        (an_rsvp(Answer.DECLINED), False),
        (None, False),
    ],
)
def test_a_move_concerns_those_who_come_may_come_or_wait(
    rsvp: Rsvp | None, concerned: bool
) -> None:
    assert MOVED.concerns(an_event(), a_member(), rsvp, START - HOUR) is concerned


def test_that_it_is_cancelled_concerns_all_until_it_would_have_ended() -> None:
    event, anna = an_event(cancelled=True), a_member()
    for answer in ANSWERS:
        said = an_rsvp(answer)
        assert CANCELLED.concerns(event, anna, said, event.ends_at - timedelta(microseconds=1))
        assert not CANCELLED.concerns(event, anna, said, event.ends_at)


@pytest.mark.parametrize("cancelled", [False, True])
def test_news_of_what_is_over_concern_nobody(cancelled: bool) -> None:
    event = an_event(cancelled=cancelled)
    for subject, answer in product(NEWS, ANSWERS):
        assert not subject.concerns(event, a_member(), an_rsvp(answer), event.ends_at)


def test_what_is_already_on_display_is_kept_true_to_the_end() -> None:
    for cancelled in (False, True):
        event = an_event(cancelled=cancelled)
        changed = EventCardChanged(EVENT)
        assert changed.concerns(event, a_member(), None, event.ends_at + HOUR)
