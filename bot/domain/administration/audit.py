"""The audit log as administrators look it up: who did what, when, and about whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.people.members import MemberId


class ActKind(StrEnum):
    """What acts are about, to look them up by."""

    EVENTS = "events"
    POLLS = "polls"
    NEWS = "news"
    APPLICATIONS = "applications"
    PEOPLE = "people"
    SETTINGS = "settings"


KINDS: Mapping[ActKind, tuple[str, ...]] = {
    ActKind.EVENTS: ("event", "guest", "helper"),
    ActKind.POLLS: ("poll", "proxy", "council", "straw_poll", "minutes", "meeting"),
    ActKind.NEWS: ("announcement", "mailing", "template", "exchange"),
    ActKind.APPLICATIONS: ("application",),
    ActKind.PEOPLE: (
        *("member", "administrator", "invitation", "import", "rebinding"),
        *("organisation", "leader", "colleague", "group", "directory", "resource", "booking"),
    ),
    ActKind.SETTINGS: ("setting", "backup", "audit"),
}
"""The first word of each act, by its kind; acts of no kind are found without a filter."""


class Period(StrEnum):
    """How far back the log is looked through."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ALWAYS = "always"

    def since(self, now: datetime) -> datetime | None:
        """Return where the period begins; None for the whole log."""
        days = {Period.WEEK: 7, Period.MONTH: 31, Period.YEAR: 366}.get(self)
        return None if days is None else now - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are wanted: by or about a person, of a kind, since a moment."""

    person: MemberId | None = None
    kind: ActKind | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """An act.

    `actor` is None for what the bot or the command line did, empty for a person who was erased
    since, as `about` is. `about` is the title or name of the `subject` today, if it has one.
    """

    at: datetime
    actor: str | None
    act: str
    subject: str
    about: str | None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActPage:
    """Acts, the newest first, and how many there are in all."""

    acts: tuple[Act, ...]
    count: int
    person: str | None = None
