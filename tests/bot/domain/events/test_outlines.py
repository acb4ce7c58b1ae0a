"""An event in one line: what is understood becomes fields, the rest stays in the title."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.events.outlines import Outline, read_outline
from bot.domain.events.refusals import CapacityOutOfRange, TitleTooLong
from bot.domain.refusals import (
    ClockTime,
    HourUnclear,
    MidnightUnclear,
    MomentPast,
    NoSuchDay,
    NoSuchTime,
    Refusal,
    TimeVague,
    WeekdayIsToday,
)

ZONE = ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2026, 12, 15, 9, tzinfo=UTC)  # a Tuesday, 14:00
TOMORROW_AT_TEN = datetime(2026, 12, 16, 10, tzinfo=ZONE)
SATURDAY = date(2026, 12, 19)

SEVEN = HourUnclear(ClockTime("7:00"), ClockTime("19:00"))


def read(text: str) -> Outline:
    return read_outline(text, NOW, ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "Субботник завтра 10:00, сквер Тенистый, 20 мест",
        "Субботник, завтра, 10:00, сквер Тенистый, 20 мест",
        "Субботник завтра в 10 сквер Тенистый 20 мест.",
        "Субботник 20 мест завтра в 10 утра, сквер Тенистый",
        "Субботник — завтра 10:00 — сквер Тенистый; на 20 человек",
        "завтра 10:00 Субботник, сквер Тенистый, 20 мест",
        "Субботник завтра, сквер Тенистый, 10:00, 20 мест",
        "Субботник в среду в 10, сквер Тенистый, 20 мест",
        "  Субботник\u00a0завтра 10:00,\nсквер Тенистый, 20 мест",
        "Субботник\nзавтра 10:00\nсквер Тенистый\n20 мест",
    ],
)
def test_a_line_says_what_when_where_and_how_many(text: str) -> None:
    assert read(text) == Outline(
        title="Субботник", starts_at=TOMORROW_AT_TEN, place="сквер Тенистый", capacity=20
    )


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("Субботник завтра 10:00", Outline("Субботник", TOMORROW_AT_TEN)),
        (
            "Субботник завтра 10:00 на 2 часа",
            Outline("Субботник", TOMORROW_AT_TEN, duration=timedelta(hours=2)),
        ),
        (
            "Субботник завтра 10:00, полтора часа, сквер",
            Outline("Субботник", TOMORROW_AT_TEN, duration=timedelta(minutes=90), place="сквер"),
        ),
        (
            "Субботник завтра с 10 до 12, сквер",
            Outline("Субботник", TOMORROW_AT_TEN, duration=timedelta(hours=2), place="сквер"),
        ),
        (
            "Clean-up tomorrow at 10am for 2 hours, Shady Square, 20 seats",
            Outline(
                "Clean-up",
                TOMORROW_AT_TEN,
                duration=timedelta(hours=2),
                place="Shady Square",
                capacity=20,
            ),
        ),
        (
            "Лекция, чай и песни завтра 10:00, сквер, у фонтана",
            Outline("Лекция, чай и песни", TOMORROW_AT_TEN, place="сквер, у фонтана"),
        ),
        ("Чёрная пятница завтра 10:00", Outline("Чёрная пятница", TOMORROW_AT_TEN)),
        ("12 стульев завтра 10:00, зал", Outline("12 стульев", TOMORROW_AT_TEN, place="зал")),
        (
            "Субботник завтра в 10, 30 школа",
            Outline("Субботник", TOMORROW_AT_TEN, place="30 школа"),
        ),
        ("Plan A tomorrow at 10", Outline("Plan A", TOMORROW_AT_TEN)),
        ("Субботник в субботу", Outline("Субботник", day=SATURDAY)),
        ("Субботник", Outline("Субботник")),
        ("Субботник 10:00", Outline("Субботник 10:00")),
        ("Субботник, сквер", Outline("Субботник", place="сквер")),
        ("завтра 10:00", Outline(None, TOMORROW_AT_TEN)),
        ("Встреча на выходных", Outline("Встреча на выходных")),
        ("Встреча 5 человек из совета", Outline("Встреча 5 человек из совета")),
    ],
)
def test_what_a_line_does_not_say_is_left_out(text: str, outline: Outline) -> None:
    assert read(text) == outline


@pytest.mark.parametrize(
    ("text", "day", "refusal"),
    [
        ("Субботник завтра в 7, сквер", date(2026, 12, 16), SEVEN),
        ("Субботник завтра утром, сквер", date(2026, 12, 16), TimeVague()),
        ("Субботник завтра в полночь, сквер", date(2026, 12, 16), MidnightUnclear()),
        ("Субботник завтра 25:00, сквер", date(2026, 12, 16), NoSuchTime()),
        ("Субботник 30 февраля, сквер", None, NoSuchDay()),
        ("Субботник во вторник в 10, сквер", None, WeekdayIsToday("tue")),
        ("Субботник вчера 10:00, сквер", None, MomentPast(TOMORROW_AT_TEN - timedelta(days=2))),
        ("Субботник сегодня 10:00, сквер", None, MomentPast(TOMORROW_AT_TEN - timedelta(days=1))),
    ],
)  # fmt: skip
def test_what_is_unclear_is_asked_and_not_guessed(
    text: str, day: date | None, refusal: Refusal
) -> None:
    outline = read(text)
    assert (outline.title, outline.place, outline.starts_at) == ("Субботник", "сквер", None)
    assert outline.day == day
    assert type(outline.unclear) is type(refusal)
    assert vars(outline.unclear) == vars(refusal)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("С" * 121 + " завтра 10:00", TitleTooLong),
        ("Субботник завтра 10:00, 10001 мест", CapacityOutOfRange),
        ("Субботник завтра 10:00, 0 мест", CapacityOutOfRange),
    ],
)
def test_what_breaks_the_rule_of_a_field_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read(text)


LINE = "Субботник завтра в 10 10:00 , 20 мест на два часа дня сквер суббота 30.02 tomorrow at до"
WORDS = st.sampled_from(LINE.split())


@given(st.lists(WORDS | st.text(max_size=5), max_size=12).map(" ".join))
def test_any_line_is_read_or_refused(text: str) -> None:
    try:
        outline = read(text)
    except Refusal:
        return
    assert outline.starts_at is None or outline.day is None
    assert outline.starts_at is None or outline.starts_at > NOW
