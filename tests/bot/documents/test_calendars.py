"""Calendar files: what is in them is what a calendar reads, whatever people wrote."""

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from bot.documents.calendars import LONGEST_NAME, calendar_file, calendar_name
from bot.domain.events.calendars import CalendarEntry

MEETING = CalendarEntry(
    uid="event-7@alliance",
    sequence=0,
    title="Общее собрание",
    description="Отчёт, выборы; разное\nПриходите!",
    starts_at=datetime(2026, 12, 5, 13, 30, tzinfo=UTC),
    ends_at=datetime(2026, 12, 5, 15, 0, tzinfo=UTC),
    place="Пермь, ул. Ленина, 1",
    url="https://t.me/alliance_bot?start=e_7",
    latitude=58.010455,
    longitude=56.229443,
    cancelled=False,
    changed_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    organiser="Альянс НКО",
)
OTHER = replace(MEETING, uid="event-8@alliance", title="Круглый стол")
INJECTION = "Сбор\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Чужое"

texts = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from('\\;,:"^nN\r\n\t \x00\x0b\x7f\x85\u2028é😀'),
    ),
    max_size=200,
)


def read(entries: Sequence[CalendarEntry], name: str = "События") -> Calendar:
    return Calendar.from_ical(calendar_file(entries, name))


def only(entry: CalendarEntry) -> Component:
    (event,) = read([entry]).subcomponents
    return event


def lines(content: bytes) -> list[str]:
    """The content lines, unfolded as RFC 5545, 3.1 has it, without a library."""
    assert content.endswith(b"\r\n")
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def values(content: bytes) -> dict[str, str]:
    return dict(line.split(":", 1) for line in lines(content))


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: found[1].replace("n", "\n"), value)


def expected(text: str) -> str:
    """What remains of a text: no control characters but tabs and one kind of line break."""
    one_kind = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", one_kind)


def test_a_calendar_reads_what_was_written() -> None:
    event = only(MEETING)

    assert event.name == "VEVENT"
    assert {key: event.decoded(key) for key in ("dtstart", "dtend", "dtstamp", "sequence")} == {
        "dtstart": MEETING.starts_at,
        "dtend": MEETING.ends_at,
        "dtstamp": MEETING.changed_at,
        "sequence": 0,
    }
    assert {key: str(event[key]) for key in ("uid", "summary", "description", "location")} == {
        "uid": MEETING.uid,
        "summary": MEETING.title,
        "description": MEETING.description,
        "location": MEETING.place,
    }
    assert event.decoded("geo") == (MEETING.latitude, MEETING.longitude)
    assert (event["url"], event["status"]) == (MEETING.url, "CONFIRMED")
    assert event["organizer"].params["CN"] == MEETING.organiser


def test_the_file_of_an_event_is_exactly_this() -> None:
    assert lines(calendar_file([MEETING], "События")) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//alliance-bot//NONSGML alliance-bot//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "SUMMARY:Общее собрание",
        "DTSTART:20261205T133000Z",
        "DTEND:20261205T150000Z",
        "DTSTAMP:20261123T090000Z",
        "UID:event-7@alliance",
        "SEQUENCE:0",
        r"DESCRIPTION:Отчёт\, выборы\; разное\nПриходите!",
        "GEO:58.010455;56.229443",
        r"LOCATION:Пермь\, ул. Ленина\, 1",
        'ORGANIZER;CN="Альянс НКО":invalid:nomail',
        "STATUS:CONFIRMED",
        "URL:https://t.me/alliance_bot?start=e_7",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_same_event_gives_the_same_bytes() -> None:
    assert calendar_file([MEETING], "События") == calendar_file([replace(MEETING)], "События")


def test_a_changed_event_keeps_its_uid_and_raises_its_sequence() -> None:
    moved = replace(
        MEETING,
        sequence=1,
        starts_at=MEETING.starts_at + timedelta(days=1),
        ends_at=MEETING.ends_at + timedelta(days=1),
    )
    before, after = only(MEETING), only(moved)

    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("dtstart") == MEETING.starts_at + timedelta(days=1)


def test_a_cancelled_event_is_called_off() -> None:
    calendar = read([replace(MEETING, sequence=2, cancelled=True)])
    (event,) = calendar.subcomponents

    assert calendar["method"] == "CANCEL"
    assert (event["status"], event["sequence"], event["uid"]) == ("CANCELLED", 2, MEETING.uid)


def test_a_series_of_which_one_date_is_cancelled_is_still_published() -> None:
    calendar = read([replace(MEETING, cancelled=True), OTHER])

    assert calendar["method"] == "PUBLISH"
    assert [(event["uid"], event["status"]) for event in calendar.subcomponents] == [
        (MEETING.uid, "CANCELLED"),
        (OTHER.uid, "CONFIRMED"),
    ]


def test_several_events_have_a_calendar_with_a_name_and_one_has_none() -> None:
    series, single = [MEETING, OTHER], [MEETING]
    assert lines(calendar_file(series, r"Клуб, \NGO"))[4] == r"X-WR-CALNAME:Клуб\, \\NGO"
    assert "X-WR-CALNAME" not in read(single, "Клуб")


def test_a_moment_of_another_offset_is_told_in_utc() -> None:
    there = MEETING.starts_at.astimezone(timezone(timedelta(hours=5)))
    content = calendar_file([replace(MEETING, starts_at=there)], "События")
    assert values(content)["DTSTART"] == "20261205T133000Z"


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(MEETING, description="", place="", url=None, latitude=None, longitude=None)
    assert {"DESCRIPTION", "LOCATION", "URL", "GEO"}.isdisjoint(only(bare))


@pytest.mark.parametrize(("latitude", "longitude"), [(58.0, None), (None, 56.2)])
def test_half_a_position_is_none(latitude: float | None, longitude: float | None) -> None:
    assert "GEO" not in only(replace(MEETING, latitude=latitude, longitude=longitude))


def test_a_position_on_the_equator_and_the_meridian_is_one() -> None:
    assert only(replace(MEETING, latitude=0.0, longitude=0.0)).decoded("geo") == (0.0, 0.0)


def test_no_alarm_is_set() -> None:
    assert only(MEETING).subcomponents == []


@pytest.mark.parametrize("field", ["uid", "title", "description", "place", "organiser"])
@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029", "\x0b"])
def test_nobody_writes_an_event_into_a_field(field: str, line_break: str) -> None:
    nasty: dict[str, Any] = {field: INJECTION.replace("\r\n", line_break)}
    content = calendar_file([replace(MEETING, **nasty)], "События")

    assert [line.partition(":")[0] for line in content.decode().splitlines()].count("BEGIN") == 2
    assert len(Calendar.from_ical(content).subcomponents) == 1


def test_nobody_writes_an_event_into_the_name_of_a_calendar_or_a_link() -> None:
    content = calendar_file([replace(MEETING, url="https://t.me/" + INJECTION), OTHER], INJECTION)
    assert len([line for line in lines(content) if line == "BEGIN:VEVENT"]) == 2


def test_a_link_has_only_the_characters_of_a_link() -> None:
    url = "https://пример.рф/a b?q=1,2;3%20#c\r\nX:\x00"
    quoted = values(calendar_file([replace(MEETING, url=url)], "События"))["URL"]
    assert quoted.startswith("https://%D0%BF%D1%80")
    assert quoted.endswith("/a%20b?q=1,2;3%20#c%0D%0AX:%00")


def test_quotation_marks_around_a_name_become_apostrophes() -> None:
    event = only(replace(MEETING, organiser='АНО "Рассвет": Пермь;\n Урал'))
    assert event["organizer"].params["CN"] == "АНО 'Рассвет': Пермь; Урал"


def test_a_backslash_with_an_n_is_not_a_line_break() -> None:
    content = calendar_file([replace(MEETING, place=r"\\SERVER\News\now")], "События")
    assert values(content)["LOCATION"] == r"\\\\SERVER\\News\\now"


@pytest.mark.parametrize(
    "title", ["Ж" * 120, "👩‍👩‍👧‍👦🏳️‍🌈 Сбор " * 12, "a" * 300, "\\" * 150, "é,;" * 90]
)
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(title: str) -> None:
    long = replace(MEETING, title=title, description=title, place=title, organiser=title)
    content = calendar_file([long, OTHER], title)

    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert values(content)["X-WR-CALNAME"] == values(calendar_file([long], ""))["SUMMARY"]
    assert str(only(long)["summary"]) == title


@pytest.mark.parametrize("field", ["starts_at", "ends_at", "changed_at"])
def test_a_moment_without_an_offset_is_refused(field: str) -> None:
    naive: dict[str, Any] = {field: datetime(2026, 12, 5)}  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="offset"):
        calendar_file([replace(MEETING, **naive)], "События")


def test_a_file_without_entries_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        calendar_file([], "События")


def test_tabs_and_line_breaks_stay_and_other_control_characters_go() -> None:
    everything = "".join(map(chr, range(0x80)))
    content = calendar_file([replace(MEETING, description=everything)], "События")
    printable = "".join(map(chr, range(0x20, 0x7F)))
    assert unescaped(values(content)["DESCRIPTION"]) == f"\t\n\n{printable}"


@given(texts, texts, texts)
def test_every_text_is_read_back_without_its_control_characters(
    title: str, description: str, place: str
) -> None:
    entry = replace(MEETING, title=title, description=description, place=place)
    content = calendar_file([entry], "События")
    found = values(content)

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert [unescaped(found.get(key, "")) for key in ("SUMMARY", "DESCRIPTION", "LOCATION")] == [
        expected(title),
        expected(description),
        expected(place),
    ]
    (event,) = Calendar.from_ical(content).subcomponents
    assert str(event.get("summary", "")) == expected(title)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Общее собрание", "Общее_собрание.ics"),
        ("Клуб: среда, 18:30–20:00!", "Клуб_среда_18_30_20_00.ics"),
        ("  «Рассвет» / итоги ", "Рассвет_итоги.ics"),
        ("../../etc/passwd", "etc_passwd.ics"),
        ("Сбор\r\n\x00👋", "Сбор.ics"),
        ("и\u0306од", "йод.ics"),
        ("👋 !!!", "event.ics"),
        ("___", "event.ics"),
        ("", "event.ics"),
        ("Ж" * 120, "Ж" * 56 + ".ics"),
        ("Ж" * 55 + " конец", "Ж" * 55 + ".ics"),
    ],
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert calendar_name(title) == name


@given(texts)
def test_every_title_gives_a_safe_name(title: str) -> None:
    name = calendar_name(title)
    assert re.fullmatch(r"\w+\.ics", name)
    assert len(name) <= LONGEST_NAME


def test_a_bot_at_rest_does_not_load_the_library() -> None:
    program = "import sys, bot.documents.calendars; sys.exit('icalendar' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
