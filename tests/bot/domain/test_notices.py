"""Whom a notice still concerns at the moment it would be sent."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.domain.events import EXPECTED, Answer, Audience, Event, EventId, EventState
from bot.domain.mailings import MailingId
from bot.domain.members import Member, MemberId, Role
from bot.domain.notices import (
    EventAnnounced,
    EventBoardChanged,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
    MailingProgressed,
    Subject,
    concerns,
)

START = datetime(2026, 12, 5, 13, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
EVENT = EventId(1)
ANNOUNCED, CANCELLED = EventAnnounced(EVENT), EventCancelled(EVENT)
MOVED = EventMoved(EVENT, old_start=START - HOUR, new_start=START)
REMINDER = EventReminder(EVENT, START, HOUR)
NEWS: tuple[Subject, ...] = (ANNOUNCED, MOVED, CANCELLED, REMINDER)
ANSWERS = (*Answer, None)


def an_event(
    *, audience: Audience = Audience.EVERYBODY, cancelled: bool = False, start: datetime = START
) -> Event:
    state = EventState.CANCELLED if cancelled else EventState.PUBLISHED
    by = MemberId(9)
    return Event(EVENT, "Встреча", "", start, HOUR, "Дом", audience, state, "", created_by=by)


def a_member(*roles: Role, delegate: bool = False) -> Member:
    return Member(
        id=MemberId(1),
        name="Анна",
        organisation=None,
        organisation_name=None,
        position="",
        delegate=delegate,
        telegram_id=None,
        language="ru",
        time_zone=None,
        consent_version=1,
        reachable=True,
        roles=frozenset(roles),
    )


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_reminder_concerns_those_who_are_expected_until_the_start(answer: Answer | None) -> None:
    expected = answer in EXPECTED
    event, anna = an_event(), a_member()
    assert concerns(REMINDER, event, anna, answer, START - HOUR) is expected
    assert concerns(REMINDER, event, anna, answer, START - timedelta(microseconds=1)) is expected
    assert not concerns(REMINDER, event, anna, answer, START)


def test_a_reminder_of_another_start_or_of_what_is_cancelled_concerns_nobody() -> None:
    anna, now = a_member(), START - HOUR
    moved = an_event(start=START + timedelta(minutes=1))
    assert not concerns(REMINDER, moved, anna, Answer.GOING, now)
    assert not concerns(REMINDER, an_event(cancelled=True), anna, Answer.GOING, now)


@pytest.mark.parametrize(
    ("audience", "included"),
    [
        (Audience.EVERYBODY, [True, True, True, True]),
        (Audience.DELEGATES, [False, True, True, False]),
        (Audience.COUNCIL, [False, False, False, True]),
    ],
)
def test_an_announcement_concerns_whoever_is_of_the_audience_by_now(
    audience: Audience, included: list[bool]
) -> None:
    people = (a_member(), a_member(delegate=True), a_member(Role.LEADER), a_member(Role.COUNCIL))
    event = an_event(audience=audience)
    told = [concerns(ANNOUNCED, event, member, None, START - HOUR) for member in people]
    assert told == included


def test_news_of_a_move_gives_way_to_a_newer_one() -> None:
    anna, now = a_member(), START - HOUR
    assert concerns(MOVED, an_event(), anna, Answer.DECLINED, now)
    assert not concerns(MOVED, an_event(start=START + HOUR), anna, Answer.GOING, now)
    assert not concerns(MOVED, an_event(cancelled=True), anna, Answer.GOING, now)


def test_that_it_is_cancelled_concerns_all_until_it_would_have_ended() -> None:
    event, anna = an_event(cancelled=True), a_member()
    for answer in ANSWERS:
        assert concerns(CANCELLED, event, anna, answer, event.ends_at - timedelta(microseconds=1))
        assert not concerns(CANCELLED, event, anna, answer, event.ends_at)


@pytest.mark.parametrize("cancelled", [False, True])
def test_news_of_what_is_over_concern_nobody(cancelled: bool) -> None:
    event = an_event(cancelled=cancelled)
    for subject, answer in product(NEWS, ANSWERS):
        assert not concerns(subject, event, a_member(), answer, event.ends_at)


def test_what_is_already_on_display_is_kept_true_to_the_end() -> None:
    edits: tuple[Subject, ...] = (
        EventCardChanged(EVENT),
        EventBoardChanged(EVENT),
        MailingProgressed(MailingId(1)),
    )
    for subject, cancelled in product(edits, (False, True)):
        event = an_event(cancelled=cancelled)
        assert concerns(subject, event, a_member(), None, event.ends_at + HOUR)
