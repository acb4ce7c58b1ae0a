from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.events.audiences import COUNCIL, DELEGATES, EVERYBODY, Audience
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventMoved,
    EventReminder,
    EventSubject,
)
from bot.domain.events.plans import (
    checked_description,
    checked_place,
    checked_reason,
    checked_title,
)
from bot.domain.events.refusals import (
    DescriptionTooLong,
    DurationOutOfRange,
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    MomentUnchanged,
    PlaceMissing,
    PlaceTooLong,
    TitleMissing,
    TitleTooLong,
)
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import Member, Role
from bot.domain.refusals import MomentPast, MomentTooFar, ReasonTooLong, Refusal
from tests import events
from tests.events import an_event_plan
from tests.people import a_member

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
START = NOW + timedelta(days=4)
HOUR = timedelta(hours=1)
ZONE = ZoneInfo("Asia/Yekaterinburg")


an_event = partial(events.an_event, START)


def an_rsvp(answer: Answer, seat: Seat = Seat.SEATED) -> Rsvp:
    going = answer is Answer.GOING
    return Rsvp(answer, NOW, seat=seat if going else None, place=1 if going else None)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " \n\t"}, TitleMissing),
        ({"title": "я" * 121}, TitleTooLong),
        ({"description": "я" * 2001}, DescriptionTooLong),
        ({"place": ""}, PlaceMissing),
        ({"place": "я" * 10_000}, PlaceTooLong),
        ({"starts_at": NOW}, MomentPast),
        ({"starts_at": NOW + timedelta(days=1099)}, MomentTooFar),
        ({"duration": timedelta(minutes=4)}, DurationOutOfRange),
        ({"duration": timedelta(days=15)}, DurationOutOfRange),
        ({"duration": -HOUR}, DurationOutOfRange),
    ],
)
def test_a_plan_that_breaks_a_rule_is_refused(
    changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        replace(an_event_plan(START), **changes).checked(NOW)


def test_the_longest_that_is_allowed_passes() -> None:
    longest = {"title": "я" * 120, "description": "я" * 2000, "place": "я" * 200}
    plan = an_event_plan(START, **longest).checked(NOW)

    assert (len(plan.title), len(plan.description), len(plan.place)) == (120, 2000, 200)


def test_a_title_is_made_one_line() -> None:
    assert checked_title("  Общее\n собрание ") == "Общее собрание"


def test_a_cancelled_or_past_event_takes_no_answers_and_no_changes() -> None:
    for event, now, refusal in (
        (an_event(cancelled=True), NOW, EventIsCancelled),
        (an_event(), START + HOUR, EventIsOver),
    ):
        with pytest.raises(refusal):
            event.require_open(now)
        with pytest.raises(refusal):
            event.moved(START + timedelta(days=9), now, ZONE)
        with pytest.raises(refusal):
            event.cancelled("", now)
    an_event().require_open(START + HOUR - timedelta(microseconds=1))


def test_an_event_moves_to_another_time_ahead_and_nowhere_else() -> None:
    assert an_event().moved(START + HOUR, NOW, ZONE).ends_at == START + 2 * HOUR
    with pytest.raises(MomentUnchanged):
        an_event().moved(START, NOW, ZONE)
    with pytest.raises(MomentPast):
        an_event().moved(NOW, NOW, ZONE)
    with pytest.raises(ReasonTooLong):
        an_event().cancelled("я" * 501, NOW)


@pytest.mark.parametrize(
    ("audience", "member", "included"),
    [
        (EVERYBODY, a_member(), True),
        (DELEGATES, a_member(), False),
        (DELEGATES, a_member(delegate=True), True),
        (DELEGATES, a_member(Role.LEADER), True),
        (COUNCIL, a_member(delegate=True), False),
        (COUNCIL, a_member(Role.COUNCIL), True),
    ],
)
def test_an_event_is_seen_by_its_audience_and_by_organisers(
    audience: Audience, member: Member, included: bool
) -> None:
    event = an_event(audience=audience)

    assert audience.includes(member) is included
    if included:
        event.require_visible(member)
    else:
        with pytest.raises(EventNotFound):
            event.require_visible(member)
    event.require_visible(a_member(Role.ORGANISER))


MOVED = EventMoved(EventId(1), START - HOUR, START)
REMINDER = EventReminder(EventId(1), START, HOUR)


@pytest.mark.parametrize(
    ("subject", "event", "answer", "now", "said"),
    [
        (EventAnnounced(EventId(1)), an_event(), None, NOW, True),
        (EventAnnounced(EventId(1)), an_event(cancelled=True), None, NOW, False),
        (EventAnnounced(EventId(1)), an_event(), None, START + HOUR, False),
        (EventAnnounced(EventId(1)), an_event(audience=COUNCIL), None, NOW, False),
        (MOVED, an_event(), Answer.GOING, NOW, True),
        (MOVED, an_event(), Answer.MAYBE, NOW, True),
        (MOVED, an_event(), Answer.DECLINED, NOW, False),
        (EventMoved(EventId(1), START, START + HOUR), an_event(), Answer.GOING, NOW, False),
        (MOVED, an_event(cancelled=True), Answer.GOING, NOW, False),
        (EventCancelled(EventId(1)), an_event(cancelled=True), Answer.GOING, NOW, True),
        (EventCancelled(EventId(1)), an_event(cancelled=True), Answer.GOING, START + HOUR, False),
        (REMINDER, an_event(), Answer.GOING, NOW, True),
        (REMINDER, an_event(), Answer.MAYBE, NOW, True),
        (REMINDER, an_event(), Answer.DECLINED, NOW, False),
        (REMINDER, an_event(), None, NOW, False),
        (REMINDER, an_event(), Answer.GOING, START, False),
        (REMINDER, an_event(cancelled=True), Answer.GOING, NOW, False),
        (EventReminder(EventId(1), START - HOUR, HOUR), an_event(), Answer.GOING, NOW, False),
    ],
)
def test_a_notice_is_said_only_while_it_is_true(
    subject: EventSubject, event: Event, answer: Answer | None, now: datetime, said: bool
) -> None:
    rsvp = an_rsvp(answer) if answer else None
    assert subject.concerns(event, a_member(), rsvp, now) is said


@pytest.mark.parametrize(
    "text", ["", " \n", "\u200b", "\u2060\ufeff \u00a0", "\u202e\u202c", "\u0301"]
)
def test_a_title_and_a_place_have_something_to_be_seen(text: str) -> None:
    with pytest.raises(TitleMissing):
        checked_title(text)
    with pytest.raises(PlaceMissing):
        checked_place(text)


def test_what_turns_the_text_round_is_left_out() -> None:
    turned = "\u202eВстреча\u202c \u2067друзей\u2069"
    assert checked_title(turned) == checked_place(turned) == "Встреча друзей"
    assert checked_description(turned) == checked_reason(turned) == "Встреча друзей"


def test_emoji_and_scripts_stay_as_they_were_written() -> None:
    for title in ("\U0001f468\u200d\U0001f469 Семья", "\u2600\ufe0f", "می\u200cخواهم", "日本"):
        assert checked_title(title) == title
