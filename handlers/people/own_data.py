"""A person's data in words, for the page that they can read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.documents.own_data import Chapter, OwnDataPage, Record, own_data_html
from handlers.ui.texts import Texts

Row = Mapping[str, Any]

FILE_JSON = "my-data.json"
FILE_HTML = "my-data.html"
NO_HEADING = ""

SHOWN: Mapping[str, tuple[str, ...]] = {
    "person": (
        *(NO_HEADING, "name", "patronymic", "position", "phone", "email", "document"),
        *("telegram_id", "joined_at", "consented_at", "language", "time_zone"),
        *("reminders_before", "quiet_hours", "delegate", "guest", "unreachable_since"),
    ),
    "organisation": ("name", "inn", "leads"),
    "roles": ("role", "since"),
    "planned_roles": ("role", "gives", "day"),
    "handovers": ("name", "offered_at"),
    "former_organisations": ("name", "left_at"),
    "invitations": (NO_HEADING, "expires_at", "used_at"),
    "accounts": (NO_HEADING, "former_account", "rebound_at"),
    "answers": (
        *("title", "starts_at", "answer", "answered_at", "seat", "guests", "guest_names"),
        "confirmed_at",
    ),
    "muted": ("title",),
    "invited": ("title",),
    "passes": ("title",),
    "helps": ("title",),
    "substitutions": ("title", "mine", "asked_at", "answered_at"),
    "arrivals": ("title", "arrived_at", "way"),
    "polls": ("question", "created_at"),
    "entitled": ("question", "voter", "position", "voted_secretly"),
    "left out": ("question",),
    "ballots": ("question", "ballot", "cast_at"),
    "proxies": ("question", "held", "number", "issued_on", "expires_at", "scope", "revoked_at"),
    "recusals": ("question",),
    "statements": ("question", "text"),
    "presences": ("question", "recorded_at"),
    "lots": ("question", "how"),
    "straw_polls": ("question", "created_at"),
    "minutes": ("number", "year", "issued_at"),
    "filed_files": ("name", "filed_at"),
    "messages": ("title", "created_at", "text"),
    "announcements": (NO_HEADING, "created_at", "contents"),
    "templates": ("name", "contents"),
    "directory contacts": ("organisation", "value"),
    "directory letters": ("organisation", "text"),
    "meeting proposals": ("text", "made_at"),
    "exchange posts": ("title", "text", "place", "published_at"),
    "exchange responses": ("title", "text", "answered_at"),
    "exchange messages": ("title", "text"),
    "exchange wishes": ("field",),
    "kept_rooms": ("name",),
    "bookings": ("name", "starts_at", "purpose", "asked_at"),
    "application files": ("application", "name"),
    "application remarks": ("application", "written_at", "text"),
    "applications": (
        *("name", "state", "inn", "leader", "position", "representative", "phone", "email"),
        *("about", "reason", "created_at", "sent_at", "decided_at"),
    ),
}
"""The chapters that show their records: which value is the heading, and which others are listed.

Of other chapters, such as the list of notices, the page says how many records there are; all values
are in the JSON file.
"""

TIMES = {"since", "day"}
FLAGS = {"leads", "delegate", "guest", "mine", "held", "voted_secretly"}


def own_data_page(
    data: Mapping[str, Any], settings: Mapping[str, str], alliance: str, now: datetime, t: Texts
) -> bytes:
    """Return the page; `settings` are the words of what /me shows in words already."""
    chapters = [
        _chapter(name, [rows] if isinstance(rows, Mapping) else rows, settings, t)
        for name, rows in data.items()
        if rows
    ]
    page = OwnDataPage(
        language=t.language,
        title=t.plain("data-title"),
        lines=(
            t.plain("data-intro", alliance=alliance, date=t.date(now)),
            t.plain("data-others", file=FILE_JSON),
        ),
        chapters=tuple(chapters),
    )
    return own_data_html(page)


def title_key(chapter: str) -> str:
    """Return the key of a chapter's title, named as in the declarations of the tables."""
    return f"data-chapter-{chapter.replace(' ', '-').replace('_', '-')}"


def label_key(field: str) -> str:
    """Return the key of a value's label."""
    return f"data-field-{field.replace('_', '-')}"


def _chapter(name: str, rows: Sequence[Row], settings: Mapping[str, str], t: Texts) -> Chapter:
    key = title_key(name)
    title = t.plain(key if t.has(key) else "data-chapter-other")
    if name not in SHOWN:
        return Chapter(title, note=t.plain("data-counted", count=len(rows), file=FILE_JSON))
    heading, *fields = SHOWN[name]
    return Chapter(title, tuple(_record(row, heading, fields, settings, t) for row in rows))


def _record(
    row: Row, heading: str, fields: Sequence[str], settings: Mapping[str, str], t: Texts
) -> Record:
    values = ((one, settings.get(one) or _words(one, row.get(one), t)) for one in fields)
    labelled = tuple((t.plain(label_key(one)), value) for one, value in values if value)
    return Record(_words(heading, row.get(heading), t), labelled)


def _words(field: str, value: Any, t: Texts) -> str:
    """Return a stored value as people say it; nothing if there is none."""
    words = str(value)
    if value is None or value in ("", [], {}):
        words = ""
    elif field in FLAGS:
        words = t.plain("data-yes-no", value=bool(value))
    elif field.endswith(("_at", "_on", "_since")) or field in TIMES:
        words = _time(value, t)
    elif field == "time_zone":
        words = t.zone_name(ZoneInfo(value))
    elif isinstance(value, Mapping):
        words = "\n\n".join(one for texts in value.values() for one in texts)
    elif isinstance(value, list):
        words = ", ".join(map(str, value))
    else:
        for key in (f"data-value-{field}", f"{field}-{value}"):
            if t.has(key):
                words = t.plain(key, value=str(value))
    return words


def _time(value: str, t: Texts) -> str:
    """Return the day of a stored date, or the day and the time of a moment."""
    if len(value) == len("2026-12-01"):
        return t.date(date.fromisoformat(value))
    moment = datetime.fromisoformat(value)
    return f"{t.date(moment)}, {t.time(moment)}"
