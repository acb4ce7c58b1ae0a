"""Calendar files (`.ics`, RFC 5545) to add to people's calendars."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.domain.events.calendars import CalendarEntry

if TYPE_CHECKING:
    from icalendar import Event, vCalAddress

PRODUCT = "-//alliance-bot//NONSGML alliance-bot//EN"
LONGEST_NAME = 60
SUFFIX = ".ics"
NO_ADDRESS = "invalid:nomail"
"""A placeholder for a missing address; Apple's calendars write it, and others know it."""

LINE_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
FORBIDDEN = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
"""Control characters that TEXT may not have; line breaks are escaped, tabs are allowed."""

ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
URI_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"


def calendar_file(entries: Sequence[CalendarEntry], name: str) -> bytes:
    """Return a file with an event for each of `entries`; the same entries give the same bytes.

    It publishes the events, or cancels them when all are cancelled (RFC 5546, 3.2.1, 3.2.5). `name`
    is shown for several events only: of one, Outlook would make a calendar of its own (MS-OXCICAL,
    X-WR-CALNAME). Control characters are left out. Refuses, with `ValueError`, a file without
    entries, and moments without an offset.
    """
    if not entries:
        raise ValueError("a calendar file has at least one entry")
    from icalendar import Calendar  # noqa: PLC0415  10 MB that a bot at rest does not need

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if all(entry.cancelled for entry in entries) else "PUBLISH")
    if len(entries) > 1:
        calendar.add("x-wr-calname", _Text(_cleaned(name)), encode=False)
    for entry in entries:
        calendar.add_component(_event(entry))
    content: bytes = calendar.to_ical()
    return content


def calendar_name(title: str) -> str:
    """Return a file name: letters and digits of any script, `_` for everything else.

    It has at most `LONGEST_NAME` characters, the `.ics` included, and is never empty.
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title))
    stem = "_".join(words)[: LONGEST_NAME - len(SUFFIX)].rstrip("_")
    return (stem or "event") + SUFFIX


class _Text(str):
    r"""A TEXT (RFC 5545, 3.3.11). The library's own takes a typed `\N` for a line break."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return self.translate(ESCAPES).encode()


def _event(entry: CalendarEntry) -> "Event":
    from icalendar import Event  # noqa: PLC0415  as above

    event = Event()
    event.add("sequence", entry.sequence)
    event.add("dtstamp", _utc(entry.changed_at))
    event.add("dtstart", _utc(entry.starts_at))
    event.add("dtend", _utc(entry.ends_at))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("organizer", _organiser(entry.organiser))
    for key, text in (
        ("uid", entry.uid),
        ("summary", entry.title),
        ("description", entry.description),
        ("location", entry.place),
    ):
        if cleaned := _cleaned(text):
            event.add(key, _Text(cleaned), encode=False)
    if entry.latitude is not None and entry.longitude is not None:
        event.add("geo", (entry.latitude, entry.longitude))
    if entry.url is not None:
        event.add("url", quote(entry.url, safe=URI_CHARACTERS))
    return event


def _organiser(name: str) -> "vCalAddress":
    """Return the organiser, which RFC 5546 requires: a name without quotation marks (3.2)."""
    from icalendar import vCalAddress  # noqa: PLC0415  as above

    line = " ".join(_cleaned(name).split()).replace('"', "'")
    return vCalAddress(NO_ADDRESS, params={"CN": line})


def _cleaned(text: str) -> str:
    return LINE_BREAKS.sub("\n", text).translate(FORBIDDEN)


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment in a calendar must know its offset from UTC")
    return moment.astimezone(UTC)
