"""A person's own pass, and the code that turns on the hall's screen."""

import re
import string
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.events.events import EventId
from bot.domain.events.passes import (
    PASS_PREFIX,
    SCREEN_PREFIX,
    WINDOW,
    code_in,
    new_code,
    next_turn,
    screen_code_holds,
    screen_event,
    screen_payload,
)
from bot.domain.events.refusals import PassInvalid

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what a deep link takes (Bot API)
LARGEST = EventId(2**63 - 1)
ASSEMBLY = EventId(7)
SECRET = b"of the assembly"
NOON = datetime(2026, 12, 5, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
INSTANT = timedelta(microseconds=1)

events = st.integers(1, LARGEST).map(EventId)
secrets = st.binary(min_size=1, max_size=64)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone


def shown(event: EventId, secret: bytes, now: datetime) -> str:
    return screen_event(screen_payload(event, secret, now))[1]


# --- a person's own pass --------------------------------------------------------------------------


def test_a_code_is_128_random_bits_that_fit_into_a_deep_link() -> None:
    codes = {new_code() for _ in range(1000)}

    assert len(codes) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", code) for code in codes)
    assert all(PAYLOAD.fullmatch(PASS_PREFIX + code) for code in codes)


def test_the_code_of_a_pass_is_read_from_its_payload() -> None:
    code = new_code()

    assert code_in(f"c_{code}") == code


LETTERS = string.ascii_letters + string.digits + "_-"


@given(st.text(LETTERS, min_size=22, max_size=22))
def test_a_code_may_have_any_letters_of_a_deep_link(code: str) -> None:
    assert code_in(PASS_PREFIX + code) == code


@given(st.integers(0, 23))
def test_a_pass_that_was_cut_off_is_refused(length: int) -> None:
    with pytest.raises(PassInvalid):
        code_in((PASS_PREFIX + new_code())[:length])


@given(st.text() | st.text().map(PASS_PREFIX.__add__))
@example(PASS_PREFIX + "A" * 23)
@example(PASS_PREFIX + "A" * 22 + "\n")
@example(" " + PASS_PREFIX + "A" * 22)
@example(PASS_PREFIX + "A" * 21 + "=")
@example(PASS_PREFIX + "Ж" * 22)
@example(PASS_PREFIX + "\u0661" * 22)
@example("i_" + "A" * 22)
@example("C_" + "A" * 22)
@example("A" * 22)
def test_what_is_no_pass_is_refused(payload: str) -> None:
    assume(not re.fullmatch(r"c_[A-Za-z0-9_-]{22}", payload))

    with pytest.raises(PassInvalid):
        code_in(payload)


# --- the code on the screen -----------------------------------------------------------------------


@given(events, secrets, moments)
@example(LARGEST, SECRET, NOON)
def test_what_the_screen_shows_is_read_back_and_lets_people_in(
    event: EventId, secret: bytes, now: datetime
) -> None:
    payload = screen_payload(event, secret, now)
    read, code = screen_event(payload)

    assert PAYLOAD.fullmatch(payload)
    assert read == event
    assert screen_code_holds(read, secret, code, now)


def test_the_longest_payload_of_the_screen_has_38_characters() -> None:
    assert len(screen_payload(LARGEST, SECRET, NOON)) == 38


def test_the_code_is_the_beginning_of_the_hmac_of_event_and_window() -> None:
    """Both moments lie in the first window after 1970; made with `openssl dgst -sha256 -hmac`."""
    first = datetime(1970, 1, 1, tzinfo=UTC)

    assert screen_payload(ASSEMBLY, SECRET, first) == "a_7_1J24hZUvNwmhdVOs"
    assert screen_payload(ASSEMBLY, SECRET, first + WINDOW - INSTANT) == "a_7_1J24hZUvNwmhdVOs"


@given(events, secrets, moments)
def test_a_code_holds_in_its_own_window_and_the_next_and_no_longer(
    event: EventId, secret: bytes, now: datetime
) -> None:
    code = shown(event, secret, now)
    ends = next_turn(now)

    assert screen_code_holds(event, secret, code, ends - WINDOW)
    assert screen_code_holds(event, secret, code, ends - INSTANT)
    assert screen_code_holds(event, secret, code, ends)
    assert screen_code_holds(event, secret, code, ends + WINDOW - INSTANT)
    assert not screen_code_holds(event, secret, code, ends + WINDOW)


@given(events, secrets, moments, st.integers(2, 10**6))
def test_an_older_code_does_not_hold(
    event: EventId, secret: bytes, now: datetime, windows: int
) -> None:
    assert not screen_code_holds(event, secret, shown(event, secret, now - windows * WINDOW), now)


@given(events, secrets, moments, st.integers(1, 10**6))
def test_a_code_of_the_future_does_not_hold(
    event: EventId, secret: bytes, now: datetime, windows: int
) -> None:
    assert not screen_code_holds(event, secret, shown(event, secret, now + windows * WINDOW), now)


@given(events, events, secrets, moments)
def test_a_code_of_another_event_does_not_hold(
    event: EventId, other: EventId, secret: bytes, now: datetime
) -> None:
    holds = screen_code_holds(event, secret, shown(other, secret, now), now)

    assert holds == (event == other)


@given(events, moments)
def test_a_code_made_with_another_secret_does_not_hold(event: EventId, now: datetime) -> None:
    assert not screen_code_holds(event, SECRET, shown(event, b"a guess", now), now)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("")
def test_a_forged_code_does_not_hold(code: str) -> None:
    assert not screen_code_holds(ASSEMBLY, SECRET, code, NOON)


@given(st.integers(0, 15))
def test_a_part_of_the_code_does_not_hold(length: int) -> None:
    assert not screen_code_holds(ASSEMBLY, SECRET, shown(ASSEMBLY, SECRET, NOON)[:length], NOON)


@given(events, st.data())
def test_a_payload_of_the_screen_that_was_cut_off_is_refused(
    event: EventId, data: st.DataObject
) -> None:
    payload = screen_payload(event, SECRET, NOON)

    with pytest.raises(PassInvalid):
        screen_event(payload[: data.draw(st.integers(0, len(payload) - 1))])


@given(st.text() | st.text().map(SCREEN_PREFIX.__add__))
@example("a_0_" + "A" * 16)
@example("a_07_" + "A" * 16)
@example("a_-7_" + "A" * 16)
@example("a_\u0667_" + "A" * 16)
@example("a_7\u0667_" + "A" * 16)
@example("a__" + "A" * 16)
@example(f"a_{LARGEST + 1}_" + "A" * 16)
@example(f"a_{'9' * 5000}_" + "A" * 16)
@example("a_7_" + "A" * 17)
@example("a_7_" + "A" * 16 + "\n")
@example("a_7_" + "A" * 15 + "=")
@example("c_7_" + "A" * 16)
def test_what_no_screen_shows_is_refused(payload: str) -> None:
    assume(not re.fullmatch(r"a_[1-9][0-9]{0,17}_[A-Za-z0-9_-]{16}", payload))

    with pytest.raises(PassInvalid):
        screen_event(payload)


@pytest.mark.parametrize(
    ("now", "turn"),
    [
        (NOON, NOON + WINDOW),
        (NOON + INSTANT, NOON + WINDOW),
        (NOON + 59 * SECOND, NOON + WINDOW),
        (NOON + WINDOW, NOON + 2 * WINDOW),
    ],
)
def test_the_screen_turns_with_each_full_minute(now: datetime, turn: datetime) -> None:
    assert next_turn(now) == turn


@given(moments)
def test_the_code_changes_at_the_turn_and_not_before(now: datetime) -> None:
    turn = next_turn(now)

    assert timedelta() < turn - now <= WINDOW
    assert shown(ASSEMBLY, SECRET, turn - INSTANT) == shown(ASSEMBLY, SECRET, now)
    assert shown(ASSEMBLY, SECRET, turn) != shown(ASSEMBLY, SECRET, now)


def test_the_zone_in_which_a_moment_is_told_changes_nothing() -> None:
    kathmandu = NOON.astimezone(timezone(timedelta(hours=5, minutes=45)))

    assert screen_payload(ASSEMBLY, SECRET, kathmandu) == screen_payload(ASSEMBLY, SECRET, NOON)
    assert next_turn(kathmandu) == next_turn(NOON)
