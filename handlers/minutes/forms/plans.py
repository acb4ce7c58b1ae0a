"""A draft of minutes, and the plan that it becomes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.minutes.minutes import Signatory
from bot.domain.minutes.plans import MinutesPlan, checked_signatory
from bot.domain.polls.polls import PollId
from handlers.forms.moments import Draft

FIELDS = ("polls", "place", "starts", "ends", "chair", "secretary", "counted")


def plan_of(draft: Draft) -> MinutesPlan:
    """Return the plan of a whole draft."""
    return MinutesPlan(
        polls=polls_of(draft),
        place=draft["place"],
        starts_at=moment_in(draft["starts"]),
        ends_at=moment_in(draft["ends"]),
        drawn_up_at=moment_in(draft["drawn_up"]),
        chair=signatory_in(draft["chair"]),
        secretary=signatory_in(draft["secretary"]),
        counted_by=tuple(map(signatory_in, draft["counted"])),
        course=draft.get("course", ""),
    )


def polls_of(draft: Draft) -> tuple[PollId, ...]:
    """Return the polls that are ticked, in the order in which they were held."""
    return tuple(map(PollId, sorted(draft.get("polls", ()))))


def moment_in(text: str) -> datetime:
    """Return a moment (UTC) as a draft keeps it."""
    return datetime.fromisoformat(text)


def in_draft(moment: datetime) -> str:
    """Return a moment as a draft keeps it."""
    return moment.astimezone(UTC).isoformat()


def signatory_in(kept: list[str]) -> Signatory:
    """Return somebody who signs or counted, as a draft keeps them."""
    return Signatory(*kept)


def kept(one: Signatory) -> list[str]:
    """Return somebody who signs or counted, for a draft."""
    return [one.name, one.position]


def read_signatories(text: str) -> list[list[str]]:
    """Read who counted, each on a line of their own: «имя, должность»."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [kept(checked_signatory(line)) for line in lines or [text]]


def on_same_day(moment: datetime, text_time: datetime, zone: ZoneInfo) -> datetime:
    """Return the day of one moment with the time of another."""
    local = text_time.astimezone(zone)
    return datetime.combine(moment.astimezone(zone).date(), local.time(), zone).astimezone(UTC)
