"""A card says where the person stands, offers what can be done now, and fits into a message."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event, EventId, EventState
from bot.domain.events.letters import EventLetter
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
    EventSubject,
    HelperNamed,
    OfferLapsed,
    SeatCalled,
    SeatLost,
    SeatOffered,
    SeatPromoted,
)
from bot.domain.events.plans import Kind, Point
from bot.domain.events.recurrence import MOST_OCCURRENCES, Rhythm
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.people.members import LANGUAGES, MemberId
from handlers.events import card_keyboards
from handlers.events.callbacks.events import MoreButton
from handlers.events.cards import event_card
from handlers.pipeline.sender import render
from handlers.ui.callbacks import EventsButton
from handlers.ui.lengths import CAPTION_LIMIT, MESSAGE_LIMIT, length
from handlers.ui.letters import Sight
from tests.keyboards import labels_of
from tests.wording import texts_at

NOW = datetime(2026, 9, 23, 9, 0, tzinfo=UTC)  # a Wednesday: the longest of all weekdays
EVENT = Event(
    title="Встреча",
    description="Поговорим о планах.",
    starts_at=NOW + timedelta(days=7),
    duration=timedelta(hours=2),
    place="Дом НКО",
    audience=EVERYBODY,
    id=EventId(1),
    state=EventState.PUBLISHED,
    created_by=MemberId(1),
)
FULLEST = replace(
    EVENT,
    kind=Kind.GENERAL_MEETING,
    duration=timedelta(days=14),
    room="Зал",
    link="https://example.org/" + "a" * 480,
    point=Point(56.8, 60.6),
    capacity=10_000,
    quota=10_000,
    guests=10,
    rsvp_until=NOW + timedelta(days=6),
    rescheduled_at=NOW,
)
SAID = NOW - timedelta(days=1)
SEATED = Rsvp(Answer.GOING, SAID, seat=Seat.SEATED, place=1)
WAITING = replace(SEATED, seat=Seat.WAITING)
OFFERED = replace(SEATED, seat=Seat.OFFERED, offered_until=NOW + timedelta(hours=4))
MAYBE, DECLINED = Rsvp(Answer.MAYBE, SAID), Rsvp(Answer.DECLINED, SAID)
STANDINGS = (None, SEATED, WAITING, OFFERED, MAYBE, DECLINED)


texts = partial(texts_at, NOW)


def card_of(rsvp: Rsvp | None = None, **values: Any) -> EventCard:
    """Return a card; the values are those of the event where the card has no such field."""
    own = {name: value for name, value in values.items() if name in EventCard.__slots__}
    event = replace(EVENT, **{name: values[name] for name in values.keys() - own.keys()})
    return EventCard(**({"event": event, "rsvp": rsvp, "now": NOW} | own))


def words_of(card: EventCard) -> str:
    return event_card(card, texts())


def on_card(card: EventCard) -> list[str]:
    return labels_of(card_keyboards.event_card(card, texts()))


def more(card: EventCard) -> list[str]:
    return labels_of(card_keyboards.more(card, texts()))


# --- what it says ---------------------------------------------------------------------------------


def test_a_plain_card_is_simple() -> None:
    text, rows = words_of(card_of()), card_keyboards.event_card(card_of(), texts())

    assert len(text.splitlines()) == 8, text
    assert [len(row) for row in rows.inline_keyboard] == [3, 2]
    assert on_card(card_of()) == ["Иду", "Возможно", "Не иду", "Ещё…", "Все события"]


def test_a_card_says_all_that_is_worth_knowing() -> None:
    card = EventCard(FULLEST, SEATED, NOW, taken=18, series_ahead=8, rhythm=Rhythm.WEEKLY)
    text = words_of(replace(card, event=replace(FULLEST, capacity=20, quota=2, guests=1)))

    for said in (
        *("Общее собрание", "Дом НКО, Зал", "Повторяется каждую неделю; впереди 8 дат"),
        *("Всего 20 мест, есть свободные", "до 2 человек", "до 1 гостя", "Ответить можно до"),
    ):
        assert said in text


def test_the_link_is_for_those_who_have_a_seat() -> None:
    link = 'https://example.org/?a="b"&c'
    for rsvp in STANDINGS:
        text = words_of(card_of(rsvp, link=link))
        assert ("example.org" in text) is (rsvp is SEATED)
    assert 'href="https://example.org/?a=&quot;b&quot;&amp;c"' in words_of(
        card_of(SEATED, link=link)
    )


@pytest.mark.parametrize(
    ("card", "says"),
    [
        (card_of(), "Придёте?"),
        (card_of(capacity=2, taken=2), "запишем вас в лист ожидания"),
        (card_of(SEATED), "Вы идёте"),
        (card_of(replace(SEATED, guests=2)), "С вами 2 гостя."),
        (card_of(replace(SEATED, guests=1, guest_names=("Яна",))), "С вами: Яна."),
        (card_of(SEATED, substitute="Пётр"), "Вместо вас может прийти Пётр"),
        (card_of(SEATED, muted=True), "Напоминаний об этом событии не будет"),
        (card_of(SEATED, rescheduled_at=NOW), "День изменился"),
        (card_of(WAITING, number=3), "Ваш номер — 3"),
        (card_of(WAITING, number=3, called=True), "Занять место"),
        (card_of(OFFERED), "Место держим для вас"),
        (card_of(MAYBE), "Возможно, вы придёте"),
        (card_of(DECLINED), "Вы не идёте"),
        (card_of(rsvp_until=NOW), "Записаться можно было до"),
        (card_of(invited=False), "для других участников"),
        (card_of(SEATED, state=EventState.CANCELLED, reason="Болезнь"), "Причина: Болезнь"),
        (card_of(SEATED, now=NOW + timedelta(days=8)), "уже прошло"),
    ],
)
def test_a_card_tells_the_truth_about_where_one_stands(card: EventCard, says: str) -> None:
    assert says in words_of(card)


# --- what can be done -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("card", "answers"),
    [
        (card_of(SEATED), ["✓ Иду", "Возможно", "Не иду"]),
        (card_of(WAITING), ["✓ В очереди", "Возможно", "Не иду"]),
        (card_of(WAITING, called=True), ["Занять место", "Не смогу"]),
        (card_of(OFFERED), ["Беру место", "Не смогу"]),
        (card_of(SEATED, rescheduled_at=NOW), ["Иду", "Возможно", "Не иду"]),
        (card_of(rsvp_until=NOW), ["Не иду"]),
        (card_of(DECLINED, rsvp_until=NOW), ["✓ Не иду"]),
        (card_of(MAYBE, rsvp_until=NOW), ["✓ Возможно", "Не иду"]),
        (card_of(SEATED, rsvp_until=NOW), ["✓ Иду", "Возможно", "Не иду"]),
        (card_of(invited=False), []),
        (card_of(SEATED, state=EventState.CANCELLED), []),
        (card_of(SEATED, now=NOW + timedelta(days=8)), []),
    ],
)
def test_the_answers_are_those_that_can_be_given(card: EventCard, answers: list[str]) -> None:
    assert on_card(card) == [*answers, "Ещё…", "Все события"]


def test_who_is_asked_can_say_yes_no_or_send_somebody_else() -> None:
    asked = card_of(SEATED, of_organisation=True, starts_at=NOW + timedelta(days=1))
    keyboard = card_keyboards.event_card(asked, texts(), asks=True)

    assert labels_of(keyboard)[:4] == ["Приду", "Не смогу", "Пришлю замену", "Мой пропуск"]
    assert labels_of(keyboard)[4] == "В календарь"
    waiting = card_keyboards.event_card(card_of(WAITING), texts(), asks=True)
    assert labels_of(waiting)[0] == "✓ В очереди", "anyone who waits has nothing to confirm"


@pytest.mark.parametrize(
    ("card", "offers"),
    [
        (card_of(SEATED, guests=2), ["+ гость"]),
        (card_of(replace(SEATED, guests=1), guests=2), ["− гость", "+ гость"]),
        (card_of(replace(SEATED, guests=2), guests=2), ["− гость"]),
        (card_of(replace(SEATED, guests=1), guests=0), ["− гость"]),
        (card_of(WAITING, guests=2), ["+ гость"]),
        (card_of(SEATED, guests=2, guests_named=True), ["Назвать гостей"]),
        (
            card_of(replace(SEATED, guests=1), guests=2, guests_named=True),
            ["Без гостей", "Назвать гостей"],
        ),
        (card_of(MAYBE, guests=2), []),
        (card_of(SEATED), []),
    ],
)
def test_guests_are_offered_to_those_who_go(card: EventCard, offers: list[str]) -> None:
    assert [words for words in on_card(card) if "гост" in words] == offers


def test_a_series_is_answered_with_one_tap() -> None:
    series: dict[str, Any] = {"series_ahead": 3, "rhythm": Rhythm.WEEKLY}
    assert "Иду на все даты" in on_card(card_of(**series))
    assert "Не иду ни на одну дату" in on_card(card_of(DECLINED, **series))
    assert "Все даты в календарь" in more(card_of(SEATED, **series))
    eve = card_of(SEATED, **series, starts_at=NOW + timedelta(hours=20))
    assert "Иду на все даты" not in on_card(eve), "other things are at hand by then"
    assert "Иду на все даты" in more(eve)
    assert "Иду на все даты" not in on_card(card_of(series_ahead=1, rhythm=Rhythm.WEEKLY))
    assert "Иду на все даты" not in on_card(card_of(**series, rsvp_until=NOW))


def test_the_rest_is_a_tap_away() -> None:
    assert more(card_of()) == ["Кто идёт", "В календарь", "‹ Назад"]
    point: dict[str, Any] = {"point": Point(1, 2)}
    organisation: dict[str, Any] = {"of_organisation": True}
    assert more(card_of(SEATED, **point, **organisation)) == [
        *("Кто идёт", "Карта", "В календарь", "Мой пропуск", "Пришлю замену"),
        *("Без напоминаний", "Убрать ответ", "‹ Назад"),
    ]
    assert "С напоминаниями" in more(card_of(MAYBE, muted=True))
    assert more(card_of(WAITING, **organisation)) == [
        *("Кто идёт", "В календарь", "Убрать ответ", "‹ Назад")
    ]
    assert "Пришлю замену" not in more(card_of(SEATED)), "who is alone has nobody to send"
    over = more(card_of(SEATED, **organisation, now=NOW + timedelta(days=8)))
    assert over == ["Кто идёт", "В календарь", "‹ Назад"]


def test_who_asked_a_colleague_can_come_after_all() -> None:
    card = card_of(SEATED, of_organisation=True, substitute="Пётр")
    assert "Замена не нужна" in on_card(card)
    assert "Пришлю замену" not in more(card)


def test_the_pass_is_at_hand_on_the_day() -> None:
    assert "Мой пропуск" not in on_card(card_of(SEATED))
    assert "Мой пропуск" in on_card(card_of(SEATED, starts_at=NOW + timedelta(hours=20)))
    assert "Мой пропуск" not in on_card(card_of(WAITING, starts_at=NOW + timedelta(hours=20)))


def test_from_the_day_before_pass_and_calendar_stand_on_the_card_and_not_behind_it() -> None:
    eve = card_of(SEATED, starts_at=NOW + timedelta(hours=24))
    assert {"Мой пропуск", "В календарь"} <= set(on_card(eve))
    assert {"Мой пропуск", "В календарь"}.isdisjoint(more(eve))
    earlier = card_of(SEATED, starts_at=NOW + timedelta(hours=25))
    assert {"Мой пропуск", "В календарь"}.isdisjoint(on_card(earlier))
    assert {"Мой пропуск", "В календарь"} <= set(more(earlier))


def test_no_keyboard_is_larger_than_a_telephone_shows() -> None:
    ways_on = (MoreButton.__prefix__, EventsButton.__prefix__)
    for rsvp, guests, asks, hours in product(STANDINGS, (0, 1), (True, False), (20, 90)):
        mine = rsvp and (replace(rsvp, guests=guests) if rsvp.place else rsvp)
        card = EventCard(
            replace(FULLEST, guests=2, starts_at=NOW + timedelta(hours=hours)),
            mine,
            NOW,
            series_ahead=8,
            rhythm=Rhythm.WEEKLY,
            of_organisation=True,
        )
        answers = card_keyboards.moved_event(card, texts())
        for keyboard in (
            card_keyboards.event_card(card, texts(), asks=asks),
            answers,
            card_keyboards.more(card, texts()),
        ):
            rows = keyboard.inline_keyboard
            assert len(rows) <= 8
            assert max(map(len, rows)) <= 3
            data = [button.callback_data or "" for row in rows for button in row]
            assert len(set(data)) == len(data), "no two buttons do the same"
            assert all(1 <= len(one.encode()) <= 64 for one in data)
            acts = [one for one in data if one.partition(":")[0] not in ways_on]
            assert len(acts) <= 8, "beside turning and back"


# --- how long it is -------------------------------------------------------------------------------


def longest(letter: str, rsvp: Rsvp | None) -> EventCard:
    """Return the card with the most words that there can be."""
    event = replace(
        FULLEST,
        title=letter * 120,
        description=letter * 2000,
        place=letter * 200,
        room=letter * 100,
    )
    return EventCard(
        event,
        rsvp,
        NOW,
        number=10_000,
        taken=9_999,
        muted=True,
        series_ahead=60,
        substitute=letter * 200 if rsvp is not None and rsvp.has_seat else None,
        rhythm=Rhythm.MONTHLY_BY_WEEKDAY,
    )


NAMED = replace(SEATED, guests=10, guest_names=("Я" * 100,) * 10)


SHOWN: tuple[EventSubject, ...] = (EventAnnounced(EVENT.id), EventCardChanged(EVENT.id))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", ["я", "&", "<", "🎄", "\ue002"])
def test_every_card_and_caption_is_within_telegrams_limits(letter: str, language: str) -> None:
    standings = product((*STANDINGS, NAMED), (True, False))
    cards = [replace(longest(letter, rsvp), called=called) for rsvp, called in standings]
    for card, subject, caption in product(cards, SHOWN, (True, False)):
        cancelled = replace(card.event, state=EventState.CANCELLED, reason=letter * 500)
        for event in (card.event, replace(card.event, cover="photo"), cancelled):
            shown = EventLetter(subject, replace(card, event=event), NOW)
            rendered = render(shown, texts(language), Sight("bot", caption))
            limit = CAPTION_LIMIT if rendered.photo or caption else MESSAGE_LIMIT
            assert 0 < length(rendered.text) <= limit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", ["я", "&", "<", "🎄", "\ue002"])
def test_all_other_news_are_within_telegrams_limits(letter: str, language: str) -> None:
    event, moved = EVENT.id, letter * 300
    subjects: tuple[EventSubject, ...] = (
        EventMoved(event, NOW, NOW + timedelta(days=400), moved, moved),
        EventMoved(event, NOW, NOW + timedelta(days=400)),
        EventCancelled(event),
        EventReminder(event, NOW, timedelta(days=1), asks=True),
        *(SeatPromoted(event), SeatOffered(event, NOW), SeatCalled(event), SeatLost(event)),
        *(OfferLapsed(event), HelperNamed(event)),
    )
    for subject, rsvp in product(subjects, STANDINGS):
        card = longest(letter, rsvp)
        card = replace(card, event=replace(card.event, reason=letter * 500))
        rendered = render(EventLetter(subject, card, NOW), texts(language), Sight("bot"))
        assert 0 < length(rendered.text) <= MESSAGE_LIMIT
    monthly = tuple(NOW + timedelta(days=31 * month) for month in range(MOST_OCCURRENCES))
    letter_of_all = EventLetter(EventCancelled(event), card, NOW, monthly)
    assert length(render(letter_of_all, texts(language), Sight("bot")).text) <= MESSAGE_LIMIT


def test_a_caption_keeps_what_matters_and_cuts_the_description() -> None:
    event = replace(EVENT, description="о" * 2000, cover="photo")
    text = render(EventLetter(EventAnnounced(EVENT.id), card_of(), NOW), texts(), Sight("bot")).text
    assert "…" not in text
    announced = EventLetter(EventAnnounced(EVENT.id), EventCard(event, None, NOW), NOW)
    caption = render(announced, texts(), Sight("bot")).text
    assert length(caption) == CAPTION_LIMIT
    for kept in ("Приглашаем вас", "Встреча", "Дом НКО", "ооо…", "Придёте?"):
        assert kept in caption


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=2000))
def test_no_description_whatever_makes_a_caption_too_long(description: str) -> None:
    card = card_of(description=description)
    assert length(event_card(card, texts(), limit=CAPTION_LIMIT)) <= CAPTION_LIMIT
