from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.domain.events.doors import (
    FOUND_LIMIT,
    Arrival,
    Door,
    Found,
    Presence,
    ScanOutcome,
    Visitor,
)
from bot.domain.events.plans import TITLE_LIMIT
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import LANGUAGES, MemberId
from handlers.events.door_cards import ORGANISATIONS, arrival, door_board, found, screen_caption
from handlers.ui.lengths import CAPTION_LIMIT, MESSAGE_LIMIT, length
from tests.events import an_event
from tests.people import a_member
from tests.wording import texts_at

NOW = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)
EVENT = an_event(NOW, title="🎄" * TITLE_LIMIT)
BORIS = a_member(
    id=MemberId(2), name="<b>Борис</b> & Ко", organisation_name="🎄" * 300, position="<i>" * 100
)


texts = partial(texts_at, NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_of_107_organisations_fits_and_sums_up_the_rest(language: str) -> None:
    presences = tuple(Presence(f"{number} " + "<&🎄" * 100, 2, 1) for number in range(107))

    text = door_board(Door(EVENT, 214, 107, presences, NOW, unexpected=3), texts(language))

    assert length(text) <= MESSAGE_LIMIT
    rest = 107 - ORGANISATIONS
    assert f"{rest} " in text
    assert f"<b>{rest}</b>" in text
    assert f" {2 * rest}" in text
    assert "<b>104</b>" in text
    assert "<b>3</b>" in text


def test_a_small_door_has_no_rest() -> None:
    text = door_board(Door(EVENT, 2, 0, (Presence("", 2, 0),), NOW), texts("ru"))

    assert "Без организации: <b>0</b> из 2" in text
    assert "И ещё" not in text
    assert "без места" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_names_fit_a_list_a_scan_and_a_caption(language: str) -> None:
    t = texts(language)
    visitor = Visitor(replace(BORIS, name="Ы" * 200), None, None)
    unseated = Arrival(EVENT, visitor, ScanOutcome.UNSEATED)

    assert length(found(Found(EVENT, (visitor,) * FOUND_LIMIT, 99), t)) <= MESSAGE_LIMIT
    assert length(arrival(unseated, t)) <= MESSAGE_LIMIT
    for shown in (True, False):
        assert length(screen_caption(EVENT, 10_000, t, shown=shown)) <= CAPTION_LIMIT


def test_what_people_wrote_is_escaped() -> None:
    text = arrival(Arrival(EVENT, Visitor(BORIS, None, NOW), ScanOutcome.NOTED), texts("ru"))

    assert "&lt;b&gt;Борис&lt;/b&gt; &amp; Ко" in text
    assert "<i>" not in text


def rsvp(answer: Answer, seat: Seat | None = None, guests: int = 0) -> Rsvp:
    return Rsvp(answer, NOW, seat=seat, place=1 if seat else None, guests=guests)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (None, "Ответ убран"),
        (rsvp(Answer.DECLINED), "«Не иду»"),
        (rsvp(Answer.MAYBE), "«Возможно»"),
        (rsvp(Answer.GOING, Seat.WAITING), "в листе ожидания"),
        (rsvp(Answer.GOING, Seat.OFFERED), "Место предложено"),
    ],
)
def test_the_door_learns_why_somebody_has_no_seat(said: Rsvp | None, words: str) -> None:
    text = arrival(Arrival(EVENT, Visitor(BORIS, said, None), ScanOutcome.UNSEATED), texts("ru"))

    assert words in text
    assert "Впускаете?" in text


@pytest.mark.parametrize(("guests", "words"), [(1, "С 1 гостем"), (2, "С 2 гостями")])
def test_the_door_learns_with_how_many_guests_somebody_comes(guests: int, words: str) -> None:
    """users-ask 7."""
    visitor = Visitor(BORIS, rsvp(Answer.GOING, Seat.SEATED, guests), NOW)

    assert words in arrival(Arrival(EVENT, visitor, ScanOutcome.NOTED), texts("ru"))
